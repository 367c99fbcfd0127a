/** What has changed on the screen since it was last told: places do not count, since no statement sees them. */
import type { ScreenGraph } from '../state/graph.ts';
import { nodeOf, relationshipOf } from '../state/graph.ts';
import type { Patch } from './protocol.ts';

export class ScreenChanges {
  readonly #graph: ScreenGraph;
  #nodes = new Set<string>();
  #relationships = new Set<string>();

  constructor(graph: ScreenGraph) {
    this.#graph = graph;
    const node = ({ key }: { key: string }): void => void this.#nodes.add(key);
    const relationship = ({ key }: { key: string }): void => void this.#relationships.add(key);
    graph.on('nodeAdded', node);
    graph.on('nodeDropped', node);
    // layouts move all nodes at once, which is another event
    graph.on('nodeAttributesUpdated', node);
    graph.on('edgeAdded', relationship);
    graph.on('edgeDropped', relationship);
    graph.on('edgeAttributesUpdated', relationship);
    this.all();
  }

  /** From now on everything counts as changed: for a copy that begins empty. */
  all(): void {
    this.#nodes = new Set(this.#graph.nodes());
    this.#relationships = new Set(this.#graph.edges());
  }

  /** What has changed since this was last asked; null where nothing has. */
  take(): Patch | null {
    const [nodes, relationships] = [this.#nodes, this.#relationships];
    if (nodes.size + relationships.size === 0) return null;
    this.#nodes = new Set();
    this.#relationships = new Set();
    const graph = this.#graph;
    const there = [...nodes].filter((id) => graph.hasNode(id));
    const thereToo = [...relationships].filter((id) => graph.hasEdge(id));
    return {
      nodes: there.map((id) => nodeOf(graph, id)),
      relationships: thereToo.map((id) => relationshipOf(graph, id)),
      goneNodes: [...nodes].filter((id) => !graph.hasNode(id)),
      goneRelationships: [...relationships].filter((id) => !graph.hasEdge(id)),
    };
  }
}
