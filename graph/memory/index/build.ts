import type { Columns } from '../columns.ts';
import { FulltextIndex } from '../fulltext/fulltext-index.ts';
import type { IndexDefinition, KeyId } from '../graph.ts';
import type { IndexState } from '../schema.ts';
import { PropertyIndex } from './property-index.ts';
import { work } from '../../work.ts';

/** Looking up its values and finding their place, beside a turn of a loop. */
const WORK_PER_ELEMENT = 16;

/** An index over what the writer sees, built when it is first asked for. */
export class LazyIndex implements IndexState {
  readonly definition: IndexDefinition;
  readonly tokens: readonly number[];
  readonly keys: readonly KeyId[];
  readonly unique: boolean;
  #property: PropertyIndex | null = null;
  #fulltext: FulltextIndex | null = null;
  /** Null once it is built. */
  #columns: Columns | null;

  constructor(columns: Columns, definition: IndexDefinition) {
    const { entity, properties } = definition;
    const names = entity === 'node' ? columns.labels : columns.types;
    this.definition = definition;
    this.tokens = definition.labelsOrTypes.map((name) => names.ensure(name));
    this.keys = properties.map((name) => columns.keys.ensure(name));
    this.unique = definition.constraint !== null;
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

  /** @throws what the meter of work throws: it is then built when it is next asked for */
  ready(): void {
    const columns = this.#columns;
    if (columns === null) return;
    const { kind, entity, properties } = this.definition;
    // kept only when whole: the statement it is built for may be stopped, and others may ask for it meanwhile
    const property = kind === 'fulltext' || kind === 'lookup' ? null : new PropertyIndex();
    const fulltext = kind === 'fulltext' ? new FulltextIndex(entity, properties) : null;
    for (const id of this.#ids(columns)) {
      work(WORK_PER_ELEMENT);
      if (fulltext === null) {
        const key = columns.indexedKey(this, id);
        if (key !== null) property?.add(key, id);
      } else if (columns.covers(this, id)) {
        fulltext.set(id, fulltext.add(id, columns.indexedValues(this, id)));
      }
    }
    this.#property = property;
    this.#fulltext = fulltext;
    this.#columns = null;
  }

  /** Those that may have to be in it, each once. */
  *#ids(columns: Columns): Generator<number, void, void> {
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
          yield id;
        }
      }
    }
  }
}

/** Builds an index at once. */
export function indexState(columns: Columns, definition: IndexDefinition): IndexState {
  const index = new LazyIndex(columns, definition);
  index.ready();
  return index;
}
