import type { Adjacency } from './adjacency.ts';

/** Steps from one node to every other, by breadth-first search; one searcher serves any number of searches. */
export class BreadthFirst {
  /** Of the last search: steps to each node, -1 where there is no way. */
  readonly distances: Int32Array;
  readonly #adjacency: Adjacency;
  readonly #queue: Int32Array;

  constructor(adjacency: Adjacency) {
    this.#adjacency = adjacency;
    this.distances = new Int32Array(adjacency.order);
    this.#queue = new Int32Array(adjacency.order);
  }

  /** Fills `distances`; gives the number of nodes reached, the start included. */
  search(start: number): number {
    const { offsets, neighbours } = this.#adjacency;
    const { distances } = this;
    const queue = this.#queue;
    distances.fill(-1);
    distances[start] = 0;
    queue[0] = start;
    let reached = 1;
    for (let head = 0; head < reached; head++) {
      const node = queue[head] ?? 0;
      const next = (distances[node] ?? 0) + 1;
      const end = offsets[node + 1] ?? 0;
      for (let i = offsets[node] ?? 0; i < end; i++) {
        const neighbour = neighbours[i] ?? 0;
        if (distances[neighbour] !== -1) continue;
        distances[neighbour] = next;
        queue[reached++] = neighbour;
      }
    }
    return reached;
  }
}
