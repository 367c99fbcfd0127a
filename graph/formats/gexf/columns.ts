/** Which attribute columns a GEXF file declares, decided from the graph's schema before its first element. */
import type { Entity } from '../../memory/graph.ts';

/** The attribute types that networkx, Gephi, graphology and JGraphT all read. */
export type GexfType = 'string' | 'long' | 'double' | 'boolean' | 'liststring';

export interface Column {
  /** The property it holds. */
  readonly key: string;
  /** Its id and title in the file: the key, unless a reader keeps that name for itself. */
  readonly id: string;
  readonly type: GexfType;
}

/** A property as the schema knows it: a key and the Cypher types (`STRING`, `LIST<STRING>`) of its values. */
export interface PropertyTypes {
  readonly key: string;
  readonly types: readonly string[];
}

/** Columns of our own. */
export const KIND = 'kind';
export const LABELS = 'labels';
export const RELATION = 'relation';
export const QUOTES = 'quotes';
export const SOURCES = 'sources';

/**
 * Names that a reader overwrites, or fails on, when an attribute has them: networkx stores attributes beside its own keys and passes
 * them as keyword arguments (`key`, `u_for_edge` …), Gephi has these columns already and does not tell upper from lower case.
 */
const reserved: Record<Entity, readonly string[]> = {
  node: ['id', 'label', 'start', 'end', 'pid', 'parents', 'spells', 'viz', 'timeset', 'interval', 'node_for_adding', KIND, LABELS], // prettier-ignore
  relationship: ['id', 'label', 'kind', 'type', 'weight', 'start', 'end', 'spells', 'viz', 'timeset', 'interval', 'key', 'u_for_edge', 'v_for_edge', RELATION, QUOTES, SOURCES], // prettier-ignore
};

/**
 * One column a property, sorted by key. The element's own `id` property is left out where it is a string, being the element's id.
 * A key that a reader keeps for itself, or that differs from another only in case, gets underscores at its end.
 */
export function columnsFor(entity: Entity, properties: readonly PropertyTypes[]): readonly Column[] {
  const taken = new Set(reserved[entity]);
  return properties
    .filter(({ key, types }) => !(key === 'id' && types.every((type) => type === 'STRING')))
    .toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ key, types }) => {
      let id = key;
      while (taken.has(id.toLowerCase())) id += '_';
      taken.add(id.toLowerCase());
      return { key, id, type: gexfType(types) };
    });
}

/** One type for a column: exact where all values share one, else text, in which nothing is lost. */
function gexfType(types: readonly string[]): GexfType {
  const plain = new Set(types.map((type) => type.replaceAll(' NOT NULL', '')));
  if (plain.size !== 1) return 'string';
  const [type = ''] = plain;
  if (type === 'INTEGER') return 'long';
  if (type === 'FLOAT') return 'double';
  if (type === 'BOOLEAN') return 'boolean';
  if (type.startsWith('LIST')) return 'liststring';
  return 'string';
}
