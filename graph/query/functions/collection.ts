/** The functions on lists that Cypher 25 has in the namespace `coll`. @see https://neo4j.com/docs/cypher-manual/25/functions/list/ */
import type { Context, RunValue } from '../runtime.ts';
import { argumentError } from '../temporal/errors.ts';
import { equals } from '../values/equality.ts';
import { groupKey } from '../values/group-key.ts';
import { reserve } from '../values/memory.ts';
import { compareOrder } from '../values/order.ts';
import { isList } from '../values/types.ts';
import { category, integer, invalidInput } from './definition.ts';
import type { FunctionDefinition } from './definition.ts';

const { strict, open } = category('List', 25);

function itemsOf(name: string, value: RunValue): readonly RunValue[] {
  if (isList(value)) return value;
  throw invalidInput(name, 'a List', value);
}

/** A list that is as long as the one it is made of, or one longer. */
function copied(context: Context, items: readonly RunValue[]): RunValue[] {
  reserve(context, (items.length + 1) * 8);
  return items.slice();
}

/** @param last the greatest position there is */
function position(name: string, value: RunValue, last: number): number {
  const at = integer(value);
  if (at >= 0 && at <= last) return at;
  throw argumentError(`Function argument to '${name}()' is out of range`);
}

function flatten(context: Context, items: readonly RunValue[], depth: number, into: RunValue[]): RunValue[] {
  for (const item of items) {
    context.tick();
    if (depth > 0 && isList(item)) flatten(context, item, depth - 1, into);
    else {
      context.charge(8);
      into.push(item);
    }
  }
  return into;
}

function indexOf(items: readonly RunValue[], value: RunValue): RunValue {
  if (value === null) return null;
  return BigInt(items.findIndex((item) => equals(item, value) === true));
}

/** The first or last in the order of ORDER BY, where null is the last; null of an empty list. */
function extreme(context: Context, items: readonly RunValue[], sign: 1 | -1): RunValue {
  let [best = null] = items;
  for (const item of items) {
    context.tick();
    if (compareOrder(item, best) * sign < 0) best = item;
  }
  return best;
}

function distinct(context: Context, items: readonly RunValue[]): RunValue {
  reserve(context, items.length * 40);
  const seen = new Map<unknown, RunValue>();
  for (const item of items) {
    context.tick();
    const key = groupKey(item);
    if (!seen.has(key)) seen.set(key, item);
  }
  return [...seen.values()];
}

export const collectionFunctions: readonly FunctionDefinition[] = [
  strict(
    'coll.distinct(list :: LIST<ANY>) :: LIST<ANY>',
    'Returns the given list with all duplicate values removed.',
    (context, list = null) => distinct(context, itemsOf('coll.distinct', list)),
  ),
  strict(
    'coll.flatten(list :: LIST<ANY>, depth = 1 :: INTEGER) :: LIST<ANY>',
    'Returns a list flattened to the given nesting depth.',
    (context, list = null, depth = 1n) => {
      const levels = position('coll.flatten', depth, Infinity);
      return flatten(context, itemsOf('coll.flatten', list), levels, []);
    },
  ),
  open(
    'coll.indexOf(list :: LIST<ANY>, value :: ANY) :: INTEGER',
    'Returns the index for the first match of a value in the given list or -1 if the value is not present.',
    (_context, list = null, value = null) =>
      list === null ? null : indexOf(itemsOf('coll.indexOf', list), value),
  ),
  open(
    'coll.insert(list :: LIST<ANY>, index :: INTEGER, value :: ANY) :: LIST<ANY>',
    'Returns a list with the given value inserted at the given index.',
    (context, list = null, index = null, value = null) => {
      if (list === null || index === null) return null;
      const items = copied(context, itemsOf('coll.insert', list));
      items.splice(position('coll.insert', index, items.length), 0, value);
      return items;
    },
  ),
  strict(
    'coll.max(list :: LIST<ANY>) :: ANY',
    'Returns the largest value present in the given list.',
    (context, list = null) => extreme(context, itemsOf('coll.max', list), -1),
  ),
  strict(
    'coll.min(list :: LIST<ANY>) :: ANY',
    'Returns the smallest value present in the given list.',
    (context, list = null) => extreme(context, itemsOf('coll.min', list), 1),
  ),
  strict(
    'coll.remove(list :: LIST<ANY>, index :: INTEGER) :: LIST<ANY>',
    'Returns a list with the value at the given index removed.',
    (context, list = null, index = null) => {
      const items = copied(context, itemsOf('coll.remove', list));
      items.splice(position('coll.remove', index, items.length - 1), 1);
      return items;
    },
  ),
  strict('coll.sort(list :: LIST<ANY>) :: LIST<ANY>', 'Returns a sorted list.', (context, list = null) => {
    const items = copied(context, itemsOf('coll.sort', list));
    return items.toSorted((a, b) => {
      context.tick();
      return compareOrder(a, b);
    });
  }),
];
