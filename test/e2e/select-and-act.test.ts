/** Someone gathers things in the picture, and does something with them. */
import { expect, it } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { complaints } from './axe.ts';
import { phone } from './browser.ts';
import { journey, keepShot } from './journey.ts';
import { allDrawn, atRest, drawn, idsOnScreen, inspector } from './on-screen.ts';
import type { Drawn } from './on-screen.ts';

const said = (page: Page): Promise<string[]> => page.getByRole('status').allTextContents();
const menu = (page: Page): Locator => page.getByRole('menu', { name: /^What to do with/ });
const bar = (page: Page): Locator => page.getByRole('toolbar', { name: 'With the selection' });
const legendRow = (page: Page, name: string): Locator =>
  page
    .getByRole('complementary', { name: 'Legend' })
    .getByRole('button', { name: new RegExp(`^${name}`) })
    .first();

/** Ids of the selected nodes, sorted. */
const selectedNodes = (page: Page): Promise<string[]> =>
  page
    .locator('[data-element="node"][aria-selected="true"]')
    .evaluateAll((options) => options.map((option) => option.getAttribute('data-id') ?? '').toSorted());

/** Selects nodes with Shift and click. */
async function pick(page: Page, ...ids: string[]): Promise<void> {
  await page.keyboard.press('Escape');
  for (const [index, id] of ids.entries()) {
    const { x, y } = await drawn(page, id);
    await page.mouse.move(x, y);
    if (index > 0) await page.keyboard.down('Shift');
    await page.mouse.click(x, y);
    if (index > 0) await page.keyboard.up('Shift');
  }
  await expect.poll(() => selectedNodes(page)).toEqual(ids.toSorted());
  await atRest(page);
}

const inBox = (nodes: readonly Drawn[], [left, top, right, bottom]: readonly number[]): string[] =>
  nodes
    .filter(({ kind, x, y }) => kind === 'node' && x > left! && x < right! && y > top! && y < bottom!)
    .map(({ id }) => id)
    .toSorted();

journey('Selecting and acting', (open) => {
  it('selects what a rectangle is drawn around, and with Shift adds what a lasso is', async () => {
    const page = await open();
    const nodes = await allDrawn(page);
    const box = [560, 250, 800, 520] as const;
    await page.getByRole('button', { name: 'Select with a rectangle' }).click();
    expect(
      await page.getByRole('button', { name: 'Select with a rectangle' }).getAttribute('aria-pressed'),
    ).toBe('true');
    await page.mouse.move(box[0], box[1]);
    await page.mouse.down();
    await page.mouse.move(700, 400, { steps: 4 });
    await page.mouse.move(box[2], box[3], { steps: 4 });
    await keepShot(page, 'marquee');
    await page.mouse.up();
    const within = inBox(nodes, box);
    expect(within.length).toBeGreaterThan(2);
    await expect.poll(() => selectedNodes(page)).toEqual(within);
    expect(await said(page)).toContain(`Selected: ${within.length} actors and events.`);

    await page.keyboard.press('l');
    expect(await page.getByRole('button', { name: 'Select with a lasso' }).getAttribute('aria-pressed')).toBe(
      'true',
    );
    const now = await allDrawn(page);
    const other = now.find(
      ({ kind, id, x }) => kind === 'node' && !within.includes(id) && x > 320 && x < 960,
    );
    if (other === undefined) throw new Error('everything is selected');
    await page.keyboard.down('Shift');
    await page.mouse.move(other.x - 9, other.y - 9);
    await page.mouse.down();
    for (const [dx, dy] of [
      [9, -9],
      [9, 9],
      [-9, 9],
    ] as const)
      await page.mouse.move(other.x + dx, other.y + dy, { steps: 3 });
    await page.mouse.up();
    await page.keyboard.up('Shift');
    await expect.poll(() => selectedNodes(page)).toContain(other.id);
    expect(await selectedNodes(page)).toEqual(expect.arrayContaining(within));

    // Escape ends drawing first, and lets go of the selection then
    await page.keyboard.press('Escape');
    expect(await page.getByRole('button', { name: 'Select with a lasso' }).getAttribute('aria-pressed')).toBe(
      'false',
    );
    expect((await selectedNodes(page)).length).toBeGreaterThan(within.length);
    await page.keyboard.press('Escape');
    await expect.poll(() => selectedNodes(page)).toEqual([]);
  });

  it('takes in a way that is drawn faster than it is shown', async () => {
    const page = await open();
    const { x, y } = await drawn(page, 'tajikistan');
    await page.keyboard.press('l');
    await page.mouse.move(x - 30, y - 30);
    await page.mouse.down();
    // all in one frame
    await page.locator('.region').evaluate(
      (region, { left, top }) => {
        const corners = [
          [30, -30],
          [30, 30],
          [-30, 30],
        ] as const;
        const at = ([dx, dy]: readonly [number, number]) => ({
          clientX: left + dx,
          clientY: top + dy,
          pointerId: 1,
          bubbles: true,
        });
        for (const corner of corners) region.dispatchEvent(new PointerEvent('pointermove', at(corner)));
        region.dispatchEvent(new PointerEvent('pointerup', at(corners[2])));
      },
      { left: x, top: y },
    );
    await page.mouse.up();
    await expect.poll(() => selectedNodes(page)).toEqual(['tajikistan']);
  });

  it('does without a mouse: all, inverted, neighbours, the same kind', async () => {
    const page = await open();
    const { nodes } = await idsOnScreen(page);
    await page.keyboard.press('Control+a');
    await expect.poll(() => selectedNodes(page)).toEqual(nodes);
    await page.keyboard.press('i');
    await expect.poll(() => selectedNodes(page)).toEqual([]);

    await pick(page, 'tajikistan');
    await page.keyboard.press('k');
    await expect.poll(async () => (await selectedNodes(page)).length).toBeGreaterThan(5);
    expect(await selectedNodes(page)).toEqual(expect.arrayContaining(['russia', 'tajikistan', 'china']));
    expect(await selectedNodes(page)).not.toContain('vladimir-putin');

    await pick(page, 'tajikistan');
    await page.keyboard.press('n');
    await expect.poll(async () => (await selectedNodes(page)).length).toBeGreaterThan(1);
    const around = await selectedNodes(page);
    await page.keyboard.press('i');
    await expect.poll(() => selectedNodes(page)).toEqual(nodes.filter((id) => !around.includes(id)));
  });

  it('hides and shows again, dismisses the others, and takes each back', async () => {
    const page = await open();
    const all = await idsOnScreen(page);
    await pick(page, 'iran', 'pakistan');
    await keepShot(page, 'several-selected');
    await bar(page).getByRole('button', { name: 'Hide' }).click();
    await expect
      .poll(async () => (await idsOnScreen(page)).nodes)
      .toEqual(all.nodes.filter((id) => id !== 'iran' && id !== 'pakistan'));
    const shows = page.getByRole('button', { name: /Show hidden$/ });
    expect(await shows.textContent()).toBe('+2 Show hidden');
    await keepShot(page, 'hidden');
    await page.keyboard.press('Shift+h');
    await expect.poll(() => idsOnScreen(page)).toEqual(all);
    expect(await shows.count()).toBe(0);

    await pick(page, 'iran', 'pakistan', 'china');
    await page.keyboard.press('Shift+Delete');
    await expect.poll(async () => (await idsOnScreen(page)).nodes).toEqual(['china', 'iran', 'pakistan']);
    await page.keyboard.press('Control+z');
    await expect.poll(() => idsOnScreen(page)).toEqual(all);
    await page.getByRole('button', { name: 'History' }).click();
    await expect
      .poll(() => page.getByRole('menuitemradio').allTextContents())
      .toEqual([
        'The picture to begin with',
        'Hide 2 actors and events',
        'Show what was hidden',
        'Dismiss all but 3 actors and events',
      ]);
  });

  it('expands by type and direction, and says how many claims are left out', async () => {
    const page = await open();
    await pick(page, 'taliban');
    await page.keyboard.press('Shift+Delete');
    await expect.poll(async () => (await idsOnScreen(page)).nodes).toEqual(['taliban']);
    await page.keyboard.press('Shift+e');
    const dialog = page.getByRole('dialog', { name: 'Expand Taliban' });
    await dialog.getByText('About it').click();
    await dialog.getByRole('checkbox', { name: 'Every type of claim' }).click();
    await dialog.getByRole('checkbox', { name: 'Urged' }).click();
    expect(await complaints(page)).toEqual([]);
    await keepShot(page, 'expand-by');
    await dialog.getByRole('button', { name: 'Expand' }).click();
    await dialog.waitFor({ state: 'detached' });
    await expect.poll(async () => (await idsOnScreen(page)).nodes.length).toBeGreaterThan(1);
    const { relationships } = await idsOnScreen(page);
    expect(relationships.length).toBeGreaterThan(0);
    for (const { kind, text } of await allDrawn(page))
      if (kind === 'relationship') expect(text).toMatch(/urged the Taliban/);

    // with a bound, the rest is counted
    await page.keyboard.press('Shift+e');
    await dialog.getByRole('combobox', { name: 'Most new neighbours' }).selectOption('10');
    await dialog.getByRole('button', { name: 'Expand' }).click();
    await expect
      .poll(() => said(page))
      .toContainEqual(
        expect.stringMatching(
          /^10 neighbours and \d+ claims added to Taliban\. \d+ claims are left out: \d+ “[^”]+”, \d+ “[^”]+”, \d+ “[^”]+”, \d+ of other types\.$/,
        ),
      );
    await keepShot(page, 'expanded');
  });

  it('finds the paths between two, all of them, and says when there is none', async () => {
    const page = await open();
    await pick(page, 'tajikistan', 'vladimir-putin');
    await page.keyboard.press('s');
    await expect
      .poll(() => said(page))
      .toContainEqual(
        expect.stringMatching(/^A shortest path between Tajikistan and Vladimir Putin: \d steps?/),
      );
    await pick(page, 'tajikistan', 'vladimir-putin');
    await page.keyboard.press('Shift+s');
    const dialog = page.getByRole('dialog', { name: 'Paths between Tajikistan and Vladimir Putin' });
    await dialog.getByRole('slider').waitFor();
    expect(await complaints(page)).toEqual([]);
    await keepShot(page, 'paths');
    await dialog.getByRole('button', { name: 'Find' }).click();
    await expect
      .poll(() => said(page))
      .toContainEqual(
        expect.stringMatching(/^\d+ paths? of \d steps? between Tajikistan and Vladimir Putin/),
      );
    await keepShot(page, 'paths-found');
    await pick(page, 'tajikistan', 'vladimir-putin');
    await page.keyboard.press('Shift+s');
    await dialog.getByRole('slider').focus();
    await page.keyboard.press('Home');
    await dialog.getByRole('button', { name: 'Find' }).click();
    await expect
      .poll(() => said(page))
      .toContain('No path of up to 1 step joins Tajikistan and Vladimir Putin.');
  });

  it('brings in what several have in common, and the claims among what is shown', async () => {
    const page = await open();
    const all = await idsOnScreen(page);
    await pick(page, 'russia', 'china');
    await page.keyboard.press('Shift+Delete');
    await expect.poll(async () => (await idsOnScreen(page)).nodes).toEqual(['china', 'russia']);
    await page.keyboard.press('j');
    await expect
      .poll(() => said(page))
      .toContainEqual(
        expect.stringMatching(/^Common neighbours of (Russia and China|China and Russia): \d+\.$/),
      );
    const { nodes } = await idsOnScreen(page);
    expect(nodes).toEqual(expect.arrayContaining(['iran', 'moscow-talks-2021-10-20', 'taliban']));
    expect(await selectedNodes(page)).toEqual(nodes);
    await keepShot(page, 'common-neighbours');

    // of the claims among them, those of neither Russia nor China are missing
    const missing = all.relationships.length;
    const before = await idsOnScreen(page);
    await page.keyboard.press('r');
    await expect
      .poll(() => said(page))
      .toContainEqual(expect.stringMatching(/^\d+ claims? added among \d+ actors and events\.$/));
    const after = await idsOnScreen(page);
    expect(after.nodes).toEqual(before.nodes);
    expect(after.relationships.length).toBeGreaterThan(before.relationships.length);
    expect(after.relationships.length).toBeLessThan(missing);
    await page.keyboard.press('r');
    await expect
      .poll(() => said(page))
      .toContain('Every claim among what is shown is on the screen already.');
  });

  it('offers the same in a menu at the pointer, and by the menu key', async () => {
    const page = await open();
    const { x, y } = await drawn(page, 'china');
    await page.mouse.click(x, y, { button: 'right' });
    await menu(page).waitFor();
    expect(await selectedNodes(page)).toEqual(['china']);
    await keepShot(page, 'context-menu');
    expect(await complaints(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await menu(page).waitFor({ state: 'detached' });
    // the menu alone is closed
    expect(await selectedNodes(page)).toEqual(['china']);

    await page.keyboard.press('Shift+F10');
    await menu(page).getByRole('menuitem', { name: /^Pin/ }).waitFor();
    await page.keyboard.press('p');
    await menu(page)
      .getByRole('menuitem', { name: /^Select its neighbours/ })
      .click();
    await expect.poll(async () => (await selectedNodes(page)).length).toBeGreaterThan(1);
  });

  it('stops what takes too long: the picture is as it was', async () => {
    const page = await open();
    const before = await idsOnScreen(page);
    await pick(page, 'russia');
    let isAborted = false;
    await page.route('**/neighbours?*', () => {}); // never answered
    page.on('requestfailed', (request) => (isAborted ||= request.url().includes('/neighbours')));
    await page.keyboard.press('e');
    const cancel = page.getByRole('button', { name: 'Cancel' });
    await cancel.waitFor();
    await keepShot(page, 'under-way');
    await cancel.click();
    await expect.poll(() => said(page)).toContain('Stopped: Expand Russia. The picture is as it was.');
    await expect.poll(() => isAborted).toBe(true);
    expect(await complaints(page)).toEqual([]);
    expect(await idsOnScreen(page)).toEqual(before);
  });

  it('selects all of a kind in the legend, Shift for another kind as well', async () => {
    const page = await open();
    await legendRow(page, 'States').click();
    await expect.poll(async () => (await selectedNodes(page)).length).toBeGreaterThan(3);
    const states = await selectedNodes(page);
    await legendRow(page, 'People').click({ modifiers: ['Shift'] });
    await expect.poll(async () => (await selectedNodes(page)).length).toBeGreaterThan(states.length);
    expect(await selectedNodes(page)).toEqual(expect.arrayContaining(states));
  });

  it('has the menu under a finger that stays, and the lasso under one that moves', async () => {
    const page = await open(phone);
    const taliban = await drawn(page, 'taliban');
    const touch = await page.context().newCDPSession(page);
    const finger = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...points: { x: number; y: number }[]) =>
      touch.send('Input.dispatchTouchEvent', { type, touchPoints: points.map(({ x, y }) => ({ x, y })) });
    await finger('touchStart', taliban);
    await menu(page).waitFor();
    await finger('touchEnd');
    expect(await selectedNodes(page)).toEqual(['taliban']);
    await keepShot(page, 'phone-menu');
    await page.keyboard.press('Escape');
    await menu(page).waitFor({ state: 'detached' });
    // by keys: a tap of Playwright's own, after touches of the protocol, brings no click
    await page.keyboard.press('Escape');
    await inspector(page).waitFor({ state: 'detached' });
    await atRest(page);

    const { x, y } = await drawn(page, 'taliban');
    await page.keyboard.press('l');
    await page.getByRole('button', { name: 'Select with a lasso', pressed: true }).waitFor();
    await finger('touchStart', { x: x - 20, y: y - 20 });
    for (const [dx, dy] of [
      [20, -20],
      [20, 20],
      [-20, 20],
    ] as const)
      await finger('touchMove', { x: x + dx, y: y + dy });
    await finger('touchEnd');
    await expect.poll(() => selectedNodes(page)).toContain('taliban');
    await keepShot(page, 'phone-lasso');
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBe(0);
    expect(await complaints(page)).toEqual([]);
  });

  it('drags a node, pins it, and takes both back', async () => {
    const page = await open();
    const from = await drawn(page, 'iran');
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x - 60, from.y + 50, { steps: 5 });
    await page.mouse.up();
    const moved = await drawn(page, 'iran');
    expect([Math.round(moved.x - from.x), Math.round(moved.y - from.y)]).toEqual([-60, 50]);
    // a drag is no click
    expect(await selectedNodes(page)).toEqual([]);
    await pick(page, 'iran');
    await page.keyboard.press('p');
    await expect.poll(() => said(page)).toContain('Iran: pinned. No layout moves it.');
    expect(await bar(page).getByRole('button', { name: 'Pin' }).getAttribute('aria-pressed')).toBe('true');
    await keepShot(page, 'pinned');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+z');
    await page.getByRole('button', { name: 'Undo: Move Iran' }).click();
    await page.getByRole('button', { name: 'Show everything' }).click();
    const back = await drawn(page, 'iran');
    expect([Math.abs(back.x - from.x) < 2, Math.abs(back.y - from.y) < 2]).toEqual([true, true]);
  });

  for (const [name, options] of [
    ['a desktop', {}],
    ['a phone', phone],
  ] as const)
    it(`says on ${name} how much is hidden, as long as it is there, and shows it with a click`, async () => {
      const page = await open(options);
      const all = await idsOnScreen(page);
      const shows = page.getByRole('button', { name: /Show hidden$/ });
      expect(await shows.count()).toBe(0);
      const { x, y } = await drawn(page, 'taliban');
      await page.mouse.click(x, y);
      await expect.poll(() => selectedNodes(page)).toEqual(['taliban']);
      await page.keyboard.press('h');
      await page.keyboard.press('Escape');
      await inspector(page).waitFor({ state: 'detached' });
      await atRest(page);
      expect(await shows.textContent()).toBe('+1 Show hidden');
      expect(await complaints(page)).toEqual([]);
      await keepShot(page, `hidden-${name.slice(2)}`);
      await shows.click();
      await shows.waitFor({ state: 'detached' });
      expect(await idsOnScreen(page)).toEqual(all);
    });

  it('draws what shares a value as one, selects its members, and draws each by itself again', async () => {
    const page = await open();
    const before = await idsOnScreen(page);
    await page.keyboard.press('g');
    const dialog = page.getByRole('dialog', { name: 'Group by a property' });
    await dialog.getByRole('radio', { name: 'status' }).click();
    expect(await complaints(page)).toEqual([]);
    await keepShot(page, 'group-by');
    await dialog.getByRole('button', { name: 'Group', exact: true }).click();
    const group = page.getByRole('option', { name: 'feared, group of 8 actors and events' });
    await expect.poll(() => group.count()).toBe(1);
    await atRest(page);
    const grouped = await idsOnScreen(page);
    expect(grouped.nodes.length).toBe(before.nodes.length - 30);
    await keepShot(page, 'grouped');
    const [x, y] = [Number(await group.getAttribute('data-x')), Number(await group.getAttribute('data-y'))];
    const picture = await page.getByRole('listbox', { name: /^Picture of/ }).boundingBox();
    await page.mouse.click((picture?.x ?? 0) + x, (picture?.y ?? 0) + y);
    await expect.poll(() => said(page)).toContain('Selected: 8 actors and events.');
    await page.keyboard.press('Shift+F10');
    await keepShot(page, 'grouped-menu');
    await menu(page)
      .getByRole('menuitem', { name: /^Ungroup/ })
      .click();
    await expect.poll(async () => (await idsOnScreen(page)).nodes.length).toBe(before.nodes.length - 30 + 8);
    expect((await selectedNodes(page)).length).toBe(8);
    await page.keyboard.press('Shift+F10');
    await menu(page)
      .getByRole('menuitem', { name: /^Group by/ })
      .click();
    await page.getByRole('dialog', { name: 'Group 8 actors and events by a property' }).waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await inspector(page).waitFor({ state: 'detached' });
    await page.keyboard.press('Shift+G');
    await expect.poll(() => idsOnScreen(page)).toEqual(before);
  });

  it('groups only what is selected, ungroups only the groups selected, and takes both back', async () => {
    const page = await open();
    const before = await idsOnScreen(page);
    const group = (name: string): Locator =>
      page.getByRole('option', { name: `${name}, group of 2 actors and events` });
    const groups = (): Promise<number[]> =>
      Promise.all([group('called for').count(), group('feared').count()]);
    await pick(page, 'donors-conference', 'inclusive-government', 'refugee-crisis', 'return-to-harsh-rule');
    await page.keyboard.press('g');
    const dialog = page.getByRole('dialog', { name: 'Group 4 actors and events by a property' });
    await dialog.getByRole('radio', { name: 'status' }).check();
    await dialog.getByRole('button', { name: 'Group', exact: true }).click();
    await expect.poll(groups).toEqual([1, 1]);
    expect((await idsOnScreen(page)).nodes.length).toBe(before.nodes.length - 4);

    // one in the table stands for its group
    await page.keyboard.press('Escape');
    await page.keyboard.press('b');
    const table = page.getByRole('region', { name: 'Table', exact: true });
    await table.getByText(/^Actors and events \d/).click();
    await table.getByRole('textbox', { name: 'Find in the table' }).fill('Refugee crisis');
    await table.getByRole('gridcell', { name: 'Refugee crisis' }).click();
    await table.getByRole('button', { name: /^Selected 1/ }).click();
    expect(await menu(page).getByRole('menuitem', { name: /^Group by/ }).isDisabled()).toBe(true); // prettier-ignore
    await menu(page)
      .getByRole('menuitem', { name: /^Ungroup/ })
      .click();
    await expect.poll(groups).toEqual([1, 0]);
    await expect.poll(() => said(page)).toContain('Each by itself again: feared.');

    for (const [key, left] of [
      ['Control+z', [1, 1]],
      ['Control+z', [0, 0]],
      ['Control+Shift+z', [1, 1]],
    ] as const) {
      await page.getByRole('grid').focus();
      await page.keyboard.press(key);
      await expect.poll(groups).toEqual(left);
    }
    await page.reload();
    await atRest(page);
    expect(await groups()).toEqual([1, 1]);
    // what was selected still is: without it, everything is meant
    await page.keyboard.press('Escape');
    await page.keyboard.press('Shift+G');
    await expect.poll(groups).toEqual([0, 0]);
  });

  it('lists every key, of the verbs too', async () => {
    const page = await open();
    await page.keyboard.press('?');
    const help = page.getByRole('dialog', { name: 'How to use this picture' });
    for (const title of [
      'Select with a lasso',
      'Expand by type, direction and number',
      'Reveal claims among what is shown',
    ])
      await help.getByRole('row', { name: new RegExp(title) }).waitFor();
    expect(await complaints(page)).toEqual([]);
    await keepShot(page, 'keys');
  });
});
