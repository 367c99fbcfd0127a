import { CypherError } from '../../errors.ts';
import type { Writer } from '../../memory/graph.ts';
import { NodeRef, RelationshipRef, type Evaluate, type Row, type RunValue } from '../runtime.ts';
import type { RunContext } from './context.ts';
import { at, eachRow, type About, type Operator } from './operator.ts';
import { addLabels, namesOf, propertiesOf, setProperty, type Element, type NameOf } from './properties.ts';

export interface NewNode {
  readonly kind: 'node';
  readonly slot: number;
  readonly name: string;
  readonly labels: readonly NameOf[];
  readonly properties: Evaluate | null;
}
export interface NewRelationship {
  readonly kind: 'relationship';
  readonly slot: number;
  readonly name: string;
  readonly from: { readonly slot: number; readonly name: string };
  readonly to: { readonly slot: number; readonly name: string };
  readonly type: NameOf;
  readonly properties: Evaluate | null;
}
export interface NewPath {
  readonly kind: 'path';
  readonly slot: number;
  readonly build: (row: Row, context: RunContext) => RunValue;
}
export type NewElement = NewNode | NewRelationship | NewPath;

/** Looks at what an element is to be given, before it exists. */
export type Inspect = (
  element: NewNode | NewRelationship,
  properties: ReadonlyMap<string, RunValue>,
  row: Row,
  context: RunContext,
) => void;

/** Creates the elements in order, writing them into the row. */
export function createElements(
  row: Row,
  context: RunContext,
  elements: readonly NewElement[],
  inspect: Inspect | null = null,
): void {
  for (const element of elements) {
    if (element.kind === 'path') {
      row[element.slot] = element.build(row, context);
      continue;
    }
    // before the element exists: its own properties cannot speak of it
    const properties = element.properties === null ? null : given(row, context, element);
    if (properties !== null) inspect?.(element, properties, row, context);
    const made =
      element.kind === 'node' ? createNode(row, context, element) : createRelationship(row, context, element);
    row[element.slot] = made;
    for (const [name, value] of properties ?? []) setProperty(context, made, name, value);
  }
}

/** A map as written is one; a parameter may be null. */
function given(
  row: Row,
  context: RunContext,
  element: NewNode | NewRelationship,
): ReadonlyMap<string, RunValue> {
  const map = propertiesOf(context, element.properties?.(row, context) ?? null);
  if (map !== null) return map;
  throw new CypherError(
    'Neo.ClientError.Statement.TypeError',
    `Parameter provided for ${element.kind} creation is not a Map, instead got NO_VALUE`,
  );
}

function createNode(row: Row, context: RunContext, node: NewNode): Element {
  const made = new NodeRef(context.writing().createNode());
  context.counters.nodesCreated += 1;
  for (const label of node.labels) addLabels(context, made, namesOf(label, row, context));
  return made;
}

function createRelationship(row: Row, context: RunContext, relationship: NewRelationship): Element {
  const writer = context.writing();
  const from = endOf(row, writer, relationship, relationship.from);
  const to = endOf(row, writer, relationship, relationship.to);
  const [type, ...more] = namesOf(relationship.type, row, context);
  if (type === undefined || more.length > 0) {
    throw new CypherError('Neo.ClientError.Statement.TypeError', 'A relationship has exactly one type.');
  }
  context.counters.relationshipsCreated += 1;
  return new RelationshipRef(writer.createRelationship(writer.ensureType(type), from.id, to.id));
}

function endOf(row: Row, writer: Writer, { name }: NewRelationship, end: NewRelationship['from']): NodeRef {
  const node = at(row, end.slot);
  if (node instanceof NodeRef && writer.hasNode(node.id)) return node;
  throw missingEnd(name, end.name, node);
}

function missingEnd(relationship: string, node: string, found: RunValue): CypherError {
  if (found instanceof NodeRef) {
    return new CypherError(
      'Neo.ClientError.Statement.EntityNotFound',
      `Node with id ${found.id} has been deleted in this transaction`,
    );
  }
  return new CypherError(
    'Neo.ClientError.Statement.ArgumentError',
    `Failed to create relationship \`${relationship}\`, node \`${node}\` is missing.`,
  );
}

export function create(about: About, source: Operator, elements: readonly NewElement[]): Operator {
  return {
    about,
    children: [source],
    open: (context, input) =>
      eachRow(context, source, input, (row, out) => {
        const next = row.slice();
        createElements(next, context, elements);
        out.push(next);
      }),
  };
}
