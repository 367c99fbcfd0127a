/** What Sigma is given: the nodes that are shown, and no relationships: lines are drawn by `lines/`. */
import { UndirectedGraph } from 'graphology';
import type Sigma from 'sigma';
import type { Scene } from './scene.ts';

export interface Placed {
  /** Graph units, y upwards. */
  x: number;
  y: number;
}
export type DrawnGraph = UndirectedGraph<Placed>;
export type Renderer = Sigma<Placed>;

export const newDrawnGraph = (): DrawnGraph => new UndirectedGraph<Placed>();

/** Gives `drawn` the nodes of the scene, in its order, which is that in which they are drawn. */
export function fill(drawn: DrawnGraph, { list, x, y }: Scene): void {
  // one node gone costs Sigma a look at all of them: it is quicker to begin again
  drawn.clear();
  for (const { id, index } of list) drawn.addNode(id, { x: x[index] ?? 0, y: y[index] ?? 0 });
}

/** Puts the nodes of `drawn` where those of the scene are. */
export function move(drawn: DrawnGraph, { nodes, x, y }: Scene): void {
  // told as a change of places, of which Sigma hears once
  drawn.updateEachNodeAttributes(
    (id, place) => {
      const index = nodes.get(id)?.index;
      return index === undefined ? place : { x: x[index] ?? 0, y: y[index] ?? 0 };
    },
    { attributes: ['x', 'y'] },
  );
}
