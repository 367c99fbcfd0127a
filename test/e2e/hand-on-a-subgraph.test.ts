/** Someone has made a picture, and hands it on to a colleague who works in Gephi or networkx. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { readWithNetworkx, whyNoReaders } from '../interop/readers.ts';
import type { NetworkxGraph } from '../interop/readers.ts';
import { journey, keepShot } from './journey.ts';
import {
  allDrawn,
  clickOn,
  colorsAt,
  cypherConsole,
  distance,
  drawn,
  idsOnScreen,
  inspector,
} from './on-screen.ts';

const why = await whyNoReaders();
if (why !== null) console.warn(`Opening exports in networkx is skipped: ${why}`);

journey('Handing on a subgraph', (open) => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'entente-export-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  /** Does what saves a file, and opens the file in networkx. */
  const saved = async (page: Page, act: () => Promise<void>): Promise<NetworkxGraph> => {
    const [download] = await Promise.all([page.waitForEvent('download'), act()]);
    expect(download.suggestedFilename()).toMatch(/\.gexf$/);
    const file = join(folder, download.suggestedFilename());
    await download.saveAs(file);
    return readWithNetworkx(file);
  };

  it.skipIf(why !== null)(
    'saves exactly what is on the screen, where it lies and in its colours, with every quote',
    async () => {
      const page = await open();
      await clickOn(page, await drawn(page, 'iran'));
      await page.keyboard.press('Delete');
      await inspector(page).waitFor({ state: 'detached' });
      const elements = await allDrawn(page);
      const nodes = elements.filter(({ kind }) => kind === 'node');
      const shown = await idsOnScreen(page);
      expect(shown.nodes).not.toContain('iran');
      const colors = await colorsAt(page, nodes);

      const graph = await saved(page, () =>
        page.getByRole('button', { name: 'Export the picture as GEXF' }).click(),
      );
      await page.getByText(/opens in Gephi, networkx and others/).waitFor();
      await keepShot(page, 'exported');

      expect(graph.type).toBe('MultiDiGraph');
      expect(graph.nodes.map(({ id }) => id).toSorted()).toEqual(shown.nodes);
      expect(graph.edges.map(({ id }) => id).toSorted()).toEqual(shown.relationships);

      const read = new Map(graph.nodes.map((node) => [node.id, node]));
      const placed = nodes.map(({ id, x, y }) => ({ id, x, y, in: read.get(id)?.position ?? [NaN, NaN] }));
      expect(farthestFromScreen(placed)).toBeLessThan(2);
      for (const [at, { id }] of nodes.entries()) {
        const [red = 0, green = 0, blue = 0] = read.get(id)?.color ?? [];
        expect(distance([red, green, blue], colors[at] ?? [0, 0, 0]), `colour of ${id}`).toBeLessThan(8);
      }

      // each claim's quotes as the inspector shows them; one that is on the screen stands for all
      await clickOn(page, await drawn(page, 'zamir-kabulov'));
      await inspector(page).getByRole('listitem').first().getByRole('button').click();
      await inspector(page).getByRole('blockquote').first().waitFor();
      const claim = await page.locator('[data-element][aria-selected="true"]').getAttribute('data-id');
      const quotes = await inspector(page).getByRole('blockquote').allTextContents();
      const edge = graph.edges.find(({ id }) => id === claim);
      expect(edge?.attributes['quotes']).toBe(`[${quotes.map((quote) => JSON.stringify(quote)).join(', ')}]`);
      expect(graph.edges.filter(({ attributes }) => !String(attributes['quotes']).startsWith('["'))).toEqual(
        [],
      );
    },
  );

  it.skipIf(why !== null)('saves what a query gives, of the whole graph and not of the picture', async () => {
    const page = await open();
    await page.keyboard.press('c');
    const editor = cypherConsole(page).getByRole('textbox', { name: 'Cypher statement' });
    await editor.click();
    await page.keyboard.press('Control+a');
    await page.keyboard.insertText("MATCH (a {id: 'russia'})-[r:URGED]->(b) RETURN a, r, b");
    const graph = await saved(page, () =>
      cypherConsole(page).getByRole('button', { name: 'Export GEXF' }).click(),
    );
    const reply = await page.request.get('/api/nodes/russia/neighbours?types=URGED&direction=out');
    const expected = (await reply.json()) as { nodes: { id: string }[]; relationships: { id: string }[] };
    expect(graph.nodes.map(({ id }) => id).toSorted()).toEqual(
      ['russia', ...expected.nodes.map(({ id }) => id)].toSorted(),
    );
    expect(graph.edges.map(({ id }) => id).toSorted()).toEqual(
      expected.relationships.map(({ id }) => id).toSorted(),
    );
    expect(graph.edges.length).toBeGreaterThan(0);
  });

  it('says why a query cannot be saved, and saves nothing', async () => {
    const page = await open();
    await page.keyboard.press('c');
    await cypherConsole(page).getByRole('textbox', { name: 'Cypher statement' }).click();
    await page.keyboard.press('Control+a');
    await page.keyboard.insertText('MATCH (a RETURN a');
    let downloads = 0;
    page.on('download', () => downloads++);
    await cypherConsole(page).getByRole('button', { name: 'Export GEXF' }).click();
    const told = page.getByRole('alert').filter({ hasText: 'The export failed' });
    await told.waitFor();
    await keepShot(page, 'export-failed');
    expect(await told.textContent()).toMatch(/Invalid input/);
    expect(downloads).toBe(0);
  });
});

/**
 * How far, in pixels, the node that fits worst lies from where the file says, when the file's places are scaled, turned upside down
 * (y points up there) and moved onto the screen.
 */
function farthestFromScreen(
  placed: readonly { readonly x: number; readonly y: number; readonly in: number[] }[],
): number {
  const mean = (of: (place: (typeof placed)[number]) => number): number =>
    placed.reduce((sum, place) => sum + of(place), 0) / placed.length;
  const file = { x: mean((place) => place.in[0] ?? NaN), y: mean((place) => place.in[1] ?? NaN) };
  const screen = { x: mean(({ x }) => x), y: mean(({ y }) => y) };
  const spread = (of: (place: (typeof placed)[number]) => [number, number]): number =>
    Math.sqrt(mean((place) => Math.hypot(...of(place)) ** 2));
  const inFile = (place: (typeof placed)[number]): [number, number] => [
    (place.in[0] ?? NaN) - file.x,
    (place.in[1] ?? NaN) - file.y,
  ];
  const scale = spread(({ x, y }) => [x - screen.x, y - screen.y]) / spread(inFile);
  return Math.max(
    ...placed.map((place) => {
      const [x, y] = inFile(place);
      return Math.hypot(screen.x + scale * x - place.x, screen.y - scale * y - place.y);
    }),
  );
}
