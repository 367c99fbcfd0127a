import type { Columns } from '../columns.ts';
import { FulltextIndex } from '../fulltext/fulltext-index.ts';
import type { IndexDefinition } from '../graph.ts';
import type { IndexState } from '../schema.ts';
import { PropertyIndex } from './property-index.ts';

/** Builds an index over what the writer sees. */
export function indexState(columns: Columns, definition: IndexDefinition): IndexState {
  const names = definition.entity === 'node' ? columns.labels : columns.types;
  const index: IndexState = {
    definition,
    tokens: definition.labelsOrTypes.map((name) => names.ensure(name)),
    keys: definition.properties.map((name) => columns.keys.ensure(name)),
    property: definition.kind === 'fulltext' || definition.kind === 'lookup' ? null : new PropertyIndex(),
    fulltext:
      definition.kind === 'fulltext' ? new FulltextIndex(definition.entity, definition.properties) : null,
    unique: definition.constraint !== null,
  };
  fill(columns, index);
  return index;
}

function fill(columns: Columns, index: IndexState): void {
  const isNode = index.definition.entity === 'node';
  const seen = new Set<number>();
  const ids = new Int32Array(1024);
  for (const token of index.tokens) {
    const set = isNode ? columns.labelled(token) : columns.typed(token);
    for (let filled = set.fillAfter(-1, ids); filled > 0; filled = set.fillAfter(ids[filled - 1]!, ids)) {
      for (const id of ids.subarray(0, filled)) {
        if (index.tokens.length > 1) {
          if (seen.has(id)) continue;
          seen.add(id);
        }
        add(columns, index, id);
      }
    }
  }
}

function add(columns: Columns, index: IndexState, id: number): void {
  if (index.fulltext !== null) {
    if (columns.covers(index, id))
      index.fulltext.set(id, index.fulltext.add(id, columns.indexedValues(index, id)));
    return;
  }
  const key = columns.indexedKey(index, id);
  if (key !== null) index.property?.add(key, id);
}
