/** Moves nodes towards where a layout has them by now: a part of the way each frame, so that steps of any length make one movement. */
import type { Places } from './request.ts';

/** Part of what is left of the way in a frame of a sixtieth of a second. */
const PART = 0.22;
/** Nearer than this, in pixels, it is there. */
const NEAR_PX = 0.4;

export class Glide {
  readonly #move: (places: Places) => void;
  readonly #now: Places;
  #goal: Places;
  #frame = 0;
  #before = 0;
  #arrived: (() => void) | null = null;

  /** @param move called each frame with where the nodes are, in arrays that change */
  constructor(from: Places, move: (places: Places) => void) {
    this.#now = { x: from.x.slice(), y: from.y.slice() };
    this.#goal = from;
    this.#move = move;
  }

  /** From now on towards these places; resolves when they are reached, or when `stop` is called. */
  towards(goal: Places): Promise<void> {
    this.#goal = goal;
    return new Promise((resolve) => {
      this.#arrived?.();
      this.#arrived = resolve;
      if (this.#frame === 0) {
        this.#before = performance.now();
        this.#frame = requestAnimationFrame(this.#next);
      }
    });
  }

  /** At once. */
  put(places: Places): void {
    this.#now.x.set(places.x);
    this.#now.y.set(places.y);
    this.#goal = places;
    this.#move(this.#now);
  }

  stop(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.#arrived?.();
    this.#arrived = null;
  }

  readonly #next = (time: number): void => {
    // the same speed whatever the frames take
    const frames = Math.max(1, Math.min(6, (time - this.#before) / (1000 / 60)));
    this.#before = time;
    const part = 1 - (1 - PART) ** frames;
    const { x, y } = this.#now;
    let farthest = 0;
    for (let node = 0; node < x.length; node++) {
      const dx = (this.#goal.x[node] ?? 0) - (x[node] ?? 0);
      const dy = (this.#goal.y[node] ?? 0) - (y[node] ?? 0);
      farthest = Math.max(farthest, Math.abs(dx), Math.abs(dy));
      x[node] = (x[node] ?? 0) + dx * part;
      y[node] = (y[node] ?? 0) + dy * part;
    }
    if (farthest > NEAR_PX) {
      this.#move(this.#now);
      this.#frame = requestAnimationFrame(this.#next);
      return;
    }
    x.set(this.#goal.x);
    y.set(this.#goal.y);
    this.#move(this.#now);
    this.stop();
  };
}
