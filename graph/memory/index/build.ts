import type { Columns } from '../columns.ts';
import { FulltextIndex } from '../fulltext/fulltext-index.ts';
import type { IndexDefinition, KeyId } from '../graph.ts';
import type { IndexState } from '../schema.ts';
import { PropertyIndex } from './property-index.ts';

/** An index over what the writer sees, built when it is first asked for. */
export class LazyIndex implements IndexState {
  readonly definition: IndexDefinition;
  readonly tokens: readonly number[];
  readonly keys: readonly KeyId[];
  readonly unique: boolean;
  readonly #property: PropertyIndex | null;
  readonly #fulltext: FulltextIndex | null;
  /** Null once it is built. */
  #columns: Columns | null;

  constructor(columns: Columns, definition: IndexDefinition) {
    const { kind, entity, properties } = definition;
    const names = entity === 'node' ? columns.labels : columns.types;
    this.definition = definition;
    this.tokens = definition.labelsOrTypes.map((name) => names.ensure(name));
    this.keys = properties.map((name) => columns.keys.ensure(name));
    this.unique = definition.constraint !== null;
    this.#property = kind === 'fulltext' || kind === 'lookup' ? null : new PropertyIndex();
    this.#fulltext = kind === 'fulltext' ? new FulltextIndex(entity, properties) : null;
    this.#columns = columns;
  }

  get property(): PropertyIndex | null {
    this.ready();
    return this.#property;
  }
  get fulltext(): FulltextIndex | null {
    this.ready();
    return this.#fulltext;
  }

  ready(): void {
    const columns = this.#columns;
    if (columns === null) return;
    this.#columns = null;
    this.#fill(columns);
  }

  #fill(columns: Columns): void {
    const isNode = this.definition.entity === 'node';
    const seen = new Set<number>();
    const ids = new Int32Array(1024);
    for (const token of this.tokens) {
      const set = isNode ? columns.labelled(token) : columns.typed(token);
      for (let filled = set.fillAfter(-1, ids); filled > 0; filled = set.fillAfter(ids[filled - 1]!, ids)) {
        for (const id of ids.subarray(0, filled)) {
          if (this.tokens.length > 1) {
            if (seen.has(id)) continue;
            seen.add(id);
          }
          this.#add(columns, id);
        }
      }
    }
  }

  #add(columns: Columns, id: number): void {
    if (this.#fulltext === null) {
      const key = columns.indexedKey(this, id);
      if (key !== null) this.#property?.add(key, id);
    } else if (columns.covers(this, id)) {
      this.#fulltext.set(id, this.#fulltext.add(id, columns.indexedValues(this, id)));
    }
  }
}

/** Builds an index at once. */
export function indexState(columns: Columns, definition: IndexDefinition): IndexState {
  const index = new LazyIndex(columns, definition);
  index.ready();
  return index;
}
