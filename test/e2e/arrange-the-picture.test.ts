/** Someone lays the picture out in other ways, and takes that back. */
import { expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { decodeView } from '../../client/state/view.ts';
import { complaints } from './axe.ts';
import { phone } from './browser.ts';
import { journey, keepShot } from './journey.ts';
import { allDrawn, atRest, drawn } from './on-screen.ts';

type Places = ReadonlyMap<string, { readonly x: number; readonly y: number }>;

async function places(page: Page): Promise<Places> {
  await atRest(page);
  const nodes = (await allDrawn(page)).filter(({ kind }) => kind === 'node');
  return new Map(nodes.map(({ id, x, y }) => [id, { x, y }]));
}

async function layOut(page: Page, kind: string): Promise<void> {
  await page.getByRole('button', { name: 'Layout', exact: true }).click();
  const panel = page.getByRole('dialog', { name: 'Layout' });
  await panel.getByRole('radio', { name: kind }).check();
  await panel.getByRole('button', { name: 'Lay out' }).click();
  await panel.getByRole('button', { name: 'Run again' }).waitFor();
  await page.keyboard.press('Escape');
  await panel.waitFor({ state: 'detached' });
}

/**
 * How many pixels rings, columns, rows and marks take, with their labels; 0 where none are drawn.
 *
 * @param within CSS pixels across; `least` alpha: labels alone are opaque
 */
const guides = (page: Page, within = { from: 0, to: 1e6, least: 1 }): Promise<number> =>
  page.evaluate(({ from, to, least }) => {
    const canvas = document.querySelector<HTMLCanvasElement>('canvas.sigma-guides');
    const context = canvas?.getContext('2d');
    if (canvas === null || !context) return 0;
    const { data, width } = context.getImageData(0, 0, canvas.width, canvas.height);
    let painted = 0;
    for (let at = 0; at < data.length; at += 4) {
      const x = ((at / 4) % width) / devicePixelRatio;
      if ((data[at + 3] ?? 0) >= least && x >= from && x < to) painted++;
    }
    return painted;
  }, within);

/** How far nodes lie from where they lay, on average, in pixels. */
function moved(before: Places, after: Places): number {
  expect([...after.keys()].toSorted()).toEqual([...before.keys()].toSorted());
  let sum = 0;
  for (const [id, { x, y }] of before)
    sum += Math.hypot((after.get(id)?.x ?? 0) - x, (after.get(id)?.y ?? 0) - y);
  return sum / before.size;
}

/** Each look waits until the picture is at rest. */
const PATIENT = { timeout: 20_000 };

journey('Arranging the picture', (open) => {
  for (const [kind, name] of [
    ['Circle', 'circle'],
    ['Rings', 'rings'],
    ['By time', 'time'],
    ['Hierarchy', 'hierarchy'],
    ['Two axes', 'axes'],
  ] as const) {
    it(`lays everything out anew (${kind}), and one undo brings every place back`, async () => {
      const page = await open();
      const before = await places(page);
      await layOut(page, kind);
      const after = await places(page);
      expect(moved(before, after)).toBeGreaterThan(40);
      await keepShot(page, `layout-${name}`);
      await page.keyboard.press('Control+z');
      await expect.poll(async () => moved(before, await places(page)), PATIENT).toBeLessThan(1);
      await page.keyboard.press('Control+Shift+z');
      await expect.poll(async () => moved(after, await places(page)), PATIENT).toBeLessThan(1);
    });
  }

  it('leaves what is pinned where it is, however the others are laid out', async () => {
    const page = await open();
    const pinned = ['iran', 'taliban'];
    for (const id of pinned) {
      await page.keyboard.press('Escape');
      const { x, y } = await drawn(page, id);
      await page.mouse.click(x, y);
      await page.keyboard.press('p');
    }
    await page.keyboard.press('Escape');
    await atRest(page);
    const keptPlaces = async (): Promise<ReadonlyMap<string, string>> => {
      await atRest(page);
      const { nodes } = await decodeView(
        (await page.evaluate(() => localStorage.getItem('entente-session'))) ?? '',
      );
      return new Map(nodes.map(([id, x, y]) => [id, `${x} ${y}`]));
    };
    await expect.poll(async () => (await keptPlaces()).size).toBeGreaterThan(0);
    const before = await keptPlaces();
    for (const kind of ['Circle', 'Rings', 'By time', 'Hierarchy', 'Two axes', 'By forces']) {
      await layOut(page, kind);
      await expect
        .poll(async () => {
          const after = await keptPlaces();
          const still = [...before].filter(([id, at]) => after.get(id) === at).map(([id]) => id);
          return still.length < before.size / 4 ? still.filter((id) => pinned.includes(id)).toSorted() : still; // prettier-ignore
        })
        .toEqual(pinned);
    }
  });

  it('draws what the places are to be read by, which comes and goes with them, and is there after a reload', async () => {
    const page = await open();
    expect(await guides(page)).toBe(0);
    await layOut(page, 'Rings');
    await atRest(page);
    const rings = await guides(page);
    expect(rings).toBeGreaterThan(1_000);
    await keepShot(page, 'guides');

    // what else is done and taken back leaves them alone
    const { x, y } = await drawn(page, 'iran');
    await page.mouse.click(x, y);
    await page.keyboard.press('Delete');
    await page.getByText('Iran taken off the screen').first().waitFor({ state: 'attached' });
    await page.keyboard.press('Control+z');
    await atRest(page);
    expect(await guides(page)).toBeGreaterThan(1_000);

    await page.keyboard.press('Control+z');
    await expect.poll(() => guides(page), PATIENT).toBe(0);
    await page.keyboard.press('Control+Shift+z');
    await expect.poll(() => guides(page), PATIENT).toBeGreaterThan(1_000);

    await layOut(page, 'By time');
    await atRest(page);
    await page.keyboard.press('Control+z');
    await atRest(page);
    await page.getByRole('button', { name: 'Show everything' }).click();
    await atRest(page);
    // the rings again, and not the columns
    expect(Math.abs((await guides(page)) - rings)).toBeLessThan(rings / 10);

    await page.reload();
    await atRest(page);
    expect(await guides(page)).toBeGreaterThan(1_000);
    await page.getByRole('button', { name: 'Layout', exact: true }).click();
    await page.getByRole('dialog', { name: 'Layout' }).getByRole('button', { name: 'Run again' }).click();
    await atRest(page);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+z');
    await atRest(page);
    expect(await guides(page)).toBeGreaterThan(1_000);
  });

  it('names the rows and columns of two axes where no panel covers them', async () => {
    const page = await open();
    const legend = await page.getByRole('complementary', { name: 'Legend' }).boundingBox();
    const left = (legend?.x ?? 0) + (legend?.width ?? 0);
    expect(left).toBeGreaterThan(100);
    await layOut(page, 'Two axes');
    await atRest(page);
    await keepShot(page, 'axes-named');
    expect(await guides(page, { from: left, to: left + 140, least: 200 })).toBeGreaterThan(200);
    expect(await guides(page, { from: 0, to: left, least: 200 })).toBe(0);
  });

  it('has every layout under a finger on a phone', async () => {
    const page = await open(phone);
    const before = await places(page);
    await page.getByRole('button', { name: 'Layout', exact: true }).tap();
    const panel = page.getByRole('dialog', { name: 'Layout' });
    await panel.waitFor();
    const box = await panel.boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect(box?.y).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(390);
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(844);
    expect(await complaints(page)).toEqual([]);
    await keepShot(page, 'layout-phone');
    await panel.getByRole('radio', { name: 'Two axes' }).tap();
    await panel.getByRole('combobox', { name: 'Upwards' }).selectOption('Number of claims');
    await panel.getByRole('button', { name: 'Lay out' }).tap();
    await panel.getByRole('button', { name: 'Run again' }).waitFor();
    await panel.getByRole('button', { name: 'Close' }).tap();
    await panel.waitFor({ state: 'detached' });
    expect(moved(before, await places(page))).toBeGreaterThan(20);
    await keepShot(page, 'layout-phone-axes');
  });

  it('puts all on one circle', async () => {
    const page = await open();
    await layOut(page, 'Circle');
    const all = [...(await places(page)).values()];
    const middle = {
      x: all.reduce((sum, { x }) => sum + x, 0) / all.length,
      y: all.reduce((sum, { y }) => sum + y, 0) / all.length,
    };
    const radii = all.map(({ x, y }) => Math.hypot(x - middle.x, y - middle.y));
    expect(Math.max(...radii) - Math.min(...radii)).toBeLessThan(2);
  });

  it('moves everything at once where the reader wants less motion', async () => {
    const page = await open({ reducedMotion: 'reduce' });
    const before = await places(page);
    await layOut(page, 'Circle');
    expect(moved(before, await places(page))).toBeGreaterThan(40);
  });
});
