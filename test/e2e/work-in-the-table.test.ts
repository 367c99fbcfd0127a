/** Someone who would rather read rows than a picture wants to do in them whatever can be done there. */
import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { complaints } from './axe.ts';
import { phone } from './browser.ts';
import { journey, keepShot } from './journey.ts';
import { atRest, clickOn, drawn, idsOnScreen, inspector, selectedId } from './on-screen.ts';

const table = (page: Page): Locator => page.getByRole('region', { name: 'Table', exact: true });
const grid = (page: Page): Locator => table(page).getByRole('grid');
/** The cell that the keyboard is at. */
const current = async (page: Page): Promise<string> => {
  const id = await grid(page).getAttribute('aria-activedescendant');
  return (await page.locator(`[id="${id}"]`).textContent()) ?? '';
};
const firstCells = (page: Page): Promise<string[]> =>
  grid(page)
    .locator('.grid-body [role="row"]')
    .evaluateAll((rows) => rows.toSorted((a, b) => Number(a.getAttribute('aria-rowindex')) - Number(b.getAttribute('aria-rowindex'))).map((row) => row.firstElementChild?.textContent ?? '')); // prettier-ignore

/** What a column has in the rows that are drawn, from the top; NaN where a cell is empty. */
async function numbers(page: Page, head: Locator): Promise<number[]> {
  const place = Number(await head.getAttribute('aria-colindex')) - 1;
  return grid(page)
    .locator('.grid-body [role="row"]')
    .evaluateAll(
      (rows, column) =>
        rows
          .toSorted(
            (a, b) => Number(a.getAttribute('aria-rowindex')) - Number(b.getAttribute('aria-rowindex')),
          )
          .map((row) => Number(row.children[column]?.textContent || 'NaN')),
      place,
    );
}

async function openTable(page: Page, which: 'Actors and events' | 'Claims'): Promise<void> {
  await page.keyboard.press('b');
  await grid(page).waitFor();
  await table(page)
    .getByText(new RegExp(`^${which} \\d`))
    .click();
  await page.getByRole('grid', { name: which }).waitFor();
}

journey('Working in the table', (open) => {
  it('walks, selects, opens, takes away and brings back with the keyboard alone', async () => {
    const page = await open();
    await page.keyboard.press('b');
    await page.getByRole('grid', { name: 'Claims' }).waitFor();
    await table(page).getByRole('radio', { name: /^Claims/ }).focus(); // prettier-ignore
    await page.keyboard.press('ArrowLeft');
    await page.getByRole('grid', { name: 'Actors and events' }).waitFor();
    await grid(page).focus();
    const count = Number(await grid(page).getAttribute('aria-rowcount')) - 1;
    expect((await idsOnScreen(page)).nodes.length).toBe(count);

    // by name
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    const head = grid(page).getByRole('columnheader', { name: 'Name' });
    expect(await head.getAttribute('aria-sort')).toBe('ascending');
    await page.keyboard.press('ArrowDown');
    const names = await firstCells(page);
    expect(await current(page)).toBe(names[0]);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    expect(await current(page)).toMatch(/^\d+$/);
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Home');
    expect((await current(page)).localeCompare(names[0] ?? '')).toBeGreaterThan(0);
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('PageDown');
    expect(await current(page)).not.toBe(names[0]);
    await page.keyboard.press('Control+Home');

    await page.keyboard.press('Enter');
    await inspector(page)
      .getByRole('heading', { level: 2, name: names[0] ?? '?' })
      .waitFor();
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+ArrowDown');
    await expect.poll(() => page.getByRole('status').allTextContents()).toContain('Selected: 3 actors and events.'); // prettier-ignore
    expect(await grid(page).locator('[aria-selected="true"]').count()).toBe(3);
    await page.keyboard.press('Delete');
    await expect.poll(async () => Number(await grid(page).getAttribute('aria-rowcount'))).toBe(count - 2);
    expect((await idsOnScreen(page)).nodes.length).toBe(count - 3);
    await page.keyboard.press('Control+z');
    await expect.poll(async () => Number(await grid(page).getAttribute('aria-rowcount'))).toBe(count + 1);
    await page.keyboard.press('Control+a');
    await expect.poll(() => page.getByRole('status').allTextContents()).toContain(`Selected: ${count} actors and events.`); // prettier-ignore
    await page.keyboard.press('Escape');
    await inspector(page).waitFor({ state: 'detached' });
  });

  it('opens the menu of a row by key, with every verb that the picture has', async () => {
    const page = await open();
    const menu = page.getByRole('menu', { name: 'What to do with: Russia' });
    const verbs = (): Promise<string[]> => menu.getByRole('menuitem').allTextContents();
    await clickOn(page, await drawn(page, 'russia'));
    await page.keyboard.press('Shift+F10');
    await menu.waitFor();
    const inPicture = await verbs();
    expect(inPicture.length).toBeGreaterThan(12);
    await page.keyboard.press('Escape');
    await menu.waitFor({ state: 'detached' });
    await page.keyboard.press('Escape');
    await inspector(page).waitFor({ state: 'detached' });

    await openTable(page, 'Actors and events');
    await table(page).getByRole('textbox', { name: 'Find in the table' }).fill('Russia');
    await grid(page).getByRole('gridcell', { name: 'Russia', exact: true }).click();
    for (const key of ['Shift+F10', 'ContextMenu']) {
      await page.keyboard.press(key);
      await menu.waitFor();
      expect(await verbs()).toEqual(inPicture);
      await page.keyboard.press('Escape');
      await menu.waitFor({ state: 'detached' });
      expect(await grid(page).evaluate((element) => element === document.activeElement)).toBe(true);
    }
  });

  it('shares the selection with the picture, both ways', async () => {
    const page = await open();
    await openTable(page, 'Actors and events');
    await atRest(page);
    await clickOn(page, await drawn(page, 'tajikistan'));
    await expect.poll(() => current(page)).toBe('Tajikistan');
    await table(page).getByRole('textbox', { name: 'Find in the table' }).fill('russ emb');
    await grid(page).getByRole('gridcell', { name: 'Russian embassy in Kabul' }).click();
    expect(await selectedId(page)).toBe('russian-embassy-in-kabul');
    await table(page).getByRole('textbox', { name: 'Find in the table' }).fill('');
    await grid(page)
      .getByRole('gridcell', { name: 'Russia', exact: true })
      .click({ modifiers: ['Control'] });
    await expect.poll(() => page.getByRole('status').allTextContents()).toContain('Selected: 2 actors and events.'); // prettier-ignore
    await table(page).getByRole('button', { name: /^Selected 2/ }).click(); // prettier-ignore
    await page.getByRole('menuitem', { name: 'Dismiss', exact: true }).click();
    await expect.poll(async () => (await idsOnScreen(page)).nodes).not.toContain('russia');
  });

  it('chooses columns, and takes rows away as a file that runs nothing', async () => {
    const page = await open();
    await openTable(page, 'Claims');
    await table(page).getByRole('button', { name: 'Columns' }).click();
    await page.getByRole('menuitemcheckbox', { name: 'What', exact: true }).click();
    await page.getByRole('menuitemcheckbox', { name: 'Attributed to' }).click();
    await page.keyboard.press('Escape');
    const heads = await grid(page).getByRole('columnheader').allTextContents();
    expect(heads).toEqual(['Who', 'Did what', 'To whom or what', 'When', 'Quotes', 'Attributed to']);
    await grid(page).getByRole('columnheader', { name: 'When' }).click();
    await keepShot(page, 'table-claims');
    const saved = page.waitForEvent('download');
    await table(page).getByRole('button', { name: 'Download as CSV' }).click();
    const file = await readFile(await (await saved).path(), 'utf8');
    const lines = file.split('\r\n');
    expect(lines[0]).toBe(`\uFEFF${heads.join(',')}`);
    expect(lines.length - 2).toBe((await idsOnScreen(page)).relationships.length);
    const whens = lines.slice(1, -1).map((line) => /,(\d{4}(?:-\d\d(?:-\d\d)?)?)?,\d+,[^,]*$|,(\d{4}(?:-\d\d(?:-\d\d)?)?)?,\d+,".*"$/.exec(line)?.slice(1).join('') ?? ''); // prettier-ignore
    const dated = whens.filter((when) => when !== '');
    expect(dated.length).toBeGreaterThan(50);
    expect(dated).toEqual(dated.toSorted());
  });

  it('has a column of what colours tell, and sorts by it', async () => {
    const page = await open();
    await page.keyboard.press('v');
    const legend = page.getByRole('complementary', { name: 'Legend' });
    await legend.getByRole('combobox', { name: 'Colour by' }).selectOption('pagerank');
    await openTable(page, 'Actors and events');
    const head = grid(page).getByRole('columnheader', { name: 'PageRank' });
    await expect.poll(async () => (await numbers(page, head)).every((rank) => rank > 0)).toBe(true);
    await head.click();
    await expect.poll(() => head.getAttribute('aria-sort')).toBe('ascending');
    await head.click();
    await expect.poll(() => head.getAttribute('aria-sort')).toBe('descending');
    const falling = await numbers(page, head);
    expect(falling).toEqual(falling.toSorted((a, b) => b - a));
    expect(new Set(falling).size).toBeGreaterThan(5);
    await keepShot(page, 'table-pagerank');
    await legend.getByRole('combobox', { name: 'Colour by' }).selectOption('kind');
    await expect.poll(() => head.count()).toBe(0);
  });

  it('has a column of what only rings go by', async () => {
    const page = await open();
    await openTable(page, 'Actors and events');
    const head = grid(page).getByRole('columnheader', { name: 'PageRank' });
    expect(await head.count()).toBe(0);
    await page.getByRole('button', { name: 'Layout', exact: true }).click();
    const panel = page.getByRole('dialog', { name: 'Layout' });
    await panel.getByRole('radio', { name: 'Rings' }).check();
    await panel.getByRole('combobox', { name: 'In the middle' }).selectOption('pagerank');
    await panel.getByRole('button', { name: 'Lay out' }).click();
    await panel.getByRole('button', { name: 'Run again' }).waitFor();
    await page.keyboard.press('Escape');
    await head.click();
    await head.click();
    await expect.poll(() => head.getAttribute('aria-sort')).toBe('descending');
    await expect.poll(async () => (await numbers(page, head)).every((rank) => rank > 0)).toBe(true);
    const falling = await numbers(page, head);
    expect(falling).toEqual(falling.toSorted((a, b) => b - a));
    expect(new Set(falling).size).toBeGreaterThan(5);
    await keepShot(page, 'table-rings');
    await page.keyboard.press('Control+z');
    await expect.poll(() => head.count()).toBe(0);
  });

  it('copies what is selected', async () => {
    const page = await open({ permissions: ['clipboard-read', 'clipboard-write'] });
    await openTable(page, 'Actors and events');
    await table(page).getByRole('textbox', { name: 'Find in the table' }).fill('Tajikistan');
    await grid(page).getByRole('gridcell', { name: 'Tajikistan' }).click();
    await grid(page).focus();
    await page.keyboard.press('Control+c');
    await expect.poll(() => page.getByRole('status').allTextContents()).toContain('1 row copied.');
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied.split('\n')[0]).toBe('Name\tKind\tClaims\tBegan\tEnded');
    expect(copied.split('\n')[1]).toMatch(/^Tajikistan\tState\t\d+\t\t$/);
  });

  it('lists what is filtered out as well, and says why', async () => {
    const page = await open();
    await page.keyboard.press('t');
    const from = page.getByRole('slider', { name: 'Time: from' });
    await from.press('End');
    await expect.poll(() => from.getAttribute('aria-valuetext')).toBe('2021');
    await openTable(page, 'Claims');
    const shown = Number(await grid(page).getAttribute('aria-rowcount'));
    await table(page).getByRole('button', { name: 'List what is hidden or filtered out as well' }).click();
    await expect.poll(async () => Number(await grid(page).getAttribute('aria-rowcount'))).toBeGreaterThan(shown); // prettier-ignore
    await grid(page).getByRole('columnheader', { name: 'Not in the picture' }).click();
    await expect.poll(() => grid(page).getByRole('gridcell', { name: 'Outside the span of time' }).count()).toBeGreaterThan(0); // prettier-ignore
    await keepShot(page, 'table-hidden');
  });

  for (const [name, options] of [
    ['light', { colorScheme: 'light' }],
    ['dark', { colorScheme: 'dark' }],
    ['phone', { ...phone, colorScheme: 'light' }],
  ] as const)
    it(`has nothing for axe to complain of, ${name}`, async () => {
      const page = await open(options);
      await openTable(page, 'Actors and events');
      await grid(page).getByRole('gridcell').first().click();
      await inspector(page).waitFor();
      await keepShot(page, `table-${name}`);
      expect(await complaints(page)).toEqual([]);
    });
});
