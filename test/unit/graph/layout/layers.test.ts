/** The layouts in columns and rows: by time, and hierarchical. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrowsOf } from '../../../../graph/adjacency.ts';
import type { Links } from '../../../../graph/adjacency.ts';
import { untangled } from '../../../../graph/layout/crossings.ts';
import type { Guide } from '../../../../graph/layout/drawing.ts';
import { hierarchy } from '../../../../graph/layout/hierarchy.ts';
import { byTime } from '../../../../graph/layout/time.ts';
import { withoutCycles } from '../../../../graph/layout/without-cycles.ts';
import { anyLinks, bothWays, karateClub, linksOf } from '../measure/graphs.ts';
import { isFinite, overlappingCells } from './overlaps.ts';

const view = { width: 1000, height: 700 };
const cell = { width: 100, height: 40 };
const arrows = ({ order, sources, targets }: Links) =>
  arrowsOf(order, sources, targets, (several) => several);
const bands = (guides: readonly Guide[]) => guides.flatMap((guide) => (guide.kind === 'band' ? [guide] : []));

describe('the layout by time', () => {
  const day = (iso: string): number => Date.parse(iso);
  const draw = (times: readonly number[], links: Links = linksOf(times.length, [])) =>
    byTime(bothWays(links), times, cell, view);

  it('makes a column of each day, in order, and counts them', () => {
    const { x, guides } = draw(['2021-10-20', '2021-08-15', '2021-10-20', '2001-09-11'].map(day));
    expect(bands(guides).map(({ label, count, axis }) => [label, count, axis])).toEqual([
      ['2001-09-11', 1, 'x'],
      ['2021-08-15', 1, 'x'],
      ['2021-10-20', 2, 'x'],
    ]);
    const [a = 0, b = 0, c = 0, d = 0] = x;
    expect([d < b, b < a, b < c]).toEqual([true, true, true]);
  });

  it('puts each into the column that says when it was', () => {
    const times = Array.from({ length: 90 }, (_, i) => day('2018-01-01') + i * 5 * 86_400_000);
    const { x, guides } = draw(times);
    const columns = bands(guides);
    // fifteen months: days would be ninety columns
    expect(columns.map(({ label }) => label).slice(0, 3)).toEqual(['2018-01', '2018-02', '2018-03']);
    times.forEach((time, node) => {
      const label = new Date(time).toISOString().slice(0, 7);
      const column = columns.find((each) => each.label === label);
      expect(x[node]).toBeGreaterThan(column?.from ?? NaN);
      expect(x[node]).toBeLessThan(column?.to ?? NaN);
    });
  });

  it('keeps what has no date, in a band of its own below, counted', () => {
    const times = [day('1979-12-24'), NaN, day('1990-01-01'), NaN, NaN];
    const { y, guides } = draw(times);
    const band = bands(guides).at(-1);
    expect(band).toMatchObject({ axis: 'y', label: '', count: 3 });
    times.forEach((time, node) => {
      expect((y[node] ?? 0) < (band?.to ?? 0)).toBe(Number.isNaN(time));
    });
  });

  it('takes dates before the year 1000, and more decades than it has columns', () => {
    const times = Array.from({ length: 40 }, (_, i) => Date.UTC(1000 + i * 10, 0) - (i === 0 ? 6.2e13 : 0));
    const { guides } = draw(times);
    expect(bands(guides).length).toBe(40);
    expect(bands(guides).at(-1)?.label).toBe('1390s');
  });

  it('lets no two cells overlap, whatever the graph and its dates, the same every time', () => {
    const time = fc.oneof(fc.constant(NaN), fc.integer({ min: 0, max: 2e12 }));
    fc.assert(
      fc.property(anyLinks, fc.array(time, { minLength: 9, maxLength: 9 }), (links, times) => {
        const drawing = draw(times.slice(0, links.order), links);
        expect(isFinite(drawing)).toBe(true);
        expect(overlappingCells(drawing, cell)).toEqual([]);
        expect(draw(times.slice(0, links.order), links)).toEqual(drawing);
        expect(bands(drawing.guides).reduce((sum, { count }) => sum + count, 0)).toBe(links.order);
      }),
    );
    expect(draw([])).toMatchObject({ guides: [] });
  });

  it('keeps about the shape of the view', () => {
    const times = Array.from({ length: 300 }, (_, i) =>
      i % 3 === 0 ? NaN : day('2021-10-01') + (i % 10) * 86_400_000,
    );
    const { x, y } = draw(times);
    const extent = (places: Float64Array): number => Math.max(...places) - Math.min(...places);
    const aspect = extent(x) / extent(y);
    expect(aspect).toBeGreaterThan(0.6);
    expect(aspect).toBeLessThan(3);
  });
});

describe('breaking cycles', () => {
  it('turns nothing where there is no cycle', () => {
    fc.assert(
      fc.property(anyLinks, ({ order, sources, targets }) => {
        // from lower to higher numbers only
        const forwards = arrowsOf(
          order,
          sources.map((source, i) => Math.min(source, targets[i] ?? 0)),
          sources.map((source, i) => Math.max(source, targets[i] ?? 0)),
        );
        expect(withoutCycles(forwards).upwards).toBe(0);
      }),
    );
  });

  it('takes every node once, and turns at most half of the arrows', () => {
    fc.assert(
      fc.property(anyLinks, (links) => {
        const graph = arrowsOf(links.order, links.sources, links.targets);
        const { sequence, upwards } = withoutCycles(graph);
        expect([...sequence].toSorted((a, b) => a - b)).toEqual(
          Array.from({ length: links.order }, (_, node) => node),
        );
        expect(upwards).toBeLessThanOrEqual(graph.neighbours.length / 2);
      }),
    );
  });

  it('turns one arrow of a ring', () => {
    const ring = linksOf(
      7,
      Array.from({ length: 7 }, (_, i) => [i, (i + 1) % 7] as const),
    );
    expect(withoutCycles(arrows(ring)).upwards).toBe(1);
  });
});

describe('the hierarchical layout', () => {
  it('puts every arrow downwards where there is no cycle', () => {
    const links = linksOf(6, [
      [0, 1],
      [1, 2],
      [0, 2],
      [3, 2],
      [2, 4],
      [2, 4],
      [5, 4],
    ]);
    const { y, upwards, guides } = hierarchy(arrows(links), cell, view);
    expect(upwards).toBe(0);
    links.sources.forEach((source, i) => expect(y[source]).toBeGreaterThan(y[links.targets[i] ?? 0] ?? NaN));
    // one that nothing reaches stands just above what it points to
    expect(y[5]).toBe(y[2]);
    expect(y[3]).toBe(y[1]);
    expect(bands(guides).map(({ label, count }) => [label, count])).toEqual([
      ['1', 1],
      ['2', 2],
      ['3', 2],
      ['4', 1],
    ]);
  });

  it('draws a cycle with one arrow upwards, and says so', () => {
    const links = linksOf(3, [
      [0, 1],
      [1, 2],
      [2, 0],
    ]);
    const { y, upwards } = hierarchy(arrows(links), cell, view);
    expect(upwards).toBe(1);
    const down = [...links.sources].filter((source, i) => (y[source] ?? 0) > (y[links.targets[i] ?? 0] ?? 0));
    expect(down.length).toBe(2);
  });

  it('sets apart what is joined to nothing', () => {
    const { y, guides } = hierarchy(arrows(linksOf(4, [[0, 1]])), cell, view);
    expect(bands(guides).at(-1)).toMatchObject({ label: '', count: 2 });
    expect(Math.max(y[2] ?? 0, y[3] ?? 0)).toBeLessThan(y[1] ?? 0);
  });

  it('lets no two cells overlap, whatever the graph, the same every time', () => {
    fc.assert(
      fc.property(anyLinks, (links) => {
        const drawing = hierarchy(arrows(links), cell, view);
        expect(isFinite(drawing)).toBe(true);
        expect(overlappingCells(drawing, cell)).toEqual([]);
        expect(hierarchy(arrows(links), cell, view)).toEqual(drawing);
      }),
    );
    const star = linksOf(
      300,
      Array.from({ length: 299 }, (_, i) => [0, i + 1] as const),
    );
    expect(overlappingCells(hierarchy(arrows(star), cell, view), cell)).toEqual([]);
    expect(hierarchy(arrows(linksOf(0, [])), cell, view).x.length).toBe(0);
  });
});

describe('fewer crossings', () => {
  /** Pairs of lines between two neighbouring groups that cross. */
  function crossings(groups: readonly (readonly number[])[], links: Links): number {
    const at = new Map(groups.flatMap((group) => group.map((node, place) => [node, place] as const)));
    const lines = Array.from(links.sources, (source, i) => [
      at.get(source) ?? 0,
      at.get(links.targets[i] ?? 0) ?? 0,
    ]);
    let count = 0;
    for (const [i, [a = 0, b = 0]] of lines.entries())
      for (const [c = 0, d = 0] of lines.slice(i + 1)) if ((a - c) * (b - d) < 0) count++;
    return count;
  }

  it('undoes a tangle that can be undone', () => {
    // four pairs, the second group backwards
    const links = linksOf(8, [
      [0, 7],
      [1, 6],
      [2, 5],
      [3, 4],
    ]);
    const before = [
      [0, 1, 2, 3],
      [4, 5, 6, 7],
    ];
    expect(crossings(before, links)).toBe(6);
    expect(crossings(untangled(bothWays(links), before), links)).toBe(0);
  });

  it('keeps every node in its group', () => {
    const groups = [
      [3, 1, 2],
      [0, 33, 32, 30],
    ];
    const sorted = (all: readonly (readonly number[])[]) =>
      all.map((group) => group.toSorted((a, b) => a - b));
    expect(sorted(untangled(bothWays(karateClub), groups))).toEqual(sorted(groups));
  });
});
