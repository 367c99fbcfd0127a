/** Someone tries things on the picture, and takes them back. */
import { expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { decodeView } from '../../client/state/view.ts';
import type { View } from '../../client/state/view.ts';
import { phone } from './browser.ts';
import { journey, keepShot } from './journey.ts';
import { atRest, clickOn, drawn, idsOnScreen, inspector } from './on-screen.ts';

const dismiss = async (page: Page, id: string): Promise<void> => {
  await clickOn(page, await drawn(page, id));
  await inspector(page).waitFor();
  await page.keyboard.press('Delete');
  await inspector(page).waitFor({ state: 'detached' });
  await atRest(page);
};

/** The picture as it is kept for the next visit; what is seen and selected of it is no part of what is undone. */
async function kept(page: Page): Promise<Pick<View, 'nodes' | 'relationships' | 'settings'>> {
  await atRest(page);
  const text = await page.evaluate(() => localStorage.getItem('entente-session'));
  const { nodes, relationships, settings } = await decodeView(text ?? '');
  return {
    nodes: nodes.toSorted(([a], [b]) => (a < b ? -1 : 1)),
    relationships: relationships.toSorted(),
    settings,
  };
}

journey('Taking it back', (open) => {
  it('undoes and redoes with the keys, each thing where it lay', async () => {
    const page = await open();
    const before = { ids: await idsOnScreen(page), iran: await drawn(page, 'iran') };
    await dismiss(page, 'iran');
    const without = await idsOnScreen(page);
    expect(without.nodes).not.toContain('iran');

    await page.keyboard.press('Control+z');
    await atRest(page);
    expect(await idsOnScreen(page)).toEqual(before.ids);
    const back = await drawn(page, 'iran');
    await page.getByRole('button', { name: 'Show everything' }).click();
    await atRest(page);
    const { x, y } = await drawn(page, 'iran');
    expect([Math.abs(x - before.iran.x) < 2, Math.abs(y - before.iran.y) < 2, back.kind]).toEqual([
      true,
      true,
      'node',
    ]);

    await page.keyboard.press('Control+Shift+z');
    await atRest(page);
    expect(await idsOnScreen(page)).toEqual(without);
  });

  it('takes back everything that changes the picture, each in one step, and does all of it again', async () => {
    const page = await open();
    const choose = async (id: string): Promise<void> => {
      await page.keyboard.press('Escape');
      await clickOn(page, await drawn(page, id));
      await inspector(page).waitFor();
      await atRest(page);
    };
    const things: readonly (readonly [string, () => Promise<void>])[] = [
      ['dismiss', async () => dismiss(page, 'iran')],
      [
        'expand',
        async () => {
          await choose('moscow-talks-2021-10-20');
          await page.keyboard.press('e');
        },
      ],
      [
        'hide',
        async () => {
          await choose('pakistan');
          await page.keyboard.press('h');
        },
      ],
      [
        'pin',
        async () => {
          await choose('china');
          await page.keyboard.press('p');
          await page.keyboard.press('Escape');
        },
      ],
      [
        'drag',
        async () => {
          const { x, y } = await drawn(page, 'turkey');
          await page.mouse.move(x, y);
          await page.mouse.down();
          await page.mouse.move(x + 30, y - 40, { steps: 4 });
          await page.mouse.up();
        },
      ],
      [
        'group',
        async () => {
          await page.keyboard.press('g');
          const dialog = page.getByRole('dialog', { name: 'Group by a property' });
          await dialog.getByRole('radio', { name: 'status' }).check();
          await dialog.getByRole('button', { name: 'Group', exact: true }).click();
        },
      ],
      [
        'filter',
        async () => {
          await page.keyboard.press('f');
          const filters = page.getByRole('complementary', { name: 'Filters' });
          await filters.getByRole('combobox', { name: 'Add a filter' }).click();
          await page.keyboard.type('Number of claims');
          await page.getByRole('option', { name: /^Number of claims/ }).first().click(); // prettier-ignore
          await filters.getByRole('slider', { name: 'Number of claims: from' }).press('PageUp');
        },
      ],
      [
        'style',
        async () => {
          await page.keyboard.press('Escape');
          await page.getByRole('button', { name: 'Colours and sizes' }).click();
          await page.getByRole('combobox', { name: 'Colour by' }).selectOption('pagerank');
        },
      ],
      [
        'layout',
        async () => {
          await page.getByRole('button', { name: 'Layout', exact: true }).click();
          const panel = page.getByRole('dialog', { name: 'Layout' });
          await panel.getByRole('radio', { name: 'Rings' }).check();
          await panel.getByRole('button', { name: 'Lay out' }).click();
          await panel.getByRole('button', { name: 'Run again' }).waitFor();
          await page.keyboard.press('Escape');
        },
      ],
      [
        'time',
        async () => {
          await page.keyboard.press('t');
          await page.getByRole('slider', { name: 'Time: from' }).press('PageUp');
        },
      ],
    ];
    const states = [await kept(page)];
    for (const [thing, doIt] of things) {
      await doIt();
      await expect.poll(() => kept(page), { message: thing }).not.toEqual(states.at(-1));
      states.push(await kept(page));
    }
    await keepShot(page, 'everything-done');
    const undo = page.getByRole('button', { name: /^Undo/ });
    const redo = page.getByRole('button', { name: /^Redo/ });
    const titles: string[] = [];
    for (let at = things.length - 1; at >= 0; at--) {
      for (let steps = 0; steps < (things[at]?.[0] === 'filter' ? 2 : 1); steps++) {
        titles.unshift((await undo.getAttribute('aria-label')) ?? '');
        await undo.click();
      }
      await expect.poll(() => kept(page), { message: `undo ${things[at]?.[0]}` }).toEqual(states[at]);
    }
    expect(titles).toEqual([
      'Undo: Dismiss Iran',
      'Undo: Expand Moscow talks on Afghanistan',
      'Undo: Hide Pakistan',
      'Undo: Pin China',
      'Undo: Move Turkey',
      'Undo: Group by status',
      'Undo: Add the filter Number of claims',
      'Undo: Filter by Number of claims',
      'Undo: Colour by PageRank',
      'Undo: Lay out in rings',
      'Undo: Look at a span of time',
    ]);
    for (let at = 1; at <= things.length; at++) {
      for (let steps = 0; steps < (things[at - 1]?.[0] === 'filter' ? 2 : 1); steps++) await redo.click();
      await expect.poll(() => kept(page), { message: `redo ${things[at - 1]?.[0]}` }).toEqual(states[at]);
    }
  }, 180_000);

  it('reads what was done, and goes to any point of it', async () => {
    const page = await open();
    const before = await idsOnScreen(page);
    await dismiss(page, 'iran');
    await dismiss(page, 'pakistan');
    await page.getByRole('button', { name: 'History' }).click();
    const steps = page.getByRole('menuitemradio');
    await steps.first().waitFor();
    expect(await steps.allTextContents()).toEqual([
      'The picture to begin with',
      'Dismiss Iran',
      'Dismiss Pakistan',
    ]);
    await keepShot(page, 'history');
    await steps.first().click();
    await atRest(page);
    expect(await idsOnScreen(page)).toEqual(before);
    expect(await page.getByRole('button', { name: 'Redo: Dismiss Iran' }).isVisible()).toBe(true);
  });

  it('has its buttons on a phone too', async () => {
    const page = await open(phone);
    await page.getByRole('button', { name: 'Undo', exact: true }).waitFor();
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBe(0);
    await keepShot(page, 'history-phone');
  });
});
