import type { Value } from '../model.ts';
import { LocalDate } from '../temporal.ts';

/** What the number of a cell means. Columns hold their values so, and stores keep these on disk (`ColumnParts`). */
export const ABSENT = 0;
export const INTEGER = 1;
export const FLOAT = 2;
export const BOOLEAN = 3;
/** Days since 1970. */
export const DATE = 4;
/** A place among `texts`. */
export const TEXT = 5;
/** A place among `others`. */
export const OTHER = 6;

const SMALLEST_KEPT = -16;
const keptIntegers: readonly bigint[] = Array.from({ length: 1040 }, (_, i) => BigInt(i + SMALLEST_KEPT));

export function toInteger(n: number): bigint {
  return keptIntegers[n - SMALLEST_KEPT] ?? BigInt(n);
}

// the first batch says how much room is needed
const NO_TAGS = new Uint8Array(0);
const NO_NUMBERS = new Float64Array(0);
const NO_TEXTS: readonly string[] = [];

/**
 * One value for each row of a batch, as a column holds them: a tag of one byte and a number of eight. What goes over many values at
 * once compares, adds and groups the numbers, and makes a `Value` only of what leaves it. Made once and filled again and again.
 */
export class CellBatch {
  tags = NO_TAGS;
  /** What the tag says of it. Integers are safe ones; larger ones are among `others`. */
  numbers = NO_NUMBERS;
  /** A dictionary that only grows: the same place is the same text as long as it is the same dictionary. */
  texts: readonly string[] = NO_TEXTS;
  /** What is none of these, and what a snapshot sees instead of what is there now: any value may be among them. */
  others: Value[] = [];

  /** Makes room for so many values, all of them absent. What was in it is gone. */
  begin(size: number): void {
    if (size > this.tags.length) {
      const room = Math.max(size, this.tags.length * 2);
      this.tags = new Uint8Array(room);
      this.numbers = new Float64Array(room);
    } else this.tags.fill(ABSENT, 0, size);
    this.texts = NO_TEXTS;
    if (this.others.length > 0) this.others = [];
  }

  /** Null where it is absent. */
  value(at: number): Value {
    const number = this.numbers[at]!;
    switch (this.tags[at]) {
      case INTEGER:
        return toInteger(number);
      case FLOAT:
        return number;
      case BOOLEAN:
        return number === 1;
      case DATE:
        return new LocalDate(number);
      case TEXT:
        return this.texts[number]!;
      case OTHER:
        return this.others[number]!;
      default:
        return null;
    }
  }

  put(at: number, value: Value): void {
    this.tags[at] = value === null ? ABSENT : OTHER;
    if (value !== null) this.numbers[at] = this.others.push(value) - 1;
  }

  /** Takes the values of the first `size` rows that are named. */
  gather(from: CellBatch, rows: Int32Array, size: number): void {
    this.begin(size);
    this.texts = from.texts;
    this.others = from.others;
    for (let i = 0; i < size; i += 1) {
      this.tags[i] = from.tags[rows[i]!]!;
      this.numbers[i] = from.numbers[rows[i]!]!;
    }
  }
}
