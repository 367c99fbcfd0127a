import type { Columns } from './columns.ts';
import type { ChangeSet, NodeId, NodeRecord, Reader, RelationshipId, RelationshipRecord } from './graph.ts';
import type { Schema } from './schema.ts';
import type { AnyUndo } from './versions.ts';

/** What the transaction that sees `reader` changed since the committed state. */
export interface Changes extends ChangeSet {
  /** Created or changed, and there; ascending. */
  readonly changedNodes: readonly NodeId[];
  readonly changedRelationships: readonly RelationshipId[];
}

export function changeSetOf(
  reader: Reader,
  columns: Columns,
  undo: readonly AnyUndo[],
  end: { readonly nodesEnd: number; readonly relationshipsEnd: number; readonly schema: Schema },
): Changes {
  const touched = { node: new Set<number>(), relationship: new Set<number>() };
  for (const { cells, id } of undo) {
    const committed = cells.entity === 'node' ? columns.nodesEnd : columns.relationshipsEnd;
    if (id < committed) touched[cells.entity].add(id);
  }
  const deletedNodes: NodeId[] = [];
  const changedNodes: NodeId[] = [];
  for (const id of [...touched.node].toSorted((a, b) => a - b)) {
    (reader.hasNode(id) ? changedNodes : deletedNodes).push(id);
  }
  for (let id = columns.nodesEnd; id < end.nodesEnd; id++) if (reader.hasNode(id)) changedNodes.push(id);
  const deletedRelationships: RelationshipId[] = [];
  const changedRelationships: RelationshipId[] = [];
  for (const id of [...touched.relationship].toSorted((a, b) => a - b)) {
    (reader.hasRelationship(id) ? changedRelationships : deletedRelationships).push(id);
  }
  for (let id = columns.relationshipsEnd; id < end.relationshipsEnd; id++) {
    if (reader.hasRelationship(id)) changedRelationships.push(id);
  }
  const { namesCommitted } = columns;
  const newLabels = namesFrom(reader.labels, namesCommitted.labels);
  const newTypes = namesFrom(reader.types, namesCommitted.types);
  const newKeys = namesFrom(reader.keys, namesCommitted.keys);
  const schema =
    end.schema === columns.schema
      ? null
      : { indexes: end.schema.indexDefinitions, constraints: end.schema.constraintDefinitions };
  const counts = [
    changedNodes,
    changedRelationships,
    deletedNodes,
    deletedRelationships,
    newLabels,
    newTypes,
    newKeys,
  ];
  return {
    empty: schema === null && counts.every((list) => list.length === 0),
    newLabels,
    newTypes,
    newKeys,
    nodes: { [Symbol.iterator]: () => nodeRecords(reader, changedNodes) },
    relationships: { [Symbol.iterator]: () => relationshipRecords(reader, changedRelationships) },
    deletedNodes,
    deletedRelationships,
    schema,
    changedNodes,
    changedRelationships,
  };
}

function namesFrom(names: Reader['labels'], from: number): { id: number; name: string }[] {
  return Array.from({ length: names.size - from }, (_, i) => ({ id: from + i, name: names.name(from + i) }));
}

function* nodeRecords(reader: Reader, ids: readonly NodeId[]): Generator<NodeRecord> {
  for (const id of ids) {
    const properties = reader.nodeKeys(id).map((key) => [key, reader.nodeProperty(id, key)] as const);
    yield { id, labels: reader.nodeLabels(id), properties };
  }
}

function* relationshipRecords(reader: Reader, ids: readonly RelationshipId[]): Generator<RelationshipRecord> {
  for (const id of ids) {
    const properties = reader
      .relationshipKeys(id)
      .map((key) => [key, reader.relationshipProperty(id, key)] as const);
    yield {
      id,
      type: reader.typeOf(id),
      source: reader.sourceOf(id),
      target: reader.targetOf(id),
      properties,
    };
  }
}
