/** Someone is led through the talks step by step, shows a colleague one of the steps, and makes a story of their own. */
import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import type { Story } from '../../server/contract/story.ts';
import { complaints } from './axe.ts';
import { phone } from './browser.ts';
import { journey, keepShot } from './journey.ts';
import { allDrawn, atRest, clickOn, colorsAt, distance, drawn, inspector, selectedId } from './on-screen.ts';

const panel = (page: Page) => page.getByRole('complementary', { name: 'Story' });
const title = (page: Page) => panel(page).getByRole('heading', { level: 2 }).textContent();

journey('Following a story', (open) => {
  it('begins with one click from the first line on the screen, and goes on with the arrow keys', async () => {
    const page = await open();
    await page.getByText('Every line is a claim').waitFor();
    await keepShot(page, 'first-hint');
    await page.getByRole('button', { name: 'follow the story of the talks' }).click();
    await panel(page).waitFor();
    expect(await title(page)).toBe('Ten countries and the Taliban at one table');
    await page.getByText('Every line is a claim').waitFor({ state: 'hidden' });
    await panel(page).getByRole('blockquote').first().waitFor();
    await atRest(page);
    await keepShot(page, 'story-first');

    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => title(page)).toBe('What was asked of the Taliban');
    expect(new URL(page.url()).hash).toBe('#story=moscow-talks/what-was-asked');
    await atRest(page);
    await keepShot(page, 'story-asked');
    // what the step tells of stands out, the rest steps back, and all of it is beside the panel
    const box = await panel(page).boundingBox();
    for (const id of ['taliban', 'russia', 'ten-countries'])
      expect((await drawn(page, id)).x).toBeLessThan(box?.x ?? 0);
    const [ground] = await colorsAt(page, [{ x: 700, y: 892 }]);
    const nodes = (await allDrawn(page)).filter(({ kind, x, y }) => kind === 'node' && x > 300 && x < (box?.x ?? 0) && y > 80 && y < 840); // prettier-ignore
    const colors = await colorsAt(page, nodes);
    const standing = (id: string): number => {
      const at = nodes.findIndex((node) => node.id === id);
      return distance(colors[at] ?? [0, 0, 0], ground ?? [0, 0, 0]);
    };
    const others = nodes.filter(
      ({ id }) => !['taliban', 'russia', 'ten-countries', 'sergei-lavrov'].includes(id),
    );
    expect(others.filter(({ id }) => standing(id) > standing('taliban') / 2)).toEqual([]);

    // a claim is opened from the step, and closing it leads back to the story
    await panel(page).getByRole('listitem').first().getByRole('button').click();
    await inspector(page).getByRole('blockquote').first().waitFor();
    expect(await selectedId(page)).not.toBeNull();
    await page.keyboard.press('Escape');
    await inspector(page).waitFor({ state: 'detached' });
    expect(await title(page)).toBe('What was asked of the Taliban');
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => title(page)).toBe('An empty chair');
    await panel(page).getByRole('button', { name: 'Leave the story' }).click();
    await panel(page).waitFor({ state: 'detached' });
    expect(new URL(page.url()).hash).toBe('');
  });

  it('is opened at a step by its link, and says so where there is no such story', async () => {
    const page = await open({ permissions: ['clipboard-read', 'clipboard-write'] });
    await page.keyboard.press('y');
    await page.getByRole('dialog', { name: 'Stories' }).getByRole('button', { name: 'Follow' }).click();
    await panel(page).waitFor();
    for (let step = 0; step < 4; step++)
      await panel(page).getByRole('button', { name: 'Next', exact: true }).click();
    await panel(page).getByRole('button', { name: 'Copy a link to this step' }).click();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    const theirs = await open({ url: link });
    await panel(theirs).waitFor();
    expect(await title(theirs)).toBe(await title(page));

    const none = await open({ url: link.replace('moscow-talks', 'no-talks') });
    await none.getByText('The story could not be shown').waitFor();
    await none.getByText('There is no story "no-talks".').waitFor();
    expect((await allDrawn(none)).length).toBeGreaterThan(100);
  });

  it('brings back what was dismissed, where a step tells of it, and is undone like anything', async () => {
    const page = await open();
    await clickOn(page, await drawn(page, 'united-states'));
    await page.keyboard.press('Delete');
    await inspector(page).waitFor({ state: 'detached' });
    await page.keyboard.press('y');
    await page.getByRole('dialog', { name: 'Stories' }).getByRole('button', { name: 'Follow' }).click();
    await panel(page).waitFor();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => title(page)).toBe('An empty chair');
    await drawn(page, 'united-states');
    await page.keyboard.press('Control+z');
    await expect
      .poll(async () => (await allDrawn(page)).some(({ id }) => id === 'united-states'))
      .toBe(false);
  });

  it('is made of views, kept over a reload, saved as a file, and opened from one', async () => {
    const page = await open();
    const dialog = page.getByRole('dialog', { name: 'Stories' });
    for (const [id, name] of [
      ['iran', 'Where Iran stands'],
      ['china', 'Where China stands'],
    ] as const) {
      await clickOn(page, await drawn(page, id));
      await inspector(page).waitFor();
      await atRest(page);
      await page.keyboard.press('y');
      await dialog.getByLabel('Title of the next step').fill(name);
      await dialog.getByLabel('What it tells').fill(`All about ${id}.`);
      await dialog.getByRole('button', { name: 'Save this view as a step' }).click();
      await dialog.getByRole('listitem').filter({ hasText: name }).waitFor();
      await keepShot(page, 'story-own');
      expect(await complaints(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
      await page.keyboard.press('Escape');
    }
    await page.reload();
    await atRest(page);
    await page.keyboard.press('y');
    await dialog.getByRole('button', { name: 'Move “Where China stands” up' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      dialog.getByRole('button', { name: 'Save as a file' }).click(),
    ]);
    const file = await readFile(await download.path(), 'utf8');
    const story = JSON.parse(file) as Story;
    expect(story.steps.map(({ id, nodes }) => [id, nodes])).toEqual([
      ['where-china-stands', ['china']],
      ['where-iran-stands', ['iran']],
    ]);

    const theirs = await open();
    await theirs.keyboard.press('y');
    const choose = async (name: string, text: string): Promise<void> => {
      const [chooser] = await Promise.all([
        theirs.waitForEvent('filechooser'),
        theirs.getByRole('button', { name: 'Open a story file' }).click(),
      ]);
      await chooser.setFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
    };
    await choose('bad.json', '{"version": 1, "id": "x"}');
    await theirs.getByText('bad.json could not be opened').waitFor();
    await choose('story.json', file);
    await panel(theirs).waitFor();
    expect(await title(theirs)).toBe('Where China stands');
    await theirs.keyboard.press('ArrowRight');
    await expect.poll(() => title(theirs)).toBe('Where Iran stands');
  });

  for (const [where, options] of [
    ['light', {}],
    ['dark', { colorScheme: 'dark' as const }],
    ['phone', phone],
    ['phone-dark', { ...phone, colorScheme: 'dark' as const }],
  ] as const)
    it(`has nothing for axe to complain of, ${where}`, async () => {
      const page = await open(options);
      expect(await complaints(page)).toEqual([]);
      if (where.startsWith('phone')) {
        await page.getByRole('button', { name: 'Look' }).click();
        await page.getByRole('menuitem', { name: 'Stories' }).click();
        // it fades
        await page.getByRole('menu').waitFor({ state: 'detached' });
      } else await page.getByRole('button', { name: 'Stories' }).click();
      await page.getByRole('dialog', { name: 'Stories' }).getByRole('button', { name: 'Follow' }).waitFor();
      expect(await complaints(page)).toEqual([]);
      await page.getByRole('dialog', { name: 'Stories' }).getByRole('button', { name: 'Follow' }).click();
      await panel(page).getByRole('blockquote').first().waitFor();
      await atRest(page);
      await keepShot(page, `story-${where}`);
      expect(await complaints(page)).toEqual([]);
    });
});
