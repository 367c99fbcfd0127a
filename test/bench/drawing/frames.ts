/** What a frame costs, until its pixels are there: what is asked of the graphics process is done when something is read back. */

export interface Frames {
  /** Milliseconds of the next frame in which something is drawn. */
  next(): Promise<number>;
  /** Whether something was drawn since the last frame began. */
  isDrawn(): boolean;
}

/** Waits until every canvas of WebGL that is shown in `stage` has drawn what it was asked to. */
export function finishDrawing(stage: HTMLElement): void {
  const pixel = new Uint8Array(4);
  for (const canvas of stage.querySelectorAll('canvas')) {
    if (!/edges|nodes|hoverNodes|lines/.test(canvas.className) || canvas.style.display === 'none') continue;
    const gl = canvas.getContext('webgl2');
    gl?.bindFramebuffer(gl.FRAMEBUFFER, null);
    gl?.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, pixel);
  }
}

/** Counts every frame from now on: all that is done in it, whoever asked for it. */
export function countFrames(stage: HTMLElement): Frames {
  let isDrawn = false;
  const clear = WebGL2RenderingContext.prototype.clear;
  WebGL2RenderingContext.prototype.clear = function cleared(mask) {
    isDrawn = true;
    clear.call(this, mask);
  };
  const request = window.requestAnimationFrame.bind(window);
  let queue = new Map<number, FrameRequestCallback>();
  let ids = 0;
  let waiting: ((cost: number) => void)[] = [];
  const frame = (now: number): void => {
    const begin = performance.now();
    const callbacks = queue;
    queue = new Map();
    isDrawn = false;
    for (const callback of callbacks.values()) callback(now);
    if (isDrawn) {
      finishDrawing(stage);
      const cost = performance.now() - begin;
      const told = waiting;
      waiting = [];
      for (const tell of told) tell(cost);
    }
    request(frame);
  };
  request(frame);
  window.requestAnimationFrame = (callback) => {
    queue.set(++ids, callback);
    return ids;
  };
  window.cancelAnimationFrame = (id) => void queue.delete(id);
  return { next: () => new Promise((resolve) => waiting.push(resolve)), isDrawn: () => isDrawn };
}
