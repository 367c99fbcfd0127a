import type { Adjacency } from '../adjacency.ts';

export interface PageRankOptions {
  /** How often the walker follows an arrow rather than begins anew anywhere; default 0.85. */
  readonly damping?: number;
  /** Iteration ends when the ranks change by less than this in all; default 1e-9. */
  readonly tolerance?: number;
}

const MOST_ROUNDS = 200;

/**
 * How often a walker is at each node who follows arrows, each as likely as its weight, and now and then begins anew at any node; so does
 * who comes to a node without arrows. By power iteration: `r = (1 - d) / n + d · (Σ r·w / W + lost / n)`. The ranks sum to 1.
 *
 * @param arrows `arrowsOf`, or `adjacencyOf` where direction is to say nothing
 * @see Page, Brin, Motwani, Winograd: The PageRank Citation Ranking (1999)
 */
export function pageRank(arrows: Adjacency, options: PageRankOptions = {}): Float64Array {
  const { damping = 0.85, tolerance = 1e-9 } = options;
  const { order, offsets, neighbours, weights } = arrows;
  let ranks = new Float64Array(order).fill(1 / order);
  let next = new Float64Array(order);
  // shares rather than weights: one division a link for all rounds
  const shares = new Float64Array(weights.length);
  for (let node = 0; node < order; node++) {
    const [start, end] = [offsets[node] ?? 0, offsets[node + 1] ?? 0];
    let sum = 0;
    for (let i = start; i < end; i++) sum += weights[i] ?? 0;
    for (let i = start; i < end; i++) shares[i] = (damping * (weights[i] ?? 0)) / sum;
  }
  for (let round = 0; round < MOST_ROUNDS; round++) {
    let lost = 0;
    for (let node = 0; node < order; node++)
      if (offsets[node] === offsets[node + 1]) lost += ranks[node] ?? 0;
    next.fill((1 - damping + damping * lost) / order);
    for (let node = 0; node < order; node++) {
      const rank = ranks[node] ?? 0;
      const end = offsets[node + 1] ?? 0;
      for (let i = offsets[node] ?? 0; i < end; i++) {
        const to = neighbours[i] ?? 0;
        next[to] = (next[to] ?? 0) + rank * (shares[i] ?? 0);
      }
    }
    let change = 0;
    for (let node = 0; node < order; node++) change += Math.abs((next[node] ?? 0) - (ranks[node] ?? 0));
    [ranks, next] = [next, ranks];
    if (change < tolerance) break;
  }
  return ranks;
}
