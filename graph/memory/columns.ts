import type { Value } from '../model.ts';
import { Column } from './column.ts';
import { Counts } from './counts.ts';
import type { ElementIds } from './element-ids.ts';
import type { Entity, KeyId } from './graph.ts';
import { IdSet } from './id-set.ts';
import { compositeKeyOf, type IndexKey } from './index/key.ts';
import { LabelSets } from './label-sets.ts';
import { Names } from './names.ts';
import { ABSENT_NODE, Nodes } from './nodes.ts';
import { Relationships } from './relationships.ts';
import { Schema, type IndexState } from './schema.ts';
import { History } from './versions.ts';

/** Everything a graph consists of, as the writer sees it. Snapshots look at it through the undo records. */
export class Columns {
  readonly elementIds: ElementIds;
  readonly labels = new Names();
  readonly types = new Names();
  readonly keys = new Names();
  readonly labelSets = new LabelSets();
  readonly nodes = new Nodes();
  readonly relationships = new Relationships();
  /** By key; a hole where no node, no relationship ever had the key. */
  readonly nodeColumns: (Column | undefined)[] = [];
  readonly relationshipColumns: (Column | undefined)[] = [];
  /** By label, by type. Ids that no longer belong stay until no snapshot sees them. */
  readonly #labelled: IdSet[] = [];
  readonly #typed: IdSet[] = [];
  readonly history = new History();

  /** What is committed: its version, its counts and its schema. */
  version = 0;
  counts = new Counts();
  schema = Schema.ofNewGraph();
  /** Ids below these are committed. */
  nodesEnd = 0;
  relationshipsEnd = 0;
  /** How many names of each kind are committed. */
  namesCommitted = { labels: 0, types: 0, keys: 0 };

  constructor(elementIds: ElementIds) {
    this.elementIds = elementIds;
  }

  columnsOf(entity: Entity): (Column | undefined)[] {
    return entity === 'node' ? this.nodeColumns : this.relationshipColumns;
  }

  column(entity: Entity, key: KeyId): Column {
    return (this.columnsOf(entity)[key] ??= new Column(entity));
  }

  labelled(label: number): IdSet {
    return (this.#labelled[label] ??= new IdSet());
  }
  typed(type: number): IdSet {
    return (this.#typed[type] ??= new IdSet());
  }

  /** Whether the index is over the node's labels, the relationship's type. */
  covers(index: IndexState, id: number): boolean {
    if (index.definition.entity === 'relationship') {
      return this.relationships.get(id) && index.tokens.includes(this.relationships.type(id));
    }
    const labelSet = this.nodes.get(id);
    return labelSet !== ABSENT_NODE && index.tokens.some((label) => this.labelSets.has(labelSet, label));
  }

  /** The values of the index's properties as the writer sees them. */
  indexedValues(index: IndexState, id: number): Value[] {
    const columns = this.columnsOf(index.definition.entity);
    return index.keys.map((key) => columns[key]?.get(id) ?? null);
  }

  /** Where the index has the id as the writer sees it; null where it is not in it. */
  indexedKey(index: IndexState, id: number): IndexKey | null {
    return this.covers(index, id) ? compositeKeyOf(this.indexedValues(index, id)) : null;
  }

  /** Whether snapshots may see the id under another key than the writer does. */
  inFlux(index: IndexState, id: number): boolean {
    const { entity } = index.definition;
    const existence = entity === 'node' ? this.nodes : this.relationships;
    if (existence.undo.has(id)) return true;
    const columns = this.columnsOf(entity);
    return index.keys.some((key) => columns[key]?.undo.has(id) ?? false);
  }
}
