/** `item IN list`, three-valued: a null that might have been equal leaves the answer unknown. */
import { NodeRef, RelationshipRef } from '../runtime.ts';
import type { Evaluate, RunValue } from '../runtime.ts';
import { bulkWork } from '../../work.ts';
import { equals } from '../values/equality.ts';
import { mismatch } from '../values/errors.ts';
import { groupKey } from '../values/group-key.ts';
import type { GroupKey } from '../values/group-key.ts';
import { isList } from '../values/types.ts';

/** From this length on, a list that is asked again is worth hashing. */
const HASH_FROM = 16;

export function compileIn(item: Evaluate, list: Evaluate): Evaluate {
  let last: readonly RunValue[] | null = null;
  let keys: ReadonlySet<GroupKey> | null = null;
  return (row, context) => {
    const value = item(row, context);
    const items = list(row, context);
    if (items === null) return null;
    if (!isList(items)) throw mismatch('a List', items);
    if (items.length === 0) return false;
    if (value === null) return null;
    if (items === last && items.length >= HASH_FROM && isPlain(value)) {
      // hashing may let another run of this plan in, so that only what is here counts
      const known = keys ?? hash(items);
      last = items;
      keys = known;
      return known.has(groupKey(value)) ? true : known.has(null) ? null : false;
    }
    if (items !== last) {
      last = items;
      keys = null;
    }
    return search(value, items, () => context.tick());
  };
}

function search(value: RunValue, items: readonly RunValue[], tick: () => void): boolean | null {
  let unknown = false;
  for (const item of items) {
    tick();
    const same = equals(value, item);
    if (same === true) return true;
    if (same === null) unknown = true;
  }
  return unknown ? null : false;
}

/** Values whose equality is their key's: no container, in which a null may hide, and not NaN, which equals nothing. */
function isPlain(value: RunValue): boolean {
  return typeof value === 'string' || typeof value === 'bigint' || isElement(value);
}

const isElement = (value: RunValue): boolean => value instanceof NodeRef || value instanceof RelationshipRef;

/** Containers and NaN in the list are left out: none of them can equal a plain value. */
function hash(items: readonly RunValue[]): Set<GroupKey> {
  const keys = new Set<GroupKey>();
  bulkWork(items.length * 8);
  for (const item of items)
    if (item === null || typeof item !== 'object' || isElement(item)) keys.add(groupKey(item));
  return keys;
}
