/** The worker's copy of what is on the screen, as the graph that the engine asks. */
import { decodeProperties } from '../../graph/formats/typed-json.ts';
import { givenElementIds } from '../../graph/memory/element-ids.ts';
import type { Loader } from '../../graph/memory/loader.ts';
import { MemoryGraph } from '../../graph/memory/memory-graph.ts';
import type { Properties, Value } from '../../graph/model.ts';
import type { NodeJson, RelationshipJson } from '../../server/contract/api.ts';
import type { Patch } from './protocol.ts';

interface CopiedNode {
  readonly elementId: string;
  readonly labels: readonly string[];
  readonly properties: Properties;
}
interface CopiedRelationship {
  readonly elementId: string;
  readonly type: string;
  readonly source: string;
  readonly target: string;
  readonly properties: Properties;
}

/**
 * Elements keep their element ids; what `id()` gives are numbers of this copy's own. A graph that was given stays as it
 * is: a statement that runs sees none of the patches that come meanwhile.
 */
export class ScreenCopy {
  readonly #nodes = new Map<string, CopiedNode>();
  readonly #relationships = new Map<string, CopiedRelationship>();
  #graph: MemoryGraph | null = null;

  apply({ nodes, relationships, goneNodes, goneRelationships }: Patch): void {
    this.#graph = null;
    for (const id of goneRelationships) this.#relationships.delete(id);
    for (const id of goneNodes) this.#nodes.delete(id);
    for (const node of nodes) this.#nodes.set(node.id, copyNode(node));
    for (const relationship of relationships)
      this.#relationships.set(relationship.id, copyRelationship(relationship));
  }

  /** Made when it is first asked for after a change: columns are packed anew faster than they are mended. */
  graph(): MemoryGraph {
    return (this.#graph ??= build(this.#nodes, this.#relationships));
  }
}

const copyNode = ({ elementId, labels, properties, typed }: NodeJson): CopiedNode => ({
  elementId,
  labels,
  properties: decodeProperties(properties, typed),
});

const copyRelationship = (relationship: RelationshipJson): CopiedRelationship => {
  const { elementId, type, source, target, properties, typed } = relationship;
  return { elementId, type, source, target, properties: decodeProperties(properties, typed) };
};

function build(
  nodes: ReadonlyMap<string, CopiedNode>,
  relationships: ReadonlyMap<string, CopiedRelationship>,
): MemoryGraph {
  const elementIds = (elements: Iterable<{ readonly elementId: string }>) =>
    Array.from(elements, ({ elementId }) => elementId);
  const graph = new MemoryGraph(
    'screen',
    givenElementIds(elementIds(nodes.values()), elementIds(relationships.values())),
  );
  const loader = graph.loader();
  const labels = new Numbering(loader, 'labels');
  const types = new Numbering(loader, 'types');
  const keys = new Numbering(loader, 'keys');
  const numbered = (properties: Properties): readonly (readonly [number, Value])[] =>
    Array.from(properties, ([key, value]) => [keys.of(key), value]);

  const numbers = new Map<string, number>();
  for (const [id, node] of nodes) {
    const number = numbers.size;
    numbers.set(id, number);
    loader.node({
      id: number,
      labels: node.labels.map((label) => labels.of(label)).toSorted((a, b) => a - b),
      properties: numbered(node.properties),
    });
  }
  let number = 0;
  for (const { type, source, target, properties } of relationships.values()) {
    const [from, to] = [numbers.get(source), numbers.get(target)];
    if (from === undefined || to === undefined) throw new Error(`A relationship without its ends: ${type}`);
    loader.relationship({
      id: number++,
      type: types.of(type),
      source: from,
      target: to,
      properties: numbered(properties),
    });
  }
  loader.finish(null, []);
  return graph;
}

/** Names with their numbers, which the graph learns as they come. */
class Numbering {
  readonly #numbers = new Map<string, number>();
  readonly #loader: Loader;
  readonly #kind: 'labels' | 'types' | 'keys';

  constructor(loader: Loader, kind: 'labels' | 'types' | 'keys') {
    this.#loader = loader;
    this.#kind = kind;
  }

  of(name: string): number {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    const number = this.#numbers.size;
    this.#numbers.set(name, number);
    this.#loader.names(this.#kind, [name]);
    return number;
  }
}
