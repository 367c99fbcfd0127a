/** What of the picture lies under a point of the view. */
import type { Element } from '../state/element.ts';
import { claimCurve } from './curve.ts';
import type { Cubic, Point } from './curve.ts';
import { widestBend } from './fan.ts';
import type { LineLayer } from './lines/layer.ts';
import { bundleWidthPx } from './lines/plan.ts';
import type { Line } from './lines/plan.ts';
import { Nearest, distanceToCurve, distanceToSegment, pickNode } from './pick.ts';
import type { Scene, SceneNode } from './scene.ts';
import type { Viewport } from './viewport.ts';

/** A node, a claim, or a line that stands for several claims: then there is a pair and no element. */
export interface Pointed {
  readonly element: Element | null;
  /** The pair whose claims the line joins; null at a node and at nothing. */
  readonly pair: number | null;
}

export const POINTED_AT_NOTHING: Pointed = { element: null, pair: null };

/** From its middle, a line can be hit as far as this; one of thousands less far. */
const REACH_PX = 4.5;
const MASS_REACH_PX = 3;
/** An open fan stays open this far around it. */
const FAN_MARGIN_PX = 10;

export class Picker {
  readonly #scene: Scene;
  readonly #lines: LineLayer;

  constructor(scene: Scene, lines: LineLayer) {
    this.#scene = scene;
    this.#lines = lines;
  }

  /**
   * @param order the nodes as they are drawn, the topmost last
   * @param open the pair whose fan is open: between its lines it is still pointed at
   */
  at(point: Point, view: Viewport, order: readonly SceneNode[], open: number | null): Pointed {
    const node = order[pickNode(this.#discs(view, order), point)];
    if (node !== undefined) return { element: { kind: 'node', id: node.id }, pair: null };
    const isInOpen = open !== null && this.#isInFan(point, view, open);
    // an open fan lies in front: what steps back behind it would close it under the pointer
    if (isInOpen && this.#lines.isFanned(open)) {
      const own = this.#drawnLine(point, view, new Nearest<Line>(), open);
      return own === null ? { element: null, pair: open } : this.#pointed(own);
    }
    const line = this.#line(point, view);
    if (line !== null) return this.#pointed(line);
    if (isInOpen) return { element: null, pair: open };
    return POINTED_AT_NOTHING;
  }

  /** The curve of a line in the view. */
  curve({ pair, place, bend }: Line, view: Viewport): Cubic {
    const { pairs, x, y } = this.#scene;
    const [low, high] = [pairs.low[pair] ?? 0, pairs.high[pair] ?? 0];
    const isForward = place === null || pairs.forward[place] === 1;
    const [from, to] = isForward ? [low, high] : [high, low];
    const source = view.at(x[from] ?? 0, y[from] ?? 0);
    if (low === high) return claimCurve(source, source, bend * view.sizeScale);
    return claimCurve(source, view.at(x[to] ?? 0, y[to] ?? 0), bend);
  }

  *#discs(view: Viewport, order: readonly SceneNode[]) {
    const { x, y } = this.#scene;
    for (const { index, radiusPx, shape } of order)
      yield {
        x: view.x + (x[index] ?? 0) * view.scale,
        y: view.y - (y[index] ?? 0) * view.scale,
        radiusPx: radiusPx * view.sizeScale,
        shape,
      };
  }

  #line(point: Point, view: Viewport): Line | null {
    const nearest = new Nearest<Line>();
    const { pairs, x, y } = this.#scene;
    if (this.#lines.plan.isMass)
      for (let pair = 0; pair < pairs.count; pair++) {
        if (!this.#lines.isInMass(pair)) continue;
        const [low, high] = [pairs.low[pair] ?? 0, pairs.high[pair] ?? 0];
        if (low === high || !this.#lines.plan.isBundled) {
          for (const line of this.#lines.linesOf(pair)) {
            const widthPx = bundleWidthPx(line.place === null ? pairs.size(pair) : 1) * view.sizeScale;
            const most = Math.max(widthPx / 2, MASS_REACH_PX);
            nearest.offer(line, distanceToCurve(this.curve(line, view), point, most), widthPx, MASS_REACH_PX);
          }
          continue;
        }
        const distance = distanceToSegment(
          point.x,
          point.y,
          view.x + (x[low] ?? 0) * view.scale,
          view.y - (y[low] ?? 0) * view.scale,
          view.x + (x[high] ?? 0) * view.scale,
          view.y - (y[high] ?? 0) * view.scale,
        );
        const widthPx = bundleWidthPx(pairs.size(pair)) * view.sizeScale;
        if (distance > Math.max(widthPx / 2, MASS_REACH_PX)) continue;
        const place = pairs.size(pair) === 1 ? (pairs.starts[pair] ?? 0) : null;
        nearest.offer({ pair, place, bend: 0 }, distance, widthPx, MASS_REACH_PX);
      }
    return this.#drawnLine(point, view, nearest);
  }

  /** @param only of this pair */
  #drawnLine(point: Point, view: Viewport, nearest: Nearest<Line>, only?: number): Line | null {
    for (const line of this.#lines.drawn) {
      if (only !== undefined && line.pair !== only) continue;
      const widthPx = line.widthPx * view.sizeScale;
      const most = Math.max(widthPx / 2, REACH_PX);
      nearest.offer(line, distanceToCurve(this.curve(line, view), point, most), widthPx, REACH_PX);
    }
    return nearest.line;
  }

  #pointed({ pair, place }: Line): Pointed {
    const id = place === null ? undefined : this.#scene.pairs.claims[place];
    return { element: id === undefined ? null : { kind: 'relationship', id }, pair };
  }

  #isInFan(point: Point, view: Viewport, pair: number): boolean {
    const { pairs, x, y } = this.#scene;
    const low = view.at(x[pairs.low[pair] ?? 0] ?? 0, y[pairs.low[pair] ?? 0] ?? 0);
    const high = view.at(x[pairs.high[pair] ?? 0] ?? 0, y[pairs.high[pair] ?? 0] ?? 0);
    const [dx, dy] = [high.x - low.x, high.y - low.y];
    const chord = Math.hypot(dx, dy);
    if (chord === 0) return false;
    const along = ((point.x - low.x) * dx + (point.y - low.y) * dy) / (chord * chord);
    if (along < 0 || along > 1) return false;
    const across = Math.abs((point.x - low.x) * dy - (point.y - low.y) * dx) / chord;
    const widest = this.#lines.isFanned(pair)
      ? 2 * along * (1 - along) * widestBend(pairs.size(pair)) * chord
      : 0;
    return across <= widest + FAN_MARGIN_PX;
  }
}
