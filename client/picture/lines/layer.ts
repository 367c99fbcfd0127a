/**
 * The picture's lines on their canvas. Few lines are strips, restyled whenever something else stands out; many are a mass that is
 * uploaded once for each change of the graph, steps back by one number, and has the lines that are read singly drawn over it.
 */
import { claimCurve, pointAt } from '../curve.ts';
import type { Scene, SceneNode } from '../scene.ts';
import type { Scheme } from '../palette.ts';
import type { Viewport } from '../viewport.ts';
import { LineCanvas } from './canvas.ts';
import type { CanvasView } from './gl-program.ts';
import { LineColors } from './colors.ts';
import type { Standing } from './colors.ts';
import { Mass, Pieces, massProgram } from './mass.ts';
import { bundleWidthPx, linesOf, planLines } from './plan.ts';
import type { Bundling, Line, Plan } from './plan.ts';
import { Strips, UNSEEN } from './strips.ts';
import type { Strip } from './strips.ts';

/** What of the lines stands out. */
export interface LineAttention {
  /** Claims that stand out; null where nothing does. */
  readonly lit: ReadonlySet<string> | null;
  /** Claims that are hovered or selected themselves. */
  readonly chief: ReadonlySet<string>;
}

/** A line that is drawn by itself, as it is drawn. */
export interface DrawnLine extends Line {
  readonly widthPx: number;
}

/** Lines that stand out are strips up to this many. */
const MOST_LIT_STRIPS = 300;
/** Where lines cannot be carried along with the camera, no more pieces than this are drawn until it rests: those of the pairs with the most claims. */
const MOST_MOVING = 3_000;
/** No more than this many are bands; the faint rest are threads. */
const MOST_BANDS = 1_500;
const MOST_BANDS_MOVING = 400;
/** Straight pieces of a curve in the mass. */
const CURVE_PIECES = 8;
/** Share of the ground that lines may cover before they grow paler. */
const COVERED_SHARE = 0.36;
const LEAST_OPACITY = 0.1;
/** How much of their opacity lines of the mass keep where something else stands out. */
const DIMMED_OPACITY = 0.16;

export class LineLayer {
  readonly #scene: Scene;
  readonly #canvas: LineCanvas;
  readonly #strips: Strips;
  readonly #base: Mass;
  readonly #lit: Mass;
  #scheme: Scheme;
  #bundling: Bundling = 'auto';
  #plan: Plan = { isBundled: false, isMass: false };
  #colors: LineColors;
  #attention: LineAttention = { lit: null, chief: new Set() };
  #fanned: ReadonlySet<number> = new Set();
  /** By pair: where its pieces begin in the mass. */
  #pieceStarts = new Int32Array(1);
  #pieces = new Pieces(0);
  #hidden: ReadonlySet<number> = new Set();
  #ink = { length: 0, area: 1 };
  #drawn: readonly DrawnLine[] = [];
  /** Whether the last frame left nothing out. */
  #isWhole = false;
  #isBaseStale = true;
  #isTopStale = true;

  /** @throws Error where the browser gives no WebGL 2 */
  constructor(container: HTMLElement, scene: Scene, scheme: Scheme) {
    this.#scene = scene;
    this.#scheme = scheme;
    this.#colors = new LineColors(scene.lineStyles, scheme, 0);
    this.#canvas = new LineCanvas(container);
    const { gl } = this.#canvas;
    this.#strips = new Strips(gl);
    const program = massProgram(gl);
    this.#base = new Mass(program);
    this.#lit = new Mass(program);
  }

  /** Draws each sort of line once, unseen: what draws for the first time is compiled then. Call while nothing is drawn as yet. */
  warm(): void {
    const { width, height } = this.#canvas.element;
    const view = { scale: 1, x: 0, y: 0, width, height, pixelRatio: 1, sizeRatio: 1 };
    this.#strips.upload([UNSEEN]);
    this.#strips.draw(view);
    this.#base.upload(Pieces.unseen(2));
    this.#base.draw(view, 0, 1, 0);
  }

  get canvas(): HTMLCanvasElement {
    return this.#canvas.element;
  }

  kill(): void {
    this.#canvas.kill();
  }

  get colors(): LineColors {
    return this.#colors;
  }

  get plan(): Plan {
    return this.#plan;
  }

  /** The lines that are drawn by themselves, in the order in which they are drawn: over the mass, where there is one. */
  get drawn(): readonly DrawnLine[] {
    this.#prepare();
    return this.#drawn;
  }

  /** Whether the mass has a line for this pair that can be seen. */
  isInMass(pair: number): boolean {
    return this.#plan.isMass && !this.#hidden.has(pair);
  }

  /** Call after the graph or its places have changed. */
  sceneChanged(): void {
    this.#plan = planLines(this.#scene.pairs, this.#bundling);
    const { count, claims } = this.#scene.pairs;
    this.#colors = new LineColors(
      this.#scene.lineStyles,
      this.#scheme,
      this.#plan.isMass ? 0 : this.#plan.isBundled ? count : claims.length,
    );
    this.#fanned = new Set();
    this.#isBaseStale = this.#isTopStale = true;
  }

  placesChanged(): void {
    this.#isBaseStale = this.#isTopStale = true;
  }

  setScheme(scheme: Scheme): void {
    this.#scheme = scheme;
    const fanned = this.#fanned;
    this.sceneChanged();
    this.#fanned = fanned;
  }

  bundle(bundling: Bundling): void {
    if (bundling === this.#bundling) return;
    this.#bundling = bundling;
    this.sceneChanged();
  }

  attend(attention: LineAttention): void {
    this.#attention = attention;
    this.#isTopStale = true;
  }

  /** Draws these pairs claim by claim. @returns false where they are drawn so already */
  fan(pairs: ReadonlySet<number>): boolean {
    if (pairs.size === this.#fanned.size && [...pairs].every((pair) => this.#fanned.has(pair))) return false;
    this.#fanned = pairs;
    this.#isTopStale = true;
    return true;
  }

  isFanned(pair: number): boolean {
    return !this.#plan.isBundled || this.#scene.pairs.size(pair) === 1 || this.#fanned.has(pair);
  }

  /** The lines that the mass has for a pair. */
  linesOf(pair: number): readonly Line[] {
    return linesOf(this.#scene.pairs, pair, this.#plan.isBundled);
  }

  /** The lines that are drawn for a pair now, in the mass or by themselves. */
  linesNow(pair: number): readonly Line[] {
    return linesOf(this.#scene.pairs, pair, !this.isFanned(pair));
  }

  /**
   * @param isMoving whether the camera moves: what was drawn is carried along, or what is faint left out
   * @param isOpen false for the first frame, which is drawn as one of a movement is: there is something to look at while the rest is drawn
   */
  draw(view: Viewport, isMoving: boolean, isOpen: boolean): void {
    if (this.#isBaseStale || this.#isTopStale) this.#canvas.forget();
    this.#prepare();
    const { isMass } = this.#plan;
    // lines stay as they are while only names and nodes change
    if (this.#canvas.shows(view) && (isMoving || this.#isWhole)) return;
    if (isMass && isMoving && this.#canvas.carry(view)) return;
    const isCoarse = isMoving || !isOpen;
    this.#isWhole = !isMass || !isCoarse;
    const canvas = this.#canvas.begin(view, isMass && isOpen, (drawn) => this.#isWithin(drawn));
    if (isMass) {
      const { count } = this.#pieces;
      const from = isCoarse ? Math.max(0, count - MOST_MOVING) : 0;
      const bandsFrom = count - (isCoarse ? MOST_BANDS_MOVING : MOST_BANDS);
      const opacity = this.#opacity(canvas) * (this.#attention.lit === null ? 1 : DIMMED_OPACITY);
      this.#base.draw(canvas, from, bandsFrom, opacity);
      this.#lit.draw(canvas, 0, 0, 1);
    }
    this.#strips.draw(canvas);
  }

  /** Whether all nodes, and so nearly all of the lines between them, lie on the canvas. */
  #isWithin({ scale, x, y, width, height }: CanvasView): boolean {
    const { x: xs, y: ys } = this.#scene;
    for (let node = 0; node < xs.length; node++)
      if (
        Math.abs((xs[node] ?? 0) * scale + x) > width / 2 ||
        Math.abs((ys[node] ?? 0) * scale + y) > height / 2
      )
        return false;
    return true;
  }

  /** Lines grow paler where they would cover too much of the ground: the further off, the less each can be told from the others. */
  #opacity({ scale, pixelRatio, sizeRatio }: CanvasView): number {
    const pxPerUnit = scale / pixelRatio;
    const covered = this.#ink.length / sizeRatio / (this.#ink.area * pxPerUnit);
    return Math.min(1, Math.max(LEAST_OPACITY, Math.sqrt(COVERED_SHARE / Math.max(1e-9, covered))));
  }

  #prepare(): void {
    if (this.#isBaseStale) {
      this.#isBaseStale = false;
      if (this.#plan.isMass) this.#uploadBase();
      else this.#base.upload((this.#pieces = new Pieces(0)));
    }
    if (this.#isTopStale) {
      this.#isTopStale = false;
      this.#uploadTop();
    }
  }

  #uploadBase(): void {
    const { pairs, x, y, list } = this.#scene;
    const most = this.#plan.isBundled ? pairs.count : pairs.claims.length;
    let loops = 0;
    for (let pair = 0; pair < pairs.count; pair++)
      if (pairs.isLoop(pair)) loops += this.#plan.isBundled ? 1 : pairs.size(pair);
    const straight = this.#plan.isBundled ? most - loops + loops * CURVE_PIECES : most * CURVE_PIECES;
    const pieces = new Pieces(straight);
    const starts = new Int32Array(pairs.count + 1);
    let ink = 0;
    for (let pair = 0; pair < pairs.count; pair++) {
      starts[pair] = pieces.count;
      const size = pairs.size(pair);
      const low = pairs.low[pair] ?? 0;
      const high = pairs.high[pair] ?? 0;
      if (this.#plan.isBundled && low !== high) {
        const alpha = bundleAlpha(size);
        const width = bundleWidthPx(size);
        const [x0, y0, x1, y1] = [x[low] ?? 0, y[low] ?? 0, x[high] ?? 0, y[high] ?? 0];
        pieces.add(x0, y0, x1, y1, width, this.#colors.bundle(pairs, pair, 'resting', alpha));
        ink += Math.hypot(x1 - x0, y1 - y0) * width * alpha;
      } else this.#addCurves(pieces, pair, 'resting');
    }
    starts[pairs.count] = pieces.count;
    this.#pieces = pieces;
    this.#pieceStarts = starts;
    this.#ink = { length: ink, area: areaOf(x, y, list.length) };
    this.#hidden = new Set();
    this.#base.upload(pieces);
  }

  /** Lines of the mass that are no straight line between two: as so many straight pieces. */
  #addCurves(pieces: Pieces, pair: number, standing: Standing): void {
    const { pairs } = this.#scene;
    for (const line of linesOf(pairs, pair, this.#plan.isBundled)) {
      const curve = this.#curve(line);
      const size = line.place === null ? pairs.size(pair) : 1;
      const color =
        line.place === null || standing === 'resting'
          ? this.#colors.bundle(pairs, pair, standing, standing === 'lit' ? 1 : bundleAlpha(size))
          : this.#colors.claim(pairs, line.place, standing);
      let from = pointAt(curve, 0);
      for (let piece = 1; piece <= CURVE_PIECES; piece++) {
        const to = pointAt(curve, piece / CURVE_PIECES);
        pieces.add(from.x, from.y, to.x, to.y, bundleWidthPx(size), color);
        from = to;
      }
    }
  }

  /** In graph units: there y points upwards, and a curve is told for a plane in which it points down. */
  #curve({ pair, place, bend }: Line) {
    const { pairs, x, y } = this.#scene;
    const low = { x: x[pairs.low[pair] ?? 0] ?? 0, y: -(y[pairs.low[pair] ?? 0] ?? 0) };
    const high = { x: x[pairs.high[pair] ?? 0] ?? 0, y: -(y[pairs.high[pair] ?? 0] ?? 0) };
    const isForward = place === null || pairs.forward[place] === 1;
    const curve = isForward ? claimCurve(low, high, bend) : claimCurve(high, low, bend);
    return curve.map((point) => ({ x: point.x, y: -point.y })) as unknown as ReturnType<typeof claimCurve>;
  }

  #uploadTop(): void {
    const { pairs } = this.#scene;
    const { isMass, isBundled } = this.#plan;
    const lines: Line[] = [];
    const hidden = new Set<number>();
    let litPieces = new Pieces(0);
    if (isMass) {
      const litPairs = this.#litPairs();
      for (const pair of this.#fanned) if (pair < pairs.count) hidden.add(pair);
      let singles = 0;
      for (const pair of litPairs) singles += this.isFanned(pair) ? pairs.size(pair) : 1;
      if (singles > MOST_LIT_STRIPS) {
        litPieces = new Pieces(singles * CURVE_PIECES);
        for (const pair of [...litPairs].toSorted((a, b) => a - b))
          if (!hidden.has(pair)) this.#addCurves(litPieces, pair, 'lit');
      } else
        for (const pair of litPairs) if (!hidden.has(pair)) lines.push(...linesOf(pairs, pair, isBundled));
      for (const pair of hidden) lines.push(...linesOf(pairs, pair, false));
    } else
      for (let pair = 0; pair < pairs.count; pair++)
        lines.push(...linesOf(pairs, pair, !this.isFanned(pair)));
    this.#hide(hidden);
    this.#lit.upload(litPieces);

    const styled = lines.map((line) => this.#styled(line));
    // what stands out lies above what steps back
    styled.sort((a, b) => a.rank - b.rank);
    this.#strips.upload(styled.map(({ strip }) => strip));
    this.#drawn = styled.map(({ line, strip }) => ({ ...line, widthPx: strip.widthPx }));
  }

  #litPairs(): Set<number> {
    const found = new Set<number>();
    for (const claim of this.#attention.lit ?? []) {
      const pair = this.#scene.pairOf(claim);
      if (pair !== undefined) found.add(pair);
    }
    return found;
  }

  /** Takes lines out of the mass that are drawn claim by claim, and puts those back that no longer are. */
  #hide(hidden: ReadonlySet<number>): void {
    const before = this.#hidden;
    this.#hidden = hidden;
    if (!this.#plan.isMass) return;
    for (const pair of hidden) if (!before.has(pair)) this.#show(pair, false);
    for (const pair of before) if (!hidden.has(pair)) this.#show(pair, true);
  }

  #show(pair: number, isShown: boolean): void {
    for (let piece = this.#pieceStarts[pair] ?? 0; piece < (this.#pieceStarts[pair + 1] ?? 0); piece++)
      this.#base.show(piece, this.#pieces, isShown);
  }

  #styled(line: Line): { line: Line; strip: Strip; rank: number } {
    const { pairs, list, x, y } = this.#scene;
    const { pair, place } = line;
    const { lit, chief } = this.#attention;
    const claims = place === null ? pairs.claimsOf(pair) : [pairs.claims[place] ?? ''];
    const isChief = claims.some((claim) => chief.has(claim));
    const isLit = isChief || (lit !== null && claims.some((claim) => lit.has(claim)));
    const standing = isLit ? 'lit' : lit === null ? 'resting' : 'dimmed';
    const isForward =
      place === null ? pairs.forward[pairs.starts[pair] ?? 0] === 1 : pairs.forward[place] === 1;
    const [from, to] = isForward ? [pairs.low[pair], pairs.high[pair]] : [pairs.high[pair], pairs.low[pair]];
    const [source, target] = [from ?? 0, to ?? 0];
    const style = place === null ? null : this.#scene.lineStyle(place);
    const widthPx = style === null ? bundleWidthPx(claims.length) : style.widthPx;
    return {
      line,
      rank: isChief ? 3 : isLit ? 2 : lit === null ? 1 : 0,
      strip: {
        source: [x[source] ?? 0, y[source] ?? 0],
        target: [x[target] ?? 0, y[target] ?? 0],
        sourcePx: radiusOf(list[source]),
        targetPx: radiusOf(list[target]),
        widthPx: isChief ? widthPx + 1.6 : isLit ? widthPx + 0.3 : widthPx,
        bend: line.bend,
        dash: style === null ? [0, 0] : style.dash,
        hasHead: style !== null || pointsOneWay(pairs, pair),
        color:
          place === null
            ? this.#colors.bundle(pairs, pair, standing)
            : this.#colors.claim(pairs, place, standing),
      },
    };
  }
}

const radiusOf = (node: SceneNode | undefined): number => node?.radiusPx ?? 0;

/** How opaque the line of so many claims is where nothing else is asked of it. */
const bundleAlpha = (claims: number): number => Math.min(0.95, 0.4 + 0.13 * Math.log2(claims));

function pointsOneWay(
  { starts, forward }: { starts: Int32Array; forward: Uint8Array },
  pair: number,
): boolean {
  const [start, end] = [starts[pair] ?? 0, starts[pair + 1] ?? 0];
  for (let place = start + 1; place < end; place++) if (forward[place] !== forward[start]) return false;
  return true;
}

/** Of the rectangle that holds most nodes: few that lie far out leave the rest as dense as they are. */
function areaOf(x: Float64Array, y: Float64Array, count: number): number {
  if (count === 0) return 1;
  const span = (places: Float64Array): number => {
    const sorted = places.slice(0, count).toSorted();
    const low = sorted[Math.floor(count * 0.05)] ?? 0;
    const high = sorted[Math.min(count - 1, Math.floor(count * 0.95))] ?? 0;
    return Math.max(1, high - low);
  };
  return span(x) * span(y);
}
