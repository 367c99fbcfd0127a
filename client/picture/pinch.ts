/**
 * Two fingers on the picture: what lay midway between them stays there, as large as they are apart. Sigma's own turns the picture as the
 * fingers turn, which no reader of names wants, and slips away from under them where the view and the graph have not the same shape.
 */
import type { CameraState } from 'sigma/types';
import type { Point } from './curve.ts';
import type { Renderer } from './drawn-graph.ts';

export type Fingers = readonly [Point, Point];

const between = ([a, b]: Fingers): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });
/** Two fingers on one spot are a pixel apart: nothing is infinitely large. */
const apart = ([a, b]: Fingers): number => Math.max(1, Math.hypot(a.x - b.x, a.y - b.y));

export class Pinch {
  readonly #sigma: Renderer;
  readonly #from: CameraState;
  readonly #fingers: Fingers;

  /** @param fingers where they came down, in CSS pixels of the view */
  constructor(sigma: Renderer, fingers: Fingers) {
    this.#sigma = sigma;
    this.#from = sigma.getCamera().getState();
    this.#fingers = fingers;
  }

  move(fingers: Fingers): void {
    const camera = this.#sigma.getCamera();
    const ratio = camera.getBoundedRatio((this.#from.ratio * apart(this.#fingers)) / apart(fingers));
    const zoomed = { ...this.#from, ratio };
    const was = this.#sigma.viewportToFramedGraph(between(this.#fingers), { cameraState: this.#from });
    const is = this.#sigma.viewportToFramedGraph(between(fingers), { cameraState: zoomed });
    camera.setState({ ...zoomed, x: zoomed.x + was.x - is.x, y: zoomed.y + was.y - is.y });
  }
}
