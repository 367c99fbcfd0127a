/** The page of the drawing benchmark: the same data, drawn by our picture and by Sigma as it comes. */
import { MultiDirectedGraph } from 'graphology';
import { Sigma } from 'sigma';
import { Picture } from '../../../client/picture/picture.ts';
import { apply } from '../../../client/state/actions.ts';
import { newScreenGraph } from '../../../client/state/graph.ts';
import { DEFAULT_SETTINGS } from '../../../client/state/settings.ts';
import { shownOf } from '../../../client/state/shown.ts';
import type { Slice } from '../../support/gdelt-slice.ts';
import { countFrames, finishDrawing } from './frames.ts';
import type { Frames } from './frames.ts';

export type Positions = readonly (readonly [id: string, x: number, y: number])[];

const stage = document.querySelector<HTMLElement>('#stage');
if (stage === null) throw new Error('no stage');
const frames = countFrames(stage);

/** As the page does it: the picture is made while the data is still on its way. */
function makeOurs() {
  const graph = newScreenGraph();
  let isAtRest = (): void => {};
  const rest = new Promise<void>((resolve) => (isAtRest = resolve));
  const picture = new Picture(stage as HTMLElement, graph, 'light', {
    onHover: () => {},
    onSelect: () => {},
    onSelectAll: () => {},
    onDragged: () => {},
    onExpand: () => {},
    onMove: () => {},
    onSettled: () => {},
    onRest: () => isAtRest(),
    onContextLost: () => {},
    onGuides: () => {},
    onLayoutFailed: () => {},
  });
  return { graph, picture, rest };
}

async function drawOurs({ nodes, relationships }: Slice, positions: Positions) {
  const { graph, picture, rest } = made as ReturnType<typeof makeOurs>;
  const begin = performance.now();
  apply(graph, { kind: 'merge', nodes, relationships }, DEFAULT_SETTINGS);
  apply(
    graph,
    { kind: 'move', positions: new Map(positions.map(([id, x, y]) => [id, [x, y]])) },
    DEFAULT_SETTINGS,
  );
  picture.show(shownOf(graph, DEFAULT_SETTINGS));
  // has drawn it when it resolves
  await picture.arrange();
  if (!frames.isDrawn()) throw new Error('nothing was drawn');
  finishDrawing(stage as HTMLElement);
  const firstMs = performance.now() - begin;
  // what the first frame leaves out is drawn once it has been seen
  await frames.next();
  const wholeMs = performance.now() - begin;
  await rest;
  return { firstMs, wholeMs, kill: () => picture.kill() };
}

/** The same for Sigma: with a graph that is empty as yet. */
const makeSigma = () => ({ sigma: new Sigma(new MultiDirectedGraph(), stage as HTMLElement) });

async function drawSigma({ nodes, relationships }: Slice, positions: Positions) {
  const { sigma } = made as ReturnType<typeof makeSigma>;
  const begin = performance.now();
  const places = new Map(positions.map(([id, x, y]) => [id, { x, y }]));
  const graph = new MultiDirectedGraph();
  for (const { id, labels, properties } of nodes)
    graph.addNode(id, {
      ...places.get(id),
      labels,
      properties,
      label: properties['name'],
      size: 5,
      color: '#332288',
    });
  for (const { id, source, target, type, properties } of relationships)
    graph.addDirectedEdgeWithKey(id, source, target, { kind: type, properties, size: 1, color: '#0072b2' });
  sigma.setGraph(graph);
  finishDrawing(stage as HTMLElement);
  const firstMs = performance.now() - begin;
  return { firstMs, wholeMs: firstMs, kill: () => sigma.kill() };
}

let made: ReturnType<typeof makeOurs> | ReturnType<typeof makeSigma>;
function make(whose: 'ours' | 'sigma'): number {
  const begin = performance.now();
  made = (whose === 'ours' ? makeOurs : makeSigma)();
  return performance.now() - begin;
}

let kill: () => void = () => {};

async function first(whose: 'ours' | 'sigma'): Promise<{ firstMs: number; wholeMs: number }> {
  const { slice, positions } = window.drawing;
  if (slice === undefined || positions === undefined) throw new Error('no data');
  const drawn = await (whose === 'ours' ? drawOurs : drawSigma)(slice, positions);
  kill = drawn.kill;
  return { firstMs: drawn.firstMs, wholeMs: drawn.wholeMs };
}

/** Drags the picture by the mouse, a step a frame. */
async function dragged(of: Frames, steps: number): Promise<number[]> {
  const mouse = document.querySelector('canvas.sigma-mouse');
  const at = (step: number) => ({
    clientX: 700 + step * 6,
    clientY: 400 + step * 3,
    bubbles: true,
    button: 0,
  });
  mouse?.dispatchEvent(new MouseEvent('mousedown', at(0)));
  const costs: number[] = [];
  for (let step = 1; step <= steps; step++) {
    mouse?.dispatchEvent(new MouseEvent('mousemove', at(step)));
    costs.push(await of.next());
  }
  mouse?.dispatchEvent(new MouseEvent('mouseup', at(steps)));
  return costs;
}

/** Turns the wheel, and counts the frames of the movement that each turn begins. */
async function wheeled(of: Frames, turns: number): Promise<number[]> {
  const mouse = document.querySelector('canvas.sigma-mouse');
  const costs: number[] = [];
  for (let turn = 0; turn < turns; turn++) {
    mouse?.dispatchEvent(
      new WheelEvent('wheel', { deltaY: -120, clientX: 640, clientY: 380, bubbles: true, cancelable: true }),
    );
    const end = performance.now() + 150;
    while (performance.now() < end) costs.push(await of.next());
  }
  return costs;
}

declare global {
  interface Window {
    drawing: {
      /** The data in hand. */
      slice?: Slice;
      positions?: Positions;
      /** Makes what draws, with nothing to draw as yet; milliseconds of the page's thread. */
      make(whose: 'ours' | 'sigma'): number;
      /** Milliseconds from the data to the first frame, and to the first that leaves nothing out. */
      first(whose: 'ours' | 'sigma'): Promise<{ firstMs: number; wholeMs: number }>;
      /** Milliseconds of each frame, until its pixels are there. */
      drag(steps: number): Promise<number[]>;
      zoom(turns: number): Promise<number[]>;
      end(): void;
    };
  }
}
window.drawing = {
  make,
  first,
  drag: (steps) => dragged(frames, steps),
  zoom: (turns) => wheeled(frames, turns),
  end: () => kill(),
};
