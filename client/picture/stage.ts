/**
 * Sigma without what the picture does itself. Lines, names and what is hovered are drawn elsewhere: each layer less is some 25 ms less
 * before the first frame, and memory for as many pixels as the view has. What lies under the pointer is found without asking for
 * pixels, for which the page would wait at every move of the mouse.
 */
import { Sigma } from 'sigma';
import type { Settings } from 'sigma/settings';
import type { DrawnGraph, Placed } from './drawn-graph.ts';

const UNUSED = new Set(['edges', 'edgeLabels', 'hovers', 'hoverNodes']);

export class Stage extends Sigma<Placed> {
  constructor(graph: DrawnGraph, container: HTMLElement, settings: Partial<Settings<Placed>>) {
    super(graph, container, settings);
    // the captors move the camera by themselves; these listeners only tell which node is meant
    this.getMouseCaptor().removeAllListeners();
    this.getTouchCaptor().removeAllListeners();
  }

  override createCanvas(id: string, options?: Parameters<Sigma['createCanvas']>[1]): HTMLCanvasElement {
    const canvas = super.createCanvas(id, options);
    if (!UNUSED.has(id)) return canvas;
    canvas.style.display = 'none';
    return Object.assign(canvas, { getContext: () => NO_CONTEXT });
  }
}

/** Does nothing that Sigma asks of a context of either kind. */
const NO_CONTEXT = {
  blendFunc(): void {},
  viewport(): void {},
  bindFramebuffer(): void {},
  clear(): void {},
  getExtension: (): null => null,
  scale(): void {},
  clearRect(): void {},
};
