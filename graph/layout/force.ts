import type { Adjacency } from '../adjacency.ts';
import { pivotMds } from './pivot-mds.ts';
import { Quadtree } from './quadtree.ts';

export interface Forces {
  /** How hard nodes push each other away. */
  readonly repulsion: number;
  /** How hard the middle pulls, growing with distance, so that a part that is joined to nothing does not fly off. */
  readonly gravity: number;
  /** How coarse far nodes may be taken together; 0 takes each for itself. */
  readonly opening: number;
}

/** Where to begin, instead of with classical scaling. */
export interface Start {
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
  /** By node, 1 for those that stay exactly where they are. */
  readonly pinned: Uint8Array;
}

const DEFAULT_FORCES: Forces = { repulsion: 30, gravity: 0.03, opening: 1.2 };
/** Swinging that is put up with, as a share of the useful movement. */
const TOLERANCE = 0.5;
/** Most that the speed may grow in a step. */
const MOST_RISE = 1.5;

/**
 * A force-directed layout: joined nodes pull each other, all push each other away, a node the harder the more neighbours it has
 * (ForceAtlas2's forces and speeds), begun from a drawing whose distances are right already, or from a given one. Deterministic.
 *
 * @see Jacomy, Venturini, Heymann, Bastian: ForceAtlas2 (2014)
 */
export class ForceLayout {
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** What the places of `start` were multiplied by, so that push and pull are even on the whole; 1 without a start. */
  readonly scale: number;
  readonly #adjacency: Adjacency;
  readonly #forces: Forces;
  readonly #mass: Float64Array;
  readonly #tree: Quadtree;
  readonly #pinned: Uint8Array | null;
  #forceX: Float64Array;
  #forceY: Float64Array;
  #beforeX: Float64Array;
  #beforeY: Float64Array;
  #speed = 1;

  constructor(adjacency: Adjacency, forces: Partial<Forces> = {}, start: Start | null = null) {
    const { order, offsets } = adjacency;
    this.#adjacency = adjacency;
    this.#forces = { ...DEFAULT_FORCES, ...forces };
    this.#mass = Float64Array.from(
      { length: order },
      (_, node) => 1 + (offsets[node + 1] ?? 0) - (offsets[node] ?? 0),
    );
    this.#tree = new Quadtree(order);
    this.#forceX = new Float64Array(order);
    this.#forceY = new Float64Array(order);
    this.#beforeX = new Float64Array(order);
    this.#beforeY = new Float64Array(order);
    this.#pinned = start?.pinned ?? null;
    const begun = start ?? pivotMds(adjacency);
    this.x = Float64Array.from(begun.x);
    this.y = Float64Array.from(begun.y);
    if (start === null) this.#part();
    const scale = this.#balance();
    this.scale = start === null ? 1 : scale;
  }

  /** Moves every node once; gives the mean movement as a share of the drawing's extent: under a thousandth it is at rest. */
  step(): number {
    [this.#forceX, this.#beforeX] = [this.#beforeX, this.#forceX];
    [this.#forceY, this.#beforeY] = [this.#beforeY, this.#forceY];
    this.#forceX.fill(0);
    this.#forceY.fill(0);
    this.#tree.build(this.x, this.y, this.#mass);
    this.#tree.repel(this.#forces.repulsion, this.#forces.opening, this.#forceX, this.#forceY);
    this.#pull();
    return this.#move();
  }

  /** Nodes that look the same to every pivot (the leaves of one hub) coincide: each gets a place of its own around there. */
  #part(): void {
    const turn = Math.PI * (3 - Math.sqrt(5));
    let extent = 1;
    for (let node = 0; node < this.x.length; node++) {
      extent = Math.max(extent, Math.abs(this.x[node] ?? 0), Math.abs(this.y[node] ?? 0));
    }
    for (let node = 0; node < this.x.length; node++) {
      const reach = extent * 0.004 * Math.sqrt((node % 97) + 1);
      this.x[node] = (this.x[node] ?? 0) + Math.cos(node * turn) * reach;
      this.y[node] = (this.y[node] ?? 0) + Math.sin(node * turn) * reach;
    }
  }

  /**
   * Scales the drawing to where pull and push are even on the whole. With a push of `k·m·M/d` the sum of push times distance is the
   * same at every scale, so the scale can be told at once (the virial theorem) and need not be grown step by step.
   */
  #balance(): number {
    const { order, offsets, neighbours, weights } = this.#adjacency;
    let [masses, squares, pull, gravity] = [0, 0, 0, 0];
    for (let node = 0; node < order; node++) {
      const [x, y, mass] = [this.x[node] ?? 0, this.y[node] ?? 0, this.#mass[node] ?? 0];
      masses += mass;
      squares += mass * mass;
      gravity += this.#forces.repulsion * this.#forces.gravity * mass * (x * x + y * y);
      for (let i = offsets[node] ?? 0; i < (offsets[node + 1] ?? 0); i++) {
        const other = neighbours[i] ?? 0;
        const [dx, dy] = [(this.x[other] ?? 0) - x, (this.y[other] ?? 0) - y];
        pull += ((weights[i] ?? 0) * (dx * dx + dy * dy)) / 2;
      }
    }
    const push = (this.#forces.repulsion * (masses * masses - squares)) / 2;
    if (push === 0 || pull + gravity === 0) return 1;
    const scale = Math.sqrt(push / (pull + gravity));
    for (let node = 0; node < order; node++) {
      this.x[node] = (this.x[node] ?? 0) * scale;
      this.y[node] = (this.y[node] ?? 0) * scale;
    }
    return scale;
  }

  #pull(): void {
    const { order, offsets, neighbours, weights } = this.#adjacency;
    const middle = this.#forces.repulsion * this.#forces.gravity;
    const [x, y] = [this.x, this.y];
    for (let node = 0; node < order; node++) {
      const [px, py] = [x[node] ?? 0, y[node] ?? 0];
      const inward = middle * (this.#mass[node] ?? 0);
      let [fx, fy] = [-px * inward, -py * inward];
      const end = offsets[node + 1] ?? 0;
      for (let i = offsets[node] ?? 0; i < end; i++) {
        const other = neighbours[i] ?? 0;
        const weight = weights[i] ?? 0;
        fx += ((x[other] ?? 0) - px) * weight;
        fy += ((y[other] ?? 0) - py) * weight;
      }
      this.#forceX[node] = (this.#forceX[node] ?? 0) + fx;
      this.#forceY[node] = (this.#forceY[node] ?? 0) + fy;
    }
  }

  #move(): number {
    const { order } = this.#adjacency;
    let [swinging, traction] = [0, 0];
    for (let node = 0; node < order; node++) {
      const mass = this.#mass[node] ?? 0;
      const [fx, fy] = [this.#forceX[node] ?? 0, this.#forceY[node] ?? 0];
      const [bx, by] = [this.#beforeX[node] ?? 0, this.#beforeY[node] ?? 0];
      swinging += mass * Math.hypot(fx - bx, fy - by);
      traction += (mass * Math.hypot(fx + bx, fy + by)) / 2;
    }
    if (traction === 0) return 0;
    const wanted = (TOLERANCE * traction) / Math.max(swinging, 1e-9);
    this.#speed = Math.min(wanted, this.#speed * MOST_RISE);
    let [moved, extent] = [0, 1e-9];
    for (let node = 0; node < order; node++) {
      if (this.#pinned?.[node] === 1) continue;
      const [fx, fy] = [this.#forceX[node] ?? 0, this.#forceY[node] ?? 0];
      const swing = Math.hypot(fx - (this.#beforeX[node] ?? 0), fy - (this.#beforeY[node] ?? 0));
      const speed = this.#speed / (1 + this.#speed * Math.sqrt((this.#mass[node] ?? 0) * swing));
      const [dx, dy] = [fx * speed, fy * speed];
      this.x[node] = (this.x[node] ?? 0) + dx;
      this.y[node] = (this.y[node] ?? 0) + dy;
      moved += Math.hypot(dx, dy);
      extent = Math.max(extent, Math.abs(this.x[node] ?? 0), Math.abs(this.y[node] ?? 0));
    }
    return moved / Math.max(1, order) / extent;
  }
}
