import { describe, expect, it } from 'vitest';
import { bendOf, widestBend } from '../../../../client/picture/fan.ts';

const fan = (count: number, isForward = true): number[] =>
  Array.from({ length: count }, (_, index) => bendOf(index, count, isForward, false));

describe('fanning out claims between the same two', () => {
  it('leaves one claim straight', () => {
    expect(fan(1)).toEqual([0]);
  });

  it('spreads several evenly on both sides, the middle one straight', () => {
    expect(fan(3)).toEqual([-0.2, 0, 0.2]);
  });

  it('turns the bend over with the direction, so that opposite claims do not lie on each other', () => {
    // both bend to the left of their own way, which is to different sides
    expect([bendOf(0, 2, true, false), bendOf(1, 2, false, false)]).toEqual([-0.1, -0.1]);
  });

  it('keeps a large fan within one and a half chord lengths', () => {
    const bends = fan(40);
    expect([Math.min(...bends), Math.max(...bends)]).toEqual([-0.75, 0.75]);
    expect(new Set(bends).size).toBe(40);
    expect(widestBend(40)).toBe(0.75);
  });

  it('gives each self-loop a reach of its own', () => {
    expect([bendOf(0, 2, true, true), bendOf(1, 2, true, true)]).toEqual([26, 38]);
  });
});
