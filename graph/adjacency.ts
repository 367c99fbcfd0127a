/** Who is joined to whom, for layouts and measures: compressed by rows, weighted. */

/** A graph as layouts and measures are given it: nodes are numbered from 0, each link goes from `sources[i]` to `targets[i]`. */
export interface Links {
  /** Number of nodes. */
  readonly order: number;
  readonly sources: Int32Array;
  readonly targets: Int32Array;
}

export interface Adjacency {
  /** Number of nodes; they are numbered from 0. */
  readonly order: number;
  /** The neighbours of `node` are `neighbours[offsets[node] … offsets[node + 1] - 1]`, each once, in the order of their numbers. */
  readonly offsets: Int32Array;
  readonly neighbours: Int32Array;
  readonly weights: Float64Array;
}

/**
 * Both ways: each pair stands on both sides. Parallel links become one whose weight `weigh` gives by their number; self-loops are left
 * out: neither pulls anything anywhere.
 *
 * @param sources,targets the ends of each link; every one in `0 … order - 1`
 * @param weigh default: one, however many
 */
export function adjacencyOf(
  order: number,
  sources: Int32Array,
  targets: Int32Array,
  weigh: (links: number) => number = () => 1,
): Adjacency {
  return rows(order, sources, targets, weigh, true);
}

/** As `adjacencyOf`, but each pair stands on the side of its source only: `neighbours` are successors. */
export function arrowsOf(
  order: number,
  sources: Int32Array,
  targets: Int32Array,
  weigh: (links: number) => number = () => 1,
): Adjacency {
  return rows(order, sources, targets, weigh, false);
}

function rows(
  order: number,
  sources: Int32Array,
  targets: Int32Array,
  weigh: (links: number) => number,
  isMutual: boolean,
): Adjacency {
  const ends = new Int32Array(order + 1);
  const count = (node: number): void => {
    ends[node + 1] = (ends[node + 1] ?? 0) + 1;
  };
  for (let link = 0; link < sources.length; link++) {
    const [a, b] = [sources[link] ?? 0, targets[link] ?? 0];
    if (a === b) continue;
    count(a);
    if (isMutual) count(b);
  }
  for (let node = 0; node < order; node++) ends[node + 1] = (ends[node + 1] ?? 0) + (ends[node] ?? 0);
  const all = new Int32Array(ends[order] ?? 0);
  const free = ends.slice(0, order);
  const add = (node: number, neighbour: number): void => {
    const at = free[node] ?? 0;
    all[at] = neighbour;
    free[node] = at + 1;
  };
  for (let link = 0; link < sources.length; link++) {
    const [a, b] = [sources[link] ?? 0, targets[link] ?? 0];
    if (a === b) continue;
    add(a, b);
    if (isMutual) add(b, a);
  }
  return merge(order, ends, all, weigh);
}

function merge(
  order: number,
  ends: Int32Array,
  all: Int32Array,
  weigh: (links: number) => number,
): Adjacency {
  const offsets = new Int32Array(order + 1);
  const neighbours = new Int32Array(all.length);
  const weights = new Float64Array(all.length);
  let size = 0;
  for (let node = 0; node < order; node++) {
    const row = all.subarray(ends[node], ends[node + 1]).toSorted();
    for (let i = 0; i < row.length;) {
      const neighbour = row[i] ?? 0;
      const first = i;
      while (i < row.length && row[i] === neighbour) i++;
      neighbours[size] = neighbour;
      weights[size] = weigh(i - first);
      size++;
    }
    offsets[node + 1] = size;
  }
  return { order, offsets, neighbours: neighbours.slice(0, size), weights: weights.slice(0, size) };
}
