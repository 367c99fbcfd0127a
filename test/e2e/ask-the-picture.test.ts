/** Someone asks what is on the screen in Cypher: no server takes part. */
import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { startServer } from '../support/server.ts';
import { complaints } from './axe.ts';
import { phone } from './browser.ts';
import { editor, rowsOf, run, status, underlined, write } from './console.ts';
import { journey, keepShot } from './journey.ts';
import { atRest, cypherConsole, idsOnScreen, inspector, results, searchBox, selectedId } from './on-screen.ts'; // prettier-ignore

const NOBODY_THERE = /ERR_CONNECTION_(REFUSED|RESET)|ERR_FAILED|ERR_EMPTY_RESPONSE|status of 50\d/;

/** Turns an expression over a list of lists: it holds the thread and looks at no message. */
const STUBBORN =
  'RETURN reduce(a = 0, x IN range(1, 30000) | a + reduce(b = 0, y IN range(1, 30000) | b + y % 7)) AS n';

const choice = (page: Page, name: 'The whole graph' | 'What is on the screen') =>
  cypherConsole(page).getByRole('radio', { name });

async function askTheScreen(page: Page): Promise<void> {
  if ((await cypherConsole(page).count()) === 0) await page.keyboard.press('c');
  await cypherConsole(page).getByText('What is on the screen').click();
  await expect.poll(() => choice(page, 'What is on the screen').isChecked()).toBe(true);
}

/** The longest that the page did not draw, in ms, from now until what is given is done. */
async function longestPause(page: Page, meanwhile: () => Promise<void>): Promise<number> {
  await page.evaluate(() => {
    const seen = { longest: 0, last: performance.now() };
    Object.assign(window, { seen });
    const look = (): void => {
      const now = performance.now();
      seen.longest = Math.max(seen.longest, now - seen.last);
      seen.last = now;
      setTimeout(look, 0);
    };
    look();
  });
  await meanwhile();
  return page.evaluate(() => (window as unknown as { seen: { longest: number } }).seen.longest);
}

journey('Asking the picture', (open) => {
  it('answers from what is drawn, though the server has gone since', async () => {
    const server = await startServer();
    const page = await open({ url: server.url, mayComplain: NOBODY_THERE });
    await askTheScreen(page);
    await run(page, 'RETURN 1 AS one');
    await expect.poll(() => rowsOf(page)).toEqual([['1', '1']]);
    await server.stop();
    const { nodes, relationships } = await idsOnScreen(page);
    await cypherConsole(page).getByText(`${nodes.length} nodes, ${relationships.length} relationships`).waitFor(); // prettier-ignore
    await run(
      page,
      'MATCH (n) OPTIONAL MATCH (n)-[r]->() RETURN count(DISTINCT n) AS nodes, count(r) AS claims',
    );
    await expect
      .poll(() => rowsOf(page))
      .toEqual([['1', String(nodes.length), String(relationships.length)]]);
    // dates are dates, not texts
    await run(page, "MATCH ({id: 'russia'})-[c]->() WHERE c.date >= date('2021-10-01') RETURN DISTINCT valueType(c.date)"); // prettier-ignore
    await expect.poll(() => rowsOf(page)).toEqual([['1', 'DATE NOT NULL']]);
    await keepShot(page, 'ask-the-picture-away');
  });

  it('keeps the picture where the console was not loaded before the server went, and opens it when it is back', async () => {
    const page = await open({ mayComplain: NOBODY_THERE });
    const before = await idsOnScreen(page);
    await page.route('**/assets/console-*', (route) => route.abort());
    await page.keyboard.press('c');
    await page.getByText('The console could not be opened').waitFor();
    expect(await idsOnScreen(page)).toEqual(before);
    await page.unroute('**/assets/console-*');
    await page.keyboard.press('c');
    await cypherConsole(page).waitFor();
  });

  it('gives the same rows as the server for a question about what is drawn', async () => {
    const page = await open();
    const statement =
      'MATCH (a:Actor)-[c]->(b) WITH a, count(c) AS claims, collect(DISTINCT type(c)) AS types ORDER BY claims DESC, a.id LIMIT 12 UNWIND types AS type WITH a, claims, type ORDER BY a.id, type RETURN a.name, claims, collect(type)';
    const { nodes } = await idsOnScreen(page);
    await run(page, statement.replace('MATCH (a:Actor)-[c]->(b)', `MATCH (a:Actor)-[c]->(b) WHERE a.id IN ${JSON.stringify(nodes)} AND b.id IN ${JSON.stringify(nodes)}`)); // prettier-ignore
    await status(page).filter({ hasText: '12 rows' }).waitFor();
    const fromServer = await rowsOf(page);
    await askTheScreen(page);
    await run(page, statement);
    await expect.poll(() => rowsOf(page)).toEqual(fromServer);
    expect(fromServer.length).toBe(12);
  });

  it('brings out what matches, keeps only that, and goes to what is clicked', async () => {
    const page = await open();
    await askTheScreen(page);
    await run(page, "MATCH (russia {id: 'russia'})-[claim:URGED]->(asked) RETURN russia, claim, asked");
    await cypherConsole(page).getByRole('cell').getByRole('button', { name: 'Russia' }).first().click();
    expect(await selectedId(page)).toBe('russia');
    await inspector(page).getByRole('button', { name: 'Close' }).click();
    await cypherConsole(page).getByRole('tab', { name: 'Picture' }).click();
    await cypherConsole(page).getByText('all of them in the picture').waitFor();
    await cypherConsole(page).getByRole('button', { name: 'Bring out in the picture' }).click();
    await cypherConsole(page).getByText('They stand out in the picture.').waitFor();
    await atRest(page);
    await keepShot(page, 'ask-the-picture-brought-out');
    await inspector(page).getByRole('heading', { level: 2 }).waitFor();
    await inspector(page).getByRole('button', { name: 'Close' }).click();
    await inspector(page).waitFor({ state: 'detached' });

    const reply = await page.request.get("/api/nodes/russia/neighbours?types=URGED&direction=out&limit=5000"); // prettier-ignore
    const urged = (await reply.json()) as { nodes: { id: string }[]; relationships: { id: string }[] };
    await cypherConsole(page).getByRole('button', { name: 'Keep only these in the picture' }).click();
    await cypherConsole(page)
      .getByText(/^The picture now shows/)
      .waitFor();
    expect(await idsOnScreen(page)).toEqual({
      nodes: ['russia', ...urged.nodes.map(({ id }) => id)].toSorted(),
      relationships: urged.relationships.map(({ id }) => id).toSorted(),
    });
    // and that is all that is asked from now on
    await run(page, "MATCH (n:State {id: 'iran'}) RETURN n");
    await cypherConsole(page).getByText('Nothing on the screen matches.').waitFor();
    await keepShot(page, 'ask-the-picture-nothing');
    await cypherConsole(page).getByRole('button', { name: 'Ask the whole graph' }).click();
    await expect.poll(() => rowsOf(page)).toEqual([['1', 'Iran']]);
  });

  it('exports what matches, with the ends of its claims', async () => {
    const page = await open();
    await askTheScreen(page);
    await write(page, "MATCH ({id: 'russia'})-[claim:URGED]->() RETURN claim");
    const saved = page.waitForEvent('download');
    await cypherConsole(page).getByRole('button', { name: 'Export GEXF' }).click();
    const file = await readFile(await (await saved).path(), 'utf8');
    const reply = await page.request.get('/api/nodes/russia/neighbours?types=URGED&direction=out&limit=5000'); // prettier-ignore
    const urged = (await reply.json()) as { nodes: { id: string }[]; relationships: { id: string }[] };
    const ids = (tag: string) => [...file.matchAll(new RegExp(`<${tag} id="([^"]+)"`, 'g'))].map(([, id]) => id).toSorted(); // prettier-ignore
    expect(ids('node')).toEqual(['russia', ...urged.nodes.map(({ id }) => id)].toSorted());
    expect(ids('edge')).toEqual(urged.relationships.map(({ id }) => id).toSorted());
  });

  it('underlines what is wrong, and says where to turn with a statement that writes', async () => {
    const page = await open();
    await askTheScreen(page);
    await run(page, 'MATCH (a:Actor)\nWHERE a.name STARTS WIHT "R"\nRETURN a');
    const told = cypherConsole(page).getByRole('alert');
    await told.waitFor();
    expect(await told.textContent()).toMatch(/Invalid input 'WIHT': expected .*\(line 2, column 21 \(offset: 36\)\)/s); // prettier-ignore
    expect(await underlined(page)).toEqual([{ text: 'WIHT', line: 2, column: 21 }]);
    const before = await idsOnScreen(page);
    await run(page, "MATCH (a {id: 'iran'}) DETACH DELETE a");
    await told.filter({ hasText: 'can be asked here, not changed' }).waitFor();
    expect(await told.textContent()).toContain('--allow-writes');
    expect(await told.getByRole('code').last().textContent()).toBe('Neo.ClientError.Statement.AccessMode');
    expect(await idsOnScreen(page)).toEqual(before);
    await keepShot(page, 'ask-the-picture-write');
  });

  it('stops what would never end, whatever it does, and the page answers meanwhile', async () => {
    const page = await open();
    await askTheScreen(page);
    await run(page, 'RETURN 1 AS one');
    await expect.poll(() => rowsOf(page)).toEqual([['1', '1']]);
    for (const runaway of ['UNWIND range(1, 1000000000000) AS x RETURN count(x)', STUBBORN]) {
      const pause = await longestPause(page, async () => {
        await run(page, runaway);
        await cypherConsole(page).getByRole('status').filter({ hasText: 'Running' }).waitFor();
        await searchBox(page).fill('Tajik');
        await results(page).getByRole('option', { name: 'Tajikistan state' }).waitFor();
        await searchBox(page).fill('');
        await cypherConsole(page).getByRole('button', { name: 'Stop' }).click();
        await status(page).filter({ hasText: 'Stopped after 0 rows' }).waitFor();
      });
      // generous: layout, fonts and a busy machine make pauses of their own, the statement would make one of its whole length
      expect(pause).toBeLessThan(1_500);
      await run(page, 'MATCH (n) RETURN count(n) > 0 AS still');
      await expect.poll(() => rowsOf(page)).toEqual([['1', 'true']]);
    }
  });

  it('shows the plan that is expected, and what was really done', async () => {
    const page = await open();
    await askTheScreen(page);
    const plan = cypherConsole(page).getByRole('region', { name: 'The plan of the statement' });
    await run(page, 'EXPLAIN MATCH (s:State)-[c]->(t) RETURN s, count(c)');
    await plan.waitFor();
    expect(await plan.getByRole('rowheader').allTextContents()).toContain('NodeByLabelScan');
    await run(page, 'PROFILE MATCH (s:State)-[c]->(t) RETURN s, count(c)');
    await cypherConsole(page).getByRole('tab', { name: 'Plan' }).click();
    expect(await plan.getByRole('columnheader').allTextContents()).toEqual(['Operator', 'Details', 'Rows expected', 'Rows', 'Reads']); // prettier-ignore
    await keepShot(page, 'ask-the-picture-plan');
    // of the whole graph as well
    await cypherConsole(page).getByText('The whole graph').click();
    await run(page, 'PROFILE MATCH (s:State) RETURN count(s)');
    await cypherConsole(page).getByRole('tab', { name: 'Plan' }).click();
    await plan.waitFor();
  });

  it('proposes what is on the screen, and remembers what was asked', async () => {
    const page = await open();
    await askTheScreen(page);
    await write(page, 'MATCH (a:St');
    await page.keyboard.type('a');
    await page.getByRole('option', { name: /^State/ }).waitFor();
    await page.keyboard.press('Escape');
    await page.reload();
    await atRest(page);
    await page.keyboard.press('c');
    await expect.poll(() => choice(page, 'What is on the screen').isChecked()).toBe(true);
    expect(await editor(page).textContent()).toContain('MATCH (a:Sta');
  });

  it('is chosen with the keyboard alone', async () => {
    const page = await open();
    await page.keyboard.press('c');
    await editor(page).waitFor();
    await choice(page, 'The whole graph').focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => choice(page, 'What is on the screen').isChecked()).toBe(true);
  });

  for (const [name, options] of [
    ['light', { colorScheme: 'light' }],
    ['dark', { colorScheme: 'dark' }],
    ['phone-light', { ...phone, colorScheme: 'light' }],
    ['phone-dark', { ...phone, colorScheme: 'dark' }],
  ] as const)
    it(`has nothing for axe to complain of, ${name}`, async () => {
      const page = await open(options);
      await page.getByRole('button', { name: 'Cypher console', exact: true }).click();
      await cypherConsole(page).getByText('What is on the screen').click();
      await cypherConsole(page).getByRole('button', { name: 'Run' }).click();
      await cypherConsole(page).getByRole('cell').first().waitFor();
      await atRest(page);
      await keepShot(page, `ask-the-picture-${name}`);
      expect(await complaints(page)).toEqual([]);
      await cypherConsole(page).getByRole('tab', { name: 'Picture' }).click();
      await cypherConsole(page).getByRole('button', { name: 'Bring out in the picture' }).waitFor();
      await keepShot(page, `ask-the-picture-${name}-elements`);
      expect(await complaints(page)).toEqual([]);
    });
});
