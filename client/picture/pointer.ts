/** Mouse and finger on the picture. Sigma's captors move the camera; what lies under the pointer is found by `picker.ts`. */
import type { MouseCoords, TouchCoords } from 'sigma/types';
import type { Renderer } from './drawn-graph.ts';
import { HoverIntent } from './hover-intent.ts';
import type { Point } from './curve.ts';
import { POINTED_AT_NOTHING } from './picker.ts';
import type { Pointed } from './picker.ts';
import { Pinch } from './pinch.ts';

export interface PointerEvents {
  at(point: Point): Pointed;
  onHover(pointed: Pointed): void;
  /** @param isMore Shift, Ctrl or ⌘ is held */
  onClick(pointed: Pointed, isMore: boolean): void;
  /** @returns true where that means something, and the camera is to stay */
  onDoubleClick(pointed: Pointed): boolean;
  /** @returns true where it can be dragged, and the camera is to stay */
  onGrab(pointed: Pointed, isByFinger: boolean): boolean;
  onDrag(from: Point, to: Point): void;
  /** After a drag only. */
  onDrop(): void;
}

/** A shorter way is a click. */
const LEAST_DRAG_PX = 4;
/** How far from each other the two clicks of a double one may be, or taps of a finger. */
const MOST_APART_PX = 24;

export class Pointer {
  readonly #container: HTMLElement;
  readonly #events: PointerEvents;
  readonly #intent: HoverIntent<Pointed>;
  /** Where the pointer was last, while it is over the picture and nothing is dragged. */
  #last: Point | null = null;
  #isWaiting = false;
  /** Where what can be dragged was grabbed. */
  #grabbedAt: Point | null = null;
  #isDragging = false;
  #clickedAt: Point | null = null;
  #pinch: Pinch | null = null;
  /** Since the first finger came down there were two: none of them taps. */
  #isPinched = false;

  /** Call before anyone else listens to the captors. */
  constructor(sigma: Renderer, container: HTMLElement, events: PointerEvents) {
    this.#container = container;
    this.#events = events;
    this.#intent = new HoverIntent((pointed) => events.onHover(pointed));
    const mouse = sigma.getMouseCaptor();
    const touch = sigma.getTouchCaptor();
    // Sigma's own listeners read back the pixels of a picture drawn for picking: there is none
    mouse.removeAllListeners();
    touch.removeAllListeners();
    mouse.on('mousemove', (coords) => this.#moved(mouse.isMouseDown ? null : coords));
    mouse.on('mouseleave', () => this.#moved(null));
    mouse.on('click', (coords) => this.#clicked(coords));
    mouse.on('doubleClick', (coords) => this.#doubleClicked(coords));
    mouse.on('mousedown', (coords) => {
      if (!('button' in coords.original) || coords.original.button === 0) this.#down(coords, false);
    });
    mouse.on('mousemovebody', (coords) => {
      if (this.#dragged(coords)) coords.preventSigmaDefault();
    });
    mouse.on('mouseup', () => this.#up());
    touch.on('touchdown', ({ touches, previousTouches }) => {
      const [one, two] = touches;
      // the finger that a pinch leaves behind comes down anew, and holds nothing
      if (previousTouches.length === 0) this.#isPinched = false;
      if (one !== undefined && two === undefined && !this.#isPinched) this.#down(one, true);
      else this.#up();
      this.#pinch = one === undefined || two === undefined ? null : new Pinch(sigma, [one, two]);
      this.#isPinched ||= this.#pinch !== null;
    });
    touch.on('touchmove', (coords) => {
      const [one, two] = coords.touches;
      if (one === undefined) return;
      if (two !== undefined && this.#pinch !== null) this.#pinch.move([one, two]);
      else if (two !== undefined || !this.#dragged(one)) return;
      coords.preventSigmaDefault();
    });
    touch.on('touchup', () => this.#up());
    touch.on('tap', (coords) => {
      if (!this.#isPinched) this.#clicked(first(coords));
    });
    touch.on('doubletap', (coords) => {
      if (this.#isPinched) coords.preventSigmaDefault();
      else this.#doubleClicked(coords);
    });
  }

  cancel(): void {
    this.#intent.cancel();
    this.#last = null;
  }

  #down(point: Point, isByFinger: boolean): void {
    this.#isDragging = false;
    this.#grabbedAt = this.#events.onGrab(this.#events.at(point), isByFinger) ? point : null;
  }

  /** @returns whether something is held, and the camera is to stay */
  #dragged(point: Point): boolean {
    const from = this.#grabbedAt;
    if (from === null) return false;
    this.#isDragging ||= Math.hypot(point.x - from.x, point.y - from.y) >= LEAST_DRAG_PX;
    if (this.#isDragging) this.#events.onDrag(from, point);
    return true;
  }

  #up(): void {
    if (this.#grabbedAt !== null && this.#isDragging) this.#events.onDrop();
    this.#grabbedAt = null;
  }

  /** Several movements between two frames are looked at once. */
  #moved(point: Point | null): void {
    this.#last = point;
    if (this.#isWaiting) return;
    this.#isWaiting = true;
    requestAnimationFrame(() => {
      this.#isWaiting = false;
      const pointed = this.#last === null ? POINTED_AT_NOTHING : this.#events.at(this.#last);
      this.#container.style.cursor = pointed.element === null && pointed.pair === null ? '' : 'pointer';
      this.#intent.over(pointed);
    });
  }

  #clicked(coords: MouseCoords | Point): void {
    // the captor knows nothing of what was dragged
    if (this.#isDragging) return;
    const original = 'original' in coords ? coords.original : null;
    const isMore =
      original !== null &&
      'shiftKey' in original &&
      (original.shiftKey || original.ctrlKey || original.metaKey);
    this.#clickedAt = coords;
    this.#events.onClick(this.#events.at(coords), isMore);
  }

  /** The captors call two quick clicks a double one wherever they are: those on two places are two. */
  #doubleClicked(coords: MouseCoords | TouchCoords): void {
    const at = first(coords);
    const before = this.#clickedAt ?? at;
    if (Math.hypot(at.x - before.x, at.y - before.y) > MOST_APART_PX) {
      coords.preventSigmaDefault();
      this.#clicked('touches' in coords ? at : coords);
    } else if (this.#events.onDoubleClick(this.#events.at(at))) coords.preventSigmaDefault();
  }
}

/** Of several fingers the first. */
function first(coords: MouseCoords | TouchCoords): Point {
  return 'touches' in coords ? (coords.touches[0] ?? coords.previousTouches[0] ?? { x: 0, y: 0 }) : coords;
}
