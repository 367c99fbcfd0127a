/**
 * The contract of the in-memory graph: dense integer ids, interned names, one writer and any number of
 * snapshot readers. `MemoryGraph` (memory-graph.ts) keeps it in columns; the engine in `query/` sees only this.
 *
 * Scans *fill* a caller's array instead of returning iterators, so that a caller can stop after any chunk.
 */
import type { Value } from '../model.ts';
import type { CellBatch } from './cell-batch.ts';

export type NodeId = number;
export type RelationshipId = number;
/** Interned names; each kind has its own numbering from 0. */
export type LabelId = number;
export type TypeId = number;
export type KeyId = number;

export type Direction = 'out' | 'in' | 'both';
export type Entity = 'node' | 'relationship';

/** Names ↔ small integers. Names are never forgotten; a name may be in use by nothing. */
export interface NameTable {
  readonly size: number;
  /** By their ids; always the same list, which only grows. */
  readonly names: readonly string[];
  /** The id of a name, or -1 where it has never been used. */
  find(name: string): number;
  name(id: number): string;
}

/** Walks the relationships of a node, in no promised order; reusable, so that expanding allocates nothing. */
export interface Expansion {
  /** Starts at a node; `types` null means every type. A self-loop is given once, also for `both`. */
  start(node: NodeId, direction: Direction, types: readonly TypeId[] | null): void;
  /** Moves on; false when there is no more. */
  next(): boolean;
  /**
   * Moves on through as many as there is room for, and writes them down: each relationship and the node at its other end, from the
   * place `from` on. Gives the place after the last; there may be more where that is the arrays' length.
   */
  fill(relationships: Int32Array, others: Int32Array, from: number): number;
  readonly relationship: RelationshipId;
  /** The node at the other end. */
  readonly other: NodeId;
}

export interface Reader {
  readonly labels: NameTable;
  readonly types: NameTable;
  readonly keys: NameTable;

  hasNode(node: NodeId): boolean;
  hasRelationship(relationship: RelationshipId): boolean;

  /** Number of nodes (with a label), of relationships (of a type), as this transaction sees them. O(1). */
  countNodes(label?: LabelId): number;
  countRelationships(type?: TypeId): number;

  /** Fill `into` with ids greater than `after` (start with -1), ascending; the number filled, 0 at the end. */
  nodesAfter(after: NodeId, into: Int32Array): number;
  nodesWithLabelAfter(label: LabelId, after: NodeId, into: Int32Array): number;
  relationshipsAfter(after: RelationshipId, into: Int32Array): number;
  relationshipsOfTypeAfter(type: TypeId, after: RelationshipId, into: Int32Array): number;

  expansion(): Expansion;
  degree(node: NodeId, direction: Direction, types: readonly TypeId[] | null): number;

  nodeLabels(node: NodeId): readonly LabelId[];
  hasLabel(node: NodeId, label: LabelId): boolean;
  typeOf(relationship: RelationshipId): TypeId;
  sourceOf(relationship: RelationshipId): NodeId;
  targetOf(relationship: RelationshipId): NodeId;

  /** Null where the property is not set. */
  nodeProperty(node: NodeId, key: KeyId): Value;
  relationshipProperty(relationship: RelationshipId, key: KeyId): Value;
  /** The same for the first `size` of many elements at once. */
  cells(entity: Entity, key: KeyId, ids: Int32Array, size: number, into: CellBatch): void;
  /** The keys that are set, in no promised order. */
  nodeKeys(node: NodeId): readonly KeyId[];
  relationshipKeys(relationship: RelationshipId): readonly KeyId[];

  /** What an element is known by outside the graph (see element-ids.ts). */
  nodeElementId(node: NodeId): string;
  relationshipElementId(relationship: RelationshipId): string;
  /** -1 where the text is no element id of this graph, or nothing visible has it. */
  findNode(elementId: string): NodeId;
  findRelationship(elementId: string): RelationshipId;

  /** Indexes that are usable (those behind constraints too). */
  indexes(): readonly IndexDefinition[];
  constraints(): readonly ConstraintDefinition[];
  /** Ids whose indexed properties equal `values` (Cypher equality: 1 = 1.0), ascending. */
  seek(index: IndexDefinition, values: readonly Value[]): readonly number[];
  /** Ids whose (single) indexed property lies in the range, ascending by id; either bound may be absent. Only values of the bounds' own type group match. */
  seekRange(index: IndexDefinition, from: Bound | null, to: Bound | null): readonly number[];
  /** Ids whose (single) indexed string starts with, ends with or contains the text, ascending. */
  seekText(
    index: IndexDefinition,
    how: 'startsWith' | 'endsWith' | 'contains',
    text: string,
  ): readonly number[];
  /** Full-text hits, best first. Query syntax: Lucene's (terms, "phrases", prefix*, fuzzy~, AND OR NOT, field:). */
  search(
    index: IndexDefinition,
    query: string,
    limit: number,
  ): readonly { readonly id: number; readonly score: number }[];
}

export interface Bound {
  readonly value: Value;
  readonly inclusive: boolean;
}

/** The one write transaction: sees its own changes; nobody else does before `commit`. */
export interface Writer extends Reader {
  ensureLabel(name: string): LabelId;
  ensureType(name: string): TypeId;
  ensureKey(name: string): KeyId;

  createNode(): NodeId;
  createRelationship(type: TypeId, source: NodeId, target: NodeId): RelationshipId;
  /** The node may still have relationships: that is checked by `prepare`, as Neo4j checks it at commit. */
  deleteNode(node: NodeId): void;
  deleteRelationship(relationship: RelationshipId): void;
  /** False where nothing changed. */
  addLabel(node: NodeId, label: LabelId): boolean;
  removeLabel(node: NodeId, label: LabelId): boolean;
  /** Null removes. Lists are of one storable type. @throws CypherError a uniqueness constraint is broken; a type cannot be stored */
  setNodeProperty(node: NodeId, key: KeyId, value: Value): void;
  setRelationshipProperty(relationship: RelationshipId, key: KeyId, value: Value): void;

  /** @throws CypherError an equal or equally named one exists; existing data breaks the constraint */
  createIndex(definition: IndexDefinition): void;
  createConstraint(definition: ConstraintDefinition): void;
  dropIndex(name: string): void;
  dropConstraint(name: string): void;

  /** A mark to which `rollbackTo` can return: what a failed statement in an explicit transaction needs. */
  savepoint(): number;
  rollbackTo(savepoint: number): void;

  /** Checks what can only be checked at the end and gives what must be on disk before `commit`. @throws CypherError */
  prepare(): ChangeSet;
  /** Makes it visible to transactions that begin from now on. */
  commit(): void;
  rollback(): void;
  /**
   * As `rollback`, a little in each step, since there may be millions of changes to take back. Snapshots can be read
   * between the steps; the next writer waits until all are done.
   */
  rollbackSteps(): Generator<null, void, void>;
}

export interface IndexDefinition {
  readonly name: string;
  readonly kind: 'range' | 'text' | 'point' | 'fulltext' | 'lookup';
  readonly entity: Entity;
  readonly labelsOrTypes: readonly string[];
  readonly properties: readonly string[];
  /** The constraint that owns it. */
  readonly constraint: string | null;
}

export interface ConstraintDefinition {
  readonly name: string;
  readonly kind: 'unique' | 'key' | 'exists' | 'typed';
  readonly entity: Entity;
  readonly labelOrType: string;
  readonly properties: readonly string[];
  /** The type text of a `typed` constraint. */
  readonly type: string | null;
}

/** What a transaction changed, as whole records: enough for a log or a key-value store to make it durable. */
export interface ChangeSet {
  readonly empty: boolean;
  readonly newLabels: readonly { readonly id: LabelId; readonly name: string }[];
  readonly newTypes: readonly { readonly id: TypeId; readonly name: string }[];
  readonly newKeys: readonly { readonly id: KeyId; readonly name: string }[];
  /** Created or changed, with their whole new state. */
  readonly nodes: Iterable<NodeRecord>;
  readonly relationships: Iterable<RelationshipRecord>;
  readonly deletedNodes: readonly NodeId[];
  readonly deletedRelationships: readonly RelationshipId[];
  /** The whole schema where it changed, else null. */
  readonly schema: {
    readonly indexes: readonly IndexDefinition[];
    readonly constraints: readonly ConstraintDefinition[];
  } | null;
}

export interface NodeRecord {
  readonly id: NodeId;
  readonly labels: readonly LabelId[];
  readonly properties: readonly (readonly [KeyId, Value])[];
}
export interface RelationshipRecord {
  readonly id: RelationshipId;
  readonly type: TypeId;
  readonly source: NodeId;
  readonly target: NodeId;
  readonly properties: readonly (readonly [KeyId, Value])[];
}

/** A graph that transactions are begun on. */
export interface Graph {
  /** A snapshot that later commits do not change; `release` lets go of what it holds on to. */
  read(): Reader & { release(): void };
  /** Waits for the writer before it. Aborting the signal gives the place up. */
  write(signal?: AbortSignal): Promise<Writer>;
}
