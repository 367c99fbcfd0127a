import type { Adjacency } from '../adjacency.ts';
import { BreadthFirst } from '../breadth-first.ts';

/**
 * How far a drawing's distances are from those in the graph, whatever its scale: the mean of `((d - s·e) / d)²` over pairs of nodes
 * that a way joins, `d` their steps apart, `e` their distance as drawn, `s` the one scale for all that makes it least. 0 is perfect;
 * a drawing that puts all in one point has 1.
 *
 * @param sources the nodes from which all pairs are counted; a hundred or two tell a large graph's stress well
 * @see Gansner, Koren, North: Graph Drawing by Stress Majorization (2004)
 */
export function stress(
  adjacency: Adjacency,
  x: Float64Array,
  y: Float64Array,
  sources: Iterable<number>,
): number {
  const search = new BreadthFirst(adjacency);
  const { distances } = search;
  let [pairs, ratios, squares] = [0, 0, 0];
  for (const source of sources) {
    search.search(source);
    const [fromX, fromY] = [x[source] ?? 0, y[source] ?? 0];
    for (let node = 0; node < adjacency.order; node++) {
      const steps = distances[node] ?? -1;
      if (steps <= 0) continue;
      const ratio = Math.hypot((x[node] ?? 0) - fromX, (y[node] ?? 0) - fromY) / steps;
      pairs++;
      ratios += ratio;
      squares += ratio * ratio;
    }
  }
  // Σ(1 - s·ratio)² is least at s = Σratio / Σratio²
  return pairs === 0 || squares === 0 ? 0 : 1 - (ratios * ratios) / (squares * pairs);
}
