/** What the data's schema looks like, read from the data: `db.schema.*`. */
import type { Reader } from '../../memory/graph.ts';
import { Node, Relationship, type Value } from '../../model.ts';
import type { RunContext } from '../run/context.ts';
import type { RunValue } from '../runtime.ts';
import { typeName } from '../values/types.ts';

interface Properties {
  count: number;
  readonly byName: Map<string, { count: number; readonly types: Set<string> }>;
}

const JAVA_NAMES: Readonly<Record<string, string>> = {
  STRING: 'String',
  BOOLEAN: 'Boolean',
  INTEGER: 'Long',
  FLOAT: 'Double',
  DATE: 'Date',
  'LOCAL TIME': 'LocalTime',
  'ZONED TIME': 'Time',
  'LOCAL DATETIME': 'LocalDateTime',
  'ZONED DATETIME': 'DateTime',
  DURATION: 'Duration',
  POINT: 'Point',
};

function typeOf(value: Value): string {
  if (Array.isArray(value)) {
    const [first = null] = value as readonly Value[];
    return first === null ? 'StringArray' : `${typeOf(first)}Array`;
  }
  const name = typeName(value as RunValue);
  return JAVA_NAMES[name] ?? name;
}

function add(properties: Properties, entries: Iterable<readonly [string, Value]>): void {
  properties.count += 1;
  for (const [name, value] of entries) {
    let property = properties.byName.get(name);
    if (property === undefined) {
      property = { count: 0, types: new Set() };
      properties.byName.set(name, property);
    }
    property.count += 1;
    property.types.add(typeOf(value));
  }
}

function* rows(properties: Properties, before: readonly RunValue[]): Generator<RunValue[]> {
  const none = properties.byName.size === 0;
  if (none) yield [...before, null, null, false];
  for (const [name, { count, types }] of [...properties.byName].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    yield [...before, name, [...types].toSorted(), count === properties.count];
  }
}

const newProperties = (): Properties => ({ count: 0, byName: new Map() });

function* ids(fill: (after: number, into: Int32Array) => number): Generator<number> {
  const chunk = new Int32Array(1024);
  for (let after = -1; ;) {
    const filled = fill(after, chunk);
    if (filled === 0) return;
    for (let i = 0; i < filled; i += 1) yield chunk[i]!;
    after = chunk[filled - 1]!;
  }
}

export function* nodeTypeProperties(context: RunContext): Generator<RunValue[]> {
  const { tx } = context;
  const byLabels = new Map<string, { readonly labels: string[]; readonly properties: Properties }>();
  for (const node of ids((after, into) => tx.nodesAfter(after, into))) {
    context.tick();
    const labels = tx
      .nodeLabels(node)
      .map((label) => tx.labels.name(label))
      .toSorted();
    const type = labels.map((label) => `:\`${label}\``).join('');
    let entry = byLabels.get(type);
    if (entry === undefined) byLabels.set(type, (entry = { labels, properties: newProperties() }));
    add(
      entry.properties,
      tx.nodeKeys(node).map((key) => [tx.keys.name(key), tx.nodeProperty(node, key)]),
    );
  }
  for (const [type, { labels, properties }] of [...byLabels].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    yield* rows(properties, [type, labels]);
  }
}

export function* relationshipTypeProperties(context: RunContext): Generator<RunValue[]> {
  const { tx } = context;
  const byType = new Map<string, Properties>();
  for (const relationship of ids((after, into) => tx.relationshipsAfter(after, into))) {
    context.tick();
    const type = `:\`${tx.types.name(tx.typeOf(relationship))}\``;
    let properties = byType.get(type);
    if (properties === undefined) byType.set(type, (properties = newProperties()));
    add(
      properties,
      tx
        .relationshipKeys(relationship)
        .map((key) => [tx.keys.name(key), tx.relationshipProperty(relationship, key)]),
    );
  }
  for (const [type, properties] of [...byType].toSorted(([a], [b]) => (a < b ? -1 : 1)))
    yield* rows(properties, [type]);
}

/**
 * One row: a node for each label and a relationship for each (label, type, label), as Neo4j makes them up: they are in no
 * graph, their element ids are negative, and nothing but giving them out can be done with them.
 */
export function* visualization(context: RunContext): Generator<RunValue[]> {
  const { tx } = context;
  const nodes = new Map<string, Node>();
  for (let id = 0; id < tx.labels.size; id += 1) {
    if (tx.countNodes(id) === 0) continue;
    const name = tx.labels.name(id);
    const properties = new Map<string, Value>([
      ['name', name],
      ['indexes', indexed(tx, name)],
      ['constraints', constrained(tx, name)],
    ]);
    nodes.set(name, new Node(String(-1 - nodes.size), [name], properties));
  }
  const relationships = new Map<string, Relationship>();
  for (const relationship of ids((after, into) => tx.relationshipsAfter(after, into))) {
    context.tick();
    const type = tx.types.name(tx.typeOf(relationship));
    for (const from of tx.nodeLabels(tx.sourceOf(relationship))) {
      for (const to of tx.nodeLabels(tx.targetOf(relationship))) {
        const [source, target] = [nodes.get(tx.labels.name(from)), nodes.get(tx.labels.name(to))];
        const key = `${from} ${type} ${to}`;
        if (source === undefined || target === undefined || relationships.has(key)) continue;
        const id = String(-1 - relationships.size);
        const properties = new Map<string, Value>([['name', type]]);
        relationships.set(key, new Relationship(id, source.elementId, target.elementId, type, properties));
      }
    }
  }
  // what is made up has no reference to be held by, and leaves the engine as it is
  yield [[...nodes.values()], [...relationships.values()]] as unknown as RunValue[];
}

/** The properties of each index on a label, but for those that belong to constraints. */
const indexed = (tx: Reader, label: string): string[] =>
  tx
    .indexes()
    .filter(({ entity, constraint }) => entity === 'node' && constraint === null)
    .filter(({ labelsOrTypes }) => labelsOrTypes.includes(label))
    .map(({ properties }) => properties.join(','));

const constrained = (tx: Reader, label: string): string[] =>
  tx
    .constraints()
    .filter(({ entity, labelOrType }) => entity === 'node' && labelOrType === label)
    .map(({ name }) => name);
