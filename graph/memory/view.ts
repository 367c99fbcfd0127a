import type { Value } from '../model.ts';
import type { CellBatch } from './cell-batch.ts';
import type { Columns } from './columns.ts';
import type { Counts } from './counts.ts';
import { ChainExpansion } from './expansion.ts';
import type {
  Bound,
  ConstraintDefinition,
  Direction,
  Entity,
  Expansion,
  IndexDefinition,
  KeyId,
  LabelId,
  NameTable,
  NodeId,
  Reader,
  RelationshipId,
  TypeId,
} from './graph.ts';
import { compositeKeyOf } from './index/key.ts';
import { ABSENT_NODE } from './nodes.ts';
import type { IndexState, Schema } from './schema.ts';
import { compare, equals, groupOf } from './values.ts';
import { valueAt } from './versions.ts';

const NO_LABELS: readonly LabelId[] = [];

/** The graph as one transaction sees it: a snapshot of a committed version, or the writer's own state. */
export class View implements Reader {
  readonly labels: NameTable;
  readonly types: NameTable;
  readonly keys: NameTable;
  protected readonly columns: Columns;
  /** The newest version that is seen; `Infinity` for the writer. */
  protected readonly version: number;
  readonly #live: boolean;
  /** Ids from these on were created after this view began. */
  protected nodesEnd: number;
  protected relationshipsEnd: number;
  protected counts: Counts;
  protected schema: Schema;

  constructor(columns: Columns, live: boolean) {
    this.columns = columns;
    this.labels = columns.labels;
    this.types = columns.types;
    this.keys = columns.keys;
    this.#live = live;
    this.version = live ? Infinity : columns.version;
    this.nodesEnd = columns.nodesEnd;
    this.relationshipsEnd = columns.relationshipsEnd;
    this.counts = columns.counts;
    this.schema = columns.schema;
  }

  // ── Existence, labels, ends ─────────────────────────────────────────────────────────────────────

  /** The label set of a node, `ABSENT_NODE` where it is not there. */
  protected labelSet(node: NodeId): number {
    if (node >= this.nodesEnd || node < 0) return ABSENT_NODE;
    const { nodes } = this.columns;
    return this.#live || nodes.undo.size === 0 ? nodes.get(node) : valueAt(nodes, node, this.version);
  }

  hasNode(node: NodeId): boolean {
    return this.labelSet(node) !== ABSENT_NODE;
  }

  hasRelationship(relationship: RelationshipId): boolean {
    if (relationship >= this.relationshipsEnd || relationship < 0) return false;
    const { relationships } = this.columns;
    return this.#live || relationships.undo.size === 0
      ? relationships.get(relationship)
      : valueAt(relationships, relationship, this.version);
  }

  /** Every relationship below this id that is alive is seen, and none from it on; -1 where each must be asked about. */
  get seesAllBelow(): number {
    return this.#live || this.columns.relationships.undo.size === 0 ? this.relationshipsEnd : -1;
  }

  nodeLabels(node: NodeId): readonly LabelId[] {
    const labelSet = this.labelSet(node);
    return labelSet === ABSENT_NODE ? NO_LABELS : this.columns.labelSets.labels(labelSet);
  }

  hasLabel(node: NodeId, label: LabelId): boolean {
    const labelSet = this.labelSet(node);
    return labelSet !== ABSENT_NODE && this.columns.labelSets.has(labelSet, label);
  }

  typeOf(relationship: RelationshipId): TypeId {
    return this.columns.relationships.type(relationship);
  }
  sourceOf(relationship: RelationshipId): NodeId {
    return this.columns.relationships.source(relationship);
  }
  targetOf(relationship: RelationshipId): NodeId {
    return this.columns.relationships.target(relationship);
  }

  // ── Counts and scans ────────────────────────────────────────────────────────────────────────────

  countNodes(label?: LabelId): number {
    return label === undefined ? this.counts.nodes : this.counts.withLabel(label);
  }
  countRelationships(type?: TypeId): number {
    return type === undefined ? this.counts.relationships : this.counts.ofType(type);
  }

  nodesAfter(after: NodeId, into: Int32Array): number {
    let filled = 0;
    for (let node = after + 1; node < this.nodesEnd && filled < into.length; node++) {
      if (this.hasNode(node)) into[filled++] = node;
    }
    return filled;
  }

  relationshipsAfter(after: RelationshipId, into: Int32Array): number {
    let filled = 0;
    for (let id = after + 1; id < this.relationshipsEnd && filled < into.length; id++) {
      if (this.hasRelationship(id)) into[filled++] = id;
    }
    return filled;
  }

  nodesWithLabelAfter(label: LabelId, after: NodeId, into: Int32Array): number {
    if (label < 0 || label >= this.labels.size) return 0;
    const set = this.columns.labelled(label);
    for (let from = after; ;) {
      const found = set.fillAfter(from, into);
      if (found === 0) return 0;
      from = into[found - 1]!;
      let kept = 0;
      for (let i = 0; i < found; i++) if (this.hasLabel(into[i]!, label)) into[kept++] = into[i]!;
      if (kept > 0) return kept;
    }
  }

  relationshipsOfTypeAfter(type: TypeId, after: RelationshipId, into: Int32Array): number {
    if (type < 0 || type >= this.types.size) return 0;
    const set = this.columns.typed(type);
    for (let from = after; ;) {
      const found = set.fillAfter(from, into);
      if (found === 0) return 0;
      from = into[found - 1]!;
      let kept = 0;
      for (let i = 0; i < found; i++) if (this.hasRelationship(into[i]!)) into[kept++] = into[i]!;
      if (kept > 0) return kept;
    }
  }

  expansion(): Expansion {
    return new ChainExpansion(this, this.columns.relationships);
  }

  degree(node: NodeId, direction: Direction, types: readonly TypeId[] | null): number {
    const { relationships } = this.columns;
    // what is counted is what the writer sees, and everybody where nothing was changed since
    if (this.#live || (relationships.undo.size === 0 && relationships.end <= this.relationshipsEnd))
      return relationships.degree(node, direction, types);
    const expansion = this.expansion();
    expansion.start(node, direction, types);
    let degree = 0;
    while (expansion.next()) degree++;
    return degree;
  }

  // ── Properties ──────────────────────────────────────────────────────────────────────────────────

  nodeProperty(node: NodeId, key: KeyId): Value {
    const column = this.columns.nodeColumns[key];
    if (column === undefined) return null;
    return this.#live || column.undo.size === 0 ? column.get(node) : valueAt(column, node, this.version);
  }

  relationshipProperty(relationship: RelationshipId, key: KeyId): Value {
    const column = this.columns.relationshipColumns[key];
    if (column === undefined) return null;
    return this.#live || column.undo.size === 0
      ? column.get(relationship)
      : valueAt(column, relationship, this.version);
  }

  cells(entity: Entity, key: KeyId, ids: Int32Array, size: number, into: CellBatch): void {
    const column = this.columns.columnsOf(entity)[key];
    if (column === undefined) {
      into.begin(size);
      return;
    }
    column.cells(ids, size, into);
    if (this.#live || column.undo.size === 0) return;
    for (let i = 0; i < size; i += 1)
      if (column.undo.has(ids[i]!)) into.put(i, valueAt(column, ids[i]!, this.version));
  }

  nodeKeys(node: NodeId): readonly KeyId[] {
    const keys: KeyId[] = [];
    this.columns.nodeColumns.forEach((column, key) => {
      if (column === undefined) return;
      const present =
        this.#live || column.undo.size === 0 ? column.has(node) : this.nodeProperty(node, key) !== null;
      if (present) keys.push(key);
    });
    return keys;
  }

  relationshipKeys(relationship: RelationshipId): readonly KeyId[] {
    const keys: KeyId[] = [];
    this.columns.relationshipColumns.forEach((column, key) => {
      if (column === undefined) return;
      const present =
        this.#live || column.undo.size === 0
          ? column.has(relationship)
          : this.relationshipProperty(relationship, key) !== null;
      if (present) keys.push(key);
    });
    return keys;
  }

  // ── Element ids ─────────────────────────────────────────────────────────────────────────────────

  nodeElementId(node: NodeId): string {
    return this.columns.elementIds.ofNode(node);
  }
  relationshipElementId(relationship: RelationshipId): string {
    return this.columns.elementIds.ofRelationship(relationship);
  }

  findNode(elementId: string): NodeId {
    const node = this.columns.elementIds.node(elementId);
    return this.hasNode(node) ? node : -1;
  }
  findRelationship(elementId: string): RelationshipId {
    const relationship = this.columns.elementIds.relationship(elementId);
    return this.hasRelationship(relationship) ? relationship : -1;
  }

  // ── Indexes ─────────────────────────────────────────────────────────────────────────────────────

  indexes(): readonly IndexDefinition[] {
    return this.schema.indexDefinitions;
  }
  constraints(): readonly ConstraintDefinition[] {
    return this.schema.constraintDefinitions;
  }

  seek(index: IndexDefinition, values: readonly Value[]): readonly number[] {
    const state = this.#state(index);
    const key = compositeKeyOf(values);
    if (state.property === null || key === null || values.length !== state.keys.length) return [];
    return this.#verified(state, state.property.candidates(key), (id) =>
      state.keys.every((property, i) => equals(this.#property(state, id, property), values[i] ?? null)),
    );
  }

  seekRange(index: IndexDefinition, from: Bound | null, to: Bound | null): readonly number[] {
    const state = this.#state(index);
    const [property] = state.keys;
    if (state.property === null || property === undefined) return [];
    if (from === null && to === null) {
      return this.#verified(
        state,
        state.property.all(),
        (id) => this.#property(state, id, property) !== null,
      );
    }
    const group = groupOf((from ?? to)!.value);
    if (from !== null && to !== null && groupOf(to.value) !== group) return [];
    const candidates = state.property.candidatesBetween(from?.value ?? null, to?.value ?? null);
    return this.#verified(state, candidates, (id) => {
      const value = this.#property(state, id, property);
      if (value === null || groupOf(value) !== group) return false;
      if (from !== null) {
        const order = compare(value, from.value);
        if (!(order > 0 || (from.inclusive && order === 0))) return false;
      }
      if (to === null) return true;
      const order = compare(value, to.value);
      return order < 0 || (to.inclusive && order === 0);
    });
  }

  seekText(
    index: IndexDefinition,
    how: 'startsWith' | 'endsWith' | 'contains',
    text: string,
  ): readonly number[] {
    const state = this.#state(index);
    const [property] = state.keys;
    if (state.property === null || property === undefined) return [];
    const test = {
      startsWith: (value: string) => value.startsWith(text),
      endsWith: (value: string) => value.endsWith(text),
      contains: (value: string) => value.includes(text),
    }[how];
    const candidates =
      how === 'startsWith' ? state.property.candidatesWithPrefix(text) : state.property.candidatesWhere(test);
    return this.#verified(state, candidates, (id) => {
      const value = this.#property(state, id, property);
      return typeof value === 'string' && test(value);
    });
  }

  search(
    index: IndexDefinition,
    query: string,
    limit: number,
  ): readonly { readonly id: number; readonly score: number }[] {
    const state = this.#state(index);
    return state.fulltext?.search(query, limit, this.version, (id) => this.#isCovered(state, id)) ?? [];
  }

  #state(index: IndexDefinition): IndexState {
    const state = this.schema.index(index.name);
    if (state === undefined) throw new RangeError(`There is no index called \`${index.name}\`.`);
    return state;
  }

  #property(index: IndexState, id: number, key: KeyId): Value {
    return index.definition.entity === 'node'
      ? this.nodeProperty(id, key)
      : this.relationshipProperty(id, key);
  }

  /** The candidates that this view sees under the index's label or type, and that pass the test. */
  #verified(
    index: IndexState,
    candidates: readonly number[],
    test: (id: number) => boolean,
  ): readonly number[] {
    return candidates.filter((id) => this.#isCovered(index, id) && test(id));
  }

  /** Whether this view sees the id under one of the index's labels or types. */
  #isCovered(index: IndexState, id: number): boolean {
    if (index.definition.entity === 'node') return index.tokens.some((label) => this.hasLabel(id, label));
    return this.hasRelationship(id) && index.tokens.includes(this.typeOf(id));
  }
}
