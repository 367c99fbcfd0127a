/** Someone opens Entente for the first time, and reads the picture: all of it, then one actor, then one claim. */
import { expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { nodeKind, NODE_KINDS } from '../../graph/vocabulary.ts';
import type { Overview } from '../../server/contract/api.ts';
import { desktop, phone } from './browser.ts';
import { journey, keepShot } from './journey.ts';
import {
  allDrawn,
  atRest,
  clickOn,
  colorsAt,
  distance,
  drawn,
  idsOnScreen,
  inspector,
  overlapping,
  selectedId,
} from './on-screen.ts';
import type { Box, Drawn } from './on-screen.ts';

journey('Reading the picture', (open) => {
  for (const [where, options] of [
    ['a desktop, 1440 × 900', desktop],
    ['a phone, 390 × 844', phone],
  ] as const) {
    it(`draws every actor, event and claim on ${where}, all in view and no name over another`, async () => {
      const page = await open(options);
      const { nodes, relationships } = await overview(page);
      const elements = await allDrawn(page);
      expect(await idsOnScreen(page)).toEqual({
        nodes: nodes.map(({ id }) => id).toSorted(),
        relationships: relationships.map(({ id }) => id).toSorted(),
      });
      const canvas = await page.getByRole('region', { name: 'Graph' }).boundingBox();
      expect(elements.filter(({ kind, x, y }) => kind === 'node' && !isWithin({ x, y }, canvas))).toEqual([]);
      const named = elements.filter(({ label }) => label !== null);
      expect(named.length).toBeGreaterThan(nodes.length / 3);
      expect(overlapping(named)).toEqual([]);
    });
  }

  it('counts in the legend what is in the graph', async () => {
    const page = await open();
    const { nodes, relationships } = await overview(page);
    const expected = NODE_KINDS.map(({ label, plural }) => ({
      name: plural,
      count: nodes.filter(({ labels }) => nodeKind(labels)?.label === label).length,
    })).filter(({ count }) => count > 0);
    const legend = page.getByRole('complementary', { name: 'Legend' });
    const rows = await legend.getByRole('listitem').getByRole('button', { name: /\d$/ }).allTextContents();
    const told = rows.map((row) => {
      const [, name = '', count = ''] = /^(.*?)([\d,]+)$/.exec(row) ?? [];
      return { name, count: Number(count.replace(',', '')) };
    });
    expect(told.slice(0, expected.length)).toEqual(expected);
    const claims = told.slice(expected.length);
    expect(claims.length).toBe(5);
    expect(claims.reduce((sum, { count }) => sum + count, 0)).toBe(relationships.length);
  });

  it('dims all but the neighbours of the actor that the pointer is on', async () => {
    const page = await open();
    const nodes = (await allDrawn(page)).filter(({ kind }) => kind === 'node');
    const { relationships } = await overview(page);
    const near = new Set(['al-qaeda', ...neighboursOf('al-qaeda', relationships)]);
    await expectDimmed(page, nodes, await drawn(page, 'al-qaeda'), near);
    expect(await selectedId(page)).toBeNull();
  });

  it('dims all but the neighbours of those that are drawn as one', async () => {
    const page = await open();
    await page.keyboard.press('g');
    const dialog = page.getByRole('dialog', { name: 'Group by a property' });
    await dialog.getByRole('radio', { name: 'status' }).check();
    await dialog.getByRole('button', { name: 'Group', exact: true }).click();
    const group = page.getByRole('option', { name: /^called for, group of/ });
    await group.waitFor();
    await atRest(page);
    const { nodes: all, relationships } = await overview(page);
    const members = all.filter(({ properties }) => properties['status'] === 'called for').map(({ id }) => id);
    expect(members.length).toBeGreaterThan(1);
    const at = await drawn(page, (await group.getAttribute('data-id')) ?? '');
    const nodes = (await allDrawn(page)).filter(({ kind }) => kind === 'node');
    // other groups stand out with any of their members
    const near = new Set(members.flatMap((id) => neighboursOf(id, relationships)));
    const grouped = new Set(all.filter(({ properties }) => 'status' in properties).map(({ id }) => id));
    await expectDimmed(
      page,
      nodes.filter(({ id }) => !grouped.has(id)),
      at,
      near,
    );
  });

  it('opens the actor that is clicked on, and lets go of it with Escape', async () => {
    const page = await open();
    await clickOn(page, await drawn(page, 'tajikistan'));
    await inspector(page).getByRole('heading', { level: 2, name: 'Tajikistan' }).waitFor();
    expect(await selectedId(page)).toBe('tajikistan');
    await page.keyboard.press('Escape');
    await inspector(page).waitFor({ state: 'detached' });
    expect(await selectedId(page)).toBeNull();
  });

  it('opens the second of two actors that are clicked on quickly, as two clicks and no double one', async () => {
    const page = await open();
    const [first, second] = [await drawn(page, 'tajikistan'), await drawn(page, 'iran')];
    await page.mouse.click(first.x, first.y);
    await page.mouse.click(second.x, second.y);
    await inspector(page).getByRole('heading', { level: 2, name: 'Iran' }).waitFor();
    expect(await selectedId(page)).toBe('iran');
  });

  it('names what lay under the inspector again as soon as it is closed, wherever the camera is', async () => {
    const page = await open();
    await page.getByRole('button', { name: 'Zoom in' }).click();
    await clickOn(page, await drawn(page, 'russia'));
    await inspector(page).waitFor();
    await atRest(page);
    const panel = await inspector(page).boundingBox();
    await page.keyboard.press('Escape');
    await inspector(page).waitFor({ state: 'detached' });
    const uncovered = (await allDrawn(page)).filter(
      ({ kind, x, y }) => kind === 'node' && isWithin({ x, y }, panel),
    );
    expect(uncovered.length).toBeGreaterThan(0);
    expect(uncovered.some(({ label }) => label !== null)).toBe(true);
  });

  it('opens each of two claims between the same two when its own line is clicked', async () => {
    const page = await open();
    const { relationships } = await overview(page);
    const elements = await allDrawn(page);
    const pair = clearestPair(relationships, elements);
    expect(new Set(pair).size).toBe(2);
    const sentences: (string | null)[] = [];
    for (const id of pair) {
      await clickOn(page, await drawn(page, id));
      await inspector(page).getByRole('blockquote').first().waitFor();
      expect(await selectedId(page)).toBe(id);
      sentences.push(await inspector(page).getByRole('heading', { level: 2 }).textContent());
      await keepShot(page, `parallel-${sentences.length}`);
      await page.keyboard.press('Escape');
      await inspector(page).waitFor({ state: 'detached' });
    }
    expect(new Set(sentences).size).toBe(2);
  });

  it('brings out a kind of claim that is pressed in the legend, until Escape', async () => {
    const page = await open();
    const row = page.getByRole('button', { name: /^Requests and conditions/ });
    const nodes = (await allDrawn(page)).filter(({ kind }) => kind === 'node');
    const before = await colorsAt(page, nodes);
    await row.click();
    await expect.poll(() => row.getAttribute('aria-pressed')).toBe('true');
    await expect.poll(() => colorsAt(page, nodes)).not.toEqual(before);
    await keepShot(page, 'legend-pressed');
    await page.keyboard.press('Escape');
    await expect.poll(() => row.getAttribute('aria-pressed')).toBe('false');
    await page.mouse.move(700, 892);
    await expect.poll(() => colorsAt(page, nodes)).toEqual(before);
  });

  it('takes an actor off the screen and leaves the graph as it is', async () => {
    const page = await open();
    const before = await idsOnScreen(page);
    const { relationships } = await overview(page);
    const its = relationships.filter(({ source, target }) => source === 'iran' || target === 'iran');
    const healthBefore = await (await page.request.get('/api/health')).json();
    await clickOn(page, await drawn(page, 'iran'));
    await inspector(page).getByRole('button', { name: 'Dismiss', exact: true }).click();
    await inspector(page).waitFor({ state: 'detached' });
    const gone = new Set(['iran', ...its.map(({ id }) => id)]);
    expect(await idsOnScreen(page)).toEqual({
      nodes: before.nodes.filter((id) => !gone.has(id)),
      relationships: before.relationships.filter((id) => !gone.has(id)),
    });
    const claims = relationships.length - its.length;
    await page.getByText(`${before.nodes.length - 1} actors and events, ${claims} claims`).waitFor();
    await page
      .getByRole('status')
      .getByText(`Iran taken off the screen with ${its.length} claims. The graph itself is unchanged.`)
      .waitFor({ state: 'attached' });
    expect(await (await page.request.get('/api/health')).json()).toEqual(healthBefore);
  });

  it('brings a claim that was dismissed back with Expand, once: expanding twice adds nothing', async () => {
    const page = await open();
    const before = await idsOnScreen(page);
    await clickOn(page, await drawn(page, 'kabul'));
    await page.keyboard.press('Delete');
    await inspector(page).waitFor({ state: 'detached' });
    await clickOn(page, await drawn(page, 'russian-embassy-in-kabul'));
    const more = inspector(page).getByRole('button', { name: /^Expand: \d+ more claims?$/ });
    const { relationships } = await overview(page);
    const between = relationships.filter(
      ({ source, target }) =>
        [source, target].includes('kabul') && [source, target].includes('russian-embassy-in-kabul'),
    );
    await expect
      .poll(() => more.allTextContents())
      .toEqual([expect.stringContaining(`: ${between.length} more`)]);
    await more.click();
    await inspector(page).getByText('Every claim about it is on the screen.').waitFor();
    const after = await idsOnScreen(page);
    expect(after.nodes).toEqual(before.nodes);
    // what came and what it came to are where the reader can see them
    const panel = await inspector(page).boundingBox();
    const canvas = await page.getByRole('region', { name: 'Graph' }).boundingBox();
    for (const id of ['kabul', 'russian-embassy-in-kabul']) {
      const at = await drawn(page, id);
      expect([isWithin(at, canvas), isWithin(at, panel)]).toEqual([true, false]);
    }
    expect(after.relationships.filter((id) => between.some((claim) => claim.id === id)).length).toBe(
      between.length,
    );
    await page.keyboard.press('e');
    await page
      .getByRole('status')
      .getByText('Everything that touches Russian embassy in Kabul is on the screen already.')
      .waitFor({ state: 'attached' });
    expect(await idsOnScreen(page)).toEqual(after);
  });
});

async function overview(page: Page): Promise<Overview> {
  return (await (await page.request.get('/api/overview')).json()) as Overview;
}

/** Pointing there makes all but some of the nodes step back, and leaving it brings the picture back as it was. */
async function expectDimmed(
  page: Page,
  nodes: readonly Drawn[],
  { x, y }: Drawn,
  near: ReadonlySet<string>,
): Promise<void> {
  const before = await colorsAt(page, nodes);
  const [ground] = await colorsAt(page, [{ x: 700, y: 892 }]);
  await page.mouse.move(x, y);
  // how far each stands out from the ground, as a share of how far it did at rest
  await expect
    .poll(async () => {
      const after = await colorsAt(page, nodes);
      return nodes
        .filter(({ id }, at) => {
          const [was, is] = [before[at], after[at]];
          if (was === undefined || is === undefined || ground === undefined) return true;
          const share = distance(is, ground) / distance(was, ground);
          return near.has(id) ? share < 0.9 : share > 0.4;
        })
        .map(({ id }) => id);
    })
    .toEqual([]);
  await keepShot(page, 'hover');
  await page.mouse.move(700, 892);
  await expect.poll(() => colorsAt(page, nodes)).toEqual(before);
}

const neighboursOf = (id: string, relationships: Overview['relationships']): string[] =>
  relationships.flatMap(({ source, target }) => (source === id ? [target] : target === id ? [source] : []));

const isWithin = ({ x, y }: { x: number; y: number }, box: Box | null): boolean =>
  box !== null && x > box.x && y > box.y && x < box.x + box.width && y < box.y + box.height;

/** Two claims between the same two whose middles have the most room around them: where a hand would choose to click. */
function clearestPair(relationships: Overview['relationships'], elements: readonly Drawn[]): string[] {
  const at = new Map(elements.map((element) => [element.id, element]));
  const roomOf = (id: string): number => {
    const here = at.get(id);
    if (here === undefined) return 0;
    let room = Infinity;
    for (const other of relationships) {
      if (other.id === id) continue;
      for (const { x, y } of line(at.get(other.source), at.get(other.id), at.get(other.target)))
        room = Math.min(room, Math.hypot(x - here.x, y - here.y));
    }
    for (const { kind, x, y } of elements)
      if (kind === 'node') room = Math.min(room, Math.hypot(x - here.x, y - here.y) / 2);
    return room;
  };
  const groups = new Map<string, string[]>();
  for (const { id, source, target } of relationships) {
    const ends = [source, target].toSorted().join(' — ');
    groups.set(ends, [...(groups.get(ends) ?? []), id]);
  }
  const pairs = [...groups.values()].filter(({ length }) => length === 2);
  return pairs.toSorted((a, b) => Math.min(...b.map(roomOf)) - Math.min(...a.map(roomOf)))[0] ?? [];
}

type Point = Pick<Drawn, 'x' | 'y'>;

/** Points along the line of a claim, which bends from one end over its middle to the other; none where an end is missing. */
function line(from?: Point, middle?: Point, to?: Point): Point[] {
  if (from === undefined || middle === undefined || to === undefined) return [];
  return Array.from({ length: 49 }, (_, step) => {
    const share = step / 48;
    const [a, b, c] = [(1 - share) * (1 - 2 * share), 4 * share * (1 - share), share * (2 * share - 1)];
    return { x: a * from.x + b * middle.x + c * to.x, y: a * from.y + b * middle.y + c * to.y };
  });
}
