import type { Adjacency } from '../adjacency.ts';
import { bySize } from './by-size.ts';

/**
 * The number of each node's connected component: 0 for the largest, of equals the one with the lowest node first.
 *
 * @param adjacency both ways, as `adjacencyOf` makes it
 */
export function components({ order, offsets, neighbours }: Adjacency): Int32Array {
  const found = new Int32Array(order).fill(-1);
  const queue = new Int32Array(order);
  for (let start = 0; start < order; start++) {
    if (found[start] !== -1) continue;
    // a component is named by its first node
    found[start] = start;
    queue[0] = start;
    for (let head = 0, reached = 1; head < reached; head++) {
      const node = queue[head] ?? 0;
      for (const neighbour of neighbours.subarray(offsets[node], offsets[node + 1])) {
        if (found[neighbour] !== -1) continue;
        found[neighbour] = start;
        queue[reached++] = neighbour;
      }
    }
  }
  return bySize(found);
}
