/**
 * Gives nodes their places: asks the layout worker, moves what it has placed, and has the camera look at it. The picture says when;
 * places change through `onMove` alone.
 */
import type { Guide } from '../../graph/layout/drawing.ts';
import { LatestJob } from '../latest-job.ts';
import type { ScreenGraph } from '../state/graph.ts';
import { shownNow, useScreen } from '../state/screen.ts';
import type { Layout } from '../state/settings.ts';
import { choiceOf } from './layout/choice.ts';
import { gather } from './layout/gather.ts';
import { Glide } from './layout/glide.ts';
import type { Arrangement, LayoutRequest, LayoutStep, Places, Rooms } from './layout/request.ts';
import { layoutRests, layoutRuns, useLayoutRun } from './layout/run-state.ts';
import { sunflower } from './layout/sunflower.ts';
import { reachOf } from './scene.ts';
import type { Scene } from './scene.ts';
import type { Part, RoomOf, Viewpoint } from './viewpoint.ts';

export interface ArrangingEvents {
  onMove(positions: ReadonlyMap<string, readonly [number, number]>): void;
  /** The layout is done, or has begun again. */
  onSettled(isSettled: boolean): void;
  /** Everything is laid out anew, and this is to be drawn behind it. */
  onGuides(guides: readonly Guide[]): void;
  onLayoutFailed(error: unknown): void;
}

type Room = ReturnType<RoomOf>;

/** Share of the view that nodes and names may take when it is laid out; more, and they are pushed into columns. */
const LABELLED_SHARE = 0.42;
/** Beyond this many nodes names get what room is left: boxes of names would line the nodes up in columns. */
const MOST_NAMED = 400;
/** Share that nodes without names may take; more, and the layout is made for a larger view and seen from further off. */
const CROWDED_SHARE = 0.16;
/** Beyond this many nodes and claims a frame takes too long for a movement to be seen: they go to their places at once. */
const MOST_MOVED = 4_000;
/** Between two steps of a layout that is watched. */
const STEP_MS = 80;
/** Between two steps of one that is not: they only say how far it is. */
const PROGRESS_MS = 250;
/** After this long what has no place yet is shown on its way. */
const PATIENCE_MS = 400;
/** A drawing this many times as large as the view gets a unit of its own, as the camera goes only so far back. */
const MOST_LARGER = 3;

export class Arranging {
  readonly #graph: ScreenGraph;
  readonly #scene: Scene;
  readonly #events: ArrangingEvents;
  readonly #layout = new LatestJob<LayoutRequest, LayoutStep, Arrangement>(
    () => new Worker(new URL('./layout/worker.ts', import.meta.url), { type: 'module' }),
  );
  /** Nodes for whose names the layout has kept no room. */
  readonly #unnamed = new Set<string>();
  /** True once a unit of the graph has its size on the screen. */
  #isAnchored = false;
  #wanted: Part | null = null;
  #glide: Glide | null = null;
  /** Counts what was begun: what was begun before is over. */
  #ticket = 0;

  constructor(graph: ScreenGraph, scene: Scene, events: ArrangingEvents) {
    this.#graph = graph;
    this.#scene = scene;
    this.#events = events;
    // its code comes while the graph is still being fetched
    this.#layout.prepare();
  }

  /** Leaves everything where it is: ends a layout and a movement that are under way. */
  stay(): void {
    this.#end();
  }

  /** Ends the layout for good. */
  kill(): void {
    this.#end();
    this.#layout.close();
  }

  #end(): void {
    this.#ticket++;
    this.#layout.cancel();
    this.#glide?.stop();
    this.#glide = null;
    layoutRests();
  }

  /** Shows this part of the graph from the next time that everything has its place; null shows everything. */
  showPart(part: Part | null): void {
    this.#wanted = part;
  }

  /** The room a node takes, with its name where the layout has kept room for that; pixels around its centre. */
  roomOf(id: string): Room {
    return this.#room(id, !this.#unnamed.has(id));
  }

  /**
   * Lays out what has no place yet: everything, fitted to the view, where nothing has; else only what is new, near its neighbours. How
   * everything is laid out, and what stays where it is, is in the settings.
   *
   * @param again true to give everything a new place but what is pinned
   * @param added what was added to what is there: it is brought into view, unless the reader moves the camera meanwhile
   */
  async arrange(viewpoint: Viewpoint, again = false, added: readonly string[] = []): Promise<void> {
    const graph = this.#graph;
    const readersMoves = viewpoint.readersMoves;
    const look = (): void => {
      if (added.length === 0 || viewpoint.readersMoves !== readersMoves) viewpoint.again();
      else viewpoint.show(added);
    };
    // only then may something have been asked for that had no place to be looked at
    const isFirst = !this.#isAnchored;
    const lookAtAll = (isAnimated: boolean): void =>
      isFirst ? viewpoint.open() : viewpoint.fitAll(isAnimated);
    const isOnlyNew = !again && graph.someNode((_id, { placed }) => placed);
    if (isOnlyNew && graph.everyNode((_id, { placed }) => placed)) {
      if (!this.#isAnchored) await this.#openPlaced(viewpoint);
      // what was taken back may have had another extent
      else look();
      return this.#events.onSettled(true);
    }
    this.#end();
    const ticket = this.#ticket;
    this.#events.onSettled(false);
    if (isOnlyNew) this.#startAtNeighbours();
    // panels that came with the graph are measured by the next frame, and what they cover is known by the one after
    await nextFrame();
    if (!again) await nextFrame();
    if (ticket !== this.#ticket) return;
    const { layout } = useScreen.getState().settings;
    const { ids, request } = this.#request(viewpoint, isOnlyNew, layout);
    const move = (places: Places): void => this.#events.onMove(positionsOf(ids, places));
    const isSeen = isWatched(graph);
    // what was nowhere is shown where a step has it only when the end is long in coming
    let isThere = isOnlyNew || again;
    const glide = new Glide(request, move);
    this.#glide = glide;
    layoutRuns(() => this.#stop(request, move));
    try {
      const choice = isOnlyNew
        ? request.choice
        : await choiceOf(layout, { graph, ids, links: request.links });
      if (choice === null || ticket !== this.#ticket) return;
      const stepMs = !isSeen ? PROGRESS_MS : isThere ? STEP_MS : PATIENCE_MS;
      const arranged = await this.#layout.run({ ...request, choice, stepMs }, (step) => {
        useLayoutRun.setState({ share: step.share });
        if (!isSeen) return;
        if (isThere) return void glide.towards(step);
        isThere = true;
        this.#anchor(viewpoint, request.width, request.height);
        glide.put(step);
        lookAtAll(false);
      });
      if (arranged === null || ticket !== this.#ticket) return;
      if (!isOnlyNew) {
        this.#anchorFor(viewpoint, request, arranged);
        this.#events.onGuides(arranged.guides);
      }
      if (isSeen && isThere) await glide.towards(arranged);
      else move(arranged);
      if (ticket !== this.#ticket) return;
      if (isOnlyNew) look();
      // what goes to its place at once is looked at at once: two moves are two frames of thousands of lines
      else lookAtAll(again && isSeen);
    } catch (error) {
      if (ticket !== this.#ticket) return;
      // a plain figure is better than none
      if (!again) move(sunflower(request));
      lookAtAll(false);
      this.#events.onLayoutFailed(error);
    }
    this.#glide = null;
    layoutRests();
    this.#events.onSettled(true);
  }

  /** What the worker is asked but for what the layout goes by, and whose places they are. */
  #request(
    viewpoint: Viewpoint,
    isOnlyNew: boolean,
    layout: Layout,
  ): { ids: readonly string[]; request: LayoutRequest } {
    const graph = this.#graph;
    let { width, height } = viewpoint.free();
    const { pins } = useScreen.getState().settings;
    const [pinned, shown] = [new Set(pins), shownNow().nodes];
    // what is hidden keeps its place, and must have one to be shown at
    const { ids, links, x, y } = gather(
      graph,
      (id) => isOnlyNew || shown.has(id) || !graph.getNodeAttribute(id, 'placed'),
    );
    const isFixed = (id: string): boolean =>
      graph.getNodeAttribute(id, 'placed') && (isOnlyNew || pinned.has(id));
    if (!isOnlyNew) {
      // sizes are chosen once: choosing looks at everything several times, too long a task for a large graph that is laid out again
      if (!this.#isAnchored) this.#scene.suit(width, height);
      if (layout.kind === 'force') {
        const stretch = this.#stretchFor(width * height);
        width *= stretch;
        height *= stretch;
      }
      this.#chooseNamed(ids.length > MOST_NAMED ? 0 : width * height * LABELLED_SHARE);
    } else this.#unnameCrowd(graph.filterNodes((_id, { placed }) => !placed));
    const rooms: Rooms = {
      left: new Float64Array(ids.length),
      right: new Float64Array(ids.length),
      above: new Float64Array(ids.length),
      below: new Float64Array(ids.length),
    };
    ids.forEach((id, number) => {
      const room = this.roomOf(id);
      for (const side of ['left', 'right', 'above', 'below'] as const) rooms[side][number] = room[side];
    });
    const fixed = Uint8Array.from(ids, (id) => Number(isFixed(id)));
    const choice = { kind: 'force' } as const;
    return {
      ids,
      request: { links, choice, isOnlyNew, x, y, fixed, rooms, width, height, stepMs: PROGRESS_MS },
    };
  }

  /** Ends the layout that runs; what it has moved stays where it is by now. */
  #stop(request: LayoutRequest, move: (places: Places) => void): void {
    const isAnyUnplaced = this.#graph.someNode((_id, { placed }) => !placed);
    this.#end();
    if (isAnyUnplaced) move(sunflower(request));
    this.#events.onSettled(true);
  }

  /** Makes a unit a pixel of the view once; anew only for a drawing that is far larger, as everything jumps then. */
  #anchorFor(viewpoint: Viewpoint, { width, height }: LayoutRequest, places: Places): void {
    const reach = (axis: Float64Array): number => axis.reduce((most, at) => Math.max(most, Math.abs(at)), 0);
    const isLarge = 2 * reach(places.x) > MOST_LARGER * width || 2 * reach(places.y) > MOST_LARGER * height;
    if (isLarge) this.#anchor(viewpoint, 2 * reach(places.x), 2 * reach(places.y));
    else this.#anchor(viewpoint, width, height);
  }

  #anchor(viewpoint: Viewpoint, width: number, height: number): void {
    viewpoint.anchor(width, height);
    this.#isAnchored = true;
  }

  /** Begins with a picture in which everything has its place: one from a link, or from before the page was loaded again. */
  async #openPlaced(viewpoint: Viewpoint): Promise<void> {
    await nextFrame();
    const { width, height } = viewpoint.free();
    this.#scene.suit(width, height);
    this.#unnameCrowd(this.#graph.nodes());
    this.#anchor(viewpoint, width, height);
    if (this.#wanted === null) viewpoint.open();
    else viewpoint.showPart(this.#wanted);
  }

  /** How many times the view's sides a layout needs, so that the nodes alone do not fill it; 1 where the view is large enough. */
  #stretchFor(area: number): number {
    let taken = 0;
    for (const node of this.#scene.nodes.values()) taken += (2 * reachOf(node) + 6) ** 2;
    return Math.max(1, Math.sqrt(taken / (area * CROWDED_SHARE)));
  }

  /**
   * Keeps room for the names of the most important nodes as long as there is `area` (px²) for them: in a view too small for all names,
   * the others wait until the reader zooms in.
   */
  #chooseNamed(area: number): void {
    this.#unnamed.clear();
    if (area === 0) {
      for (const id of this.#scene.nodes.keys()) this.#unnamed.add(id);
      return;
    }
    let taken = 0;
    const inOrder = [...this.#scene.nodes].toSorted(([, a], [, b]) => b.claims - a.claims);
    for (const [id] of inOrder) {
      const isNamed = taken < area;
      const room = this.#room(id, isNamed);
      if (!isNamed) this.#unnamed.add(id);
      taken += (room.left + room.right) * (room.above + room.below);
    }
  }

  /** What is new gets room for its name unless it is very many. */
  #unnameCrowd(fresh: readonly string[]): void {
    if (fresh.length > MOST_NAMED) for (const id of fresh) this.#unnamed.add(id);
  }

  /** The room a node takes, with its name below it where `isNamed`; pixels around its centre. */
  #room(id: string, isNamed: boolean): Room {
    const node = this.#scene.nodes.get(id);
    if (node === undefined) return { left: 0, right: 0, above: 0, below: 0 };
    const reach = reachOf(node);
    if (!isNamed) return { left: reach, right: reach, above: reach, below: reach };
    const half = Math.max(reach, node.label.width / 2);
    return { left: half, right: half, above: reach + 2, below: reach + 4 + node.label.height };
  }

  /** What is new comes out of its neighbours. */
  #startAtNeighbours(): void {
    const graph = this.#graph;
    graph.forEachNode((id, { placed }) => {
      if (placed) return;
      const near = graph.filterNeighbors(id, (_neighbour, attributes) => attributes.placed);
      if (near.length === 0) return;
      let [x, y] = [0, 0];
      for (const neighbour of near) {
        const at = graph.getNodeAttributes(neighbour);
        x += at.x / near.length;
        y += at.y / near.length;
      }
      graph.mergeNodeAttributes(id, { x, y });
    });
  }
}

/** Whether nodes are seen to move to their places. */
const isWatched = (graph: ScreenGraph): boolean =>
  graph.order + graph.size <= MOST_MOVED && !matchMedia('(prefers-reduced-motion: reduce)').matches;

const positionsOf = (ids: readonly string[], { x, y }: Places): Map<string, readonly [number, number]> =>
  new Map(ids.map((id, number) => [id, [x[number] ?? 0, y[number] ?? 0]]));

const nextFrame = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => resolve()));
