import type { Links } from '../adjacency.ts';

export type Direction = 'in' | 'out' | 'both';

/**
 * Links at each node, parallel ones each for itself. A self-loop comes in once and goes out once, so it counts two in `both`: the
 * degrees of all nodes are then twice the number of links.
 */
export function degree({ order, sources, targets }: Links, direction: Direction = 'both'): Float64Array {
  const degrees = new Float64Array(order);
  const count = (ends: Int32Array): void => {
    for (const node of ends) degrees[node] = (degrees[node] ?? 0) + 1;
  };
  if (direction !== 'in') count(sources);
  if (direction !== 'out') count(targets);
  return degrees;
}
