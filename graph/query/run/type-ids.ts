import type { Reader, TypeId } from '../../memory/graph.ts';

/** Type names as ids: null for any, an empty list where none of them has ever been used. */
export function typeIds(tx: Reader, names: readonly string[] | null): readonly TypeId[] | null {
  if (names === null) return null;
  return [...new Set(names.map((name) => tx.types.find(name)))].filter((id) => id >= 0);
}
