/**
 * The main views look as they did: each is compared with the picture kept in `views/`. `UPDATE_VIEWS=1` keeps what is seen now; look at
 * the new pictures before they are committed.
 */
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { phone } from './browser.ts';
import { journey, keepShot } from './journey.ts';
import { atRest, inspector } from './on-screen.ts';

const VIEWS = join(dirname(fileURLToPath(import.meta.url)), 'views');
/** A channel that differs by less is the same to the eye: fonts are drawn a little otherwise by each release of the browser. */
const SAME_CHANNEL = 40;
/** Share of the pixels that may differ: a name that found another place is less, a panel that has moved is more. */
const MOST_DIFFERING = 0.02;

/** Share of pixels that differ from the kept view. @throws where none is kept, or it has another size */
async function differing(page: Page, name: string): Promise<number> {
  const file = join(VIEWS, `${name}.png`);
  const now = await page.screenshot({ scale: 'css', animations: 'disabled', caret: 'hide' });
  if (process.env['UPDATE_VIEWS'] === '1') {
    await mkdir(VIEWS, { recursive: true });
    await writeFile(file, now);
  }
  if (!existsSync(file)) throw new Error(`no view is kept as ${name}: run with UPDATE_VIEWS=1`);
  const kept = await readFile(file);
  return page.evaluate(
    async ({ pictures, sameChannel }) => {
      const [a, b] = await Promise.all(
        pictures.map(async (encoded) => {
          const bytes = Uint8Array.from(atob(encoded), (character) => character.charCodeAt(0));
          const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
          const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
          if (context === null) throw new Error('no canvas');
          context.drawImage(bitmap, 0, 0);
          return context.getImageData(0, 0, bitmap.width, bitmap.height);
        }),
      );
      if (a === undefined || b === undefined) throw new Error('two pictures are compared');
      if (a.width !== b.width || a.height !== b.height) throw new Error('the view has another size');
      let count = 0;
      for (let at = 0; at < a.data.length; at += 4) {
        const apart = [0, 1, 2].map((channel) =>
          Math.abs((a.data[at + channel] ?? 0) - (b.data[at + channel] ?? 0)),
        );
        if (Math.max(...apart) > sameChannel) count++;
      }
      return count / (a.width * a.height);
    },
    { pictures: [now.toString('base64'), kept.toString('base64')], sameChannel: SAME_CHANNEL },
  );
}

/** The share of pixels that differ, once the view is at rest. */
async function looks(page: Page, name: string): Promise<number> {
  await atRest(page);
  // nothing is under the pointer
  await page.mouse.move(2, 2);
  await atRest(page);
  const share = await differing(page, name);
  if (share > MOST_DIFFERING) await keepShot(page, `differs-${name}`);
  return share;
}

journey('How it looks', (open) => {
  for (const [name, options] of [
    ['first-light', {}],
    ['first-dark', { colorScheme: 'dark' as const }],
    ['first-phone', phone],
  ] as const)
    it(`at first: ${name}`, async () => {
      expect(await looks(await open(options), name)).toBeLessThanOrEqual(MOST_DIFFERING);
    });

  it('with a claim and the words it rests on', async () => {
    const page = await open();
    await page.getByRole('combobox', { name: 'Search actors and claims' }).fill('moderate policies');
    await page.getByRole('listbox', { name: 'Results' }).getByRole('option').first().click();
    await inspector(page).getByRole('blockquote').first().waitFor();
    expect(await looks(page, 'claim')).toBeLessThanOrEqual(MOST_DIFFERING);
  });

  it('at a step of the story', async () => {
    const first = await open();
    const page = await open({ url: new URL('#story=moscow-talks/what-was-asked', first.url()).href });
    await page.getByRole('complementary', { name: 'Story' }).getByRole('blockquote').first().waitFor();
    expect(await looks(page, 'story')).toBeLessThanOrEqual(MOST_DIFFERING);
  });

  it('as a table', async () => {
    const page = await open();
    await page.keyboard.press('b');
    await page.getByRole('grid', { name: 'Claims' }).waitFor();
    expect(await looks(page, 'table')).toBeLessThanOrEqual(MOST_DIFFERING);
  });
});
