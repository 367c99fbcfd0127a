import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aroundNode, placeLabels, slidAround } from '../../../../client/picture/labels/place.ts';
import { overlaps } from '../../../../client/picture/occupied.ts';
import type { Box } from '../../../../client/picture/occupied.ts';

const view: Box = { x: 0, y: 0, width: 400, height: 300 };
const box = (x: number, y: number, width = 50, height = 14): Box => ({ x, y, width, height });

describe('placing labels', () => {
  it('gives the more important of two the place that both want', () => {
    const placed = placeLabels(
      [
        { id: 'minor', priority: 1, candidates: [box(100, 100), box(100, 200)] },
        { id: 'major', priority: 9, candidates: [box(110, 105)] },
      ],
      [],
      view,
    );
    expect(placed).toEqual([
      { id: 'major', box: box(110, 105), candidate: 0 },
      { id: 'minor', box: box(100, 200), candidate: 1 },
    ]);
  });

  it('leaves out a label that finds no free place', () => {
    const placed = placeLabels(
      [
        { id: 'a', priority: 2, candidates: [box(100, 100)] },
        { id: 'b', priority: 1, candidates: [box(120, 100)] },
      ],
      [],
      view,
    );
    expect(placed.map(({ id }) => id)).toEqual(['a']);
  });

  it('keeps off nodes, its own excepted', () => {
    const node = { box: box(100, 100, 20, 20), owner: 'a' };
    const request = { priority: 1, candidates: [box(105, 105)] };
    expect(placeLabels([{ id: 'a', owns: 'a', ...request }], [node], view)).toHaveLength(1);
    expect(placeLabels([{ id: 'b', owns: 'b', ...request }], [node], view)).toEqual([]);
  });

  it('keeps inside the view', () => {
    expect(placeLabels([{ id: 'a', priority: 1, candidates: [box(380, 10)] }], [], view)).toEqual([]);
  });

  it('stays where it was while that place is free', () => {
    const requests = [{ id: 'a', priority: 1, candidates: [box(10, 10), box(10, 60)] }];
    expect(placeLabels(requests, [], view, new Map([['a', 1]]))).toEqual([
      { id: 'a', box: box(10, 60), candidate: 1 },
    ]);
  });

  it('covers what is faint where nothing else is free, and only where it may', () => {
    const faint = { box: box(100, 100, 20, 20), owner: 'dimmed', isFaint: true };
    const request = { id: 'a', priority: 1, candidates: [box(105, 105)] };
    expect(placeLabels([request], [faint], view)).toEqual([]);
    expect(placeLabels([{ ...request, mayCoverFaint: true }], [faint], view)).toEqual([
      { id: 'a', box: box(105, 105), candidate: 0 },
    ]);
    const free = { ...request, candidates: [box(105, 105), box(300, 200)], mayCoverFaint: true };
    expect(placeLabels([free], [faint], view).map(({ candidate }) => candidate)).toEqual([1]);
  });

  it('covers a node where it must be shown, but no label', () => {
    const crowd = { box: view, owner: 'crowd' };
    const chief = { id: 'a', priority: 9, candidates: [box(10, 10), box(10, 60)], mayCoverOwned: true };
    const other = { ...chief, id: 'b', priority: 1 };
    expect(placeLabels([other, chief], [crowd], view)).toEqual([
      { id: 'a', box: box(10, 10), candidate: 0 },
      { id: 'b', box: box(10, 60), candidate: 1 },
    ]);
  });

  it('finds a place along the edge of a node whose sides, corners and middles are taken', () => {
    const corners = [box(172, 165), box(260, 165), box(265, 150), box(135, 150), box(200, 130), box(262, 135), box(140, 135)]; // prettier-ignore
    const placed = placeLabels(
      [{ id: 'a', priority: 1, candidates: aroundNode(200, 150, 8, 60, 14) }],
      corners.map((at) => ({ box: { ...at, width: 2, height: 2 } })),
      view,
    );
    expect(placed).toEqual([{ id: 'a', box: box(185, 161, 60, 14), candidate: 8 }]);
  });

  it('keeps the same distance from a node all the way round it', () => {
    const boxes = slidAround(200, 150, 8, 60, 14, 10);
    const distances = boxes.map(({ x, y, width, height }) => {
      const dx = Math.max(x - 200, 200 - x - width, 0);
      const dy = Math.max(y - 150, 150 - y - height, 0);
      return Math.max(dx, dy);
    });
    expect(new Set(distances)).toEqual(new Set([18]));
    expect(boxes.length).toBeGreaterThan(20);
  });

  it('never lets two labels overlap, whatever lies where', () => {
    const node = fc.record({
      x: fc.integer({ min: 0, max: 400 }),
      y: fc.integer({ min: 0, max: 300 }),
      width: fc.integer({ min: 5, max: 120 }),
    });
    fc.assert(
      fc.property(fc.array(node, { maxLength: 60 }), (nodes) => {
        const placed = placeLabels(
          nodes.map(({ x, y, width }, index) => ({
            id: String(index),
            priority: index,
            candidates: aroundNode(x, y, 6, width, 14),
            owns: String(index),
          })),
          nodes.map(({ x, y }, index) => ({ box: box(x - 6, y - 6, 12, 12), owner: String(index) })),
          view,
        );
        const pairs = placed.flatMap((a, i) => placed.slice(i + 1).map((b) => [a, b] as const));
        expect(pairs.filter(([a, b]) => overlaps(a.box, b.box))).toEqual([]);
      }),
    );
  });
});
