/** The server stops, comes back, or has nothing to show: the reader is told, and loses nothing. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { freePort } from '../support/free-port.ts';
import { startServer } from '../support/server.ts';
import type { RunningServer } from '../support/server.ts';
import { complaints } from './axe.ts';
import { phone } from './browser.ts';
import { journey, keepShot } from './journey.ts';
import { atRest, clickOn, cypherConsole, drawn, idsOnScreen, inspector, results, searchBox, selectedId } from './on-screen.ts'; // prettier-ignore

/** Chromium's lines for requests that nobody answers. */
const NOBODY_THERE =
  /ERR_CONNECTION_(REFUSED|RESET)|ERR_FAILED|ERR_EMPTY_RESPONSE|ERR_INCOMPLETE|status of 50\d/;

journey('When the server goes away', (open) => {
  let folder = '';
  let server: RunningServer;
  let environment: Record<string, string> = {};
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'entente-away-'));
    environment = { PORT: String(await freePort()), ENTENTE_DATA: folder };
    server = await startServer([], environment);
  });
  afterAll(async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('keeps the picture, says why nothing new comes, and goes on when the server is back', async () => {
    const page = await open({ url: server.url, mayComplain: NOBODY_THERE });
    const before = await idsOnScreen(page);
    await server.stop();
    await clickOn(page, await drawn(page, 'iran'));
    const banner = page.getByRole('alert').filter({ hasText: 'The graph cannot be reached.' });
    await banner.waitFor();
    expect(await banner.textContent()).toMatch(/It may have been stopped, or the connection is down/);
    // what the page knows is shown; what it would have to ask for says so
    expect(await inspector(page).getByRole('heading', { level: 2 }).textContent()).toBe('Iran');
    await inspector(page).getByRole('alert').filter({ hasText: 'The server cannot be reached' }).waitFor();
    expect(await idsOnScreen(page)).toEqual(before);
    await keepShot(page, 'away');

    // still away: trying again changes nothing
    await banner.getByRole('button', { name: 'Retry now' }).click();
    await banner.waitFor();

    server = await startServer([], environment);
    await banner.getByRole('button', { name: 'Retry now' }).click();
    await banner.waitFor({ state: 'detached' });
    await inspector(page).getByRole('button', { name: 'Retry' }).click();
    await inspector(page).getByText('Every claim about it is on the screen.').waitFor();
    expect(await selectedId(page)).toBe('iran');
    expect(await idsOnScreen(page)).toEqual(before);
    await searchBox(page).fill('Kremlin');
    await results(page).getByRole('option').first().waitFor();
  });

  it('says so where the server was never there for the first picture, and draws it on Retry', async () => {
    const page = await open({ url: server.url, mayComplain: NOBODY_THERE });
    const first = /\/api\/(overview|elements)/;
    await page.route(first, (route) => route.abort());
    await page.reload();
    const notice = page.getByRole('alert').filter({ hasText: 'The server cannot be reached' });
    await notice.waitFor();
    await keepShot(page, 'away-at-first');
    await page.unroute(first);
    await notice.getByRole('button', { name: 'Retry' }).click();
    await atRest(page);
    expect((await idsOnScreen(page)).nodes.length).toBeGreaterThan(0);
  });
});

journey('When there is nothing to show', (open) => {
  let server: RunningServer;
  beforeAll(async () => {
    server = await startServer(['--no-seed', '--allow-writes']);
  });
  afterAll(() => server.stop());

  it('is filled with a file of events, whose bad rows are told', async () => {
    const own = await startServer(['--no-seed', '--allow-writes']);
    try {
      const page = await open({ url: own.url, hasPicture: false });
      await page.getByRole('heading', { name: 'This graph is empty' }).waitFor();
      expect(await complaints(page)).toEqual([]);
      const rows = 'source\trelation\ttarget\tdate\nRussia\tMake a visit\tIran\t2018-01-25\nIran\tMeet\n';
      const [chooser] = await Promise.all([
        page.waitForEvent('filechooser'),
        page.getByRole('button', { name: 'Choose a file' }).click(),
      ]);
      await chooser.setFiles({ name: 'events.tsv', mimeType: 'text/plain', buffer: Buffer.from(rows) });
      await page.getByText('1 claim and 2 actors loaded from events.tsv. 1 row was left out.').waitFor();
      await page.getByText('line:3: the row has 2 columns, the header 4').waitFor();
      await keepShot(page, 'empty-loaded');
      await page.getByRole('button', { name: 'Show the graph' }).click();
      expect((await idsOnScreen(page)).nodes).toEqual(['iran', 'russia']);
    } finally {
      await own.stop();
    }
  });

  it('is filled with the sample', async () => {
    const own = await startServer(['--no-seed', '--allow-writes']);
    try {
      const page = await open({ url: own.url, hasPicture: false, ...phone });
      await page.getByRole('heading', { name: 'This graph is empty' }).waitFor();
      expect(await complaints(page)).toEqual([]);
      await keepShot(page, 'empty-phone');
      await page.getByRole('button', { name: 'Load the sample' }).click();
      expect((await idsOnScreen(page)).nodes).toContain('taliban');
    } finally {
      await own.stop();
    }
  });

  it('says that the graph is empty and what to do; what is then made is there at once', async () => {
    const page = await open({ url: server.url, hasPicture: false });
    await page.getByRole('heading', { name: 'This graph is empty' }).waitFor();
    await keepShot(page, 'empty');

    await page.keyboard.press('c');
    await cypherConsole(page).getByText('Writes are allowed').waitFor();
    await cypherConsole(page).getByRole('textbox', { name: 'Cypher statement' }).click();
    await page.keyboard.press('Control+a');
    await page.keyboard.insertText(HUB);
    await page.keyboard.press('Control+Enter');
    await cypherConsole(page)
      .getByText(/nodes created: 121/)
      .waitFor();
    await keepShot(page, 'made');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Look again' }).click();
    expect((await idsOnScreen(page)).nodes.length).toBe(121);
  });

  it('gives the neighbours of a hub fifty at a time, and says how many are left', async () => {
    const page = await open({ url: server.url });
    await page.keyboard.press('c');
    await cypherConsole(page).getByRole('textbox', { name: 'Cypher statement' }).click();
    await page.keyboard.press('Control+a');
    await page.keyboard.insertText("MATCH (hub {id: 'hub'}) RETURN hub");
    await page.keyboard.press('Control+Enter');
    await cypherConsole(page).getByRole('tab', { name: 'Picture' }).click();
    await cypherConsole(page).getByRole('button', { name: 'Replace the picture' }).click();
    await cypherConsole(page).getByRole('button', { name: 'Close the console' }).click();
    expect(await idsOnScreen(page)).toEqual({ nodes: ['hub'], relationships: [] });
    await clickOn(page, await drawn(page, 'hub'));
    const grow = inspector(page).getByRole('button', { name: /^Expand: \d/ });
    const seen: number[] = [];
    for (const left of [120, 70, 20]) {
      const words = `Expand: ${left} more claims`;
      await expect.poll(() => grow.allTextContents()).toEqual([words]);
      await grow.click();
      await expect.poll(() => grow.allTextContents()).not.toEqual([words]);
      seen.push((await idsOnScreen(page)).nodes.length);
    }
    await inspector(page).getByText('Every claim about it is on the screen.').waitFor();
    expect(seen).toEqual([51, 101, 121]);
    await keepShot(page, 'hub');
  });
});

const HUB = `CREATE (hub:Actor:State {id: 'hub', name: 'Hub'})
WITH hub
UNWIND range(1, 120) AS n
CREATE (:Actor:Person {id: 'person-' + n, name: 'Person ' + n})-[:MET {id: 'met-' + n}]->(hub)`;
