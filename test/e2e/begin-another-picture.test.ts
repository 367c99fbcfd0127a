/** Someone who has looked closely at one picture puts another in its place, and sees all of that. */
import { expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { run, status } from './console.ts';
import { journey, keepShot } from './journey.ts';
import { allDrawn, atRest, clickOn, cypherConsole, drawn, inspector } from './on-screen.ts';
import type { Drawn } from './on-screen.ts';

async function lookClosely(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  for (let times = 0; times < 4; times++) {
    await page.getByRole('button', { name: 'Zoom in' }).click();
    await page.waitForTimeout(250);
  }
  await atRest(page);
  expect((await outOfSight(page)).length).toBeGreaterThan(0);
}

async function replace(page: Page, statement: string): Promise<void> {
  await run(page, statement);
  await status(page).filter({ hasText: 'row' }).waitFor();
  await cypherConsole(page).getByRole('tab', { name: 'Picture' }).click();
  await cypherConsole(page).getByRole('button', { name: 'Replace the picture' }).click();
  await cypherConsole(page).getByText('The picture now shows').waitFor();
}

const nodesOf = async (page: Page): Promise<Drawn[]> =>
  (await allDrawn(page)).filter(({ kind }) => kind === 'node');

/** Names of the nodes that lie beside the view, or under what covers it. */
async function outOfSight(page: Page): Promise<string[]> {
  const nodes = await nodesOf(page);
  const isSeen = await page.evaluate(
    (points) =>
      points.map(({ x, y }) => {
        const at = document.elementFromPoint(x, y);
        return at !== null && at.closest('.outline, .picture-canvas') !== null;
      }),
    nodes.map(({ x, y }) => ({ x, y })),
  );
  return nodes.filter((_node, at) => isSeen[at] !== true).map(({ text }) => text);
}

/** The larger of the shares of the picture's width and height that the nodes take. */
async function extent(page: Page): Promise<number> {
  const nodes = await nodesOf(page);
  const span = (places: readonly number[]): number => Math.max(...places) - Math.min(...places);
  return Math.max(span(nodes.map(({ x }) => x)) / 1440, span(nodes.map(({ y }) => y)) / 900);
}

/** How much more some distances between nodes of both have grown than others: 1 where all of them are as they were, at whatever zoom. */
function distortion(before: readonly Drawn[], after: readonly Drawn[]): number {
  const now = new Map(after.map((node) => [node.id, node]));
  const kept = before.flatMap((was) => {
    const is = now.get(was.id);
    return is === undefined ? [] : [{ was, is }];
  });
  const apart = (a: Drawn, b: Drawn): number => Math.hypot(a.x - b.x, a.y - b.y);
  const ratios = kept.flatMap((a, at) =>
    kept.slice(at + 1).map((b) => apart(a.is, b.is) / apart(a.was, b.was)),
  );
  expect(ratios.length).toBeGreaterThan(2);
  return Math.max(...ratios) / Math.min(...ratios);
}

journey('Beginning another picture', (open) => {
  it('sees all of what a query gives, nothing of which was there', async () => {
    const page = await open();
    await replace(page, "MATCH (a {id: 'iran'}) RETURN a");
    await page.keyboard.press('Escape');
    await replace(page, "MATCH (a:Event)<-[r]-(b) WHERE b.id <> 'iran' RETURN a, r, b");
    await atRest(page);
    expect(await outOfSight(page)).toEqual([]);
    expect(await extent(page)).toBeGreaterThan(0.3);
  });

  it('sees all of what a query gives, some of which was there, laid out for its own sake', async () => {
    const page = await open();
    await clickOn(page, await drawn(page, 'iran'));
    await inspector(page).waitFor();
    await page.keyboard.press('Shift+n');
    await page.keyboard.press('n');
    await page.keyboard.press('Shift+Delete');
    await atRest(page);
    await page.keyboard.press('Escape');
    const before = await nodesOf(page);
    expect(before.length).toBeGreaterThan(2);
    await lookClosely(page);
    await replace(page, 'MATCH (a:State)-[r]->(b) RETURN a, r, b');
    await atRest(page);
    await keepShot(page, 'replaced-in-part');
    const after = await nodesOf(page);
    expect(after.length).toBeGreaterThan(before.length);
    expect(distortion(before, after)).toBeGreaterThan(1.5);
    expect(await outOfSight(page)).toEqual([]);
    expect(await extent(page)).toBeGreaterThan(0.3);
  });

  it('sees what a step of its own story saw, wherever it looks when it comes to it', async () => {
    const page = await open();
    await lookClosely(page);
    const hidden = await outOfSight(page);
    await page.keyboard.press('y');
    const dialog = page.getByRole('dialog', { name: 'Stories' });
    await dialog.getByLabel('Title of the next step').fill('From near');
    await dialog.getByLabel('What it tells').fill('Where Russia is.');
    await dialog.getByRole('button', { name: 'Save this view as a step' }).click();
    await dialog.getByRole('listitem').filter({ hasText: 'From near' }).waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Show everything' }).click();
    await atRest(page);
    await page.keyboard.press('y');
    await dialog.getByRole('button', { name: 'Show “From near”' }).click();
    await page.getByRole('complementary', { name: 'Story' }).waitFor();
    await atRest(page);
    await keepShot(page, 'story-step-from-near');
    // the panel of the story takes some of the view, and what was in it has that much less room
    const now = await outOfSight(page);
    expect(now.length).toBeGreaterThan(hidden.length / 2);
    expect(hidden).toEqual(expect.arrayContaining(now));
  });

  it('sees the whole graph where it begins again', async () => {
    const page = await open();
    await lookClosely(page);
    await page.getByRole('button', { name: 'History' }).click();
    await page.getByRole('menuitem', { name: 'Begin again with the whole graph' }).click();
    await expect.poll(() => outOfSight(page)).toEqual([]);
  });
});
