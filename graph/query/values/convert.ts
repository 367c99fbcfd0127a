/** Between what leaves or enters a statement (`Value`) and what runs inside it (`RunValue`). */
import { CypherError } from '../../errors.ts';
import { Node, Path, Relationship } from '../../model.ts';
import type { Value } from '../../model.ts';
import type { NodeId, Reader, RelationshipId } from '../../memory/graph.ts';
import { NodeRef, PathRef, RelationshipRef } from '../runtime.ts';
import type { RunValue } from '../runtime.ts';
import { bulkWork, work } from '../../work.ts';
import { isList, isMap } from './types.ts';

/** Asks for the memory of what is made. */
export type Charge = (bytes: number) => void;

/**
 * A snapshot of a value as it leaves the statement: references become nodes, relationships and paths with their labels
 * and properties of this moment. What was deleted in this transaction becomes a shell without them, as in Neo4j.
 *
 * @param charge asked before anything is made; what a value holds twice is made twice
 */
export function materialise(value: RunValue, reader: Reader, charge: Charge = () => {}): Value {
  if (value === null || typeof value !== 'object') return value;
  if (value instanceof NodeRef) return nodeSnapshot(value.id, reader, charge);
  if (value instanceof RelationshipRef) return relationshipSnapshot(value.id, reader, charge);
  if (value instanceof PathRef) {
    return new Path(
      value.nodes.map((id) => nodeSnapshot(id, reader, charge)),
      value.relationships.map((id) => relationshipSnapshot(id, reader, charge)),
    );
  }
  if (isList(value)) {
    charge(32 + value.length * 8);
    return value.map((item) => {
      work();
      return materialise(item, reader, charge);
    });
  }
  if (isMap(value)) {
    charge(64 + value.size * 48);
    const map = new Map<string, Value>();
    for (const [key, item] of value) {
      work();
      map.set(key, materialise(item, reader, charge));
    }
    return map;
  }
  return value;
}

/** About what an element takes, without its texts, which it shares with the store. */
const ELEMENT = 200;
const PROPERTY = 64;

function nodeSnapshot(id: NodeId, reader: Reader, charge: Charge): Node {
  work(4);
  if (!reader.hasNode(id)) return new Node(reader.nodeElementId(id), [], new Map());
  const labels = reader.nodeLabels(id).map((label) => reader.labels.name(label));
  const properties = new Map<string, Value>();
  const keys = reader.nodeKeys(id);
  charge(ELEMENT + keys.length * PROPERTY);
  for (const key of keys) properties.set(reader.keys.name(key), reader.nodeProperty(id, key));
  return new Node(reader.nodeElementId(id), labels.toSorted(), properties);
}

function relationshipSnapshot(id: RelationshipId, reader: Reader, charge: Charge): Relationship {
  work(4);
  const properties = new Map<string, Value>();
  if (reader.hasRelationship(id)) {
    const keys = reader.relationshipKeys(id);
    charge(ELEMENT + keys.length * PROPERTY);
    for (const key of keys) {
      properties.set(reader.keys.name(key), reader.relationshipProperty(id, key));
    }
  }
  return new Relationship(
    reader.relationshipElementId(id),
    reader.nodeElementId(reader.sourceOf(id)),
    reader.nodeElementId(reader.targetOf(id)),
    reader.types.name(reader.typeOf(id)),
    properties,
  );
}

/**
 * A parameter as the statement sees it: itself, since nobody changes a list or a map.
 * @throws CypherError it holds a node, relationship or path, which Neo4j does not take as parameters either
 */
export function fromParameter(value: Value): RunValue {
  refuseElements(value);
  return value as RunValue;
}

function refuseElements(value: Value): void {
  if (value === null || typeof value !== 'object') return;
  if (Array.isArray(value)) {
    bulkWork(value.length);
    for (const item of value as readonly Value[])
      if (typeof item === 'object' && item !== null) refuseElements(item);
  } else if (value instanceof Map) {
    for (const item of (value as ReadonlyMap<string, Value>).values())
      if (typeof item === 'object' && item !== null) refuseElements(item);
  } else if (value instanceof Node || value instanceof Relationship || value instanceof Path) {
    throw new CypherError(
      'Neo.ClientError.Statement.TypeError',
      'Nodes, relationships and paths cannot be parameters; pass an element id instead',
    );
  }
}

/** A stored property as the statement sees it: storable types hold no graph elements, so it already is one. */
export const fromProperty = (value: Value): RunValue => value as RunValue;
