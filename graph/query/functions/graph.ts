/** Functions over nodes, relationships, paths and what belongs to them. */
import { checkNode, checkRelationship, propertiesOf } from '../expressions/elements.ts';
import { NodeRef, PathRef, RelationshipRef } from '../runtime.ts';
import type { Context, RunValue } from '../runtime.ts';
import { isMap } from '../values/types.ts';
import { category, invalidInput } from './definition.ts';
import type { FunctionDefinition } from './definition.ts';

const scalar = category('Scalar');
const list = category('List');

function elementIdOf(context: Context, value: RunValue): string {
  if (value instanceof NodeRef) return context.tx.nodeElementId(value.id);
  if (value instanceof RelationshipRef) return context.tx.relationshipElementId(value.id);
  throw invalidInput('elementId', 'a Node or Relationship', value);
}

function idOf(value: RunValue): bigint {
  if (value instanceof NodeRef || value instanceof RelationshipRef) return BigInt(value.id);
  throw invalidInput('id', 'a Node or Relationship', value);
}

function relationship(name: string, value: RunValue, context: Context): RelationshipRef {
  if (!(value instanceof RelationshipRef)) throw invalidInput(name, 'a Relationship', value);
  checkRelationship(value, context);
  return value;
}

/** Nodes with the same labels share the list of them, and names are for ever. */
const labelNames = new WeakMap<readonly number[], readonly string[]>();

function labelsOf(context: Context, value: RunValue): RunValue {
  if (!(value instanceof NodeRef)) throw invalidInput('labels', 'a Node', value);
  checkNode(value, context);
  const { tx } = context;
  const labels = tx.nodeLabels(value.id);
  if (labels.length === 0) return [];
  let names = labelNames.get(labels);
  if (names === undefined) {
    names = labels.map((label) => tx.labels.name(label)).toSorted();
    labelNames.set(labels, names);
  }
  return names;
}

function keysOf(context: Context, value: RunValue): RunValue {
  if (!isMap(value) && !(value instanceof NodeRef) && !(value instanceof RelationshipRef)) {
    throw invalidInput('keys', 'a Node, Relationship or Map', value);
  }
  return [...propertiesOf(value, context).keys()];
}

function path(name: string, value: RunValue): PathRef {
  if (value instanceof PathRef) return value;
  throw invalidInput(name, 'a Path', value);
}

export const graphFunctions: readonly FunctionDefinition[] = [
  scalar.strict(
    'id(input :: NODE | RELATIONSHIP) :: INTEGER',
    'Returns the id of a NODE or RELATIONSHIP.',
    (_context, value = null) => idOf(value),
  ),
  scalar.strict(
    'elementId(input :: NODE | RELATIONSHIP) :: STRING',
    'Returns the element id of a NODE or RELATIONSHIP.',
    (context, value = null) => elementIdOf(context, value),
  ),
  scalar.strict(
    'type(input :: RELATIONSHIP) :: STRING',
    'Returns a STRING representation of the RELATIONSHIP type.',
    // A deleted relationship keeps its type, as openCypher has it.
    (context, value = null) => {
      if (!(value instanceof RelationshipRef)) throw invalidInput('type', 'a Relationship', value);
      return context.tx.types.name(context.tx.typeOf(value.id));
    },
  ),
  scalar.strict(
    'startNode(input :: RELATIONSHIP) :: NODE',
    'Returns the start NODE of a RELATIONSHIP.',
    (context, value = null) => new NodeRef(context.tx.sourceOf(relationship('startNode', value, context).id)),
  ),
  scalar.strict(
    'endNode(input :: RELATIONSHIP) :: NODE',
    'Returns the end NODE of a RELATIONSHIP.',
    (context, value = null) => new NodeRef(context.tx.targetOf(relationship('endNode', value, context).id)),
  ),
  scalar.strict(
    'properties(input :: MAP | NODE | RELATIONSHIP) :: MAP',
    'Returns a MAP containing all the properties of a NODE or RELATIONSHIP.',
    (context, value = null) => propertiesOf(value, context),
  ),
  list.strict(
    'labels(input :: NODE) :: LIST<STRING>',
    'Returns a LIST containing the STRING representations of all the labels of a NODE.',
    (context, value = null) => labelsOf(context, value),
  ),
  list.strict(
    'keys(input :: MAP | NODE | RELATIONSHIP) :: LIST<STRING>',
    'Returns a LIST containing the STRING representations of all the property names.',
    (context, value = null) => keysOf(context, value),
  ),
  list.strict(
    'nodes(input :: PATH) :: LIST<NODE>',
    'Returns a LIST containing all the NODE values in a PATH.',
    (_context, value = null) => path('nodes', value).nodes.map((id) => new NodeRef(id)),
  ),
  list.strict(
    'relationships(input :: PATH) :: LIST<RELATIONSHIP>',
    'Returns a LIST containing all the RELATIONSHIP values in a PATH.',
    (_context, value = null) =>
      path('relationships', value).relationships.map((id) => new RelationshipRef(id)),
  ),
];
