import { work } from '../../work.ts';

const FEWEST_PLACES = 16;

/**
 * Numbers tuples of integers (32 bits each) in the order in which they first come: 0, 1, 2 … Open addressing in typed arrays, so
 * that a tuple costs 4 bytes a number and about 8 more, and no object.
 */
export class IntTable {
  readonly #width: number;
  readonly #charge: (bytes: number) => void;
  /** The tuples, one after another. */
  #tuples: Int32Array;
  /** By hash, the number of a tuple plus one; 0: free. At most half of them are taken. */
  #places = new Int32Array(FEWEST_PLACES);
  #size = 0;

  /**
   * @param width integers in a tuple
   * @param charge told of each growth, in bytes
   */
  constructor(width: number, charge: (bytes: number) => void) {
    this.#width = width;
    this.#charge = charge;
    this.#tuples = new Int32Array((width * FEWEST_PLACES) / 2);
  }

  /** How many different tuples there are: a tuple is new when its number is what this was before. */
  get size(): number {
    return this.#size;
  }

  /** The number of the tuple that begins at `tuple[from]`. */
  numberOf(tuple: Int32Array, from = 0): number {
    const place = this.#placeOf(tuple, from);
    const number = this.#places[place]! - 1;
    return number < 0 ? this.#add(tuple, from, place) : number;
  }

  /** The same, -1 where there is no such tuple. */
  find(tuple: Int32Array): number {
    return this.#places[this.#placeOf(tuple, 0)]! - 1;
  }

  /** The first integer of a tuple. */
  at(number: number): number {
    return this.#tuples[number * this.#width]!;
  }

  /** Where the tuple is, or would be. */
  #placeOf(tuple: Int32Array, from: number): number {
    const width = this.#width;
    const places = this.#places;
    const tuples = this.#tuples;
    const mask = places.length - 1;
    let place = hash(tuple, from, width) & mask;
    for (;;) {
      const number = places[place]! - 1;
      if (number < 0) return place;
      let i = 0;
      while (i < width && tuples[number * width + i] === tuple[from + i]) i += 1;
      if (i === width) return place;
      place = (place + 1) & mask;
    }
  }

  #add(tuple: Int32Array, from: number, place: number): number {
    const number = this.#size;
    this.#size += 1;
    this.#places[place] = this.#size;
    const width = this.#width;
    for (let i = 0; i < width; i += 1) this.#tuples[number * width + i] = tuple[from + i]!;
    if (this.#size * 2 >= this.#places.length) this.#grow();
    return number;
  }

  #grow(): void {
    const { length } = this.#places;
    this.#charge(length * 4 + this.#tuples.length * 4);
    const width = this.#width;
    const tuples = new Int32Array(this.#tuples.length * 2);
    tuples.set(this.#tuples);
    const places = new Int32Array(length * 2);
    const mask = places.length - 1;
    for (let number = 0; number < this.#size; number += 1) {
      work();
      let place = hash(tuples, number * width, width) & mask;
      while (places[place] !== 0) place = (place + 1) & mask;
      places[place] = number + 1;
    }
    this.#tuples = tuples;
    this.#places = places;
  }
}

/** Neighbouring integers come far apart: what is kept of a hash are its low bits (the finalizer of MurmurHash3). */
function hash(of: Int32Array, from: number, width: number): number {
  let mixed = 0;
  for (let i = 0; i < width; i += 1) mixed = Math.imul(mixed ^ of[from + i]!, 0x85ebca6b) + i;
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
