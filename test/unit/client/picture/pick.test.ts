import { describe, expect, it } from 'vitest';
import { claimCurve, pointAt } from '../../../../client/picture/curve.ts';
import { outlineDistance } from '../../../../client/picture/outline-distance.ts';
import { Nearest, distanceToCurve, distanceToSegment, pickNode } from '../../../../client/picture/pick.ts';
import { SHAPES, svgPoints } from '../../../../client/picture/shapes.ts';
import type { ShapeName } from '../../../../client/picture/shapes.ts';
import { isInside } from '../../../../client/picture/polygon.ts';

/** Numbers from 0 to 1, the same in every run. */
function random(seed: number): () => number {
  let state = seed;
  return () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
}

const corners = (shape: ShapeName, radius: number) =>
  (svgPoints(SHAPES[shape], radius) ?? '').split(' ').map((corner) => {
    const [x = 0, y = 0] = corner.split(',').map(Number);
    return { x, y };
  });

describe('what lies under a point', () => {
  it('is inside a shape exactly where its drawn outline says so, but for its rounded corners', () => {
    const next = random(7);
    for (const name of Object.keys(SHAPES) as ShapeName[]) {
      if (name === 'circle') continue;
      const outline = corners(name, 40);
      for (let tries = 0; tries < 2_000; tries++) {
        const at = { x: next() * 140 - 70, y: next() * 140 - 70 };
        const distance = outlineDistance(SHAPES[name], 40, at.x, at.y);
        // rounding grows a smaller outline: near the outline, and at its tips, the two may differ
        const fromOutline = Math.min(
          ...outline.map((corner, index) => {
            const to = outline[(index + 1) % outline.length] ?? corner;
            return distanceToSegment(at.x, at.y, corner.x, corner.y, to.x, to.y);
          }),
        );
        if (fromOutline < 6) continue;
        expect(distance < 0, `${name} at ${at.x}, ${at.y}`).toBe(isInside(outline, at));
      }
    }
  });

  it('is, of nodes that overlap, the topmost that holds it; beside all of them the nearest within two pixels', () => {
    const shape = SHAPES.circle;
    const nodes = [
      { x: 0, y: 0, radiusPx: 10, shape },
      { x: 12, y: 0, radiusPx: 10, shape },
      { x: 60, y: 0, radiusPx: 10, shape },
    ];
    const at = (x: number) => pickNode(nodes, { x, y: 0 });
    expect([at(0), at(6), at(12), at(23.5), at(25), at(48.5), at(47)]).toEqual([0, 1, 1, 1, -1, 2, -1]);
  });

  it('is as far from a curve as the nearest of ten thousand points along it', () => {
    const next = random(3);
    for (let tries = 0; tries < 60; tries++) {
      const curve = claimCurve(
        { x: next() * 600, y: next() * 600 },
        { x: next() * 600, y: next() * 600 },
        next() * 1.5 - 0.75,
      );
      const at = { x: next() * 600, y: next() * 600 };
      let nearest = Infinity;
      for (let step = 0; step <= 10_000; step++) {
        const point = pointAt(curve, step / 10_000);
        nearest = Math.min(nearest, Math.hypot(point.x - at.x, point.y - at.y));
      }
      expect(Math.abs(distanceToCurve(curve, at, 1_000) - nearest)).toBeLessThan(0.5);
      if (nearest > 20) expect(distanceToCurve(curve, at, nearest - 10)).toBe(Infinity);
    }
  });

  it('is, of lines within reach, the nearest; of lines that both lie under it the one drawn last', () => {
    const picked = (...offers: [string, number, number][]): string | null => {
      const nearest = new Nearest<string>();
      for (const [line, distance, width] of offers) nearest.offer(line, distance, width, 4);
      return nearest.line;
    };
    expect(picked(['a', 3, 1], ['b', 2, 1])).toBe('b');
    expect(picked(['a', 2, 1], ['b', 3, 1])).toBe('a');
    expect(picked(['a', 1, 6], ['b', 2, 6])).toBe('b');
    expect(picked(['a', 4.5, 1])).toBeNull();
    expect(picked(['a', 4.5, 10])).toBe('a');
  });
});
