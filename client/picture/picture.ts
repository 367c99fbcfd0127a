/**
 * The picture: the only owner of Sigma. It reads the client's graph and the scene derived from it, draws, and tells what is
 * hovered, clicked and moved; it changes nothing but places, and those through `onMove`.
 */
import { Sigma } from 'sigma';
import { EdgeLineProgram } from 'sigma/rendering';
import type { EdgeDisplayData, NodeDisplayData } from 'sigma/types';
import type { NodeAttributes, RelationshipAttributes, ScreenGraph } from '../state/graph.ts';
import { Viewpoint } from './viewpoint.ts';
import type { Covered, Part, RoomOf } from './viewpoint.ts';
import { clearPoints } from './clear-point.ts';
import { claimCurve, pointAt } from './curve.ts';
import type { Point } from './curve.ts';
import type { Element } from '../state/element.ts';
import type { Focus } from './focus.ts';
import { NOTHING } from '../state/selection.ts';
import type { Selection } from '../state/selection.ts';
import type { Shown } from '../state/shown.ts';
import { HoverIntent } from './hover-intent.ts';
import { LabelLayer } from './labels/layer.ts';
import type { FrameClaim, FrameNode } from './labels/layer.ts';
import type { Box } from './occupied.ts';
import { LayoutRunner } from './layout/runner.ts';
import type { LayoutNode } from './layout/arrange.ts';
import { sunflower } from './layout/sunflower.ts';
import { GROUND, INK, TONES, kindStyle, mix, restingColor } from './palette.ts';
import type { Scheme } from './palette.ts';
import { ClaimLineProgram } from './programs/claim-line.ts';
import type { ClaimLineData } from './programs/claim-line.ts';
import { NodeShapeProgram } from './programs/node-shape.ts';
import type { NodeShapeData } from './programs/node-shape.ts';
import { LABEL_FONT, LABEL_SIZE_PX, Scene } from './scene.ts';
import { tween } from './tween.ts';

export interface PictureEvents {
  onHover(element: Element | null): void;
  /** @param isMore to select it as well as what is selected (Shift, Ctrl or ⌘ held) */
  onSelect(element: Element | null, isMore: boolean): void;
  onExpand(node: string): void;
  onMove(positions: ReadonlyMap<string, readonly [number, number]>): void;
  /** The layout is done, or has begun again. */
  onSettled(isSettled: boolean): void;
  /** Nothing has moved for a moment: positions on the screen can be read. */
  onRest(): void;
  onContextLost(): void;
  onLayoutFailed(error: unknown): void;
}

/** What is to stand out; see `focus.ts`. */
export interface Attention {
  readonly selection: Selection;
  readonly hover: Element | null;
  readonly focus: Focus | null;
}

/** What the picture adds to the elements, for files that keep it. By element id. */
export interface Appearance {
  readonly positions: Readonly<Record<string, [x: number, y: number]>>;
  readonly colors: Readonly<Record<string, string>>;
  readonly sizes: Readonly<Record<string, number>>;
}

/** Where things are on the screen, in CSS pixels from the picture's top left. */
export interface Place extends Point {
  readonly id: string;
  readonly label: Box | null;
}

type Room = ReturnType<RoomOf>;

/** Share of the view that nodes and names may take when it is laid out; more, and they are pushed into columns. */
const LABELLED_SHARE = 0.42;
/** Beyond this many nodes names get what room is left: boxes of names would line the nodes up in columns. */
const MOST_NAMED = 400;
/** Share that nodes without names may take; more, and the layout is made for a larger view and seen from further off. */
const CROWDED_SHARE = 0.16;
/** Beyond this many claims each is a plain thread until it is hovered or selected. */
const MOST_CURVES = 4_000;
const RING_PX = 4;
const REST_MS = 120;
const TWEEN_MS = 420;
/** Most nodes whose labels are considered in a frame. */
const MOST_LABELS = 800;
/** Shares of a line where its words may stand. */
const WORD_PLACES = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74] as const;

export class Picture {
  readonly #graph: ScreenGraph;
  readonly #events: PictureEvents;
  readonly #sigma: Sigma<NodeAttributes, RelationshipAttributes>;
  readonly #scene: Scene;
  readonly #viewpoint: Viewpoint;
  readonly #labels = new LabelLayer();
  readonly #layout = new LayoutRunner();
  readonly #hover: HoverIntent;
  readonly #ruler = document.createElement('canvas').getContext('2d');
  /** Nodes for whose names the layout has kept no room. */
  readonly #unnamed = new Set<string>();
  #scheme: Scheme;
  /** True once a unit of the graph has its size on the screen. */
  #isAnchored = false;
  #wanted: Part | null = null;
  #attention: Attention = { selection: NOTHING, hover: null, focus: null };
  /** Null while everything that is loaded is shown. */
  #shown: Shown | null = null;
  #restTimer: ReturnType<typeof setTimeout> | undefined;
  #floats: readonly Box[] = [];
  #stopTween: () => void = () => {};

  /** @throws Error where the browser gives no WebGL */
  constructor(container: HTMLElement, graph: ScreenGraph, scheme: Scheme, events: PictureEvents) {
    this.#graph = graph;
    this.#events = events;
    this.#scheme = scheme;
    this.#scene = new Scene(graph, (text) => this.#measure(text));
    this.#hover = new HoverIntent((element) => events.onHover(element));
    this.#sigma = new Sigma<NodeAttributes, RelationshipAttributes>(graph, container, {
      nodeProgramClasses: { shape: NodeShapeProgram },
      edgeProgramClasses: { claim: ClaimLineProgram, thread: EdgeLineProgram },
      defaultNodeType: 'shape',
      defaultEdgeType: 'claim',
      nodeReducer: (id, attributes) => this.#drawnNode(id, attributes),
      edgeReducer: (id) => this.#drawnClaim(id),
      renderLabels: false,
      renderEdgeLabels: false,
      enableEdgeEvents: true,
      defaultDrawNodeHover: () => {},
      zIndex: true,
      stagePadding: 0,
      minEdgeThickness: 0,
      minCameraRatio: 0.04,
      maxCameraRatio: 6,
      zoomDuration: 180,
      inertiaDuration: 160,
      doubleClickZoomingDuration: 200,
      allowInvalidContainer: true,
    });
    this.#viewpoint = new Viewpoint(this.#sigma, (id) => this.#roomOf(id, !this.#unnamed.has(id)));
    this.#listen(container);
  }

  kill(): void {
    clearTimeout(this.#restTimer);
    this.#stopTween();
    this.#hover.cancel();
    this.#layout.cancel();
    this.#sigma.kill();
  }

  /** Call after the graph has changed, and before it is drawn again. */
  graphChanged(): void {
    this.#scene.derive();
    this.#sigma.refresh();
  }

  /** Leaves everything where it is: ends a layout and a movement that are under way. */
  stay(): void {
    this.#layout.cancel();
    this.#stopTween();
  }

  setScheme(scheme: Scheme): void {
    this.#scheme = scheme;
    this.#sigma.refresh({ skipIndexation: true });
  }

  /** Draws only these of what is loaded. */
  show(shown: Shown): void {
    this.#shown = shown;
    this.#sigma.refresh();
  }

  attend(attention: Attention): void {
    this.#attention = attention;
    // indexed anew: what stands out is drawn above what steps back
    this.#sigma.refresh();
  }

  /** Measures labels again, after their font has come. */
  fontsChanged(): void {
    this.#scene.forgetMeasures();
    this.#sigma.refresh({ skipIndexation: true });
  }

  /** Boxes of what floats over the picture, in its CSS pixels: names keep out of them. */
  setFloats(floats: readonly Box[]): void {
    this.#floats = floats;
    this.#sigma.scheduleRender();
  }

  setCovered(covered: Covered): void {
    this.#viewpoint.cover(covered);
  }

  fit(): void {
    this.#viewpoint.fitAll();
  }

  zoom(factor: number): void {
    this.#viewpoint.zoom(factor);
  }

  /** What can be seen of the graph; null while everything is. */
  part(): Part | null {
    return this.#viewpoint.part();
  }

  /** Shows this part of the graph from the next time that everything has its place; null shows everything. */
  showPart(part: Part | null): void {
    this.#wanted = part;
  }

  /** Brings an element and what it is joined to into view, at a size to read at. */
  goTo(element: Element): void {
    this.#viewpoint.goTo(this.#around(element));
  }

  /** Keeps an element and what it is joined to in view, or everything (null), until the reader moves the camera. */
  follow(element: Element | null): void {
    this.#viewpoint.follow(element === null ? null : this.#around(element));
  }

  /**
   * Lays out what has no place yet: everything, fitted to the view, where nothing has; else only what is new, near its neighbours.
   *
   * @param again true to give everything a new place
   * @param added what was added to what is there: it is brought into view, unless the reader moves the camera meanwhile
   */
  async arrange(again = false, added: readonly string[] = []): Promise<void> {
    const graph = this.#graph;
    const readersMoves = this.#viewpoint.readersMoves;
    const look = (): void => {
      if (added.length === 0 || this.#viewpoint.readersMoves !== readersMoves) this.#viewpoint.again();
      else this.#viewpoint.show(added);
    };
    const isAnchored = !again && graph.someNode((_id, { placed }) => placed);
    if (isAnchored && graph.everyNode((_id, { placed }) => placed)) {
      if (!this.#isAnchored) await this.#openPlaced();
      else if (added.length > 0) look();
      return this.#events.onSettled(true);
    }
    this.#events.onSettled(false);
    if (isAnchored) this.#startAtNeighbours();
    // panels that came with the graph are measured by the next frame
    await nextFrame();
    let { width, height } = this.#viewpoint.free();
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
      ...(rooms.get(id) ?? this.#roomOf(id, true)),
    }));
    const links = graph.mapEdges((_id, _attributes, source, target) => [source, target] as const);
    try {
      const positions = await this.#layout.run({ nodes, links, width, height });
      if (positions === null) return;
      if (!isAnchored) this.#anchor(width, height);
      await this.#moveTo(positions, isAnchored || again);
      if (isAnchored) look();
      else this.#viewpoint.fitAll(again);
    } catch (error) {
      // a plain figure is better than none
      this.#events.onMove(sunflower(nodes, Math.min(width, height)));
      this.#viewpoint.fitAll(false);
      this.#events.onLayoutFailed(error);
    }
    this.#events.onSettled(true);
  }

  #anchor(width: number, height: number): void {
    this.#viewpoint.anchor(width, height);
    this.#isAnchored = true;
  }

  /** Begins with a picture in which everything has its place: one from a link, or from before the page was loaded again. */
  async #openPlaced(): Promise<void> {
    await nextFrame();
    const { width, height } = this.#viewpoint.free();
    this.#scene.suit(width, height);
    this.#anchor(width, height);
    if (this.#wanted === null) this.#viewpoint.fitAll(false);
    else this.#viewpoint.showPart(this.#wanted);
  }

  /** Positions, colours (of the light scheme) and sizes as drawn. */
  appearance(): Appearance {
    const positions: Record<string, [number, number]> = {};
    const colors: Record<string, string> = {};
    const sizes: Record<string, number> = {};
    this.#graph.forEachNode((id, { x, y }) => {
      const node = this.#scene.nodes.get(id);
      if (node === undefined) return;
      positions[id] = [x, y];
      colors[id] = kindStyle(node.kind).color.light;
      sizes[id] = node.radiusPx;
    });
    for (const [id, { tone }] of this.#scene.claims) colors[id] = TONES[tone].color.light;
    return { positions, colors, sizes };
  }

  /** Where nodes are now, and where claims can be pointed at: at most `most` of each, those with the most claims first. */
  places(most: number): { nodes: Place[]; claims: Place[] } {
    const byClaims = [...this.#scene.nodes]
      .filter(([id]) => this.#shown?.nodes.has(id) !== false)
      .toSorted(([, a], [, b]) => b.claims - a.claims);
    const nodes = byClaims.slice(0, most).map(([id]) => ({
      id,
      ...this.#at(id),
      label: this.#labels.boxes.get(id) ?? null,
    }));
    const lines = new Map(
      this.#graph
        .filterEdges((id) => this.#shown?.relationships.has(id) !== false)
        .slice(0, most)
        .map((id) => [id, this.#curve(id, this.#graph.source(id), this.#graph.target(id))] as const),
    );
    const discs = byClaims
      .slice(0, most)
      .map(([id, node]) => ({ ...this.#at(id), radiusPx: this.#sigma.scaleSize(reachOf(node)) }));
    const claims = [...clearPoints(lines, discs)].map(([id, point]) => ({ id, ...point, label: null }));
    return { nodes, claims };
  }

  /** The nodes to keep in view with an element, itself first. */
  #around({ kind, id }: Element): string[] {
    const graph = this.#graph;
    if (kind === 'relationship') return graph.hasEdge(id) ? graph.extremities(id) : [];
    return graph.hasNode(id) ? [id, ...graph.neighbors(id)] : [];
  }

  #listen(container: HTMLElement): void {
    const sigma = this.#sigma;
    sigma.on('enterNode', ({ node }) => this.#enter(container, { kind: 'node', id: node }));
    sigma.on('leaveNode', () => this.#enter(container, null));
    sigma.on('enterEdge', ({ edge }) => this.#enter(container, { kind: 'relationship', id: edge }));
    sigma.on('leaveEdge', () => this.#enter(container, null));
    sigma.on('leaveStage', () => this.#enter(container, null));
    sigma.on('clickNode', ({ node, event }) =>
      this.#events.onSelect({ kind: 'node', id: node }, isMore(event.original)),
    );
    sigma.on('clickEdge', ({ edge, event }) =>
      this.#events.onSelect({ kind: 'relationship', id: edge }, isMore(event.original)),
    );
    sigma.on('clickStage', ({ event }) => this.#events.onSelect(null, isMore(event.original)));
    sigma.on('doubleClickNode', ({ node, preventSigmaDefault }) => {
      preventSigmaDefault();
      this.#events.onExpand(node);
    });
    sigma.on('afterRender', () => {
      this.#drawLabels();
      clearTimeout(this.#restTimer);
      this.#restTimer = setTimeout(() => this.#events.onRest(), REST_MS);
    });
    for (const canvas of Object.values(sigma.getCanvases())) {
      canvas.addEventListener('webglcontextlost', (event) => {
        event.preventDefault();
        this.#events.onContextLost();
      });
    }
  }

  #enter(container: HTMLElement, element: Element | null): void {
    container.style.cursor = element === null ? '' : 'pointer';
    this.#hover.over(element);
  }

  #measure(text: string): number {
    if (this.#ruler === null) return text.length * LABEL_SIZE_PX * 0.5;
    this.#ruler.font = `550 ${LABEL_SIZE_PX}px ${LABEL_FONT}`;
    return this.#ruler.measureText(text).width;
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
      const room = this.#roomOf(id, isNamed);
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
    return new Map(this.#graph.mapNodes((id) => [id, this.#roomOf(id, !this.#unnamed.has(id))] as const));
  }

  /** The room a node takes, with its name below it where `isNamed`; pixels around its centre. */
  #roomOf(id: string, isNamed: boolean): Room {
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

  #drawnNode(id: string, { x, y }: NodeAttributes): Partial<NodeShapeData> & NodeDisplayData {
    const scene = this.#scene.nodes.get(id);
    const ground = GROUND[this.#scheme];
    const ink = INK[this.#scheme];
    const color = kindStyle(scene?.kind ?? 'other').color[this.#scheme];
    const { selection, hover, focus } = this.#attention;
    const isChief = selection.nodes.includes(id) || isNode(hover, id);
    const isDimmed = focus !== null && !focus.nodes.has(id) && !selection.nodes.includes(id);
    const shown = isDimmed ? mix(color, ground, 0.8) : color;
    return {
      x,
      y,
      label: null,
      size: scene?.radiusPx ?? 5,
      color: shown,
      hidden: this.#shown?.nodes.has(id) === false,
      forceLabel: false,
      highlighted: false,
      zIndex: isChief ? 3 : isDimmed ? 0 : focus === null ? 1 : 2,
      type: 'shape',
      shape: scene?.shape ?? { points: 0, notch: 1, turn: 0, scale: 1 },
      // a rim of the ground colour parts a node from the lines that end at it
      rim: isDimmed ? ground : mix(color, this.#scheme === 'light' ? '#000000' : '#ffffff', 0.25),
      ringPx: selection.nodes.includes(id) ? 2.2 : isNode(hover, id) ? 1.4 : 0,
      ring: ink,
    };
  }

  #drawnClaim(id: string): ClaimLineData {
    const claim = this.#scene.claims.get(id);
    const tone = claim?.tone ?? 'standing';
    const { color, dash, widthPx } = TONES[tone];
    const { selection, hover, focus } = this.#attention;
    const isChief = selection.relationships.includes(id) || isClaim(hover, id);
    const isLit = focus?.relationships.has(id) === true || selection.relationships.includes(id);
    const isDimmed = focus !== null && !isLit;
    const ground = GROUND[this.#scheme];
    const isThread = this.#graph.size > MOST_CURVES;
    const rest = restingColor(tone, this.#scheme, this.#graph.size);
    return {
      label: null,
      size: isChief ? widthPx + 1.6 : isLit ? widthPx + 0.3 : widthPx,
      color: isDimmed ? mix(color[this.#scheme], ground, 0.88) : isLit ? color[this.#scheme] : rest,
      hidden: this.#shown?.relationships.has(id) === false,
      forceLabel: false,
      zIndex: isChief ? 3 : isDimmed ? 0 : isLit ? 2 : 1,
      type: isThread && !isLit ? 'thread' : 'claim',
      bend: claim?.bend ?? 0,
      dash,
    } satisfies ClaimLineData & EdgeDisplayData;
  }

  #at(id: string): Point {
    return this.#sigma.graphToViewport(this.#graph.getNodeAttributes(id));
  }

  #curve(id: string, source: string, target: string) {
    const from = this.#at(source);
    const bend = this.#scene.claims.get(id)?.bend ?? 0;
    return claimCurve(
      from,
      source === target ? from : this.#at(target),
      source === target ? this.#sigma.scaleSize(bend) : bend,
    );
  }

  #drawLabels(): void {
    const canvas = this.#sigma.getCanvases()['labels'];
    const context = canvas?.getContext('2d');
    if (context === null || context === undefined) return;
    const { width, height } = this.#sigma.getDimensions();
    const nodes: FrameNode[] = [];
    for (const [id, scene] of this.#scene.nodes) {
      if (!this.#graph.hasNode(id) || !this.#graph.getNodeAttribute(id, 'placed')) continue;
      if (this.#shown?.nodes.has(id) === false) continue;
      const { x, y } = this.#at(id);
      if (x < -60 || y < -60 || x > width + 60 || y > height + 60) continue;
      const prominence = this.#prominence(id);
      nodes.push({
        id,
        x,
        y,
        // the ring around what is selected or hovered is part of it
        radiusPx: this.#sigma.scaleSize(reachOf(scene)) + (prominence === 'chief' ? RING_PX : 0),
        label: scene.label,
        weight: scene.claims,
        prominence,
      });
    }
    if (nodes.length > MOST_LABELS) {
      nodes.sort((a, b) => b.weight - a.weight);
      nodes.length = MOST_LABELS;
    }
    this.#labels.draw(context, {
      nodes,
      claims: this.#wordedClaims(),
      bounds: this.#viewpoint.uncovered(),
      floats: this.#floats,
      scheme: this.#scheme,
    });
  }

  #wordedClaims(): FrameClaim[] {
    const { focus, hover, selection } = this.#attention;
    const worded: FrameClaim[] = [];
    for (const id of focus?.worded ?? []) {
      const scene = this.#scene.claims.get(id);
      if (scene === undefined || !this.#graph.hasEdge(id)) continue;
      const curve = this.#curve(id, this.#graph.source(id), this.#graph.target(id));
      worded.push({
        id,
        phrase: scene.phrase,
        tone: scene.tone,
        isChief: isClaim(hover, id) || selection.relationships.includes(id),
        at: WORD_PLACES.map((share) => pointAt(curve, share)),
      });
    }
    return worded;
  }

  #prominence(id: string): FrameNode['prominence'] {
    const { selection, hover, focus } = this.#attention;
    if (selection.nodes.includes(id) || isNode(hover, id)) return 'chief';
    if (focus === null) return 'plain';
    return focus.nodes.has(id) ? 'lit' : 'dimmed';
  }
}

const nextFrame = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => resolve()));

const isNode = (element: Element | null, id: string): boolean =>
  element?.kind === 'node' && element.id === id;
const isClaim = (element: Element | null, id: string): boolean =>
  element?.kind === 'relationship' && element.id === id;
const isMore = (event: MouseEvent | TouchEvent): boolean => event.shiftKey || event.ctrlKey || event.metaKey;

/** How far a node's shape reaches from its centre, about: tips of a star reach further than its radius. */
const reachOf = ({ radiusPx, shape }: { radiusPx: number; shape: { scale: number } }): number =>
  radiusPx * (1 + (shape.scale - 1) * 0.7);
