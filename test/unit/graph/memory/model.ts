/** A graph kept in the plainest way, copied whole for every snapshot: what `MemoryGraph` is compared with. */
import type { Direction } from '../../../../graph/memory/graph.ts';
import type { Value } from '../../../../graph/model.ts';

export interface ModelNode {
  readonly labels: Set<string>;
  readonly properties: Map<string, Value>;
}
export interface ModelRelationship {
  readonly type: string;
  readonly source: number;
  readonly target: number;
  readonly properties: Map<string, Value>;
}

export class Model {
  readonly nodes = new Map<number, ModelNode>();
  readonly relationships = new Map<number, ModelRelationship>();

  copy(): Model {
    const copy = new Model();
    for (const [id, node] of this.nodes) {
      copy.nodes.set(id, { labels: new Set(node.labels), properties: new Map(node.properties) });
    }
    for (const [id, relationship] of this.relationships) {
      copy.relationships.set(id, { ...relationship, properties: new Map(relationship.properties) });
    }
    return copy;
  }

  neighbours(node: number, direction: Direction, types: readonly string[] | null): [number, number][] {
    const found: [number, number][] = [];
    for (const [id, { type, source, target }] of this.relationships) {
      if (types !== null && !types.includes(type)) continue;
      if (source === node && direction !== 'in') found.push([id, target]);
      else if (target === node && direction !== 'out') found.push([id, source]);
    }
    return found;
  }
}
