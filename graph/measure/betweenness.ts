import type { Adjacency } from '../adjacency.ts';
import { Random } from './random.ts';

export interface Betweenness {
  /** 0 to 1; see `betweenness`. */
  readonly values: Float64Array;
  /** Null where every node was searched from and the values are exact. */
  readonly error: SamplingError | null;
}

export interface SamplingError {
  /** Nodes searched from. */
  readonly pivots: number;
  /**
   * Of each value, as the sample shows it. Right for nodes that many ways go through; too small for one that only few nodes lie behind,
   * as it takes one of those to be drawn to show what it is.
   */
  readonly standardErrors: Float64Array;
  /** Whichever node is asked about: in at least 19 of 20 samples its value is no farther off than this. */
  readonly margin: number;
}

export interface BetweennessOptions {
  /** Most nodes and links, counted once for each search, that are looked at: what decides between all searches and a sample. */
  readonly mostSteps?: number;
  readonly seed?: number;
  /** Called with the share done, 0 to 1, now and then. */
  readonly onProgress?: (share: number) => void;
}

/** About a second: every graph of up to some 2,000 nodes and 10,000 links is measured exactly. */
const MOST_STEPS = 5e7;
const FEWEST_PIVOTS = 64;
/** One sample in so many may be farther off than its margin. */
const SAMPLES_TO_ONE_MISS = 20;

/**
 * How often each node lies on the shortest ways between two others, a pair with several such ways counting for each by its share:
 * `Σ σ(s,t|v) / σ(s,t)` over the pairs `s ≠ v ≠ t`, divided by their number. Ways take one step a link whatever its weight. Exact while
 * the graph is small, else from pivots drawn without replacement, with the error told. The same graph and seed give the same values.
 *
 * A way counts for its source by how near to the target the node is, so that both ends of it, each once a source, make one: so drawn
 * pivots do not seem more between than they are.
 *
 * @param adjacency both ways, as `adjacencyOf` makes it
 * @see Brandes: A Faster Algorithm for Betweenness Centrality (2001)
 * @see Geisberger, Sanders, Schultes: Better Approximation of Betweenness Centrality (2008), linear scaling
 * @see Audibert, Munos, Szepesvári: Exploration-exploitation tradeoff using variance estimates (2009), theorem 1: the margin
 */
export function betweenness(adjacency: Adjacency, options: BetweennessOptions = {}): Betweenness {
  const { mostSteps = MOST_STEPS, seed = 1, onProgress } = options;
  const { order, neighbours } = adjacency;
  const affordable = Math.floor(mostSteps / Math.max(1, order + neighbours.length));
  const pivots = Math.min(order, Math.max(FEWEST_PIVOTS, affordable));
  const chosen = new Random(seed).sample(order, pivots);
  const search = new Dependencies(adjacency);
  const sums = new Float64Array(order);
  const squares = new Float64Array(order);
  chosen.forEach((source, index) => {
    if (index % 32 === 0) onProgress?.(index / pivots);
    search.from(source, sums, squares);
  });
  const pairs = Math.max(1, (order - 1) * (order - 2));
  const values = sums.map((sum) => (sum * order) / Math.max(1, pivots) / pairs);
  if (pivots === order) return { values, error: null };
  // of a sample without replacement: what was not drawn is all that is unknown
  const unseen = 1 - pivots / order;
  const variances = squares.map((square, node) => {
    const sum = sums[node] ?? 0;
    return Math.max(0, square - (sum * sum) / pivots) / (pivots - 1);
  });
  const standardErrors = variances.map(
    (variance) => (order * Math.sqrt((unseen * variance) / pivots)) / pairs,
  );
  let largest = 0;
  for (const variance of variances) if (variance > largest) largest = variance;
  // no source adds more than twice the other nodes, so no value more than 2
  const log = Math.log(3 * SAMPLES_TO_ONE_MISS);
  const margin = Math.sqrt((2 * largest * log) / pivots) * (order / pairs) + (3 * 2 * log) / pivots;
  return { values, error: { pivots, standardErrors, margin } };
}

/** Brandes' accumulation from one source at a time, each way scaled; its arrays serve every search. */
class Dependencies {
  readonly #adjacency: Adjacency;
  readonly #distances: Int32Array;
  /** Shortest ways from the source to each node. */
  readonly #ways: Float64Array;
  readonly #dependencies: Float64Array;
  readonly #queue: Int32Array;

  constructor(adjacency: Adjacency) {
    const { order } = adjacency;
    this.#adjacency = adjacency;
    this.#distances = new Int32Array(order).fill(-1);
    this.#ways = new Float64Array(order);
    this.#dependencies = new Float64Array(order);
    this.#queue = new Int32Array(order);
  }

  /** Adds to `sums` each node's part in the ways from `source`, of ordered pairs, and to `squares` its square. */
  from(source: number, sums: Float64Array, squares: Float64Array): void {
    const { offsets, neighbours } = this.#adjacency;
    const [distances, ways, dependencies, queue] = [
      this.#distances,
      this.#ways,
      this.#dependencies,
      this.#queue,
    ];
    distances[source] = 0;
    ways[source] = 1;
    queue[0] = source;
    let reached = 1;
    for (let head = 0; head < reached; head++) {
      const node = queue[head] ?? 0;
      const next = (distances[node] ?? 0) + 1;
      const count = ways[node] ?? 0;
      const end = offsets[node + 1] ?? 0;
      for (let i = offsets[node] ?? 0; i < end; i++) {
        const neighbour = neighbours[i] ?? 0;
        const known = distances[neighbour] ?? -1;
        if (known === next) ways[neighbour] = (ways[neighbour] ?? 0) + count;
        else if (known === -1) {
          distances[neighbour] = next;
          ways[neighbour] = count;
          queue[reached++] = neighbour;
        }
      }
    }
    // farthest first; a node's successors on shortest ways are its neighbours one step farther, so none need be kept in a list
    for (let head = reached - 1; head > 0; head--) {
      const node = queue[head] ?? 0;
      const next = (distances[node] ?? 0) + 1;
      const count = ways[node] ?? 0;
      let dependency = 0;
      const end = offsets[node + 1] ?? 0;
      for (let i = offsets[node] ?? 0; i < end; i++) {
        const neighbour = neighbours[i] ?? 0;
        if (distances[neighbour] === next)
          dependency += (count / (ways[neighbour] ?? 1)) * (1 / next + (dependencies[neighbour] ?? 0));
      }
      dependencies[node] = dependency;
      const part = 2 * dependency * (next - 1);
      sums[node] = (sums[node] ?? 0) + part;
      squares[node] = (squares[node] ?? 0) + part * part;
    }
    for (let head = 0; head < reached; head++) distances[queue[head] ?? 0] = -1;
  }
}
