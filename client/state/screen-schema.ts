/** Labels, types and keys of what is on the screen, counted, in the shape of the server's answer about the whole graph. */
import type { NodeJson, SchemaReply } from '../../server/contract/api.ts';
import type { ScreenGraph } from './graph.ts';

type Property = SchemaReply['properties'][number];

/** Most frequent first; linear in the graph. */
export function screenSchema(graph: ScreenGraph): SchemaReply {
  const labels = new Map<string, number>();
  const types = new Map<string, { count: number; triples: Map<string, number> }>();
  const keys = new Map<string, { types: Set<string>; on: Set<string> }>();
  const seeProperties = (
    entity: Property['entity'],
    { properties, typed }: Pick<NodeJson, 'properties' | 'typed'>,
    on: readonly string[],
  ): void => {
    for (const [key, value] of Object.entries(properties)) {
      const name = `${entity} ${key}`;
      let seen = keys.get(name);
      if (seen === undefined) keys.set(name, (seen = { types: new Set(), on: new Set() }));
      seen.types.add(typeName(typed?.[key] ?? value));
      for (const each of on) seen.on.add(each);
    }
  };
  graph.forEachNode((_id, node) => {
    for (const label of node.labels) labels.set(label, (labels.get(label) ?? 0) + 1);
    seeProperties('node', node, node.labels);
  });
  graph.forEachEdge((_id, relationship, _source, _target, from, to) => {
    let seen = types.get(relationship.type);
    if (seen === undefined) types.set(relationship.type, (seen = { count: 0, triples: new Map() }));
    seen.count += 1;
    const triple = JSON.stringify([from.labels.at(-1) ?? '', to.labels.at(-1) ?? '']);
    seen.triples.set(triple, (seen.triples.get(triple) ?? 0) + 1);
    seeProperties('relationship', relationship, [relationship.type]);
  });
  return {
    labels: mostFirst([...labels].map(([label, count]) => ({ label, count }))),
    relationshipTypes: mostFirst(
      [...types].map(([type, { count, triples }]) => ({
        type,
        count,
        triples: mostFirst(
          [...triples].map(([ends, often]) => {
            const [from = '', to = ''] = JSON.parse(ends) as string[];
            return { from, to, count: often };
          }),
        ),
      })),
    ),
    properties: [...keys].map(([name, { types: all, on }]) => ({
      entity: name.startsWith('node ') ? 'node' : 'relationship',
      key: name.slice(name.indexOf(' ') + 1),
      types: [...all],
      on: [...on],
    })),
  };
}

const mostFirst = <T extends { readonly count: number }>(items: T[]): T[] =>
  items.toSorted((a, b) => b.count - a.count);

/** Cypher's name of a type, of a value in plain or typed JSON. */
function typeName(json: unknown): string {
  if (typeof json === 'string') return 'STRING';
  if (typeof json === 'boolean') return 'BOOLEAN';
  if (typeof json === 'number') return Number.isInteger(json) ? 'INTEGER' : 'FLOAT';
  if (Array.isArray(json)) return json.length === 0 ? 'LIST' : `LIST<${typeName(json[0])}>`;
  const { $type, _value } = json as { $type?: string; _value?: unknown };
  if ($type === 'List' && Array.isArray(_value)) return `LIST<${typeName(_value[0])}>`;
  return TYPES[$type ?? ''] ?? 'ANY';
}

const TYPES: Readonly<Record<string, string>> = {
  String: 'STRING',
  Boolean: 'BOOLEAN',
  Integer: 'INTEGER',
  Float: 'FLOAT',
  Date: 'DATE',
  Time: 'ZONED TIME',
  LocalTime: 'LOCAL TIME',
  OffsetDateTime: 'ZONED DATETIME',
  ZonedDateTime: 'ZONED DATETIME',
  LocalDateTime: 'LOCAL DATETIME',
  Duration: 'DURATION',
  Point: 'POINT',
  Base64: 'BYTES',
};
