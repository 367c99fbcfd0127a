/** Someone who magnifies pages reads this one at 200 %: half as much room, and everything still in reach. */
import { expect, it } from 'vitest';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { complaints } from './axe.ts';
import { journey, keepShot } from './journey.ts';
import { atRest, cypherConsole, inspector, results, searchBox, selectedId } from './on-screen.ts';

/** What a window of 1440 × 900 has at 200 %: half the CSS pixels, of double size. */
const doubled: BrowserContextOptions = { viewport: { width: 720, height: 450 }, deviceScaleFactor: 2 };

/** What is cut off or covered of what can be worked with, a page that scrolls sideways, and what axe complains of. */
async function troubles(page: Page, name: string): Promise<string[]> {
  await keepShot(page, `doubled-${name}`);
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  return [
    ...(await page.evaluate(outOfReach)),
    ...(beyond > 0 ? [`the page is ${beyond} px too wide`] : []),
    ...(await complaints(page)),
  ];
}

journey('Reading it magnified', (open) => {
  for (const colorScheme of ['light', 'dark'] as const)
    it(`searches, opens a claim and reads its words at 200 %, ${colorScheme}`, async () => {
      const page = await open({ ...doubled, colorScheme });
      expect(await troubles(page, `first-${colorScheme}`)).toEqual([]);
      await searchBox(page).fill('deliver on promises');
      const hit = results(page).getByRole('option').first();
      await hit.filter({ hasText: 'deliver on promises' }).waitFor();
      expect(await troubles(page, `search-${colorScheme}`)).toEqual([]);
      await hit.click();
      const words = inspector(page).getByRole('blockquote').filter({ hasText: 'deliver on promises' });
      await words.waitFor();
      await atRest(page);
      expect(await selectedId(page)).not.toBeNull();
      expect(await troubles(page, `claim-${colorScheme}`)).toEqual([]);
      // all of the words are in view at once, and nothing lies over them
      await words.evaluate((quote) => quote.scrollIntoView({ block: 'start' }));
      await keepShot(page, `doubled-words-${colorScheme}`);
      expect(await words.evaluate(coveredCorners)).toEqual([]);
      await inspector(page).getByRole('button', { name: 'Close' }).click();
      await inspector(page).waitFor({ state: 'detached' });
    });

  it('has its panels within reach at 200 %', async () => {
    const page = await open(doubled);
    for (const [key, name, panel] of [
      ['c', 'console', cypherConsole(page)],
      ['b', 'table', page.getByRole('region', { name: 'Table', exact: true })],
      ['t', 'timeline', page.getByRole('region', { name: 'Timeline', exact: true })],
      ['f', 'filters', page.getByRole('complementary', { name: 'Filters' })],
    ] as const) {
      await page.keyboard.press(key);
      await panel.waitFor();
      await atRest(page);
      expect(await troubles(page, name)).toEqual([]);
      await panel.getByRole('button', { name: /^(Close|Fold)/ }).last().click(); // prettier-ignore
      await panel.waitFor({ state: 'detached' });
    }
    await page.getByRole('button', { name: 'Legend' }).click();
    await page.getByRole('complementary', { name: 'Legend' }).waitFor();
    expect(await troubles(page, 'legend')).toEqual([]);
  });

  it('has each head of the table over its cells where not all columns fit', async () => {
    const page = await open(doubled);
    await page.keyboard.press('b');
    const grid = page.getByRole('grid', { name: 'Claims' });
    await grid.getByRole('gridcell').first().waitFor();
    const apart = await grid.evaluate((element) => {
      const lefts = (row: string): number[] =>
        [...element.querySelectorAll(`${row} > *`)].map((cell) => cell.getBoundingClientRect().left);
      const heads = lefts('.grid-head [role="row"]');
      const cells = lefts('.grid-body [role="row"]:first-child');
      return { count: heads.length, most: Math.max(...heads.map((left, at) => Math.abs(left - (cells[at] ?? Infinity)))) }; // prettier-ignore
    });
    expect(apart).toEqual({ count: 6, most: 0 });
  });
});

/** Runs in the page: what can be worked with and cannot be got at, by name, with what is in its way; what a sheet that is open lies over apart. */
function outOfReach(): string[] {
  const operable = 'button, a[href], input, textarea, select, summary, [contenteditable="true"]';
  const out: string[] = [];
  for (const element of document.querySelectorAll<HTMLElement>(operable)) {
    if (!element.checkVisibility({ visibilityProperty: true }) || element.matches('.menu-point')) continue;
    const name = element.getAttribute('aria-label') ?? element.textContent.trim().slice(0, 40);
    element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    // no reader can scroll what does not let itself be scrolled
    for (let around = element.parentElement; around !== null; around = around.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(around);
      if (/hidden|clip/.test(overflowY) && around.scrollTop !== 0) around.scrollTop = 0;
      if (/hidden|clip/.test(overflowX) && around.scrollLeft !== 0) around.scrollLeft = 0;
    }
    const { left, top, right, bottom } = element.getBoundingClientRect();
    // what is larger than the window is read part by part
    const [x, y] = [(left + right) / 2, (top + bottom) / 2];
    const isWithin = left > -1 && top > -1 && right < innerWidth + 1 && bottom < innerHeight + 1;
    const over = document.elementFromPoint(x, y);
    // a box that is drawn by its label, a field inside its frame
    const isItself = over !== null && (element.contains(over) || over.contains(element) || over.closest('label')?.control === element || over.parentElement?.contains(element) === true); // prettier-ignore
    const sheet = over?.closest('.inspector, .drawer, .legend, .filters, [role="listbox"]') ?? null;
    const isUnderSheet = sheet !== null && !sheet.contains(element);
    if (!isWithin) out.push(`${name} is cut off: ${[left, top, right, bottom].map(Math.round).join(' ')}`);
    else if (!isItself && !isUnderSheet)
      out.push(`${name} is under ${over?.className.toString() ?? 'nothing'}`);
  }
  return out;
}

/** Runs in the page: corners of what is read that lie outside the window or under something else. */
function coveredCorners(element: Element): string[] {
  const { left, top, right, bottom } = element.getBoundingClientRect();
  const corners = { 'top left': [left + 2, top + 4], 'top right': [right - 2, top + 4], 'bottom left': [left + 2, bottom - 4], 'bottom right': [right - 2, bottom - 4] } as const; // prettier-ignore
  return Object.entries(corners)
    .filter(([, [x, y]]) => !element.contains(document.elementFromPoint(x, y)))
    .map(([corner]) => corner);
}
