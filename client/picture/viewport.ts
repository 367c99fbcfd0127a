/** Where the graph lies on the screen in this frame. */
import type { CanvasView } from './lines/gl-program.ts';
import type { Point } from './curve.ts';
import type { Renderer } from './drawn-graph.ts';

/** `x` and `y` are where the graph's origin lies; CSS pixels of the view, y downwards. */
export class Viewport implements Point {
  readonly x: number;
  readonly y: number;
  /** CSS pixels a graph unit. */
  readonly scale: number;
  readonly width: number;
  readonly height: number;
  /** What has a size in pixels at zoom 1 has it times this now. */
  readonly sizeScale: number;
  readonly #pixelRatio: number;

  constructor(sigma: Renderer) {
    const origin = sigma.graphToViewport({ x: 0, y: 0 });
    const unit = sigma.graphToViewport({ x: 1, y: 0 });
    const { width, height, pixelRatio } = sigma.getRenderParams();
    this.x = origin.x;
    this.y = origin.y;
    this.scale = unit.x - origin.x;
    this.width = width;
    this.height = height;
    this.sizeScale = sigma.scaleSize(1);
    this.#pixelRatio = pixelRatio;
  }

  at(x: number, y: number): Point {
    return { x: this.x + x * this.scale, y: this.y - y * this.scale };
  }

  isSameAs(other: Viewport): boolean {
    return (
      this.x === other.x &&
      this.y === other.y &&
      this.scale === other.scale &&
      this.width === other.width &&
      this.height === other.height &&
      this.#pixelRatio === other.#pixelRatio
    );
  }

  isWithin({ x, y }: Point, margin: number): boolean {
    return x >= -margin && y >= -margin && x <= this.width + margin && y <= this.height + margin;
  }

  get canvas(): CanvasView {
    const ratio = this.#pixelRatio;
    return {
      scale: this.scale * ratio,
      x: (this.x - this.width / 2) * ratio,
      y: (this.height / 2 - this.y) * ratio,
      width: this.width * ratio,
      height: this.height * ratio,
      pixelRatio: ratio,
      sizeRatio: 1 / this.sizeScale,
    };
  }
}
