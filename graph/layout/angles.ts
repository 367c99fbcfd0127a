import type { Adjacency } from '../adjacency.ts';
import { pivotMds } from './pivot-mds.ts';

export interface Angles {
  /** The direction from the middle in which each node lies, in radians, -π to π. */
  readonly angles: Float64Array;
  /** Node numbers by direction, those in the same one by number. */
  readonly sorted: Int32Array;
}

/** Directions in which joined nodes lie near each other, from classical scaling: for layouts that go around a middle. */
export function anglesOf(adjacency: Adjacency): Angles {
  const { x, y } = pivotMds(adjacency);
  const angles = x.map((at, node) => Math.atan2(y[node] ?? 0, at));
  const sorted = Int32Array.from(angles.keys()).toSorted(
    (a, b) => (angles[a] ?? 0) - (angles[b] ?? 0) || a - b,
  );
  return { angles, sorted };
}
