/** What a visitor waits for, compressed: the first picture, and the Cypher engine when it is first wanted. */
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { rowsOf, run } from './console.ts';
import { journey } from './journey.ts';
import { atRest, cypherConsole } from './on-screen.ts';

/** Scripts and styles that a page loads from now on: kilobytes of each, compressed, by name without its hash. */
function weigh(page: Page): Map<string, number> {
  const loaded = new Map<string, number>();
  const urls = new Set<string>();
  page.context().on('response', async (response) => {
    const [, name] = /\/assets\/([\w-]+)-[\w-]{8}\.(?:js|css)$/.exec(response.url()) ?? [];
    // a worker that is made again comes from the cache
    if (name === undefined || urls.has(response.url())) return;
    urls.add(response.url());
    const kilobytes = gzipSync(await response.body(), { level: 9 }).length / 1000;
    loaded.set(name, (loaded.get(name) ?? 0) + kilobytes);
  });
  return loaded;
}

const sum = (weights: ReadonlyMap<string, number>): number =>
  [...weights.values()].reduce((all, each) => all + each, 0);

journey('What the page weighs', (open) => {
  it('is at most 350 KB for the first picture, and 150 KB more for the engine', async () => {
    const page = await open();
    const first = weigh(page);
    await page.reload();
    await atRest(page);
    await expect.poll(() => [...first.keys()]).toContain('index');
    expect([...first.keys()].filter((name) => /engine|console/.test(name))).toEqual([]);
    const picture = sum(first);
    expect(picture).toBeLessThan(350);

    const later = weigh(page);
    await page.keyboard.press('c');
    await cypherConsole(page).waitFor();
    await cypherConsole(page).getByText('What is on the screen').click();
    await run(page, 'RETURN 1 AS one');
    await expect.poll(() => rowsOf(page)).toEqual([['1', '1']]);
    await expect
      .poll(() => [...later.keys()])
      .toEqual(expect.arrayContaining(['console', 'screen-engine', 'worker']));
    // what the engine shares with other parts lies in files of its own, and counts as the engine's
    const engine = ['screen-engine', 'worker', 'ask-screen', 'typed-json'].reduce(
      (all, name) => all + (later.get(name) ?? 0),
      0,
    );
    console.log(`The first picture: ${picture.toFixed(0)} KB; the engine: ${engine.toFixed(0)} KB.`);
    expect(engine).toBeLessThan(150);
  });
});
