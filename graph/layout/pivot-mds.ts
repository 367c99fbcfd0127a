import type { Adjacency } from '../adjacency.ts';
import { BreadthFirst } from '../breadth-first.ts';

/** Where a node with no way to the pivot is thought to be: this many steps beyond the farthest that has one. */
const BEYOND = 2;
const ROUNDS = 60;

export interface Places {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/**
 * Places whose distances are like the steps between nodes, at a cost linear in the graph: classical scaling on the distances to a few
 * pivots, each as far as can be from those before. The shape of the whole is right at once; what is near in the graph may coincide,
 * so this is where forces begin. The same graph gives the same places.
 *
 * @see Brandes, Pich: Eigensolver Methods for Progressive Multidimensional Scaling of Large Data (2007)
 */
export function pivotMds(adjacency: Adjacency, pivots = 40): Places {
  const { order } = adjacency;
  const columns = centred(pivotDistances(adjacency, Math.min(pivots, order)), order);
  const product = gram(columns);
  const first = leading(product);
  const second = leading(deflated(product, first));
  return { x: project(columns, first, order), y: project(columns, second, order) };
}

/** Of each pivot: squared steps to every node. */
function pivotDistances(adjacency: Adjacency, pivots: number): Float64Array[] {
  const { order } = adjacency;
  const search = new BreadthFirst(adjacency);
  const nearest = new Float64Array(order).fill(Infinity);
  const columns: Float64Array[] = [];
  let pivot = mostJoined(adjacency);
  for (let i = 0; i < pivots; i++) {
    search.search(pivot);
    let farthest = 0;
    for (const steps of search.distances) if (steps > farthest) farthest = steps;
    const column = new Float64Array(order);
    nearest[pivot] = 0;
    let next = pivot;
    for (let node = 0; node < order; node++) {
      const found = search.distances[node] ?? -1;
      const steps = found < 0 ? farthest + BEYOND : found;
      column[node] = steps * steps;
      if (steps < (nearest[node] ?? 0)) nearest[node] = steps;
      if ((nearest[node] ?? 0) > (nearest[next] ?? 0)) next = node;
    }
    columns.push(column);
    if (next === pivot) break;
    pivot = next;
  }
  return columns;
}

function mostJoined({ order, offsets }: Adjacency): number {
  let best = 0;
  const degree = (node: number): number => (offsets[node + 1] ?? 0) - (offsets[node] ?? 0);
  for (let node = 1; node < order; node++) if (degree(node) > degree(best)) best = node;
  return best;
}

/** Centred by rows and columns, as classical scaling has it. */
function centred(columns: Float64Array[], order: number): Float64Array[] {
  const rows = new Float64Array(order);
  let all = 0;
  const means = columns.map((column) => {
    let sum = 0;
    for (let node = 0; node < order; node++) {
      const value = column[node] ?? 0;
      sum += value;
      rows[node] = (rows[node] ?? 0) + value / columns.length;
    }
    all += sum / order / columns.length;
    return sum / order;
  });
  return columns.map((column, i) =>
    column.map((value, node) => -(value - (rows[node] ?? 0) - (means[i] ?? 0) + all) / 2),
  );
}

type Matrix = readonly Float64Array[];

function gram(columns: readonly Float64Array[]): Matrix {
  return columns.map((a) =>
    Float64Array.from(columns, (b) => {
      let sum = 0;
      for (let node = 0; node < a.length; node++) sum += (a[node] ?? 0) * (b[node] ?? 0);
      return sum;
    }),
  );
}

interface Eigen {
  readonly value: number;
  readonly vector: Float64Array;
}

/** The eigenvector of the largest eigenvalue, by power iteration. */
function leading(matrix: Matrix): Eigen {
  // no symmetry of a graph makes this start orthogonal to what is sought
  let vector = Float64Array.from(matrix, (_row, i) => 1 + Math.cos(i + 1) / 2);
  let value = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const next = Float64Array.from(matrix, (row) => {
      let sum = 0;
      for (let i = 0; i < row.length; i++) sum += (row[i] ?? 0) * (vector[i] ?? 0);
      return sum;
    });
    value = Math.hypot(...next);
    if (value === 0) break;
    vector = next.map((entry) => entry / value);
  }
  return { value, vector };
}

function deflated(matrix: Matrix, { value, vector }: Eigen): Matrix {
  return matrix.map((row, i) => row.map((entry, j) => entry - value * (vector[i] ?? 0) * (vector[j] ?? 0)));
}

/** Places along an axis. The projection itself is as long as the axis' eigenvalue; a drawing's axis is as long as its root. */
function project(columns: readonly Float64Array[], { value, vector }: Eigen, order: number): Float64Array {
  const places = new Float64Array(order);
  const length = value === 0 ? 0 : value ** -0.25;
  columns.forEach((column, i) => {
    const share = (vector[i] ?? 0) * length;
    for (let node = 0; node < order; node++) places[node] = (places[node] ?? 0) + (column[node] ?? 0) * share;
  });
  return places;
}
