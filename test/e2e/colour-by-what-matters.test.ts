/** Someone wants to see in the picture what matters to them: by colour, by size, and by what is left out. */
import { expect, it } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { contrast, GROUND } from '../../client/picture/palette.ts';
import { complaints } from './axe.ts';
import { phone } from './browser.ts';
import { startServer } from '../support/server.ts';
import { run } from './console.ts';
import { journey, keepShot } from './journey.ts';
import { allDrawn, atRest, colorsAt, cypherConsole, distance, drawn, idsOnScreen } from './on-screen.ts';
import type { Color } from './on-screen.ts';

const legend = (page: Page): Locator => page.getByRole('complementary', { name: 'Legend' });
const scale = (page: Page): Locator => legend(page).getByRole('region', { name: 'What the colours tell' });

async function openStyle(page: Page): Promise<void> {
  await page.keyboard.press('v');
  await legend(page).getByRole('combobox', { name: 'Colour by' }).waitFor();
}
async function colorBy(page: Page, value: string): Promise<void> {
  await legend(page).getByRole('combobox', { name: 'Colour by' }).selectOption(value);
  await atRest(page);
}

const hex = (color: Color): string =>
  `#${color.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;

/** The colour of a node's sign. */
async function colorOf(page: Page, id: string): Promise<Color> {
  await page.mouse.move(700, 892);
  const { x, y } = await drawn(page, id);
  const [color] = await colorsAt(page, [{ x, y: y - 4 }]);
  if (color === undefined) throw new Error('no pixel');
  return color;
}

journey('Colouring by what matters', (open) => {
  it('colours by the number of claims, and says what the colours mean', async () => {
    const page = await open();
    const before = await colorOf(page, 'taliban');
    await openStyle(page);
    await colorBy(page, 'degree');
    await scale(page).getByText('Colour: number of claims').waitFor();
    const [most, few] = [await colorOf(page, 'taliban'), await colorOf(page, 'turkey')];
    expect(distance(most, before)).toBeGreaterThan(40);
    expect(distance(most, few)).toBeGreaterThan(60);
    expect(await complaints(page)).toEqual([]);
    await keepShot(page, 'colour-by-degree');
    // each is one step, and is taken back
    await page.keyboard.press('Control+z');
    await scale(page).waitFor({ state: 'detached' });
    expect(distance(await colorOf(page, 'taliban'), before)).toBeLessThan(8);
  });

  for (const [measure, told] of [
    ['pagerank', 'Colour: PageRank'],
    ['betweenness', 'Colour: betweenness'],
    ['community', 'Colour: community'],
  ] as const)
    it(`colours by ${measure}, which is measured when it is asked for`, async () => {
      const page = await open({ colorScheme: measure === 'betweenness' ? 'dark' : 'light' });
      const before = await colorOf(page, 'taliban');
      await openStyle(page);
      await colorBy(page, measure);
      await scale(page).getByText(told).waitFor();
      await scale(page).getByText('being measured').waitFor({ state: 'detached' });
      if (measure === 'community') await scale(page).getByText('Community 1').waitFor();
      await expect.poll(async () => distance(await colorOf(page, 'taliban'), before)).toBeGreaterThan(30);
      expect(await complaints(page)).toEqual([]);
      await keepShot(page, `colour-by-${measure}`);
    });

  it('sizes by betweenness, and draws lines by words or deeds, for or against', async () => {
    const page = await open();
    await openStyle(page);
    await legend(page).getByRole('combobox', { name: 'Size by' }).selectOption('betweenness');
    const lines = (await allDrawn(page)).filter(({ kind }) => kind === 'relationship');
    const before = await colorsAt(page, lines);
    await legend(page).getByRole('combobox', { name: 'Lines by' }).selectOption('quad');
    await legend(page)
      .getByRole('button', { name: /^Conflict in deeds/ })
      .waitFor();
    await atRest(page);
    const after = await colorsAt(page, lines);
    const changed = after.filter((color, at) => distance(color, before[at] ?? color) > 30);
    expect(changed.length).toBeGreaterThan(lines.length / 10);
    await keepShot(page, 'lines-by-quad');
    expect(await complaints(page)).toEqual([]);
    await legend(page).getByRole('combobox', { name: 'Lines by' }).selectOption('type');
    await legend(page)
      .getByRole('button', { name: /other types/ })
      .first()
      .waitFor();
    await atRest(page);
    await keepShot(page, 'lines-by-type');
  });

  it('estimates betweenness where the picture is large, and says how far off it may be', async () => {
    const server = await startServer(['--no-seed', '--allow-writes']);
    try {
      const reply = await fetch(`${server.url}/db/neo4j/query/v2`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          statement: `UNWIND range(0, 3999) AS i CREATE (:State {id: 'state-' + i, name: 'State ' + i})
            WITH collect(1) AS made MATCH (s:State) WITH collect(s) AS all
            UNWIND range(0, 8999) AS i WITH i, all[i % 4000] AS a, all[(i * 7919 + i / 4000 * 37 + 1) % 4000] AS b
            CREATE (a)-[:URGED {id: 'claim-' + i}]->(b)`,
          accessMode: 'Write',
        }),
      });
      expect([reply.status, await reply.text()]).toEqual([202, expect.any(String)]);
      const page = await open({ url: server.url });
      await run(page, 'MATCH (a)-[r]->(b) RETURN a, r, b');
      await cypherConsole(page).getByRole('tab', { name: 'Picture' }).click();
      await cypherConsole(page).getByRole('button', { name: 'Replace the picture' }).click();
      await cypherConsole(page).getByText('The picture now shows').waitFor({ timeout: 60_000 });
      // what the first picture left out is no matter of this one
      expect(await page.locator('.caption').textContent()).toBe('4,000 actors and events, 9,000 claims');
      await cypherConsole(page).getByRole('button', { name: 'Close the console' }).click();
      await openStyle(page);
      await colorBy(page, 'betweenness');
      await scale(page)
        .getByText(
          /^Estimated from [\d,]+ starts of [\d,]+ actors and events: 19 times in 20 no value is off by more than 0\.\d+\.$/,
        )
        .waitFor();
      await keepShot(page, 'betweenness-estimated');
    } finally {
      await server.stop();
    }
  }, 180_000);

  it('hides a kind and a type by their eyes, counts what is left, and brings them back', async () => {
    const page = await open();
    const before = await idsOnScreen(page);
    await legend(page).getByRole('button', { name: 'Hide Events' }).click();
    await legend(page)
      .getByRole('button', { name: /^Events 0 of 30$/ })
      .waitFor();
    const without = await idsOnScreen(page);
    expect(without.nodes.length).toBe(before.nodes.length - 30);
    await legend(page).getByRole('button', { name: 'Types of Requests and conditions' }).click();
    await legend(page).getByRole('button', { name: 'Hide Urged' }).click();
    await legend(page)
      .getByRole('button', { name: /^Urged 0 of \d+$/ })
      .waitFor();
    await keepShot(page, 'legend-unfolded');
    expect(await complaints(page)).toEqual([]);
    await legend(page).getByRole('button', { name: 'Show Events' }).click();
    await legend(page).getByRole('button', { name: 'Show Urged' }).click();
    await expect.poll(() => idsOnScreen(page)).toEqual(before);
  });

  it('gives a kind a colour of the reader’s own, and warns of one that is hard to see', async () => {
    const page = await open();
    await legend(page).getByRole('button', { name: 'Colour of States' }).click();
    const input = page.getByRole('textbox', { name: 'Colour of States, as #rrggbb' });
    await input.fill('#ffff00');
    await page.getByText('Hard to see on the light ground: 1.0 to 1, of at least 3 to 1.').waitFor();
    expect(await complaints(page)).toEqual([]);
    await keepShot(page, 'own-colour');
    await input.fill('#008800');
    await page.getByText('Hard to see').waitFor({ state: 'detached' });
    await page.keyboard.press('Escape');
    expect(distance(await colorOf(page, 'russia'), [0, 0x88, 0])).toBeLessThan(12);
    await page.getByRole('button', { name: 'Colour of States' }).click();
    await input.fill('#000066');
    await page.getByText('There it is drawn lighter.').waitFor();
    await page.keyboard.press('Escape');
    expect(distance(await colorOf(page, 'russia'), [0, 0, 0x66])).toBeLessThan(12);
    await page.getByRole('button', { name: 'Light or dark' }).click();
    await page.getByRole('menu').getByText('Dark').click();
    await page.keyboard.press('Escape');
    await page.getByRole('menu').waitFor({ state: 'detached' });
    const inTheDark = await colorOf(page, 'russia');
    await keepShot(page, 'own-colour-dark');
    expect(contrast(hex(inTheDark), GROUND.dark)).toBeGreaterThan(2.9);
    expect(inTheDark[2]).toBeGreaterThan(inTheDark[0] + 30);
    // what was tried while the form was open is one step
    await page.getByRole('button', { name: 'Undo: Colour States' }).click();
    expect(distance(await colorOf(page, 'russia'), [0, 0x88, 0])).toBeLessThan(12);
    await page.getByRole('button', { name: 'Undo: Colour States' }).click();
    expect(distance(await colorOf(page, 'russia'), [0, 0x88, 0])).toBeGreaterThan(60);
  });

  it('has it all on a phone', async () => {
    const page = await open(phone);
    await page.getByRole('button', { name: 'Legend' }).tap();
    await legend(page).getByRole('button', { name: 'Colours and sizes' }).tap();
    await colorBy(page, 'community');
    await scale(page).getByText('Community 1').waitFor();
    await legend(page).getByRole('button', { name: 'Hide Events' }).waitFor();
    expect(await complaints(page)).toEqual([]);
    await keepShot(page, 'phone-colours');
  });
});
