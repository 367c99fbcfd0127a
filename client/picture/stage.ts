/**
 * Sigma without the layers that the picture has no use for: lines, names and what is hovered are drawn elsewhere. Each context of WebGL
 * takes some 25 ms before the first frame, and memory for as many pixels as the view has.
 */
import { Sigma } from 'sigma';
import type { Placed } from './drawn-graph.ts';

const UNUSED = new Set(['edges', 'edgeLabels', 'hovers', 'hoverNodes']);

export class Stage extends Sigma<Placed> {
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
