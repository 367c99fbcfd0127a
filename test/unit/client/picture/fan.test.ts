import { describe, expect, it } from 'vitest';
import { fanOut } from '../../../../client/picture/fan.ts';

const ends = (id: string, source: string, target: string) => ({ id, source, target });

describe('fanning out parallel relationships', () => {
  it('leaves one relationship straight', () => {
    expect(fanOut([ends('r', 'a', 'b')])).toEqual(new Map([['r', 0]]));
  });

  it('spreads several evenly on both sides, the middle one straight', () => {
    expect(fanOut([ends('r', 'a', 'b'), ends('s', 'a', 'b'), ends('t', 'a', 'b')])).toEqual(
      new Map([
        ['r', -0.2],
        ['s', 0],
        ['t', 0.2],
      ]),
    );
  });

  it('turns the bend over with the direction, so that opposite claims do not lie on each other', () => {
    // both bend to the left of their own way, which is to different sides
    expect(fanOut([ends('r', 'a', 'b'), ends('s', 'b', 'a')])).toEqual(
      new Map([
        ['r', -0.1],
        ['s', -0.1],
      ]),
    );
  });

  it('keeps a large fan within one and a half chord lengths', () => {
    const bends = [...fanOut(Array.from({ length: 40 }, (_, i) => ends(`r${i}`, 'a', 'b'))).values()];
    expect([Math.min(...bends), Math.max(...bends)]).toEqual([-0.75, 0.75]);
    expect(new Set(bends).size).toBe(40);
  });

  it('gives each self-loop a reach of its own', () => {
    expect(fanOut([ends('r', 'a', 'a'), ends('s', 'a', 'a')])).toEqual(
      new Map([
        ['r', 26],
        ['s', 38],
      ]),
    );
  });

  it('does not confuse pairs whose ids run together', () => {
    expect(fanOut([ends('r', 'a', 'b,c'), ends('s', 'a,b', 'c')])).toEqual(
      new Map([
        ['r', 0],
        ['s', 0],
      ]),
    );
  });
});
