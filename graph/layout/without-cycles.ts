import type { Adjacency } from '../adjacency.ts';

export interface Sequence {
  /** Every node once; arrows point forwards in it, but for `upwards` of them. */
  readonly sequence: Int32Array;
  readonly upwards: number;
}

/**
 * Puts nodes in a sequence with few arrows that point backwards: what nothing points to goes first, what points to nothing last, and where
 * neither is left, the node that points to the most and is pointed to by the fewest. None point backwards where there is no cycle.
 *
 * @param arrows `arrowsOf`: weights say how much it counts to keep an arrow's direction
 * @see Eades, Lin, Smyth: A fast and effective heuristic for the feedback arc set problem (1993)
 */
export function withoutCycles(arrows: Adjacency): Sequence {
  const { order, offsets, neighbours, weights } = arrows;
  const back = turned(arrows);
  const [out, into] = [new Float64Array(order), new Float64Array(order)];
  const add = (sums: Float64Array, node: number, by: number): void => {
    sums[node] = (sums[node] ?? 0) + by;
  };
  for (let node = 0; node < order; node++) {
    for (let i = offsets[node] ?? 0; i < (offsets[node + 1] ?? 0); i++) {
      add(out, node, weights[i] ?? 0);
      add(into, neighbours[i] ?? 0, weights[i] ?? 0);
    }
  }
  const isLeft = new Uint8Array(order).fill(1);
  const sequence = new Int32Array(order);
  let [first, last] = [0, order];
  const ready: number[] = [];
  for (let node = order - 1; node >= 0; node--) if (out[node] === 0 || into[node] === 0) ready.push(node);
  const take = (node: number): void => {
    isLeft[node] = 0;
    const release = ({ offsets: from, neighbours: to, weights: by }: Adjacency, sums: Float64Array): void => {
      for (let i = from[node] ?? 0; i < (from[node + 1] ?? 0); i++) {
        const other = to[i] ?? 0;
        if (isLeft[other] === 0) continue;
        add(sums, other, -(by[i] ?? 0));
        if (sums[other] === 0) ready.push(other);
      }
    };
    release(arrows, into);
    release(back, out);
  };
  while (first < last) {
    const node = ready.pop() ?? mostOutward(isLeft, out, into);
    if (isLeft[node] === 0) continue;
    if (out[node] === 0 && into[node] !== 0) sequence[--last] = node;
    else sequence[first++] = node;
    take(node);
  }
  const place = new Int32Array(order);
  sequence.forEach((node, at) => (place[node] = at));
  let upwards = 0;
  for (let node = 0; node < order; node++)
    for (const other of neighbours.subarray(offsets[node], offsets[node + 1]))
      if ((place[node] ?? 0) > (place[other] ?? 0)) upwards++;
  return { sequence, upwards };
}

function mostOutward(isLeft: Uint8Array, out: Float64Array, into: Float64Array): number {
  let [best, most] = [0, -Infinity];
  for (let node = 0; node < isLeft.length; node++) {
    const surplus = (out[node] ?? 0) - (into[node] ?? 0);
    if (isLeft[node] === 1 && surplus > most) [best, most] = [node, surplus];
  }
  return best;
}

/** The same arrows from their other end. */
function turned({ order, offsets, neighbours, weights }: Adjacency): Adjacency {
  const starts = new Int32Array(order + 1);
  for (const node of neighbours) starts[node + 1] = (starts[node + 1] ?? 0) + 1;
  for (let node = 0; node < order; node++) starts[node + 1] = (starts[node + 1] ?? 0) + (starts[node] ?? 0);
  const free = starts.slice(0, order);
  const back = {
    order,
    offsets: starts,
    neighbours: new Int32Array(neighbours.length),
    weights: new Float64Array(weights.length),
  };
  for (let node = 0; node < order; node++) {
    for (let i = offsets[node] ?? 0; i < (offsets[node + 1] ?? 0); i++) {
      const to = neighbours[i] ?? 0;
      const at = free[to] ?? 0;
      back.neighbours[at] = node;
      back.weights[at] = weights[i] ?? 0;
      free[to] = at + 1;
    }
  }
  return back;
}
