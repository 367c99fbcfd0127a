/**
 * A sorted set of ids, compressed as in Roaring bitmaps: each run of 65,536 ids is a sorted list of 16-bit
 * offsets while it holds few, and a bitmap once that is smaller. Adding ascending ids costs O(1).
 *
 * @see https://arxiv.org/abs/1603.06549
 */
const RUN_BITS = 16;
const RUN_MASK = 0xffff;
const BITMAP_WORDS = 2048;
/** Beyond this a list of 16-bit offsets is larger than the bitmap of 8 KiB. */
const LIST_MAX = 4096;

type Run = { list: Uint16Array; bitmap: null } | { list: null; bitmap: Uint32Array };

/** The first index in `list[0..length)` whose value is at least `value`. */
function lowerBound(list: Uint16Array, length: number, value: number): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (list[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

export class IdSet {
  readonly #runs: (Run | undefined)[] = [];
  readonly #sizes: number[] = [];
  #size = 0;

  get size(): number {
    return this.#size;
  }

  has(id: number): boolean {
    const at = id >>> RUN_BITS;
    const run = this.#runs[at];
    if (run === undefined) return false;
    const offset = id & RUN_MASK;
    if (run.bitmap !== null) return (run.bitmap[offset >>> 5]! & (1 << (offset & 31))) !== 0;
    const size = this.#sizes[at]!;
    const index = lowerBound(run.list, size, offset);
    return index < size && run.list[index] === offset;
  }

  /** False where it was there already. */
  add(id: number): boolean {
    const at = id >>> RUN_BITS;
    const offset = id & RUN_MASK;
    while (this.#runs.length <= at) {
      this.#runs.push(undefined);
      this.#sizes.push(0);
    }
    const run = this.#runs[at];
    if (run === undefined) {
      this.#runs[at] = { list: Uint16Array.of(offset, 0, 0, 0), bitmap: null };
    } else if (run.bitmap !== null) {
      const bit = 1 << (offset & 31);
      if ((run.bitmap[offset >>> 5]! & bit) !== 0) return false;
      run.bitmap[offset >>> 5]! |= bit;
    } else if (!this.#addToList(at, run, offset)) {
      return false;
    }
    this.#sizes[at]!++;
    this.#size++;
    return true;
  }

  #addToList(at: number, run: { list: Uint16Array; bitmap: null }, offset: number): boolean {
    const size = this.#sizes[at]!;
    let { list } = run;
    const index = size > 0 && list[size - 1]! < offset ? size : lowerBound(list, size, offset);
    if (index < size && list[index] === offset) return false;
    if (size === LIST_MAX) {
      const bitmap = new Uint32Array(BITMAP_WORDS);
      for (const o of list) bitmap[o >>> 5]! |= 1 << (o & 31);
      bitmap[offset >>> 5]! |= 1 << (offset & 31);
      this.#runs[at] = { list: null, bitmap };
      return true;
    }
    if (size === list.length) {
      const grown = new Uint16Array(Math.min(LIST_MAX, size * 2));
      grown.set(list);
      run.list = list = grown;
    }
    if (index < size) list.copyWithin(index + 1, index, size);
    list[index] = offset;
    return true;
  }

  /** False where it was not there. */
  delete(id: number): boolean {
    const at = id >>> RUN_BITS;
    const run = this.#runs[at];
    if (run === undefined) return false;
    const offset = id & RUN_MASK;
    if (run.bitmap !== null) {
      const bit = 1 << (offset & 31);
      if ((run.bitmap[offset >>> 5]! & bit) === 0) return false;
      run.bitmap[offset >>> 5]! &= ~bit;
    } else {
      const size = this.#sizes[at]!;
      const index = lowerBound(run.list, size, offset);
      if (index === size || run.list[index] !== offset) return false;
      run.list.copyWithin(index, index + 1, size);
    }
    this.#size--;
    if (--this.#sizes[at]! === 0) this.#runs[at] = undefined;
    return true;
  }

  /** Fills `into` with ids greater than `after`, ascending; gives how many. */
  fillAfter(after: number, into: Int32Array): number {
    let filled = 0;
    const first = after + 1;
    for (let at = first >>> RUN_BITS; at < this.#runs.length && filled < into.length; at++) {
      const run = this.#runs[at];
      if (run === undefined) continue;
      const base = at << RUN_BITS;
      const from = at === first >>> RUN_BITS ? first & RUN_MASK : 0;
      filled =
        run.bitmap === null
          ? fillFromList(run.list, this.#sizes[at]!, from, base, into, filled)
          : fillFromBitmap(run.bitmap, from, base, into, filled);
    }
    return filled;
  }

  toArray(): number[] {
    const ids = new Int32Array(this.#size);
    this.fillAfter(-1, ids);
    return Array.from(ids);
  }
}

function fillFromList(
  list: Uint16Array,
  size: number,
  from: number,
  base: number,
  into: Int32Array,
  filled: number,
): number {
  for (let i = lowerBound(list, size, from); i < size && filled < into.length; i++) {
    into[filled++] = base + list[i]!;
  }
  return filled;
}

function fillFromBitmap(
  bitmap: Uint32Array,
  from: number,
  base: number,
  into: Int32Array,
  filled: number,
): number {
  let word = from >>> 5;
  let bits = bitmap[word]! & (-1 << (from & 31));
  for (;;) {
    while (bits !== 0) {
      if (filled === into.length) return filled;
      const bit = 31 - Math.clz32(bits & -bits);
      into[filled++] = base + (word << 5) + bit;
      bits &= bits - 1;
    }
    if (++word === BITMAP_WORDS) return filled;
    bits = bitmap[word]!;
  }
}
