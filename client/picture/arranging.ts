/**
 * Gives nodes their places: asks the layout worker, moves what it has placed, and has the camera look at it. The picture says when;
 * places change through `onMove` alone.
 */
import type { ScreenGraph } from '../state/graph.ts';
import { LayoutRunner } from './layout/runner.ts';
import type { LayoutNode } from './layout/arrange.ts';
import { sunflower } from './layout/sunflower.ts';
import { reachOf } from './scene.ts';
import type { Scene } from './scene.ts';
import { tween } from './tween.ts';
import type { Part, RoomOf, Viewpoint } from './viewpoint.ts';

export interface ArrangingEvents {
  onMove(positions: ReadonlyMap<string, readonly [number, number]>): void;
  /** The layout is done, or has begun again. */
  onSettled(isSettled: boolean): void;
  onLayoutFailed(error: unknown): void;
}

type Room = ReturnType<RoomOf>;

/** Share of the view that nodes and names may take when it is laid out; more, and they are pushed into columns. */
const LABELLED_SHARE = 0.42;
/** Beyond this many nodes names get what room is left: boxes of names would line the nodes up in columns. */
const MOST_NAMED = 400;
/** Share that nodes without names may take; more, and the layout is made for a larger view and seen from further off. */
const CROWDED_SHARE = 0.16;
const TWEEN_MS = 420;

export class Arranging {
  readonly #graph: ScreenGraph;
  readonly #scene: Scene;
  readonly #events: ArrangingEvents;
  readonly #layout = new LayoutRunner();
  /** Nodes for whose names the layout has kept no room. */
  readonly #unnamed = new Set<string>();
  /** True once a unit of the graph has its size on the screen. */
  #isAnchored = false;
  #wanted: Part | null = null;
  #stopTween: () => void = () => {};

  constructor(graph: ScreenGraph, scene: Scene, events: ArrangingEvents) {
    this.#graph = graph;
    this.#scene = scene;
    this.#events = events;
  }

  /** Leaves everything where it is: ends a layout and a movement that are under way. */
  stay(): void {
    this.#layout.cancel();
    this.#stopTween();
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
   * Lays out what has no place yet: everything, fitted to the view, where nothing has; else only what is new, near its neighbours.
   *
   * @param again true to give everything a new place
   * @param added what was added to what is there: it is brought into view, unless the reader moves the camera meanwhile
   */
  async arrange(viewpoint: Viewpoint, again = false, added: readonly string[] = []): Promise<void> {
    const graph = this.#graph;
    const readersMoves = viewpoint.readersMoves;
    const look = (): void => {
      if (added.length === 0 || viewpoint.readersMoves !== readersMoves) viewpoint.again();
      else viewpoint.show(added);
    };
    const isAnchored = !again && graph.someNode((_id, { placed }) => placed);
    if (isAnchored && graph.everyNode((_id, { placed }) => placed)) {
      if (!this.#isAnchored) await this.#openPlaced(viewpoint);
      else if (added.length > 0) look();
      return this.#events.onSettled(true);
    }
    this.#events.onSettled(false);
    if (isAnchored) this.#startAtNeighbours();
    // panels that came with the graph are measured by the next frame
    await nextFrame();
    let { width, height } = viewpoint.free();
    if (!isAnchored) {
      this.#scene.suit(width, height);
      const stretch = this.#stretchFor(width * height);
      width *= stretch;
      height *= stretch;
    }
    const rooms = isAnchored
      ? this.#roomsBeside()
      : this.#rooms(graph.order > MOST_NAMED ? 0 : width * height * LABELLED_SHARE);
    const nodes = graph.mapNodes((id, { x, y, placed }): LayoutNode => ({
      id,
      x,
      y,
      fixed: isAnchored && placed,
      ...(rooms.get(id) ?? this.#room(id, true)),
    }));
    const links = graph.mapEdges((_id, _attributes, source, target) => [source, target] as const);
    try {
      const positions = await this.#layout.run({ nodes, links, width, height });
      if (positions === null) return;
      if (!isAnchored) this.#anchor(viewpoint, width, height);
      await this.#moveTo(positions, isAnchored || again);
      if (isAnchored) look();
      else viewpoint.fitAll(again);
    } catch (error) {
      // a plain figure is better than none
      this.#events.onMove(sunflower(nodes, Math.min(width, height)));
      viewpoint.fitAll(false);
      this.#events.onLayoutFailed(error);
    }
    this.#events.onSettled(true);
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
    this.#anchor(viewpoint, width, height);
    if (this.#wanted === null) viewpoint.fitAll(false);
    else viewpoint.showPart(this.#wanted);
  }

  /** How many times the view's sides a layout needs, so that the nodes alone do not fill it; 1 where the view is large enough. */
  #stretchFor(area: number): number {
    let taken = 0;
    for (const node of this.#scene.nodes.values()) taken += (2 * reachOf(node) + 6) ** 2;
    return Math.max(1, Math.sqrt(taken / (area * CROWDED_SHARE)));
  }

  /**
   * Room for every node, and for the names of the most important as long as there is `area` (px²) for them: in a view too small for
   * all names, the others wait until the reader zooms in.
   */
  #rooms(area: number): Map<string, Room> {
    const rooms = new Map<string, Room>();
    let taken = 0;
    const inOrder = [...this.#scene.nodes].toSorted(([, a], [, b]) => b.claims - a.claims);
    this.#unnamed.clear();
    for (const [id] of inOrder) {
      const isNamed = taken < area;
      const room = this.#room(id, isNamed);
      if (!isNamed) this.#unnamed.add(id);
      taken += (room.left + room.right) * (room.above + room.below);
      rooms.set(id, room);
    }
    return rooms;
  }

  /** Room for what is new, names included unless there are very many, beside what keeps the room it had. */
  #roomsBeside(): Map<string, Room> {
    const fresh = this.#graph.filterNodes((_id, { placed }) => !placed);
    if (fresh.length > MOST_NAMED) for (const id of fresh) this.#unnamed.add(id);
    return new Map(this.#graph.mapNodes((id) => [id, this.roomOf(id)] as const));
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

  async #moveTo(positions: ReadonlyMap<string, readonly [number, number]>, isShown: boolean): Promise<void> {
    this.#stopTween();
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    if (!isShown || still) {
      this.#events.onMove(positions);
      return;
    }
    const from = new Map<string, readonly [number, number]>();
    for (const id of positions.keys()) {
      if (!this.#graph.hasNode(id)) continue;
      const { x, y } = this.#graph.getNodeAttributes(id);
      from.set(id, [x, y]);
    }
    const { done, stop } = tween(TWEEN_MS, (share) => {
      const now = new Map<string, readonly [number, number]>();
      for (const [id, [x, y]] of positions) {
        const [x0, y0] = from.get(id) ?? [x, y];
        now.set(id, [x0 + (x - x0) * share, y0 + (y - y0) * share]);
      }
      this.#events.onMove(now);
    });
    this.#stopTween = stop;
    await done;
  }
}

const nextFrame = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => resolve()));
