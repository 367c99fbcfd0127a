/** Mouse and finger on the picture. Sigma's captors move the camera; what lies under the pointer is found by `picker.ts`. */
import type { MouseCoords, TouchCoords } from 'sigma/types';
import type { Renderer } from './drawn-graph.ts';
import { HoverIntent } from './hover-intent.ts';
import type { Point } from './curve.ts';
import { POINTED_AT_NOTHING } from './picker.ts';
import type { Pointed } from './picker.ts';

export interface PointerEvents {
  at(point: Point): Pointed;
  onHover(pointed: Pointed): void;
  /** @param isMore Shift, Ctrl or ⌘ is held */
  onClick(pointed: Pointed, isMore: boolean): void;
  /** @returns true where that means something, and the camera is to stay */
  onDoubleClick(pointed: Pointed): boolean;
}

export class Pointer {
  readonly #container: HTMLElement;
  readonly #events: PointerEvents;
  readonly #intent: HoverIntent<Pointed>;
  /** Where the pointer was last, while it is over the picture and nothing is dragged. */
  #last: Point | null = null;
  #isWaiting = false;

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
    touch.on('tap', (coords) => this.#clicked(first(coords)));
    touch.on('doubletap', (coords) => this.#doubleClicked(coords));
  }

  cancel(): void {
    this.#intent.cancel();
    this.#last = null;
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
    const original = 'original' in coords ? coords.original : null;
    const isMore =
      original !== null &&
      'shiftKey' in original &&
      (original.shiftKey || original.ctrlKey || original.metaKey);
    this.#events.onClick(this.#events.at(coords), isMore);
  }

  #doubleClicked(coords: MouseCoords | TouchCoords): void {
    if (this.#events.onDoubleClick(this.#events.at(first(coords)))) coords.preventSigmaDefault();
  }
}

/** Of several fingers the first. */
function first(coords: MouseCoords | TouchCoords): Point {
  return 'touches' in coords ? (coords.touches[0] ?? coords.previousTouches[0] ?? { x: 0, y: 0 }) : coords;
}
