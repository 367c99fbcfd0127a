/** Rough sizes, for the memory bound of a statement. */
import type { Context, RunValue } from '../runtime.ts';
import { PathRef } from '../runtime.ts';
import { isList, isMap } from './types.ts';

const OBJECT = 32;
const SLOT = 8;

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
    for (const item of value) size += SLOT + sizeOf(item);
    return size;
  }
  if (isMap(value)) {
    let size = OBJECT * 2;
    for (const [key, item] of value) size += 48 + key.length + sizeOf(item);
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
