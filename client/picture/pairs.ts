/** The claims of the picture by the two nodes they join: what is drawn as one line where there are many. */
import { toneOf } from '../../graph/vocabulary.ts';
import type { Tone } from '../../graph/vocabulary.ts';
import type { ScreenGraph } from '../state/graph.ts';

export const TONE_ORDER = [
  'cooperation',
  'request',
  'warning',
  'conflict',
  'standing',
] as const satisfies readonly Tone[];

/**
 * Columns over pairs, those with the fewest claims first: drawn in that order, the strongest lie on top. Nodes are told by their
 * index in `nodes`, the members of a group all by that of the group; `low` and `high` are the two ends, the same one for a self-loop.
 */
export class Pairs {
  readonly low: Int32Array;
  readonly high: Int32Array;
  /** Where each pair's claims begin in `claims`; one more than there are pairs. */
  readonly starts: Int32Array;
  /** Ids, pair by pair, each pair's in the order of the graph. */
  readonly claims: readonly string[];
  /** By place in `claims`: what its colour tells, an index into the classes of lines; into `TONE_ORDER` where none are given. */
  readonly tones: Uint8Array;
  /** By place in `claims`: 1 where it points from `low` to `high`. */
  readonly forward: Uint8Array;
  /** Pairs by their ends, numbered as they came, and where each of them stands. */
  readonly #byEnds = new Map<number, number>();
  readonly #places: Int32Array;
  readonly #nodes: number;

  constructor(
    graph: ScreenGraph,
    nodes: ReadonlyMap<string, number>,
    isShown: (relationship: string) => boolean = () => true,
    classOf: (type: string, event: unknown) => number = toneCode,
  ) {
    const order = nodes.size;
    this.#nodes = order;
    const ids: string[] = [];
    // by claim, in the order of the graph; pairs are numbered as they come
    const pairOf = new Int32Array(graph.size);
    const tones = new Uint8Array(graph.size);
    const forward = new Uint8Array(graph.size);
    // by pair
    const counts: number[] = [];
    const ends: number[] = [];
    const codeOf = remembered(classOf);
    graph.forEachEdge((id, { type, properties }, source, target) => {
      const from = nodes.get(source);
      const to = nodes.get(target);
      if (from === undefined || to === undefined || !isShown(id)) return;
      // within a group
      if (from === to && source !== target) return;
      const key = from < to ? from * order + to : to * order + from;
      let pair = this.#byEnds.get(key);
      if (pair === undefined) {
        pair = counts.length;
        this.#byEnds.set(key, pair);
        counts.push(0);
        ends.push(key);
      }
      counts[pair] = (counts[pair] ?? 0) + 1;
      const claim = ids.push(id) - 1;
      pairOf[claim] = pair;
      tones[claim] = codeOf(type, properties['event']);
      forward[claim] = from <= to ? 1 : 0;
    });
    this.#places = fewestFirst(counts);
    this.low = new Int32Array(counts.length);
    this.high = new Int32Array(counts.length);
    this.starts = new Int32Array(counts.length + 1);
    for (let pair = 0; pair < counts.length; pair++) {
      const at = this.#places[pair] ?? 0;
      const key = ends[pair] ?? 0;
      this.low[at] = Math.floor(key / order);
      this.high[at] = key % order;
      this.starts[at + 1] = counts[pair] ?? 0;
    }
    for (let at = 0; at < counts.length; at++)
      this.starts[at + 1] = (this.starts[at + 1] ?? 0) + (this.starts[at] ?? 0);
    const next = this.starts.slice();
    const claims = Array.from<string>({ length: ids.length }).fill('');
    this.tones = new Uint8Array(ids.length);
    this.forward = new Uint8Array(ids.length);
    for (let claim = 0; claim < ids.length; claim++) {
      const pair = this.#places[pairOf[claim] ?? 0] ?? 0;
      const at = next[pair] ?? 0;
      next[pair] = at + 1;
      claims[at] = ids[claim] ?? '';
      this.tones[at] = tones[claim] ?? 0;
      this.forward[at] = forward[claim] ?? 0;
    }
    this.claims = claims;
  }

  get count(): number {
    return this.low.length;
  }

  /** How many claims a pair has. */
  size(pair: number): number {
    return (this.starts[pair + 1] ?? 0) - (this.starts[pair] ?? 0);
  }

  /** Ids of a pair's claims. */
  claimsOf(pair: number): readonly string[] {
    return this.claims.slice(this.starts[pair], this.starts[pair + 1]);
  }

  /** The pair that joins two nodes; undefined where nothing does. */
  between(a: number, b: number): number | undefined {
    const pair = this.#byEnds.get(a < b ? a * this.#nodes + b : b * this.#nodes + a);
    return pair === undefined ? undefined : this.#places[pair];
  }

  isLoop(pair: number): boolean {
    return this.low[pair] === this.high[pair];
  }
}

/** Where each goes in the order of their counts, the least first; equals stay as they come. */
function fewestFirst(counts: readonly number[]): Int32Array {
  const most = counts.reduce((larger, count) => Math.max(larger, count), 0);
  const next = new Int32Array(most + 2);
  for (const count of counts) next[count + 1] = (next[count + 1] ?? 0) + 1;
  for (let count = 1; count < next.length; count++) next[count] = (next[count] ?? 0) + (next[count - 1] ?? 0);
  return Int32Array.from(counts, (count) => {
    const place = next[count] ?? 0;
    next[count] = place + 1;
    return place;
  });
}

const toneCode = (type: string, event: unknown): number => TONE_ORDER.indexOf(toneOf(type, event));

/** Tens of thousands of claims have a few hundred types. */
function remembered(
  classOf: (type: string, event: unknown) => number,
): (type: string, event: unknown) => number {
  const known = new Map<string, Map<unknown, number>>();
  return (type, event) => {
    let ofType = known.get(type);
    if (ofType === undefined) known.set(type, (ofType = new Map()));
    let code = ofType.get(event);
    if (code === undefined) ofType.set(event, (code = classOf(type, event)));
    return code;
  };
}
