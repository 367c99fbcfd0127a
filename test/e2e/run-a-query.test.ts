/** Someone who knows Cypher asks the graph a question of their own. */
import { expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { editor, rowsOf, status, underlined, write } from './console.ts';
import { journey, keepShot } from './journey.ts';
import {
  atRest,
  cypherConsole,
  idsOnScreen,
  inspector,
  results,
  searchBox,
  selectedId,
} from './on-screen.ts';

const RUNAWAY = 'UNWIND range(1, 1000000000) AS x RETURN count(x)';

journey('Running a query', (open) => {
  it('opens the console with its button and with C, and closes it again', async () => {
    const page = await open();
    const button = page.getByRole('button', { name: 'Cypher console', exact: true });
    await button.click();
    await cypherConsole(page).waitFor();
    expect(await button.getAttribute('aria-expanded')).toBe('true');
    await cypherConsole(page).getByRole('button', { name: 'Close the console' }).click();
    await cypherConsole(page).waitFor({ state: 'detached' });
    await page.keyboard.press('c');
    await cypherConsole(page).waitFor();
    // what is typed next goes into the editor, and the C is not part of it
    await expect.poll(() => editor(page).evaluate((field) => field === document.activeElement)).toBe(true);
    expect(await editor(page).textContent()).toContain('MATCH (russia:Actor');
    await page.keyboard.press('Escape');
    await cypherConsole(page).waitFor({ state: 'detached' });
  });

  it('shows the rows of a statement that is typed and run with Ctrl Enter', async () => {
    const page = await open();
    await write(
      page,
      "MATCH (s:State) WHERE s.id IN ['iran', 'china'] RETURN s, s.name AS name, 1 + 1 AS two ORDER BY name",
    );
    await page.keyboard.press('Control+Enter');
    await expect
      .poll(() => rowsOf(page))
      .toEqual([
        ['1', 'China', 'China', '2'],
        ['2', 'Iran', 'Iran', '2'],
      ]);
    expect(await cypherConsole(page).getByRole('columnheader').allTextContents()).toEqual([
      'Row',
      's',
      'name',
      'two',
    ]);
    expect(await status(page).textContent()).toMatch(/^2 rows in [\d,]+ ms$/);
    await keepShot(page, 'console-rows');
  });

  it('underlines a syntax error exactly where it is, and tells it in words with its code', async () => {
    const page = await open();
    await write(page, 'MATCH (a:Actor)\nWHERE a.name STARTS WIHT "R"\nRETURN a');
    await page.keyboard.press('Control+Enter');
    const told = cypherConsole(page).getByRole('alert');
    await told.waitFor();
    expect(await told.textContent()).toMatch(/Invalid input 'WIHT': expected .*\(line 2, column 21 \(offset: 36\)\)/s); // prettier-ignore
    expect(await told.getByRole('code').allTextContents()).toEqual(['Neo.ClientError.Statement.SyntaxError']);
    expect(await underlined(page)).toEqual([{ text: 'WIHT', line: 2, column: 21 }]);
    await keepShot(page, 'console-error');
    // a statement that is right takes the mark away
    await write(page, 'RETURN 1 AS one');
    await page.keyboard.press('Control+Enter');
    await expect.poll(() => rowsOf(page)).toEqual([['1', '1']]);
    expect(await underlined(page)).toEqual([]);
  });

  it('underlines an unknown function by its name', async () => {
    const page = await open();
    await write(page, 'MATCH (a:Actor)\nRETURN nosuch(a)');
    await page.keyboard.press('Control+Enter');
    await cypherConsole(page).getByRole('alert').filter({ hasText: "Unknown function 'nosuch'" }).waitFor();
    expect(await underlined(page)).toEqual([{ text: 'nosuch', line: 2, column: 8 }]);
  });

  it('stops a statement that would run for hours; meanwhile the page and the server answer', async () => {
    const page = await open();
    await write(page, RUNAWAY);
    await page.keyboard.press('Control+Enter');
    await cypherConsole(page).getByRole('status').filter({ hasText: 'Running' }).waitFor();
    await searchBox(page).fill('Tajik');
    await results(page).getByRole('option', { name: 'Tajikistan state' }).waitFor();
    await page.keyboard.press('Enter');
    await inspector(page).getByRole('heading', { level: 2, name: 'Tajikistan' }).waitFor();
    await cypherConsole(page).getByRole('button', { name: 'Stop' }).click();
    await status(page).filter({ hasText: 'Stopped' }).waitFor();
    await keepShot(page, 'console-stopped');
    await write(page, 'RETURN 1 AS one');
    await page.keyboard.press('Control+Enter');
    await expect.poll(() => rowsOf(page)).toEqual([['1', '1']]);
  });

  it('refuses a write on a server that allows none, and says how to allow it', async () => {
    const page = await open();
    const before: unknown = await (await page.request.get('/api/health')).json();
    await write(page, "CREATE (a:Actor {id: 'intruder'}) RETURN a");
    await page.keyboard.press('Control+Enter');
    const told = cypherConsole(page).getByRole('alert');
    await told.waitFor();
    expect(await told.textContent()).toContain('Writing is not allowed: the server was started without --allow-writes'); // prettier-ignore
    await keepShot(page, 'console-write-refused');
    expect(await (await page.request.get('/api/health')).json()).toEqual(before);
  });

  it('shows a result as JSON', async () => {
    const page = await open();
    await write(
      page,
      "MATCH (s:State {id: 'iran'}) RETURN s.name AS name, [1, 2.5] AS list, null AS nothing",
    );
    await page.keyboard.press('Control+Enter');
    await cypherConsole(page).getByRole('tab', { name: 'JSON' }).click();
    const json = await cypherConsole(page).getByRole('region', { name: 'The result as JSON' }).locator('pre').textContent(); // prettier-ignore
    expect(JSON.parse(json ?? '')).toEqual([{ name: 'Iran', list: [1, 2.5], nothing: null }]);
  });

  it('replaces the picture with a result, adds another to it, and expands from there', async () => {
    const page = await open();
    await write(page, "MATCH (a {id: 'al-qaeda'}) RETURN a");
    await draw(page, 'Replace the picture');
    await cypherConsole(page).getByText('The picture now shows 1 node and 0 relationships.').waitFor();
    expect(await idsOnScreen(page)).toEqual({ nodes: ['al-qaeda'], relationships: [] });
    await keepShot(page, 'picture-replaced');

    await write(page, "MATCH (a {id: 'iran'}) RETURN a");
    await draw(page, 'Add to the picture');
    await cypherConsole(page).getByText('Added 1 node and 0 relationships.').waitFor();
    expect(await idsOnScreen(page)).toEqual({ nodes: ['al-qaeda', 'iran'], relationships: [] });
    await cypherConsole(page).getByRole('button', { name: 'Add to the picture' }).click();
    await cypherConsole(page).getByText('All of it is in the picture already.').waitFor();

    await cypherConsole(page).getByRole('tab', { name: 'Table' }).click();
    await cypherConsole(page).getByRole('cell').getByRole('button', { name: 'Iran' }).click();
    const reply = await (await page.request.get('/api/nodes/iran/neighbours?limit=5000')).json();
    const { nodes, relationships } = reply as { nodes: { id: string }[]; relationships: { id: string }[] };
    const grow = inspector(page).getByRole('button', { name: /^Expand: \d/ });
    await expect.poll(() => grow.allTextContents()).toEqual([`Expand: ${relationships.length} more claims`]);
    await grow.click();
    await inspector(page).getByText('Every claim about it is on the screen.').waitFor();
    expect(await idsOnScreen(page)).toEqual({
      nodes: ['al-qaeda', 'iran', ...nodes.map(({ id }) => id)].toSorted(),
      relationships: relationships.map(({ id }) => id).toSorted(),
    });
    await keepShot(page, 'picture-expanded');
  });

  it('says why a result cannot be drawn, and what would', async () => {
    const page = await open();
    await write(page, "MATCH (s:State {id: 'iran'}) RETURN s.name");
    await page.keyboard.press('Control+Enter');
    await cypherConsole(page).getByRole('tab', { name: 'Picture' }).click();
    await cypherConsole(page).getByText('These rows hold no nodes or relationships').waitFor();
    expect(await cypherConsole(page).getByRole('button', { name: 'Replace the picture' }).count()).toBe(0);
  });

  it('goes to a claim in the picture when it is clicked in a row', async () => {
    const page = await open();
    await write(page, "MATCH ({id: 'russia'})-[claim:URGED]->() RETURN claim");
    await page.keyboard.press('Control+Enter');
    await cypherConsole(page).getByRole('cell').getByRole('button').first().click();
    await inspector(page).getByRole('blockquote').first().waitFor();
    const selected = page.locator('[data-element="relationship"][aria-selected="true"]');
    await selected.waitFor({ state: 'attached' });
    expect(await selected.textContent()).toMatch(/^Russia urged /);
    expect(await selectedId(page)).not.toBeNull();
  });

  it('remembers what was run', async () => {
    const page = await open();
    await write(page, 'RETURN 1 AS one');
    await page.keyboard.press('Control+Enter');
    await expect.poll(() => rowsOf(page)).toEqual([['1', '1']]);
    await write(page, 'RETURN 2 AS two');
    await page.keyboard.press('Control+Enter');
    await expect.poll(() => rowsOf(page)).toEqual([['1', '2']]);
    await page.keyboard.press('Control+ArrowUp');
    expect(await editor(page).textContent()).toBe('RETURN 1 AS one');
    await page.reload();
    await atRest(page);
    await page.keyboard.press('c');
    await cypherConsole(page).getByRole('button', { name: 'History' }).click();
    expect(await page.getByRole('menuitem').allTextContents()).toEqual([
      'RETURN 2 AS two',
      'RETURN 1 AS one',
    ]);
  });
});

/** Runs what is written and presses a button of the result's Picture tab. */
async function draw(page: Page, button: 'Add to the picture' | 'Replace the picture'): Promise<void> {
  await page.keyboard.press('Control+Enter');
  await status(page).filter({ hasText: 'row' }).waitFor();
  await cypherConsole(page).getByRole('tab', { name: 'Picture' }).click();
  await cypherConsole(page).getByRole('button', { name: button }).click();
}
