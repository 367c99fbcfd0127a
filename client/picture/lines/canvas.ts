/**
 * The canvas that lines are drawn on: under everything else, and larger than the view, so that what was drawn can be carried along
 * while the camera moves, as a sheet of paper is, instead of being drawn again.
 */
import type { Viewport } from '../viewport.ts';
import type { CanvasView, Gl } from './gl-program.ts';

/** How far the canvas reaches beyond each side of the view, as a share of that side, where lines are carried along. */
const MARGIN_SHARE = 0.25;
/** Scales between which what was drawn can be shown without looking coarse. */
const LEAST_SCALE = 0.5;
const MOST_SCALE = 2;

export class LineCanvas {
  readonly element: HTMLCanvasElement;
  readonly gl: Gl;
  #margin = 0;
  #drawn: Viewport | null = null;
  /** Whether it was carried somewhere since. */
  #isAside = false;
  /** Whether nothing lies outside of what was drawn. */
  #hasAll = false;

  /** @throws Error where the browser gives no WebGL 2 */
  constructor(container: HTMLElement) {
    this.element = document.createElement('canvas');
    this.element.className = 'picture-lines';
    this.element.style.position = 'absolute';
    // as large as the first frame wants it: a context that grows makes its pixels anew
    this.element.width = Math.round(container.offsetWidth * devicePixelRatio);
    this.element.height = Math.round(container.offsetHeight * devicePixelRatio);
    const gl = this.element.getContext('webgl2', { antialias: false });
    if (gl === null) throw new Error('The browser gives no WebGL 2.');
    gl.enable(gl.BLEND);
    gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
    this.gl = gl;
    container.prepend(this.element);
  }

  kill(): void {
    this.gl.getExtension('WEBGL_lose_context')?.loseContext();
    this.element.remove();
  }

  /** What was drawn no longer shows what is there. */
  forget(): void {
    this.#drawn = null;
  }

  /** Clears the canvas for a frame of this view. @param isCarried whether this frame is to be carried along later */
  begin(view: Viewport, isCarried: boolean, hasAll: (view: CanvasView) => boolean): CanvasView {
    const { gl, element } = this;
    this.#margin = isCarried ? MARGIN_SHARE : 0;
    const [left, top] = [Math.ceil(view.width * this.#margin), Math.ceil(view.height * this.#margin)];
    const canvas = view.canvas;
    const width = Math.round(canvas.width + 2 * left * canvas.pixelRatio);
    const height = Math.round(canvas.height + 2 * top * canvas.pixelRatio);
    if (element.width !== width || element.height !== height)
      [element.width, element.height] = [width, height];
    Object.assign(element.style, {
      left: `${-left}px`,
      top: `${-top}px`,
      width: `${view.width + 2 * left}px`,
      height: `${view.height + 2 * top}px`,
      transformOrigin: `${left}px ${top}px`,
    });
    if (this.#isAside) element.style.transform = '';
    this.#isAside = false;
    gl.viewport(0, 0, width, height);
    gl.clear(gl.COLOR_BUFFER_BIT);
    const drawn = { ...canvas, width, height };
    this.#drawn = view;
    this.#hasAll = isCarried && hasAll(drawn);
    return drawn;
  }

  /** Whether what was drawn is what this view is to show, in its place. */
  shows(view: Viewport): boolean {
    const before = this.#drawn;
    return before !== null && !this.#isAside && before.isSameAs(view);
  }

  /** Moves what was drawn to where it belongs in `view`. @returns false where it does not reach, or looks coarse: then it is to be drawn */
  carry(view: Viewport): boolean {
    const before = this.#drawn;
    if (before === null || before.width !== view.width || before.height !== view.height) return false;
    const scale = view.scale / before.scale;
    if (scale < LEAST_SCALE || scale > MOST_SCALE) return false;
    const x = view.x - before.x * scale;
    const y = view.y - before.y * scale;
    const reaches = (length: number, moved: number): boolean =>
      moved - length * this.#margin * scale <= 0 && moved + length * (1 + this.#margin) * scale >= length;
    if (!this.#hasAll && !(reaches(view.width, x) && reaches(view.height, y))) return false;
    this.#isAside = true;
    // whole pixels where nothing is scaled: half ones would have to be mixed, for a moment that nobody sees
    this.element.style.transform =
      Math.abs(scale - 1) < 1e-6
        ? `translate(${Math.round(x)}px, ${Math.round(y)}px)`
        : `translate(${x}px, ${y}px) scale(${scale})`;
    return true;
  }
}
