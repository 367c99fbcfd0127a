import type { Adjacency } from '../adjacency.ts';

const SWEEPS = 12;

/**
 * Orders nodes within their groups so that fewer lines cross: in sweeps from the first group to the last and back, each goes to the mean
 * place of what it is joined to in the groups before (the barycentre heuristic). Gives the order with the shortest lines of those
 * met, the one given among them. Deterministic.
 *
 * @param groups node numbers, each in one group at most
 * @see Sugiyama, Tagawa, Toda: Methods for Visual Understanding of Hierarchical System Structures (1981)
 */
export function untangled(adjacency: Adjacency, groups: readonly (readonly number[])[]): number[][] {
  const { order } = adjacency;
  const groupOf = new Int32Array(order).fill(-1);
  groups.forEach((group, number) => group.forEach((node) => (groupOf[node] = number)));
  // from -½ to ½ in its group, so that groups of any size compare
  const places = new Float64Array(order);
  const place = (group: readonly number[]): void =>
    group.forEach((node, index) => (places[node] = (index + 0.5) / group.length - 0.5));
  let current = groups.map((group) => [...group]);
  current.forEach(place);
  let [best, least] = [current, lengthOf(adjacency, groupOf, places)];
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const isForth = sweep % 2 === 0;
    const next = [...current];
    for (let step = 0; step < next.length; step++) {
      const number = isForth ? step : next.length - 1 - step;
      const group = next[number] ?? [];
      const wanted = new Map(
        group.map((node) => [node, barycentre(adjacency, groupOf, places, node, isForth)] as const),
      );
      const sorted = group.toSorted(
        (a, b) => (wanted.get(a) ?? 0) - (wanted.get(b) ?? 0) || (places[a] ?? 0) - (places[b] ?? 0),
      );
      next[number] = sorted;
      place(sorted);
    }
    current = next;
    const length = lengthOf(adjacency, groupOf, places);
    if (length < least - 1e-9) [best, least] = [current, length];
  }
  return best;
}

/** Mean place of the neighbours in groups on one side; its own place where it has none there. */
function barycentre(
  { offsets, neighbours, weights }: Adjacency,
  groupOf: Int32Array,
  places: Float64Array,
  node: number,
  isForth: boolean,
): number {
  const own = groupOf[node] ?? -1;
  let [sum, all] = [0, 0];
  for (let i = offsets[node] ?? 0; i < (offsets[node + 1] ?? 0); i++) {
    const neighbour = neighbours[i] ?? 0;
    const group = groupOf[neighbour] ?? -1;
    if (group === -1 || group === own || group < own !== isForth) continue;
    sum += (places[neighbour] ?? 0) * (weights[i] ?? 0);
    all += weights[i] ?? 0;
  }
  return all === 0 ? (places[node] ?? 0) : sum / all;
}

/** How far lines go along the groups, in all. */
function lengthOf(
  { order, offsets, neighbours, weights }: Adjacency,
  groupOf: Int32Array,
  places: Float64Array,
): number {
  let length = 0;
  for (let node = 0; node < order; node++) {
    if (groupOf[node] === -1) continue;
    for (let i = offsets[node] ?? 0; i < (offsets[node + 1] ?? 0); i++) {
      const neighbour = neighbours[i] ?? 0;
      if (groupOf[neighbour] === -1 || groupOf[neighbour] === groupOf[node]) continue;
      length += (weights[i] ?? 0) * Math.abs((places[node] ?? 0) - (places[neighbour] ?? 0));
    }
  }
  return length;
}
