/** The graph elements of a result, as the picture takes them. */
import { elementsIn, idOf } from '../../../graph/elements.ts';
import { typedBeside } from '../../../graph/formats/typed-json.ts';
import type { Node, Relationship, Value } from '../../../graph/model.ts';
import type { NodeJson, RelationshipJson } from '../../../server/contract/api.ts';
import { nodeOf } from '../../state/graph.ts';
import { graph } from '../../state/screen.ts';
import { plainOf } from './plain.ts';
import { runStatement } from './run-statement.ts';

export interface ResultElements {
  /** By element id. */
  readonly nodes: ReadonlyMap<string, Node>;
  readonly relationships: ReadonlyMap<string, Relationship>;
}

export function elementsOf(rows: readonly (readonly Value[])[]): ResultElements {
  const { nodes, relationships } = elementsIn(rows);
  const byId = <T extends { readonly elementId: string }>(elements: readonly T[]) =>
    new Map(elements.map((element) => [element.elementId, element]));
  return { nodes: byId(nodes), relationships: byId(relationships) };
}

/**
 * The elements in the contract's form. Ends of relationships that are neither in the result nor on the screen are asked for.
 *
 * @throws StatementError, ApiError
 */
export async function forPicture(
  { nodes, relationships }: ResultElements,
  database: string,
  signal: AbortSignal,
): Promise<{ nodes: NodeJson[]; relationships: RelationshipJson[] }> {
  const ids = new Map<string, string>();
  graph.forEachNode((id, { elementId }) => ids.set(elementId, id));
  const all = new Map(nodes);
  const onScreen = new Set<string>();
  const missing = new Set<string>();
  for (const { startNodeElementId, endNodeElementId } of relationships.values())
    for (const elementId of [startNodeElementId, endNodeElementId]) {
      if (all.has(elementId)) continue;
      const id = ids.get(elementId);
      if (id === undefined) missing.add(elementId);
      else onScreen.add(id);
    }
  if (missing.size > 0)
    for (const node of await fetchNodes([...missing], database, signal)) all.set(node.elementId, node);
  for (const node of all.values()) ids.set(node.elementId, idOf(node));
  return {
    nodes: [...Array.from(onScreen, (id) => nodeOf(graph, id)), ...[...all.values()].map(nodeJson)],
    relationships: [...relationships.values()].map((relationship) => ({
      id: idOf(relationship),
      elementId: relationship.elementId,
      type: relationship.type,
      source: ids.get(relationship.startNodeElementId) ?? relationship.startNodeElementId,
      target: ids.get(relationship.endNodeElementId) ?? relationship.endNodeElementId,
      ...propertiesOf(relationship),
    })),
  };
}

async function fetchNodes(
  elementIds: readonly string[],
  database: string,
  signal: AbortSignal,
): Promise<Node[]> {
  // element ids hold no quotes or backslashes, but a graph that is not ours may: JSON's text is Cypher's too
  const statement = `MATCH (n) WHERE elementId(n) IN ${JSON.stringify(elementIds)} RETURN n`;
  const found: Node[] = [];
  for await (const event of runStatement(database, statement, 'Read', signal))
    if (event.event === 'rows') found.push(...elementsOf(event.rows).nodes.values());
  return found;
}

const nodeJson = (node: Node): NodeJson => ({
  id: idOf(node),
  elementId: node.elementId,
  labels: [...node.labels],
  ...propertiesOf(node),
});

function propertiesOf({ properties }: Node | Relationship): Pick<NodeJson, 'properties' | 'typed'> {
  const plain = Object.fromEntries([...properties].map(([key, value]) => [key, plainOf(value)]));
  return { properties: plain, typed: typedBeside(properties) } as Pick<NodeJson, 'properties' | 'typed'>;
}
