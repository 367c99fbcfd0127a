/** Reading the properties of nodes, relationships, maps, temporal values and points. */
import { CypherError } from '../../errors.ts';
import type { NameTable } from '../../memory/graph.ts';
import { Point, SRID } from '../../model.ts';
import { Duration } from '../../temporal.ts';
import { NodeRef, RelationshipRef } from '../runtime.ts';
import type { Context, RunValue } from '../runtime.ts';
import { isTemporal } from '../temporal/arithmetic.ts';
import { component } from '../temporal/components.ts';
import { argumentError } from '../temporal/errors.ts';
import { fromProperty } from '../values/convert.ts';
import { mismatch } from '../values/errors.ts';
import { crsName, printPoint } from '../values/print.ts';
import { isMap } from '../values/types.ts';

type Read = (subject: RunValue, context: Context) => RunValue;

/** Reads one property of whatever has properties; the key's id is looked up once a store, not once a row. */
export function propertyReader(key: string): Read {
  let table: NameTable | null = null;
  let id = -1;
  const keyId = (context: Context): number => {
    if (table !== context.tx.keys || id < 0) {
      table = context.tx.keys;
      id = table.find(key);
    }
    return id;
  };
  return (subject, context) => {
    if (subject instanceof NodeRef) {
      checkNode(subject, context);
      const found = keyId(context);
      return found < 0 ? null : fromProperty(context.tx.nodeProperty(subject.id, found));
    }
    if (subject instanceof RelationshipRef) {
      checkRelationship(subject, context);
      const found = keyId(context);
      return found < 0 ? null : fromProperty(context.tx.relationshipProperty(subject.id, found));
    }
    return readPlain(subject, key);
  };
}

function readPlain(subject: RunValue, key: string): RunValue {
  if (subject === null) return null;
  if (isMap(subject)) return subject.get(key) ?? null;
  if (isTemporal(subject) || subject instanceof Duration) return component(subject, key);
  if (subject instanceof Point) return pointPart(subject, key);
  throw mismatch('a map', subject);
}

/** All the properties of a node, relationship or map; a deleted element has none. @throws CypherError the value has none */
export function propertiesOf(subject: RunValue, context: Context): ReadonlyMap<string, RunValue> {
  const { tx } = context;
  if (isMap(subject)) return subject;
  const map = new Map<string, RunValue>();
  if (subject instanceof NodeRef) {
    if (context.writer !== null && !tx.hasNode(subject.id)) return map;
    for (const key of tx.nodeKeys(subject.id)) {
      map.set(tx.keys.name(key), fromProperty(tx.nodeProperty(subject.id, key)));
    }
  } else if (subject instanceof RelationshipRef) {
    if (context.writer !== null && !tx.hasRelationship(subject.id)) return map;
    for (const key of tx.relationshipKeys(subject.id)) {
      map.set(tx.keys.name(key), fromProperty(tx.relationshipProperty(subject.id, key)));
    }
  } else {
    throw mismatch('a map, node or relationship', subject);
  }
  return map;
}

/** @throws CypherError it was deleted in this transaction; one that only reads cannot have deleted anything */
export function checkNode(node: NodeRef, context: Context): void {
  if (context.writer === null || context.tx.hasNode(node.id)) return;
  throw deleted(`Node with id ${node.id} has been deleted in this transaction`);
}

export function checkRelationship(relationship: RelationshipRef, context: Context): void {
  if (context.writer === null || context.tx.hasRelationship(relationship.id)) return;
  throw deleted(`Relationship with id ${relationship.id} has been deleted in this transaction`);
}

const deleted = (message: string): CypherError =>
  new CypherError('Neo.ClientError.Statement.EntityNotFound', message);

function pointPart(point: Point, key: string): RunValue {
  const geographic = point.srid === SRID.wgs84 || point.srid === SRID.wgs84_3d;
  switch (key) {
    case 'x':
      return point.x;
    case 'y':
      return point.y;
    case 'z':
      if (point.z !== null) return point.z;
      throw argumentError(`Field: z is not available on point: ${printPoint(point)}`);
    case 'srid':
      return BigInt(point.srid);
    case 'crs':
      return crsName(point.srid);
    case 'longitude':
    case 'latitude':
    case 'height':
      if (!geographic) {
        throw argumentError(`Field: ${key} is not available on cartesian point: ${printPoint(point)}`);
      }
      if (key !== 'height') return key === 'longitude' ? point.x : point.y;
      if (point.z !== null) return point.z;
      throw argumentError(`Field: height is not available on point: ${printPoint(point)}`);
    default:
      throw argumentError(`No such field: ${key}`, ['22N11', '22N04']);
  }
}
