/** Someone opens a colleague's picture of a hundred thousand claims, and reads it row by row: the last is as near as the first. */
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { encodeView } from '../../client/state/view.ts';
import { startServer } from '../support/server.ts';
import type { RunningServer } from '../support/server.ts';
import { journey, keepShot } from './journey.ts';
import { inspector } from './on-screen.ts';

const NODES = 300;
const CLAIMS = 100_000;
/** Claims between the same two: a line each would be no picture. */
const TOGETHER = 50;

let server: RunningServer | null = null;
/** Of the view that holds all of it. */
let link = '';

beforeAll(async () => {
  if (inject('ententeUrl') === null) return;
  server = await startServer(['--no-seed', '--allow-writes', '--query-timeout', '60']);
  await send('/db/neo4j/query/v2', {
    statement: `UNWIND range(0, ${NODES - 1}) AS i CREATE (:Actor:State {id: 'state-' + i, name: 'State ' + i})`,
    accessMode: 'Write',
  });
  for (let from = 0; from < CLAIMS; from += 50_000)
    await send('/db/neo4j/query/v2', {
      statement: `MATCH (actor:Actor) WITH actor ORDER BY actor.id WITH collect(actor) AS actors
        UNWIND range(${from}, ${from + 49_999}) AS i
        WITH actors, i, i / ${TOGETHER} AS pair
        WITH i, actors[pair % ${NODES}] AS a, actors[(pair * 7 + pair / ${NODES} + 1) % ${NODES}] AS b
        CREATE (a)-[:URGED {id: 'claim-' + i, what: 'to keep promise ' + i}]->(b)`,
      accessMode: 'Write',
    });
  const view = await encodeView({
    version: 2,
    nodes: Array.from({ length: NODES }, (_, at) => [
      `state-${at}`,
      (at % 20) * 60,
      Math.floor(at / 20) * 60,
    ]),
    relationships: Array.from({ length: CLAIMS }, (_, at) => `claim-${at}`),
    part: null,
    selection: { nodes: [], relationships: [] },
    settings: {},
  });
  const { id } = (await send('/api/views', { view })) as { id: string };
  link = `${server.url}/#v=${id}`;
});

afterAll(() => server?.stop());

async function send(path: string, body: unknown): Promise<unknown> {
  const reply = await fetch(`${server?.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!reply.ok) throw new Error(await reply.text());
  return reply.json();
}

const grid = (page: Page): Locator => page.getByRole('grid', { name: 'Claims' });
const rows = (page: Page): Locator => grid(page).locator('.grid-body [role="row"]');
/** What a row says under "What"; the heads are the first. */
const cellAt = (page: Page, index: number): Locator =>
  grid(page).locator(`[role="row"][aria-rowindex="${index}"] [role="gridcell"]`).nth(3);

journey('Reading a hundred thousand rows', (open) => {
  it('goes to the last with a key and with the wheel, and has in the page only what is in view', async () => {
    const page = await open({ url: link });
    await page.keyboard.press('b');
    await grid(page).waitFor();
    expect(await grid(page).getAttribute('aria-rowcount')).toBe(String(CLAIMS + 1));
    await grid(page).getByRole('columnheader', { name: 'What', exact: true }).click();
    await expect.poll(() => cellAt(page, 2).textContent()).toBe('to keep promise 0');
    const most = async (): Promise<number> => {
      const height = (await grid(page).boundingBox())?.height ?? 0;
      // those in view, and as many before and after that a quick hand sees no gap
      return Math.ceil(height / 30) + 2 * 16 + 1;
    };
    expect(await rows(page).count()).toBeLessThanOrEqual(await most());

    await grid(page).focus();
    await page.keyboard.press('Control+End');
    await expect.poll(() => cellAt(page, CLAIMS + 1).textContent()).toBe(`to keep promise ${CLAIMS - 1}`);
    const [frame, last] = [await grid(page).boundingBox(), await cellAt(page, CLAIMS + 1).boundingBox()];
    expect((last?.y ?? 0) + (last?.height ?? 0)).toBeLessThanOrEqual((frame?.y ?? 0) + (frame?.height ?? 0));
    expect(await rows(page).count()).toBeLessThanOrEqual(await most());
    await keepShot(page, 'rows-last');
    await page.keyboard.press('Enter');
    await inspector(page).getByRole('heading', { name: `to keep promise ${CLAIMS - 1}` }).waitFor(); // prettier-ignore

    await page.keyboard.press('Control+Home');
    await expect.poll(() => cellAt(page, 2).textContent()).toBe('to keep promise 0');
    const { x = 0, y = 0, width = 0, height = 0 } = (await grid(page).boundingBox()) ?? {};
    await page.mouse.move(x + width / 3, y + height / 2);
    await page.mouse.wheel(0, CLAIMS * 15);
    const middle = rows(page).nth(20);
    await expect.poll(async () => Number(await middle.getAttribute('aria-rowindex'))).toBeGreaterThan(CLAIMS / 3); // prettier-ignore
    const index = Number(await middle.getAttribute('aria-rowindex'));
    expect(await cellAt(page, index).textContent()).toBe(`to keep promise ${index - 2}`);
    await page.mouse.wheel(0, CLAIMS * 30);
    await expect.poll(() => cellAt(page, CLAIMS + 1).textContent()).toBe(`to keep promise ${CLAIMS - 1}`);
    expect(await rows(page).count()).toBeLessThanOrEqual(await most());
  });
});
