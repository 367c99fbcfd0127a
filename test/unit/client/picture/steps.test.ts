import { describe, expect, it } from 'vitest';
import { nearestTowards } from '../../../../client/picture/steps.ts';

const here = { id: 'here', x: 100, y: 100 };
const others = [
  here,
  { id: 'right', x: 200, y: 110 },
  { id: 'far right', x: 300, y: 100 },
  { id: 'above', x: 110, y: 20 },
  { id: 'below left', x: 60, y: 150 },
];

describe('walking with arrow keys', () => {
  it('goes to the nearest node in the direction', () => {
    expect(
      (['right', 'up', 'left', 'down'] as const).map((way) => nearestTowards(here, others, way)?.id),
    ).toEqual(['right', 'above', 'below left', 'below left']);
  });

  it('stays where nothing lies ahead', () => {
    expect(nearestTowards({ id: 'far right', x: 300, y: 100 }, others, 'right')).toBeNull();
  });
});
