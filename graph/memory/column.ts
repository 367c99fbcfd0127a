import type { Value } from '../model.ts';
import { LocalDate } from '../temporal.ts';
import {
  ABSENT,
  BOOLEAN,
  type CellBatch,
  DATE,
  FLOAT,
  INTEGER,
  OTHER,
  TEXT,
  toInteger,
} from './cell-batch.ts';
import type { CellUndo, Cells } from './versions.ts';

/** Longer texts seldom repeat, and hashing them costs. */
const LONGEST_SHARED = 256;
const DICTIONARY_MIN = 65_536;
/** Ids are dense when at least one in so many of the span has the key; below the second figure they are sparse again. */
const DENSE_ONE_IN = 4;
const SPARSE_ONE_IN = 16;

/** What a column consists of: to put it away as it is and to take it up again. */
export interface ColumnParts {
  /** The id that has the first slot, where the others follow; otherwise the id of each slot. */
  readonly ids: number | Int32Array<ArrayBuffer>;
  readonly tags: Uint8Array<ArrayBuffer>;
  readonly numbers: Float64Array<ArrayBuffer>;
  /** How many slots are in use. */
  readonly count: number;
  /** Called when one of them is first asked for; the arrays become the column's own. */
  readonly texts: () => ColumnTexts;
}

/** The values of a column that are not numbers. */
export interface ColumnTexts {
  readonly strings: string[];
  /** Null where none is. */
  readonly objects: Value[];
}

/**
 * The values of one property key. Each value is a tag of one byte and a number of eight, whatever its type, so
 * that a column may mix types: small integers, floats, booleans and dates are the number itself, strings a
 * place in a dictionary, all else a place in a list of objects. While few ids have the key a map finds an id's
 * slot; once they are dense the slot is `id - base`.
 */
export class Column implements Cells<Value> {
  readonly entity: 'node' | 'relationship';
  readonly undo = new Map<number, CellUndo<Value>>();
  #tags = new Uint8Array(8);
  #numbers = new Float64Array(8);
  /** Null while dense. */
  #slots: Map<number, number> | null = new Map();
  #freeSlots: number[] = [];
  #base = 0;
  #lowest = Infinity;
  #highest = -1;
  #count = 0;
  #strings: string[] = [];
  /** Null until a text is looked for: a column that is only read needs none. */
  #codes: Map<string, number> | null = null;
  /** How often a text was found in the dictionary, and how often it had to be kept on its own. */
  #shared = 0;
  #single = 0;
  /** Nearly all texts differ: the dictionary is given up. */
  #distinct = false;
  #objects: Value[] = [];
  readonly #freeObjects: number[] = [];
  /** Where strings and objects still are; null once they are here. */
  #texts: (() => ColumnTexts) | null = null;

  constructor(entity: 'node' | 'relationship') {
    this.entity = entity;
  }

  /** The arrays of `parts` become the column's own. */
  static of(entity: 'node' | 'relationship', parts: ColumnParts): Column {
    const column = new Column(entity);
    const { ids, tags } = parts;
    column.#tags = tags;
    column.#numbers = parts.numbers;
    column.#texts = parts.texts;
    column.#count = parts.count;
    if (typeof ids === 'number') {
      column.#slots = null;
      column.#base = column.#lowest = ids;
      column.#highest = ids + tags.length - 1;
    } else {
      ids.forEach((id, slot) => column.#slots!.set(id, slot));
      for (const id of ids) {
        if (id < column.#lowest) column.#lowest = id;
        if (id > column.#highest) column.#highest = id;
      }
    }
    return column;
  }

  #takeTexts(texts: () => ColumnTexts): void {
    this.#texts = null;
    const { strings, objects } = texts();
    this.#strings = strings;
    this.#objects = objects;
    this.#distinct = strings.length >= DICTIONARY_MIN && objects.length > strings.length;
    objects.forEach((value, place) => {
      if (value === null) this.#freeObjects.push(place);
    });
  }

  /** Its own arrays where possible, or views of them: to be read before the column changes. */
  parts(): ColumnParts {
    const texts = (): ColumnTexts => {
      if (this.#texts !== null) this.#takeTexts(this.#texts);
      return { strings: this.#strings, objects: this.#objects };
    };
    if (this.#slots === null) {
      const from = Math.max(0, this.#lowest - this.#base);
      const to = Math.max(from, Math.min(this.#tags.length, this.#highest - this.#base + 1));
      const [tags, numbers] = [this.#tags.subarray(from, to), this.#numbers.subarray(from, to)];
      return { ids: this.#base + from, tags, numbers, count: this.#count, texts };
    }
    const ids = Int32Array.from(this.#slots.keys());
    const slots = [...this.#slots.values()];
    const tags = Uint8Array.from(slots, (slot) => this.#tags[slot]!);
    const numbers = Float64Array.from(slots, (slot) => this.#numbers[slot]!);
    return { ids, tags, numbers, count: this.#count, texts };
  }

  /** How many ids have the key. */
  get count(): number {
    return this.#count;
  }

  has(id: number): boolean {
    if (this.#slots !== null) return this.#slots.has(id);
    const slot = id - this.#base;
    return slot >= 0 && slot < this.#tags.length && this.#tags[slot] !== ABSENT;
  }

  get(id: number): Value {
    let slot: number;
    if (this.#slots === null) {
      slot = id - this.#base;
      if (slot < 0 || slot >= this.#tags.length) return null;
    } else {
      const found = this.#slots.get(id);
      if (found === undefined) return null;
      slot = found;
    }
    const number = this.#numbers[slot]!;
    switch (this.#tags[slot]) {
      case INTEGER:
        return toInteger(number);
      case FLOAT:
        return number;
      case BOOLEAN:
        return number === 1;
      case DATE:
        return new LocalDate(number);
      case TEXT:
        if (this.#texts !== null) this.#takeTexts(this.#texts);
        return this.#strings[number]!;
      case OTHER:
        if (this.#texts !== null) this.#takeTexts(this.#texts);
        return this.#objects[number]!;
      default:
        return null;
    }
  }

  /** Fills `cells` with what the first `size` ids have now, leaving versions aside. */
  cells(ids: Int32Array, size: number, cells: CellBatch): void {
    cells.begin(size);
    const [tags, numbers, base, slots] = [this.#tags, this.#numbers, this.#base, this.#slots];
    for (let i = 0; i < size; i += 1) {
      const slot = slots === null ? ids[i]! - base : (slots.get(ids[i]!) ?? -1);
      if (slot < 0 || slot >= tags.length) continue;
      const tag = tags[slot]!;
      if (tag >= TEXT && this.#texts !== null) this.#takeTexts(this.#texts);
      if (tag === OTHER) cells.put(i, this.#objects[numbers[slot]!]!);
      else {
        cells.tags[i] = tag;
        cells.numbers[i] = numbers[slot]!;
      }
    }
    cells.texts = this.#strings;
  }

  /** Null removes. */
  set(id: number, value: Value): void {
    if (this.#texts !== null) this.#takeTexts(this.#texts);
    if (value === null) {
      this.#remove(id);
      return;
    }
    const slot = this.#slotFor(id);
    if (this.#tags[slot] === OTHER) this.#freeObject(slot);
    this.#put(slot, value);
  }

  #put(slot: number, value: Value): void {
    switch (typeof value) {
      case 'bigint':
        if (value >= BigInt(Number.MIN_SAFE_INTEGER) && value <= BigInt(Number.MAX_SAFE_INTEGER)) {
          this.#store(slot, INTEGER, Number(value));
          return;
        }
        break;
      case 'number':
        this.#store(slot, FLOAT, value);
        return;
      case 'boolean':
        this.#store(slot, BOOLEAN, value ? 1 : 0);
        return;
      case 'string': {
        const code = this.#code(value);
        if (code !== -1) {
          this.#store(slot, TEXT, code);
          return;
        }
        break;
      }
      default:
        if (value instanceof LocalDate) {
          this.#store(slot, DATE, value.epochDay);
          return;
        }
    }
    const place = this.#freeObjects.pop() ?? this.#objects.length;
    this.#objects[place] = value;
    this.#store(slot, OTHER, place);
  }

  #store(slot: number, tag: number, number: number): void {
    if (this.#tags[slot] === ABSENT) this.#count++;
    this.#tags[slot] = tag;
    this.#numbers[slot] = number;
  }

  /** -1 where the text is better kept on its own: it is long, or most texts of the column differ. */
  #code(text: string): number {
    if (text.length > LONGEST_SHARED) return -1;
    if (this.#distinct) return -1;
    const codes = (this.#codes ??= new Map(this.#strings.map((known, place) => [known, place])));
    const known = codes.get(text);
    if (known !== undefined) {
      this.#shared++;
      return known;
    }
    if (this.#strings.length >= DICTIONARY_MIN && this.#strings.length * 2 > this.#count) {
      // looking up every text only to find it new costs more than it saves
      if (++this.#single >= DICTIONARY_MIN && this.#single > this.#shared) {
        this.#distinct = true;
        codes.clear();
      }
      return -1;
    }
    const code = this.#strings.length;
    this.#strings.push(text);
    codes.set(text, code);
    return code;
  }

  #freeObject(slot: number): void {
    const place = this.#numbers[slot]!;
    this.#objects[place] = null;
    this.#freeObjects.push(place);
  }

  #remove(id: number): void {
    if (!this.has(id)) return;
    const slot = this.#slots === null ? id - this.#base : this.#slots.get(id)!;
    if (this.#tags[slot] === OTHER) this.#freeObject(slot);
    this.#tags[slot] = ABSENT;
    this.#count--;
    if (this.#slots !== null) {
      this.#slots.delete(id);
      this.#freeSlots.push(slot);
    }
  }

  /** The slot of an id, making room for it. */
  #slotFor(id: number): number {
    if (id < this.#lowest) this.#lowest = id;
    if (id > this.#highest) this.#highest = id;
    if (this.#slots === null) {
      if (id >= this.#base && id - this.#base < this.#tags.length) return id - this.#base;
      if ((this.#count + 1) * SPARSE_ONE_IN >= this.#highest - this.#lowest + 1) {
        this.#moveDense();
        return id - this.#base;
      }
      this.#makeSparse();
    }
    const slots = this.#slots!;
    const known = slots.get(id);
    if (known !== undefined) return known;
    if ((this.#count + 1) * DENSE_ONE_IN >= this.#highest - this.#lowest + 1 && this.#count >= 8) {
      this.#makeDense();
      return id - this.#base;
    }
    const slot = this.#freeSlots.pop() ?? this.#count;
    if (slot >= this.#tags.length) this.#reallocate(Math.max(8, slot * 2), 0);
    slots.set(id, slot);
    return slot;
  }

  /** Moves the slots into arrays of `length`, `shift` further up. */
  #reallocate(length: number, shift: number): void {
    const tags = new Uint8Array(length);
    const numbers = new Float64Array(length);
    tags.set(this.#tags, shift);
    numbers.set(this.#numbers, shift);
    this.#tags = tags;
    this.#numbers = numbers;
  }

  #moveDense(): void {
    const base = Math.min(this.#base, this.#lowest);
    const used = this.#base - base + this.#tags.length;
    const needed = this.#highest - base + 1;
    this.#reallocate(needed > used ? Math.max(needed, used * 2) : used, this.#base - base);
    this.#base = base;
  }

  #makeDense(): void {
    const span = this.#highest - this.#lowest + 1;
    const tags = new Uint8Array(span * 2);
    const numbers = new Float64Array(span * 2);
    for (const [id, slot] of this.#slots!) {
      tags[id - this.#lowest] = this.#tags[slot]!;
      numbers[id - this.#lowest] = this.#numbers[slot]!;
    }
    this.#tags = tags;
    this.#numbers = numbers;
    this.#base = this.#lowest;
    this.#slots = null;
    this.#freeSlots = [];
  }

  #makeSparse(): void {
    const slots = new Map<number, number>();
    const tags = new Uint8Array(Math.max(8, this.#count * 2));
    const numbers = new Float64Array(tags.length);
    for (let slot = 0; slot < this.#tags.length; slot++) {
      if (this.#tags[slot] === ABSENT) continue;
      tags[slots.size] = this.#tags[slot]!;
      numbers[slots.size] = this.#numbers[slot]!;
      slots.set(slot + this.#base, slots.size);
    }
    this.#tags = tags;
    this.#numbers = numbers;
    this.#slots = slots;
    this.#freeSlots = [];
  }
}
