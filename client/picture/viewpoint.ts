/** Where the camera stands: fitting what matters into the part of the view that no panel covers, in short moves that give way. */
import type { CameraState } from 'sigma/types';
import type { Renderer } from './drawn-graph.ts';
import { fit } from './fit.ts';
import type { Extent } from './fit.ts';

/** The room a node needs around its centre, in pixels, whatever the zoom. */
export type RoomOf = (id: string) => Omit<Extent, 'x' | 'y'>;

/** Pixels of the view that panels cover, by side. */
export interface Covered {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A rectangle of the graph, in its units: left, low, right, high. */
export type Part = readonly [left: number, low: number, right: number, high: number];

/** Nodes that are kept in view, and whether at a size to read at. */
interface Followed {
  readonly ids: readonly string[];
  readonly isRead: boolean;
}

const MARGIN_PX = 18;
const MOVE_MS = 260;
/** Most that fitting zooms in, in pixels per unit of the layout. */
const MOST_SCALE = 1.6;
/** More than any camera zooms in; a bound that a bisection can begin with. */
const CLOSEST = 1e4;
/** A part is shown instead of the whole where that makes it at least this many times as large. */
const LITTLE_GAIN = 1.2;
const HOME = { x: 0.5, y: 0.5, ratio: 1, angle: 0 };

export class Viewpoint {
  readonly #sigma: Renderer;
  readonly #roomOf: RoomOf;
  #covered: Covered = { top: 0, right: 0, bottom: 0, left: 0 };
  /** What the camera keeps in view; null once the reader has moved it. */
  #follow: 'all' | Followed | { readonly part: Part } | null = 'all';
  /** Scale at which everything was last fitted: going to something never zooms in further, so that a click is no plunge. */
  #wholeScale = 1;
  #isOwnMove = false;
  /** Where the last move that was begun here ends. */
  #goingTo: CameraState | undefined;
  /** False until the camera can be pointed at anything. */
  isAnchored = false;
  /** Called as soon as it can. */
  onAnchored: () => void = () => {};
  #readersMoves = 0;

  constructor(sigma: Renderer, roomOf: RoomOf) {
    this.#sigma = sigma;
    this.#roomOf = roomOf;
    const camera = sigma.getCamera();
    camera.on('updated', () => {
      if (!this.#isOwnMove) this.#readerMoved();
    });
    const giveWay = (): void => {
      this.#goingTo = undefined;
      if (!this.#isOwnMove || !camera.isAnimated()) return;
      this.#isOwnMove = false;
      this.#readerMoved();
      // Sigma's camera has no stop: a move to where it is takes the place of the one that runs
      void camera.animate(camera.getState(), { duration: 1 });
    };
    sigma.getMouseCaptor().on('mousedown', giveWay);
    sigma.getMouseCaptor().on('wheel', giveWay);
    sigma.getTouchCaptor().on('touchdown', giveWay);
    sigma.on('resize', () => this.#soon());
  }

  /** How often the reader has moved the camera: what was meant to move it gives way where this has grown. */
  get readersMoves(): number {
    return this.#readersMoves;
  }

  #readerMoved(): void {
    this.#follow = null;
    this.#readersMoves++;
  }

  /** True while the camera is put somewhere at once: nothing is seen to move. */
  get isJumping(): boolean {
    return this.#isOwnMove && !this.#sigma.getCamera().isAnimated();
  }

  /** Makes one unit of the graph one pixel at zoom 1, however nodes move later. */
  anchor(width: number, height: number): void {
    const box = this.#sigma.getCustomBBox();
    if (box !== null && box.x[1] === width / 2 && box.y[1] === height / 2) return;
    this.#sigma.setCustomBBox({ x: [-width / 2, width / 2], y: [-height / 2, height / 2] });
    // Sigma takes the box in only when it draws; the frame that is seen comes when the camera is there
    this.#sigma.refresh();
    if (this.isAnchored) return;
    this.isAnchored = true;
    this.onAnchored();
  }

  cover(covered: Covered): void {
    this.#covered = covered;
    this.#soon();
  }

  /** The part of the view that no panel covers; CSS pixels. */
  uncovered(): Rectangle {
    const { width, height } = this.#sigma.getDimensions();
    const { top, right, bottom, left } = this.#covered;
    return { x: left, y: top, width: width - right - left, height: height - bottom - top };
  }

  /** The same less a margin, and never too small to fit something into. */
  free(): Rectangle {
    const { x, y, width, height } = this.uncovered();
    return {
      x: x + MARGIN_PX,
      y: y + MARGIN_PX,
      width: Math.max(80, width - 2 * MARGIN_PX),
      height: Math.max(80, height - 2 * MARGIN_PX),
    };
  }

  /** The part of the graph that can be seen once the camera has arrived, in graph units; null while everything is kept in view. */
  part(): Part | null {
    if (this.#follow === 'all') return null;
    const { x, y, width, height } = this.free();
    const cameraState = this.#destination();
    const low = this.#sigma.viewportToGraph({ x, y: y + height }, { cameraState });
    const high = this.#sigma.viewportToGraph({ x: x + width, y }, { cameraState });
    return [low.x, low.y, high.x, high.y];
  }

  /** Shows a part of the graph, as large as it goes into the free part of the view, until the reader moves the camera. */
  showPart(part: Part): void {
    const [left, low, right, high] = part;
    this.#follow = { part };
    const corner = { left: 0, right: 0, above: 0, below: 0 };
    this.#fitExtents(
      [
        { x: left, y: low, ...corner },
        { x: right, y: high, ...corner },
      ],
      CLOSEST,
      false,
    );
  }

  fitAll(isAnimated = true): void {
    this.#follow = 'all';
    this.#fit(this.#sigma.getGraph().nodes(), MOST_SCALE, isAnimated);
  }

  /** The first look, at once: everything, or the nodes that were asked for before anything had its place. */
  open(): void {
    const asked = this.#follow;
    this.fitAll(false);
    if (asked !== 'all' && asked !== null && 'ids' in asked) this.#read(asked.ids, false);
  }

  /** Brings these nodes into view at a size to read at, wherever the camera is. */
  goTo(ids: readonly string[]): void {
    this.#read(ids, true);
  }

  #read(ids: readonly string[], isAnimated: boolean): void {
    this.#follow = { ids, isRead: true };
    this.#wholeScale = this.#scaleFor(this.#sigma.getGraph().nodes(), MOST_SCALE);
    this.#fit(ids, MOST_SCALE * this.#wholeScale, isAnimated);
  }

  /**
   * Brings these nodes into view without zooming in, or everything where that is hardly smaller. Nothing moves where all of
   * them are in view already.
   */
  show(ids: readonly string[]): void {
    if (this.#isInside(ids)) return;
    const all = this.#sigma.getGraph().nodes();
    const now = this.#unitPx() / this.#sigma.getCamera().ratio;
    const closest = Math.max(now, this.#wholeScale);
    if (this.#scaleFor(ids, closest) < this.#scaleFor(all, closest) * LITTLE_GAIN) this.fitAll();
    else {
      this.#follow = { ids, isRead: false };
      this.#fit(ids, closest, true);
    }
  }

  /**
   * Keeps these nodes in the free part of the view from now on, or everything (null), unless the reader has moved the camera: then
   * only the first of them is brought in, by panning.
   */
  follow(ids: readonly string[] | null): void {
    if (this.#follow === 'all' || (this.#follow !== null && 'ids' in this.#follow)) {
      this.#follow = ids === null ? 'all' : { ids, isRead: false };
      this.#soon();
    } else if (ids !== null) this.#reveal(ids.slice(0, 1));
  }

  /** Looks again, after nodes have moved. */
  again(): void {
    this.#soon();
  }

  zoom(factor: number): void {
    this.#readerMoved();
    const camera = this.#sigma.getCamera();
    const { x, y, width, height } = this.free();
    const middle = { x: x + width / 2, y: y + height / 2 };
    // from where the camera goes, so that two quick steps are two
    const ratio = camera.getBoundedRatio(this.#destination().ratio / factor);
    this.#goingTo = this.#sigma.getViewportZoomedState(middle, ratio);
    void camera.animate(this.#goingTo, { duration: this.#duration(true) });
  }

  /** Where the camera stands when its move is over. */
  #destination(): CameraState {
    const camera = this.#sigma.getCamera();
    return camera.isAnimated() ? (this.#goingTo ?? camera.getState()) : camera.getState();
  }

  /** Pans by what it takes to bring the nodes inside the free part; nothing where they are. */
  #reveal(ids: readonly string[]): void {
    const sigma = this.#sigma;
    const graph = sigma.getGraph();
    const free = this.free();
    let [dx, dy] = [0, 0];
    for (const id of ids) {
      if (!graph.hasNode(id)) continue;
      const at = sigma.graphToViewport(graph.getNodeAttributes(id));
      if (at.x + dx > free.x + free.width) dx = free.x + free.width - at.x;
      if (at.x + dx < free.x) dx = free.x - at.x;
      if (at.y + dy > free.y + free.height) dy = free.y + free.height - at.y;
      if (at.y + dy < free.y) dy = free.y - at.y;
    }
    if (dx === 0 && dy === 0) return;
    const camera = sigma.getCamera();
    const origin = sigma.viewportToFramedGraph({ x: 0, y: 0 });
    const moved = sigma.viewportToFramedGraph({ x: -dx, y: -dy });
    this.#move(
      { ...camera.getState(), x: camera.x + moved.x - origin.x, y: camera.y + moved.y - origin.y },
      true,
    );
  }

  #waiting: number | undefined;

  /** Several panels may change in one frame: fit once. */
  #soon(): void {
    if (this.#waiting !== undefined) return;
    this.#waiting = requestAnimationFrame(() => {
      this.#waiting = undefined;
      const follow = this.#follow;
      if (follow === 'all') this.fitAll();
      else if (follow !== null && 'part' in follow) this.showPart(follow.part);
      else if (follow?.isRead === true) this.#read(follow.ids, true);
      else if (follow !== null && !this.#isInside(follow.ids)) this.#fit(follow.ids, this.#wholeScale, true);
    });
  }

  #isInside(ids: readonly string[]): boolean {
    const graph = this.#sigma.getGraph();
    const { x, y, width, height } = this.free();
    return ids.every((id) => {
      if (!graph.hasNode(id)) return true;
      const at = this.#sigma.graphToViewport(graph.getNodeAttributes(id));
      return at.x >= x && at.y >= y && at.x <= x + width && at.y <= y + height;
    });
  }

  #extents(ids: readonly string[]): Extent[] {
    const graph = this.#sigma.getGraph();
    return ids.flatMap((id): Extent[] => {
      if (!graph.hasNode(id)) return [];
      const { x, y } = graph.getNodeAttributes(id);
      return [{ x, y, ...this.#roomOf(id) }];
    });
  }

  #scaleFor(ids: readonly string[], maxScale: number): number {
    const { width, height } = this.free();
    return fit(this.#extents(ids), width, height, maxScale).scale;
  }

  /** Pixels per unit when the camera is at home: divided by its ratio they are the scale. */
  #unitPx(): number {
    const zero = this.#sigma.graphToViewport({ x: 0, y: 0 }, { cameraState: HOME });
    const unit = this.#sigma.graphToViewport({ x: 1, y: 0 }, { cameraState: HOME });
    return Math.abs(unit.x - zero.x);
  }

  #fit(ids: readonly string[], maxScale: number, isAnimated: boolean): void {
    const extents = this.#extents(ids);
    if (extents.length > 0) this.#fitExtents(extents, maxScale, isAnimated);
  }

  #fitExtents(extents: readonly Extent[], maxScale: number, isAnimated: boolean): void {
    const sigma = this.#sigma;
    const free = this.free();
    const { scale, centerX, centerY } = fit(extents, free.width, free.height, maxScale);
    if (this.#follow === 'all') this.#wholeScale = scale;
    const camera = sigma.getCamera();
    const ratio = camera.getBoundedRatio(this.#unitPx() / scale);
    const at = { ...HOME, ratio };
    const lies = sigma.graphToViewport({ x: centerX, y: centerY }, { cameraState: at });
    const wanted = { x: free.x + free.width / 2, y: free.y + free.height / 2 };
    const from = sigma.viewportToFramedGraph(wanted, { cameraState: at });
    const to = sigma.viewportToFramedGraph(lies, { cameraState: at });
    this.#move({ x: 0.5 + to.x - from.x, y: 0.5 + to.y - from.y, ratio, angle: 0 }, isAnimated);
  }

  #move(state: CameraState, isAnimated: boolean): void {
    const camera = this.#sigma.getCamera();
    // a move at once still has to take the place of one that runs
    const duration = this.#duration(isAnimated) || (camera.isAnimated() ? 1 : 0);
    this.#isOwnMove = true;
    this.#goingTo = state;
    if (duration === 0) {
      camera.setState(state);
      this.#isOwnMove = false;
      return;
    }
    const ticket = ++this.#ticket;
    camera.animate(state, { duration, easing: 'cubicInOut' }, () => {
      // a move that took this one's place is still under way
      if (ticket === this.#ticket) this.#isOwnMove = false;
    });
  }

  #ticket = 0;

  #duration(isAnimated: boolean): number {
    return isAnimated && !matchMedia('(prefers-reduced-motion: reduce)').matches ? MOVE_MS : 0;
  }
}
