import type { Adjacency } from '../adjacency.ts';
import { bySize } from './by-size.ts';
import { Random } from './random.ts';

export interface Communities {
  /** The number of each node's community: 0 for the largest, of equals the one with the lowest node first. */
  readonly communities: Int32Array;
  readonly count: number;
  readonly modularity: number;
}

export interface CommunityOptions {
  /** Above 1 smaller communities, below it larger ones; default 1. */
  readonly resolution?: number;
  readonly seed?: number;
}

/** A move has to gain this much, as a share of all weight, so that rounding makes nobody go to and fro. */
const LEAST_GAIN = 1e-12;
/** Orders in which nodes are looked at, the best grouping kept: small graphs get more of them, as their cost is nothing there. */
const MOST_ATTEMPTS = 12;
const ATTEMPT_LINKS = 100_000;

/**
 * Groups that are joined within more than chance would have it: Louvain's method, then, from the coarsest grouping back to the nodes,
 * everyone may change groups once more (multilevel refinement), which mends what merging whole groups got wrong; the best of several orders. Weighted;
 * direction says nothing. The same graph and seed give the same groups.
 *
 * @param adjacency both ways, as `adjacencyOf` makes it
 * @see Blondel, Guillaume, Lambiotte, Lefebvre: Fast unfolding of communities in large networks (2008)
 * @see Rotta, Noack: Multilevel local search algorithms for modularity clustering (2011)
 */
export function communities(adjacency: Adjacency, options: CommunityOptions = {}): Communities {
  const { resolution = 1, seed = 1 } = options;
  const random = new Random(seed);
  const attempts = Math.max(
    2,
    Math.min(MOST_ATTEMPTS, Math.floor(ATTEMPT_LINKS / (adjacency.neighbours.length + 1))),
  );
  let best: { groups: Int32Array; modularity: number } = {
    groups: new Int32Array(adjacency.order),
    modularity: -Infinity,
  };
  for (let attempt = 0; attempt < attempts; attempt++) {
    const groups = attemptOnce(adjacency, resolution, random);
    const reached = modularity(adjacency, groups, resolution);
    if (reached > best.modularity + LEAST_GAIN) best = { groups, modularity: reached };
  }
  const groups = bySize(best.groups);
  let count = 0;
  for (const group of groups) count = Math.max(count, group + 1);
  return { communities: groups, count, modularity: best.modularity };
}

/** Merges groups level by level as long as that gains, then mends from the coarsest level back to the nodes. */
function attemptOnce(adjacency: Adjacency, resolution: number, random: Random): Int32Array {
  const levels: { graph: Level; groups: Int32Array }[] = [];
  let graph: Level = { adjacency, inside: new Float64Array(adjacency.order) };
  for (;;) {
    const groups = Int32Array.from({ length: graph.adjacency.order }, (_, node) => node);
    if (!moveAll(graph, groups, resolution, random)) break;
    const numbered = bySize(groups);
    levels.push({ graph, groups: numbered });
    graph = folded(graph, numbered);
  }
  let groups = Int32Array.from({ length: graph.adjacency.order }, (_, node) => node);
  for (const level of levels.toReversed()) {
    const coarse = groups;
    groups = level.groups.map((group) => coarse[group] ?? 0);
    moveAll(level.graph, groups, resolution, random);
  }
  return groups;
}

/** A graph whose nodes are groups of one level below; `inside`: the weight of links within each, both ways. */
interface Level {
  readonly adjacency: Adjacency;
  readonly inside: Float64Array;
}

/** Weight of links at each node, and of all: each link counts at both ends. */
function weighed({ adjacency: { order, offsets, weights }, inside }: Level): [Float64Array, number] {
  let total = 0;
  const at = new Float64Array(order);
  for (let node = 0; node < order; node++) {
    let sum = inside[node] ?? 0;
    for (let i = offsets[node] ?? 0; i < (offsets[node + 1] ?? 0); i++) sum += weights[i] ?? 0;
    at[node] = sum;
    total += sum;
  }
  return [at, total];
}

/** Moves nodes to the neighbouring group that gains most, until none gains: those whose neighbours moved are looked at again. */
function moveAll(level: Level, groups: Int32Array, resolution: number, random: Random): boolean {
  const { order, offsets, neighbours, weights } = level.adjacency;
  const [degrees, total] = weighed(level);
  if (total === 0) return false;
  const sums = new Float64Array(order);
  const sizes = new Int32Array(order);
  for (let node = 0; node < order; node++) {
    const group = groups[node] ?? 0;
    sums[group] = (sums[group] ?? 0) + (degrees[node] ?? 0);
    sizes[group] = (sizes[group] ?? 0) + 1;
  }
  const empty: number[] = [];
  for (let group = order - 1; group >= 0; group--) if (sizes[group] === 0) empty.push(group);
  // a ring of those still to be looked at, every node in it at most once
  const waiting = random.sample(order, order);
  const isWaiting = new Uint8Array(order).fill(1);
  let [head, length] = [0, order];
  const joined = new Float64Array(order);
  const near = new Int32Array(order);
  let hasMoved = false;
  while (length > 0) {
    const node = waiting[head] ?? 0;
    head = (head + 1) % order;
    length--;
    isWaiting[node] = 0;
    const own = groups[node] ?? 0;
    const degree = degrees[node] ?? 0;
    const [start, end] = [offsets[node] ?? 0, offsets[node + 1] ?? 0];
    let groupsNear = 0;
    for (let i = start; i < end; i++) {
      const group = groups[neighbours[i] ?? 0] ?? 0;
      if (joined[group] === 0) near[groupsNear++] = group;
      joined[group] = (joined[group] ?? 0) + (weights[i] ?? 0);
    }
    const scale = (resolution * degree) / total;
    const staying = (joined[own] ?? 0) - scale * ((sums[own] ?? 0) - degree);
    let [best, bestGain] = [own, staying + LEAST_GAIN * total];
    for (let i = 0; i < groupsNear; i++) {
      const group = near[i] ?? 0;
      const gain = (joined[group] ?? 0) - scale * (sums[group] ?? 0);
      if (group !== own && gain > bestGain) [best, bestGain] = [group, gain];
      joined[group] = 0;
    }
    // better by itself than with anyone
    if (bestGain < 0 && (sizes[own] ?? 0) > 1) best = empty.pop() ?? best;
    if (best === own) continue;
    hasMoved = true;
    groups[node] = best;
    sums[own] = (sums[own] ?? 0) - degree;
    sums[best] = (sums[best] ?? 0) + degree;
    sizes[best] = (sizes[best] ?? 0) + 1;
    sizes[own] = (sizes[own] ?? 0) - 1;
    if (sizes[own] === 0) empty.push(own);
    for (let i = start; i < end; i++) {
      const neighbour = neighbours[i] ?? 0;
      if (isWaiting[neighbour] === 1 || groups[neighbour] === best) continue;
      isWaiting[neighbour] = 1;
      waiting[(head + length) % order] = neighbour;
      length++;
    }
  }
  return hasMoved;
}

/** Each group one node; links between two groups one link. */
function folded({ adjacency, inside }: Level, groups: Int32Array): Level {
  const { order, offsets, neighbours, weights } = adjacency;
  const rows: Map<number, number>[] = [];
  for (let node = 0; node < order; node++) {
    const group = groups[node] ?? 0;
    const row = (rows[group] ??= new Map<number, number>());
    row.set(group, (row.get(group) ?? 0) + (inside[node] ?? 0));
    for (let i = offsets[node] ?? 0; i < (offsets[node + 1] ?? 0); i++) {
      const other = groups[neighbours[i] ?? 0] ?? 0;
      row.set(other, (row.get(other) ?? 0) + (weights[i] ?? 0));
    }
  }
  const within = Float64Array.from(rows, (row, group) => row.get(group) ?? 0);
  rows.forEach((row, group) => row.delete(group));
  const size = rows.reduce((sum, row) => sum + row.size, 0);
  const next = {
    order: rows.length,
    offsets: new Int32Array(rows.length + 1),
    neighbours: new Int32Array(size),
    weights: new Float64Array(size),
  };
  let at = 0;
  rows.forEach((row, group) => {
    for (const [other, weight] of [...row].toSorted(([a], [b]) => a - b)) {
      next.neighbours[at] = other;
      next.weights[at++] = weight;
    }
    next.offsets[group + 1] = at;
  });
  return { adjacency: next, inside: within };
}

/**
 * How much more of the weight lies within groups than chance would have it: `Σ (inside / 2m - γ (degrees / 2m)²)` over groups; -½ to 1, 0
 * where there is no link.
 *
 * @see Newman, Girvan: Finding and evaluating community structure in networks (2004)
 */
export function modularity(adjacency: Adjacency, groups: Int32Array, resolution = 1): number {
  const { order, offsets, neighbours, weights } = adjacency;
  const sums = new Map<number, number>();
  let [inside, total] = [0, 0];
  for (let node = 0; node < order; node++) {
    const group = groups[node] ?? 0;
    let degree = 0;
    for (let i = offsets[node] ?? 0; i < (offsets[node + 1] ?? 0); i++) {
      const weight = weights[i] ?? 0;
      degree += weight;
      if (groups[neighbours[i] ?? 0] === group) inside += weight;
    }
    total += degree;
    sums.set(group, (sums.get(group) ?? 0) + degree);
  }
  if (total === 0) return 0;
  let chance = 0;
  for (const sum of sums.values()) chance += (sum / total) ** 2;
  return inside / total - resolution * chance;
}
