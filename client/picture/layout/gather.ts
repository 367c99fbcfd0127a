/** The graph as the layout worker takes it. */
import type { Links } from '../../../graph/adjacency.ts';
import type { ScreenGraph } from '../../state/graph.ts';

export interface Gathered {
  readonly ids: readonly string[];
  readonly links: Links;
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** The nodes that `takes` lets through, numbered in the graph's order, and the claims between them. */
export function gather(graph: ScreenGraph, takes: (id: string) => boolean): Gathered {
  const ids = graph.filterNodes(takes);
  const numbers = new Map(ids.map((id, number) => [id, number]));
  const [sources, targets] = [new Int32Array(graph.size), new Int32Array(graph.size)];
  let size = 0;
  graph.forEachEdge((_id, _attributes, source, target) => {
    const [from, to] = [numbers.get(source), numbers.get(target)];
    if (from === undefined || to === undefined) return;
    sources[size] = from;
    targets[size++] = to;
  });
  const [x, y] = [new Float64Array(ids.length), new Float64Array(ids.length)];
  ids.forEach((id, number) => {
    const at = graph.getNodeAttributes(id);
    x[number] = at.x;
    y[number] = at.y;
  });
  return {
    ids,
    links: { order: ids.length, sources: sources.slice(0, size), targets: targets.slice(0, size) },
    x,
    y,
  };
}
