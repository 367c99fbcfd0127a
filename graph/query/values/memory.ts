/** Rough sizes, for the memory bound of a statement. */
import type { Context, RunValue } from '../runtime.ts';
import { PathRef } from '../runtime.ts';
import { CypherError } from '../../errors.ts';
import { bulkWork, work } from '../../work.ts';
import { isList, isMap } from './types.ts';

const OBJECT = 32;
const SLOT = 8;

/** More than any statement may hold: what is larger is not counted to its end. */
const LARGEST = 2 ** 32;

/** Roughly how many bytes a value holds on to. Shared parts are counted each time. */
export function sizeOf(value: RunValue): number {
  switch (typeof value) {
    case 'string':
      return 24 + value.length * 2;
    case 'bigint':
      return 24;
    case 'number':
      return 16;
    case 'boolean':
      return SLOT;
    default:
  }
  if (value === null) return SLOT;
  if (isList(value)) {
    let size = OBJECT;
    for (const item of value) {
      work();
      size += SLOT + sizeOf(item);
      if (size > LARGEST) break;
    }
    return size;
  }
  if (isMap(value)) {
    let size = OBJECT * 2;
    for (const [key, item] of value) {
      work();
      size += 48 + key.length + sizeOf(item);
      if (size > LARGEST) break;
    }
    return size;
  }
  if (value instanceof PathRef) return OBJECT * 3 + (value.nodes.length + value.relationships.length) * SLOT;
  return value instanceof Uint8Array ? OBJECT * 2 + value.length : OBJECT * 2;
}

/** Below this an allocation is not worth asking about. */
const SMALL = 65_536;

/**
 * Asks, before a value is made whose size the data decides, whether it would fit the statement's bound. It is given
 * back at once, since a value on its way through a row is not held; what holds it (sort, `collect`) charges again.
 * @throws CypherError the statement would be over its memory bound
 */
export function reserve(context: Context, bytes: number): void {
  if (bytes < SMALL) return;
  context.charge(bytes);
  context.charge(-bytes);
}

/** How many items of a list that grows are paid for at once. */
const ITEMS_PER_CHARGE = 256;

/**
 * A list that an expression makes item by item. What it holds is charged while it grows, and given back at its end, since
 * the list is then a value on its way through a row. An item that is the one before it is counted once.
 */
export class GrowingList {
  readonly items: RunValue[] = [];
  readonly #context: Context;
  #unpaid = 0;
  #bytes = 0;

  constructor(context: Context) {
    this.#context = context;
  }

  /** @throws CypherError the statement would be over its memory bound */
  push(value: RunValue): void {
    const { items } = this;
    this.#unpaid += value === items.at(-1) ? SLOT : SLOT + sizeOf(value);
    items.push(value);
    if (items.length % ITEMS_PER_CHARGE === 0 || this.#unpaid > SMALL) this.#pay();
  }

  #pay(): void {
    this.#bytes += this.#unpaid;
    const unpaid = this.#unpaid;
    this.#unpaid = 0;
    this.#context.charge(unpaid);
  }

  /** Gives back what was charged; to be called once, also where making the list failed. */
  release(): void {
    this.#context.charge(-this.#bytes);
  }
}

/** One value may not be longer than this, so that what JavaScript does with it at once takes some milliseconds and no more. */
const LONGEST_TEXT = 2 ** 25;
const LONGEST_LIST = 2 ** 23;

/**
 * `reserve` for a text, whose length is counted as work as well.
 * @throws CypherError it is too long, or the statement would be over its memory bound
 */
export function reserveText(context: Context, length: number): void {
  if (length > LONGEST_TEXT) throw tooLong(`A text of ${length} characters`, `${LONGEST_TEXT} characters`);
  bulkWork(length);
  reserve(context, length * 2);
}

/** The same for a list, whose items are there already. */
export function reserveList(context: Context, length: number): void {
  if (length > LONGEST_LIST) throw tooLong(`A list of ${length} items`, `${LONGEST_LIST} items`);
  bulkWork(length * 4);
  reserve(context, length * SLOT);
}

function tooLong(what: string, bound: string): CypherError {
  return new CypherError(
    'Neo.TransientError.General.MemoryPoolOutOfMemoryError',
    `${what} is longer than a statement may make: the bound is ${bound}.`,
  );
}
