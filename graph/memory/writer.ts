import { CypherError } from '../errors.ts';
import type { Value } from '../model.ts';
import { changeSetOf } from './change-set.ts';
import type { Columns } from './columns.ts';
import { checkAtEnd } from './checks-at-end.ts';
import { alreadyExists } from './constraints.ts';
import type { Counts } from './counts.ts';
import type {
  ChangeSet,
  ConstraintDefinition,
  Entity,
  IndexDefinition,
  KeyId,
  LabelId,
  NodeId,
  RelationshipId,
  TypeId,
  Writer,
} from './graph.ts';
import { compositeKeyOf } from './index/key.ts';
import { FulltextLeftover, IndexLeftover, LabelLeftover, RelationshipLeftover } from './leftovers.ts';
import { NO_LABELS } from './label-sets.ts';
import { ABSENT_NODE } from './nodes.ts';
import { checkDropConstraint, checkDropIndex } from './schema-changes.ts';
import { withNewConstraint, withNewIndex } from './schema-creation.ts';
import type { IndexState, Schema } from './schema.ts';
import { storable } from './storable.ts';
import { CellUndo, type AnyUndo, type Leftover } from './versions.ts';
import { View } from './view.ts';

/** How many changes are taken back in one step: less than a millisecond's. */
const CHANGES_PER_STEP = 512;

interface Savepoint {
  readonly undo: number;
  readonly leftovers: number;
  readonly nodes: number;
  readonly relationships: number;
  readonly counts: Counts;
  readonly schema: Schema;
}

/**
 * The write transaction: changes the columns in place. What was there before is kept for the snapshots and for
 * rolling back, except in what was created since the last savepoint, which nobody else sees and which a rollback
 * takes away whole.
 */
export class WriteTransaction extends View implements Writer {
  readonly #undo: AnyUndo[] = [];
  #leftovers: Leftover[] = [];
  readonly #savepoints: Savepoint[] = [];
  /** Ids from these on were created since the last savepoint. */
  #newNodes: number;
  #newRelationships: number;
  #countsAreOwn = false;
  /** Ids whose texts changed, by full-text index; brought up to date when it matters. */
  readonly #staleDocuments = new Map<IndexState, Set<number>>();
  readonly #finish: () => void;
  #open = true;
  #isRollingBack = false;

  /** @param finish called once, when the transaction has ended */
  constructor(columns: Columns, finish: () => void) {
    super(columns, true);
    this.#finish = finish;
    this.#newNodes = this.nodesEnd;
    this.#newRelationships = this.relationshipsEnd;
    this.savepoint();
  }

  ensureLabel(name: string): LabelId {
    return this.columns.labels.ensure(name);
  }
  ensureType(name: string): TypeId {
    return this.columns.types.ensure(name);
  }
  ensureKey(name: string): KeyId {
    return this.columns.keys.ensure(name);
  }

  // ── Nodes and relationships ─────────────────────────────────────────────────────────────────────

  createNode(): NodeId {
    this.#assertOpen();
    const node = this.columns.nodes.create(NO_LABELS);
    this.nodesEnd = node + 1;
    this.#ownCounts().nodes++;
    return node;
  }

  createRelationship(type: TypeId, source: NodeId, target: NodeId): RelationshipId {
    this.#assertOpen();
    if (!this.hasNode(source) || !this.hasNode(target))
      throw notFound('Node', this.hasNode(source) ? target : source);
    const id = this.columns.relationships.create(type, source, target);
    this.relationshipsEnd = id + 1;
    this.columns.typed(type).add(id);
    const counts = this.#ownCounts();
    counts.relationships++;
    counts.addType(type, 1);
    return id;
  }

  deleteNode(node: NodeId): void {
    this.#assertOpen();
    if (!this.hasNode(node)) return;
    for (const key of this.nodeKeys(node)) this.#setProperty('node', node, key, null);
    const { nodes } = this.columns;
    const counts = this.#ownCounts();
    // even for a new node, as scans of this transaction may stand on it
    this.#undo.push(new CellUndo(nodes, node));
    for (const label of this.nodeLabels(node)) {
      counts.addLabel(label, -1);
      this.#leftovers.push(new LabelLeftover(this.columns, node, label));
      for (const index of this.schema.indexesOnToken('node', label)) this.#staleDocument(index, node);
    }
    counts.nodes--;
    nodes.set(node, ABSENT_NODE);
  }

  deleteRelationship(relationship: RelationshipId): void {
    this.#assertOpen();
    if (!this.hasRelationship(relationship)) return;
    for (const key of this.relationshipKeys(relationship)) {
      this.#setProperty('relationship', relationship, key, null);
    }
    const { relationships } = this.columns;
    const type = relationships.type(relationship);
    this.#undo.push(new CellUndo(relationships, relationship));
    this.#leftovers.push(new RelationshipLeftover(this.columns, relationship));
    relationships.set(relationship, false);
    const counts = this.#ownCounts();
    counts.relationships--;
    counts.addType(type, -1);
  }

  addLabel(node: NodeId, label: LabelId): boolean {
    this.#assertOpen();
    const before = this.labelSet(node);
    if (before === ABSENT_NODE) throw notFound('Node', node);
    const { labelSets, nodes } = this.columns;
    const after = labelSets.with(before, label);
    if (after === before) return false;
    const indexes = this.schema.indexesOnToken('node', label);
    for (const index of indexes) index.ready();
    for (const index of indexes) this.#checkUnique(index, node, this.columns.indexedValues(index, node));
    if (node < this.#newNodes) {
      this.#undo.push(new CellUndo(nodes, node));
      this.#leftovers.push(new LabelLeftover(this.columns, node, label));
    }
    nodes.set(node, after);
    this.columns.labelled(label).add(node);
    this.#ownCounts().addLabel(label, 1);
    for (const index of indexes) {
      this.#staleDocument(index, node);
      const key = compositeKeyOf(this.columns.indexedValues(index, node));
      if (index.property === null || key === null) continue;
      index.property.add(key, node);
      if (node < this.#newNodes) {
        this.#leftovers.push(new IndexLeftover(this.columns, index, index.property, node, [key]));
      }
    }
    return true;
  }

  removeLabel(node: NodeId, label: LabelId): boolean {
    this.#assertOpen();
    const before = this.labelSet(node);
    if (before === ABSENT_NODE) throw notFound('Node', node);
    const { labelSets, nodes } = this.columns;
    const after = labelSets.without(before, label);
    if (after === before) return false;
    const indexes = this.schema.indexesOnToken('node', label);
    for (const index of indexes) index.ready();
    // even for a new node, as scans of this transaction may stand on it
    this.#undo.push(new CellUndo(nodes, node));
    this.#leftovers.push(new LabelLeftover(this.columns, node, label));
    nodes.set(node, after);
    this.#ownCounts().addLabel(label, -1);
    for (const index of indexes) {
      this.#staleDocument(index, node);
      const key = compositeKeyOf(this.columns.indexedValues(index, node));
      if (index.property === null || key === null) continue;
      this.#leftovers.push(new IndexLeftover(this.columns, index, index.property, node, [key]));
    }
    return true;
  }

  // ── Properties ──────────────────────────────────────────────────────────────────────────────────

  setNodeProperty(node: NodeId, key: KeyId, value: Value): void {
    this.#assertOpen();
    if (!this.hasNode(node)) throw notFound('Node', node);
    this.#setProperty('node', node, key, storable(value));
  }

  setRelationshipProperty(relationship: RelationshipId, key: KeyId, value: Value): void {
    this.#assertOpen();
    if (!this.hasRelationship(relationship)) throw notFound('Relationship', relationship);
    this.#setProperty('relationship', relationship, key, storable(value));
  }

  #setProperty(entity: Entity, id: number, key: KeyId, value: Value): void {
    const column = this.columns.column(entity, key);
    if (value === null && !column.has(id)) return;
    const isNew = id >= (entity === 'node' ? this.#newNodes : this.#newRelationships);
    const indexes = this.schema.indexesOnKey(entity, key);
    if (indexes.length === 0) {
      if (!isNew) this.#undo.push(new CellUndo(column, id));
      column.set(id, value);
      return;
    }
    const covering = indexes.filter((index) => this.columns.covers(index, id));
    for (const index of covering) {
      index.ready();
      const values = this.columns.indexedValues(index, id);
      values[index.keys.indexOf(key)] = value;
      this.#checkUnique(index, id, values);
    }
    const before = covering.map((index) => this.columns.indexedKey(index, id));
    if (!isNew) this.#undo.push(new CellUndo(column, id));
    column.set(id, value);
    covering.forEach((index, i) => {
      this.#staleDocument(index, id);
      if (index.property === null) return;
      const from = before[i] ?? null;
      const to = this.columns.indexedKey(index, id);
      if (from === to) return;
      if (to !== null) index.property.add(to, id);
      if (!isNew)
        this.#leftovers.push(new IndexLeftover(this.columns, index, index.property, id, [from, to]));
      else if (from !== null) index.property.delete(from, id);
    });
  }

  /** @throws CypherError another one has the values already */
  #checkUnique(index: IndexState, id: number, values: readonly Value[]): void {
    if (!index.unique || values.includes(null)) return;
    const other = this.seek(index.definition, values).find((found) => found !== id);
    if (other !== undefined) throw alreadyExists(index.definition, other, values);
  }

  // ── Full text ───────────────────────────────────────────────────────────────────────────────────

  override search(
    index: IndexDefinition,
    query: string,
    limit: number,
  ): readonly { readonly id: number; readonly score: number }[] {
    this.#refreshDocuments();
    return super.search(index, query, limit);
  }

  #staleDocument(index: IndexState, id: number): void {
    if (index.fulltext === null) return;
    const ids = this.#staleDocuments.get(index);
    if (ids === undefined) this.#staleDocuments.set(index, new Set([id]));
    else ids.add(id);
  }

  #refreshDocuments(): void {
    for (const [index, ids] of this.#staleDocuments) {
      const { fulltext } = index;
      if (fulltext === null) continue;
      for (const id of ids) {
        const before = fulltext.get(id);
        const after = this.columns.covers(index, id)
          ? fulltext.add(id, this.columns.indexedValues(index, id))
          : null;
        this.#undo.push(new CellUndo(fulltext, id));
        this.#leftovers.push(new FulltextLeftover(fulltext, id, [before, after]));
        fulltext.set(id, after);
      }
    }
    this.#staleDocuments.clear();
  }

  // ── Schema ──────────────────────────────────────────────────────────────────────────────────────

  createIndex(definition: IndexDefinition): void {
    this.#assertOpen();
    this.schema = withNewIndex(this.schema, this.columns, definition);
  }

  createConstraint(definition: ConstraintDefinition): void {
    this.#assertOpen();
    this.schema = withNewConstraint(this.schema, this.columns, this, definition);
  }

  dropIndex(name: string): void {
    this.#assertOpen();
    checkDropIndex(this.schema, name);
    this.schema = this.schema.withoutIndex(name);
  }

  dropConstraint(name: string): void {
    this.#assertOpen();
    checkDropConstraint(this.schema, name);
    this.schema = this.schema.withoutConstraint(name);
  }

  // ── Savepoints and the end ──────────────────────────────────────────────────────────────────────

  savepoint(): number {
    this.#assertOpen();
    this.#refreshDocuments();
    this.#savepoints.push({
      undo: this.#undo.length,
      leftovers: this.#leftovers.length,
      nodes: this.nodesEnd,
      relationships: this.relationshipsEnd,
      counts: this.counts,
      schema: this.schema,
    });
    this.#countsAreOwn = false;
    this.#newNodes = this.nodesEnd;
    this.#newRelationships = this.relationshipsEnd;
    return this.#savepoints.length - 1;
  }

  rollbackTo(savepoint: number): void {
    drain(this.#undone(savepoint));
  }

  /** Goes back to a savepoint, a little in each step; snapshots can be read between them. */
  *#undone(savepoint: number): Generator<null, void, void> {
    this.#assertOpen();
    const to = this.#savepoints[savepoint];
    if (to === undefined) throw new RangeError(`There is no savepoint ${savepoint}.`);
    this.#savepoints.length = savepoint + 1;
    this.#staleDocuments.clear();
    while (this.#undo.length > to.undo) {
      this.#undo.pop()?.rollback();
      if (this.#undo.length % CHANGES_PER_STEP === 0) yield null;
    }
    yield* this.#removeCreated(to);
    // lists are put right before the ids are forgotten, and what snapshots still need stays for later
    const undone = this.#leftovers.splice(to.leftovers);
    for (const [i, leftover] of undone.entries()) {
      if (!leftover.settle()) this.#leftovers.push(leftover);
      if (i % CHANGES_PER_STEP === 0) yield null;
    }
    this.columns.relationships.truncate(to.relationships);
    this.columns.nodes.truncate(to.nodes);
    this.nodesEnd = this.#newNodes = to.nodes;
    this.relationshipsEnd = this.#newRelationships = to.relationships;
    this.counts = to.counts;
    this.#countsAreOwn = false;
    this.schema = to.schema;
  }

  /** Takes what was created since a savepoint out of everything that lists it. */
  *#removeCreated(to: Savepoint): Generator<null, void, void> {
    const { relationships } = this.columns;
    for (let id = this.relationshipsEnd - 1; id >= to.relationships; id--) {
      if (relationships.get(id)) {
        const type = relationships.type(id);
        this.#unindex('relationship', type, id);
        this.columns.typed(type).delete(id);
      }
      relationships.unlink(id);
      for (const column of this.columns.relationshipColumns) column?.set(id, null);
      if (id % CHANGES_PER_STEP === 0) yield null;
    }
    for (let node = this.nodesEnd - 1; node >= to.nodes; node--) {
      for (const label of this.nodeLabels(node)) {
        this.#unindex('node', label, node);
        this.columns.labelled(label).delete(node);
      }
      for (const column of this.columns.nodeColumns) column?.set(node, null);
      if (node % CHANGES_PER_STEP === 0) yield null;
    }
  }

  #unindex(entity: Entity, token: number, id: number): void {
    for (const index of this.schema.indexesOnToken(entity, token)) {
      const key = this.columns.indexedKey(index, id);
      if (key !== null) index.property?.delete(key, id);
    }
  }

  prepare(): ChangeSet {
    this.#assertOpen();
    this.#refreshDocuments();
    const changes = changeSetOf(this, this.columns, this.#undo, {
      nodesEnd: this.nodesEnd,
      relationshipsEnd: this.relationshipsEnd,
      schema: this.schema,
    });
    checkAtEnd(this, this.schema, changes);
    return changes;
  }

  commit(): void {
    this.#assertOpen();
    this.#refreshDocuments();
    const { columns } = this;
    columns.version++;
    columns.history.append(this.#undo, this.#leftovers, columns.version);
    columns.nodesEnd = this.nodesEnd;
    columns.relationshipsEnd = this.relationshipsEnd;
    columns.counts = this.counts;
    columns.schema = this.schema;
    columns.namesCommitted = {
      labels: this.labels.size,
      types: this.types.size,
      keys: this.keys.size,
    };
    this.#end();
  }

  rollback(): void {
    drain(this.rollbackSteps());
  }

  *rollbackSteps(): Generator<null, void, void> {
    if (!this.#open || this.#isRollingBack) return;
    this.#isRollingBack = true;
    yield* this.#undone(0);
    for (const leftover of this.#leftovers) this.columns.history.retry(leftover);
    this.#end();
  }

  #end(): void {
    this.#open = false;
    this.#finish();
  }

  #assertOpen(): void {
    if (!this.#open) throw new Error('The transaction has ended.');
  }

  #ownCounts(): Counts {
    if (!this.#countsAreOwn) {
      this.counts = this.counts.copy();
      this.#countsAreOwn = true;
    }
    return this.counts;
  }
}

function drain(steps: Generator<null, void, void>): void {
  while (steps.next().done !== true);
}

function notFound(what: 'Node' | 'Relationship', id: number): CypherError {
  return new CypherError(
    'Neo.ClientError.Statement.EntityNotFound',
    `Unable to load ${what.toUpperCase()} with id ${id}.`,
  );
}
