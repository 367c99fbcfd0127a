/** Points of a leaf are met one by one; fewer make the tree deeper than meeting them is dear. */
const LEAF = 6;
/** Bits of each coordinate in a key. */
const BITS = 16;

/**
 * A quadtree over weighted points, for forces that fall with distance (Barnes and Hut, 1986): far points pull as one at their centre.
 * Points are sorted along Morton's curve, so that a cell is a run of them, cells lie in the order in which they are walked, and
 * nothing is allocated after the first build.
 */
export class Quadtree {
  readonly #keys: Uint32Array;
  readonly #spare: Uint32Array;
  /** Points along the curve, as indices; the columns beside it hold their places and masses in that order. */
  #sorted: Int32Array;
  #spareSorted: Int32Array;
  readonly #x: Float64Array;
  readonly #y: Float64Array;
  readonly #mass: Float64Array;
  /** Of each cell: centre of mass, mass, squared side, the cell after its last descendant, its points if it is a leaf. */
  #cellX = new Float64Array(0);
  #cellY = new Float64Array(0);
  #cellMass = new Float64Array(0);
  #cellSide = new Float64Array(0);
  #cellNext = new Int32Array(0);
  #cellFrom = new Int32Array(0);
  #cellTo = new Int32Array(0);
  #cells = 0;
  readonly #counts = new Uint32Array(1 << 11);

  constructor(order: number) {
    this.#keys = new Uint32Array(order);
    this.#spare = new Uint32Array(order);
    this.#sorted = new Int32Array(order);
    this.#spareSorted = new Int32Array(order);
    this.#x = new Float64Array(order);
    this.#y = new Float64Array(order);
    this.#mass = new Float64Array(order);
    this.#grow(Math.max(64, order));
  }

  build(x: Float64Array, y: Float64Array, mass: Float64Array): void {
    const order = this.#sorted.length;
    let [left, right, low, high] = [Infinity, -Infinity, Infinity, -Infinity];
    for (let i = 0; i < order; i++) {
      const [px, py] = [x[i] ?? 0, y[i] ?? 0];
      if (px < left) left = px;
      if (px > right) right = px;
      if (py < low) low = py;
      if (py > high) high = py;
    }
    const side = Math.max(right - left, high - low, 1e-9);
    const scale = (2 ** BITS - 1) / side;
    for (let i = 0; i < order; i++) {
      this.#keys[i] = interleave(((x[i] ?? 0) - left) * scale, ((y[i] ?? 0) - low) * scale);
      this.#sorted[i] = i;
    }
    this.#sort();
    for (let i = 0; i < order; i++) {
      const point = this.#sorted[i] ?? 0;
      this.#x[i] = x[point] ?? 0;
      this.#y[i] = y[point] ?? 0;
      this.#mass[i] = mass[point] ?? 0;
    }
    this.#cells = 0;
    if (order > 0) this.#divide(0, order, BITS, side * side);
  }

  /**
   * Adds `strength · m · M / d²` times the vector from each other point, for all points at once.
   *
   * @param opening a cell whose side is less than this times its distance is met as one; 0 meets every point
   */
  repel(strength: number, opening: number, forceX: Float64Array, forceY: Float64Array): void {
    const order = this.#sorted.length;
    const [xs, ys, masses] = [this.#x, this.#y, this.#mass];
    const [cellX, cellY, cellMass, cellSide] = [this.#cellX, this.#cellY, this.#cellMass, this.#cellSide];
    const [cellNext, cellFrom, cellTo] = [this.#cellNext, this.#cellFrom, this.#cellTo];
    const cells = this.#cells;
    const open = opening * opening;
    for (let i = 0; i < order; i++) {
      const [px, py] = [xs[i] ?? 0, ys[i] ?? 0];
      let [fx, fy] = [0, 0];
      for (let cell = 0; cell < cells;) {
        const dx = px - (cellX[cell] ?? 0);
        const dy = py - (cellY[cell] ?? 0);
        const squared = dx * dx + dy * dy;
        if ((cellSide[cell] ?? 0) < open * squared) {
          const pull = (cellMass[cell] ?? 0) / squared;
          fx += dx * pull;
          fy += dy * pull;
          cell = cellNext[cell] ?? cells;
          continue;
        }
        const to = cellTo[cell] ?? 0;
        for (let j = cellFrom[cell] ?? 0; j < to; j++) {
          if (j === i) continue;
          let ex = px - (xs[j] ?? 0);
          let ey = py - (ys[j] ?? 0);
          let near = ex * ex + ey * ey;
          if (near < 1e-12) {
            // two in one place part along the line of their numbers, each its own way
            ex = i < j ? -1e-4 : 1e-4;
            ey = ((i + j) % 2) * ex;
            near = 1e-8;
          }
          const pull = (masses[j] ?? 0) / near;
          fx += ex * pull;
          fy += ey * pull;
        }
        cell++;
      }
      const point = this.#sorted[i] ?? 0;
      const own = strength * (masses[i] ?? 0);
      forceX[point] = (forceX[point] ?? 0) + fx * own;
      forceY[point] = (forceY[point] ?? 0) + fy * own;
    }
  }

  /** Makes the cell of a run of points, and those in it after it; gives its number. */
  #divide(from: number, to: number, bits: number, squaredSide: number): number {
    if (this.#cells === this.#cellX.length) this.#grow(this.#cells * 2);
    const cell = this.#cells++;
    let [mass, x, y] = [0, 0, 0];
    if (to - from <= LEAF || bits === 0) {
      for (let i = from; i < to; i++) {
        const m = this.#mass[i] ?? 0;
        mass += m;
        x += m * (this.#x[i] ?? 0);
        y += m * (this.#y[i] ?? 0);
      }
      this.#cellFrom[cell] = from;
      this.#cellTo[cell] = to;
    } else {
      this.#cellFrom[cell] = this.#cellTo[cell] = 0;
      const shift = 2 * (bits - 1);
      for (let start = from; start < to;) {
        const quarter = ((this.#keys[start] ?? 0) >>> shift) & 3;
        const end = this.#endOf(quarter, shift, start, to);
        const child = this.#divide(start, end, bits - 1, squaredSide / 4);
        const m = this.#cellMass[child] ?? 0;
        mass += m;
        x += m * (this.#cellX[child] ?? 0);
        y += m * (this.#cellY[child] ?? 0);
        start = end;
      }
    }
    this.#cellMass[cell] = mass;
    this.#cellX[cell] = x / mass;
    this.#cellY[cell] = y / mass;
    this.#cellSide[cell] = squaredSide;
    this.#cellNext[cell] = this.#cells;
    return cell;
  }

  /** Where the run of keys of one quarter ends, by bisection. */
  #endOf(quarter: number, shift: number, from: number, to: number): number {
    let [low, high] = [from, to];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((((this.#keys[middle] ?? 0) >>> shift) & 3) === quarter) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** By radix, 11 bits at a time. */
  #sort(): void {
    const order = this.#sorted.length;
    const counts = this.#counts;
    let [keys, spare, sorted, spareSorted] = [this.#keys, this.#spare, this.#sorted, this.#spareSorted];
    for (let shift = 0; shift < 2 * BITS; shift += 11) {
      counts.fill(0);
      for (let i = 0; i < order; i++) {
        const digit = ((keys[i] ?? 0) >>> shift) & 2047;
        counts[digit] = (counts[digit] ?? 0) + 1;
      }
      let sum = 0;
      for (let digit = 0; digit < 2048; digit++) {
        const count = counts[digit] ?? 0;
        counts[digit] = sum;
        sum += count;
      }
      for (let i = 0; i < order; i++) {
        const key = keys[i] ?? 0;
        const digit = (key >>> shift) & 2047;
        const place = counts[digit] ?? 0;
        counts[digit] = place + 1;
        spare[place] = key;
        spareSorted[place] = sorted[i] ?? 0;
      }
      [keys, spare] = [spare, keys];
      [sorted, spareSorted] = [spareSorted, sorted];
    }
    // three passes end in the spare arrays
    this.#keys.set(keys);
    [this.#sorted, this.#spareSorted] = [sorted, spareSorted];
  }

  #grow(size: number): void {
    const wider = <T extends Float64Array | Int32Array>(array: T, next: T): T => {
      next.set(array);
      return next;
    };
    this.#cellX = wider(this.#cellX, new Float64Array(size));
    this.#cellY = wider(this.#cellY, new Float64Array(size));
    this.#cellMass = wider(this.#cellMass, new Float64Array(size));
    this.#cellSide = wider(this.#cellSide, new Float64Array(size));
    this.#cellNext = wider(this.#cellNext, new Int32Array(size));
    this.#cellFrom = wider(this.#cellFrom, new Int32Array(size));
    this.#cellTo = wider(this.#cellTo, new Int32Array(size));
  }
}

function interleave(x: number, y: number): number {
  return (spreadBits(x) | (spreadBits(y) << 1)) >>> 0;
}

/** The low 16 bits, each followed by a 0. */
function spreadBits(value: number): number {
  let bits = value & 0xffff;
  bits = (bits | (bits << 8)) & 0x00ff00ff;
  bits = (bits | (bits << 4)) & 0x0f0f0f0f;
  bits = (bits | (bits << 2)) & 0x33333333;
  return (bits | (bits << 1)) & 0x55555555;
}
