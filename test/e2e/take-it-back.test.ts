/** Someone tries things on the picture, and takes them back. */
import { expect, it } from 'vitest';
import type { Page } from 'playwright-core';
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
