import type { Columns } from './columns.ts';
import type { Document, FulltextIndex } from './fulltext/fulltext-index.ts';
import type { LabelId, NodeId, RelationshipId } from './graph.ts';
import type { IndexKey } from './index/key.ts';
import type { PropertyIndex } from './index/property-index.ts';
import { ABSENT_NODE } from './nodes.ts';
import type { IndexState } from './schema.ts';
import { PENDING, type Leftover } from './versions.ts';

/** A node that a label was taken from or given to. */
export class LabelLeftover implements Leftover {
  version = PENDING;
  readonly columns: Columns;
  readonly node: NodeId;
  readonly label: LabelId;

  constructor(columns: Columns, node: NodeId, label: LabelId) {
    this.columns = columns;
    this.node = node;
    this.label = label;
  }

  settle(): boolean {
    const { nodes, labelSets } = this.columns;
    if (nodes.undo.has(this.node)) return false;
    const labelSet = nodes.get(this.node);
    if (labelSet === ABSENT_NODE || !labelSets.has(labelSet, this.label)) {
      this.columns.labelled(this.label).delete(this.node);
    }
    return true;
  }
}

/** A relationship that was deleted. */
export class RelationshipLeftover implements Leftover {
  version = PENDING;
  readonly columns: Columns;
  readonly relationship: RelationshipId;

  constructor(columns: Columns, relationship: RelationshipId) {
    this.columns = columns;
    this.relationship = relationship;
  }

  settle(): boolean {
    const { relationships } = this.columns;
    if (relationships.undo.has(this.relationship)) return false;
    if (this.relationship < relationships.end && !relationships.get(this.relationship)) {
      this.columns.typed(relationships.type(this.relationship)).delete(this.relationship);
      relationships.unlink(this.relationship);
    }
    return true;
  }
}

/** An id whose key in an index changed. */
export class IndexLeftover implements Leftover {
  version = PENDING;
  readonly columns: Columns;
  readonly index: IndexState;
  readonly property: PropertyIndex;
  readonly id: number;
  readonly keys: readonly (IndexKey | null)[];

  constructor(
    columns: Columns,
    index: IndexState,
    property: PropertyIndex,
    id: number,
    keys: readonly (IndexKey | null)[],
  ) {
    this.columns = columns;
    this.index = index;
    this.property = property;
    this.id = id;
    this.keys = keys;
  }

  settle(): boolean {
    if (this.columns.inFlux(this.index, this.id)) return false;
    const current = this.columns.indexedKey(this.index, this.id);
    for (const key of this.keys) if (key !== null && key !== current) this.property.delete(key, this.id);
    return true;
  }
}

/** An id whose document in a full-text index changed. */
export class FulltextLeftover implements Leftover {
  version = PENDING;
  readonly index: FulltextIndex;
  readonly id: number;
  readonly documents: readonly (Document | null)[];

  constructor(index: FulltextIndex, id: number, documents: readonly (Document | null)[]) {
    this.index = index;
    this.id = id;
    this.documents = documents;
  }

  settle(): boolean {
    if (this.index.undo.has(this.id)) return false;
    const current = this.index.get(this.id);
    for (const document of this.documents) {
      if (document !== null && document !== current) this.index.remove(document);
    }
    return true;
  }
}
