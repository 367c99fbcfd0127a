/**
 * Sigma without what the picture has no use for. Its layers for lines, names and what is hovered, which are drawn elsewhere: each context
 * of WebGL takes some 25 ms before the first frame, and memory for as many pixels as the view has. And looking at each node again that
 * it has just been told of.
 */
import { Sigma } from 'sigma';
import type { Placed } from './drawn-graph.ts';

const UNUSED = new Set(['edges', 'edgeLabels', 'hovers', 'hoverNodes']);

export class Stage extends Sigma<Placed> {
  #isHeld = false;

  /** Schedules one drawing after many changes of the graph: Sigma has read each node when it hears of it. */
  hold(change: () => void): void {
    this.#isHeld = true;
    change();
    this.#isHeld = false;
    this.refresh({ partialGraph: {}, schedule: true });
  }

  override refresh(options?: Parameters<Sigma['refresh']>[0]): this {
    // called by Sigma's constructor as well, when there is no field as yet
    return #isHeld in this && this.#isHeld ? this : super.refresh(options);
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
