/** Writing properties and labels, with the counting that Neo4j does. */
import { CypherError } from '../../errors.ts';
import type { Value } from '../../model.ts';
import { NodeRef, PathRef, RelationshipRef, type Evaluate, type Row, type RunValue } from '../runtime.ts';
import type { RunContext } from './context.ts';

export type Element = NodeRef | RelationshipRef;

/** What a clause does to a row beside giving it on. */
export type Update = (row: Row, context: RunContext) => void;

/** @throws CypherError a graph element is no property value */
function asProperty(value: RunValue): Value {
  if (holdsElement(value)) {
    throw new CypherError(
      'Neo.ClientError.Statement.TypeError',
      'Property values can only be of primitive types or arrays thereof. Encountered a node, relationship or path.',
    );
  }
  return value as Value;
}

function holdsElement(value: RunValue): boolean {
  if (Array.isArray(value)) return (value as RunValue[]).some(holdsElement);
  return value instanceof NodeRef || value instanceof RelationshipRef || value instanceof PathRef;
}

function alive(context: RunContext, element: Element): void {
  const there =
    element instanceof NodeRef ? context.tx.hasNode(element.id) : context.tx.hasRelationship(element.id);
  if (there) return;
  const kind = element instanceof NodeRef ? 'Node' : 'Relationship';
  throw new CypherError(
    'Neo.ClientError.Statement.EntityNotFound',
    `${kind} with id ${element.id} has been deleted in this transaction`,
  );
}

function hasProperty({ tx }: RunContext, element: Element, name: string): boolean {
  const key = tx.keys.find(name);
  if (key < 0) return false;
  const value =
    element instanceof NodeRef ? tx.nodeProperty(element.id, key) : tx.relationshipProperty(element.id, key);
  return value !== null;
}

/** @returns whether it was counted: to remove what is not there is not */
export function setProperty(context: RunContext, element: Element, name: string, value: RunValue): boolean {
  alive(context, element);
  const writer = context.writing();
  const isNode = element instanceof NodeRef;
  if (value === null && !hasProperty(context, element, name)) return false;
  const property = asProperty(value);
  const key = writer.ensureKey(name);
  if (isNode) writer.setNodeProperty(element.id, key, property);
  else writer.setRelationshipProperty(element.id, key, property);
  context.counters.propertiesSet += 1;
  return true;
}

/** A map, or the properties of a node or relationship; null where the value is null. @throws CypherError it is neither */
export function propertiesOf(context: RunContext, value: RunValue): ReadonlyMap<string, RunValue> | null {
  if (value === null) return null;
  if (value instanceof Map) return value as ReadonlyMap<string, RunValue>;
  const { tx } = context;
  if (value instanceof NodeRef) {
    return new Map(
      tx.nodeKeys(value.id).map((key) => [tx.keys.name(key), tx.nodeProperty(value.id, key) as RunValue]),
    );
  }
  if (value instanceof RelationshipRef) {
    return new Map(
      tx
        .relationshipKeys(value.id)
        .map((key) => [tx.keys.name(key), tx.relationshipProperty(value.id, key) as RunValue]),
    );
  }
  throw new CypherError(
    'Neo.ClientError.Statement.TypeError',
    'Type mismatch: expected a map, a node or a relationship.',
  );
}

/** `SET x = map` (every other property goes) and `SET x += map` (a null in the map removes). */
export function setAll(context: RunContext, element: Element, value: RunValue, merge: boolean): void {
  const given = propertiesOf(context, value);
  if (given === null)
    throw new CypherError('Neo.ClientError.Statement.TypeError', 'Expected a map, but it was null');
  if (!merge) {
    for (const name of propertiesOf(context, element)?.keys() ?? []) {
      if (!given.has(name)) setProperty(context, element, name, null);
    }
  }
  for (const [name, property] of given) {
    // Neo4j counts each null of a map whose key some element had or has as set; `SET n.x = null` it does not
    const isCounted = setProperty(context, element, name, property) || context.tx.keys.find(name) < 0;
    if (!isCounted) context.counters.propertiesSet += 1;
  }
}

/** A label, type or key as written, or the expression that gives it (for labels, a list of them too). */
export type NameOf = string | Evaluate;

/** @throws CypherError the expression gives neither text nor a list of texts */
export function namesOf(name: NameOf, row: Row, context: RunContext): readonly string[] {
  if (typeof name === 'string') return [name];
  const value = name(row, context);
  const names: readonly RunValue[] = Array.isArray(value) ? (value as RunValue[]) : [value];
  return names.map((each) => {
    if (typeof each === 'string' && each !== '') return each;
    throw new CypherError(
      'Neo.ClientError.Statement.TypeError',
      'Expected a non-empty string, or a list of them, as the name of a label, type or property.',
    );
  });
}

export function addLabels(context: RunContext, node: NodeRef, labels: readonly string[]): void {
  alive(context, node);
  const writer = context.writing();
  for (const label of labels) {
    if (writer.addLabel(node.id, writer.ensureLabel(label))) context.counters.labelsAdded += 1;
  }
}

export function removeLabels(context: RunContext, node: NodeRef, labels: readonly string[]): void {
  alive(context, node);
  const writer = context.writing();
  for (const label of labels) {
    const id = writer.labels.find(label);
    if (id >= 0 && writer.removeLabel(node.id, id)) context.counters.labelsRemoved += 1;
  }
}
