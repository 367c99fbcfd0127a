/**
 * The picture: the only owner of Sigma. It reads the client's graph and the scene derived from it, draws, and tells what is
 * hovered, clicked and moved; it changes nothing but places, and those through `onMove`.
 */
import { Sigma } from 'sigma';
import { EdgeLineProgram } from 'sigma/rendering';
import type { EdgeDisplayData, NodeDisplayData } from 'sigma/types';
import type { NodeAttributes, RelationshipAttributes, ScreenGraph } from '../state/graph.ts';
import { Arranging } from './arranging.ts';
import type { ArrangingEvents } from './arranging.ts';
import { Viewpoint } from './viewpoint.ts';
import type { Covered, Part } from './viewpoint.ts';
import { clearPoints } from './clear-point.ts';
import { claimCurve, pointAt } from './curve.ts';
import type { Point } from './curve.ts';
import type { Element } from '../state/element.ts';
import { isInside } from './polygon.ts';
import type { Focus } from './focus.ts';
import { NOTHING } from '../state/selection.ts';
import type { Selection } from '../state/selection.ts';
import type { LineClass } from '../state/line-style.ts';
import type { Shown } from '../state/shown.ts';
import type { Styling } from '../state/style.ts';
import { HoverIntent } from './hover-intent.ts';
import { LabelLayer } from './labels/layer.ts';
import type { FrameClaim, FrameNode } from './labels/layer.ts';
import type { Box } from './occupied.ts';
import { GROUND, INK, TONES, kindStyle, mix, resting } from './palette.ts';
import type { Scheme } from './palette.ts';
import { ClaimLineProgram } from './programs/claim-line.ts';
import type { ClaimLineData } from './programs/claim-line.ts';
import { NodeShapeProgram } from './programs/node-shape.ts';
import type { NodeShapeData } from './programs/node-shape.ts';
import { LABEL_FONT, LABEL_SIZE_PX, Scene, reachOf } from './scene.ts';

export interface PictureEvents extends ArrangingEvents {
  onHover(element: Element | null): void;
  /** @param isMore to select it as well as what is selected (Shift, Ctrl or ⌘ held) */
  onSelect(element: Element | null, isMore: boolean): void;
  onExpand(node: string): void;
  /** Nothing has moved for a moment: positions on the screen can be read. */
  onRest(): void;
  onContextLost(): void;
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

/** Beyond this many claims each is a plain thread until it is hovered or selected. */
const MOST_CURVES = 4_000;
const RING_PX = 4;
const REST_MS = 120;
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
  readonly #arranging: Arranging;
  readonly #hover: HoverIntent;
  readonly #ruler = document.createElement('canvas').getContext('2d');
  #scheme: Scheme;
  #attention: Attention = { selection: NOTHING, hover: null, focus: null };
  /** Null while everything that is loaded is shown. */
  #shown: Shown | null = null;
  #styling: Styling | null = null;
  #restTimer: ReturnType<typeof setTimeout> | undefined;
  #floats: readonly Box[] = [];

  /** @throws Error where the browser gives no WebGL */
  constructor(container: HTMLElement, graph: ScreenGraph, scheme: Scheme, events: PictureEvents) {
    this.#graph = graph;
    this.#events = events;
    this.#scheme = scheme;
    this.#scene = new Scene(graph, (text) => this.#measure(text));
    this.#arranging = new Arranging(graph, this.#scene, events);
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
    this.#viewpoint = new Viewpoint(this.#sigma, (id) => this.#arranging.roomOf(id));
    this.#listen(container);
  }

  kill(): void {
    clearTimeout(this.#restTimer);
    this.#hover.cancel();
    this.#arranging.kill();
    this.#sigma.kill();
  }

  /** Call after the graph has changed, and before it is drawn again. */
  graphChanged(): void {
    this.#scene.derive();
    this.#sigma.refresh();
  }

  /** Leaves everything where it is: ends a layout and a movement that are under way. */
  stay(): void {
    this.#arranging.stay();
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

  /** Colours and sizes from now on. */
  restyle(styling: Styling): void {
    this.#styling = styling;
    this.#scene.restyle(styling);
    this.#sigma.refresh({ skipIndexation: false });
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
    this.#arranging.showPart(part);
  }

  /** Brings an element and what it is joined to into view, at a size to read at. */
  goTo(element: Element): void {
    this.#viewpoint.goTo(this.#around(element));
  }

  /** Brings these nodes into view, at a size to read at. */
  lookAt(ids: readonly string[]): void {
    this.#viewpoint.goTo(ids.filter((id) => this.#graph.hasNode(id)));
  }

  /** Shows a part of the graph, until the reader moves the camera. */
  lookAtPart(part: Part): void {
    this.#viewpoint.showPart(part);
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
  arrange(again = false, added: readonly string[] = []): Promise<void> {
    return this.#arranging.arrange(this.#viewpoint, again, added);
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
      colors[id] = (this.#styling?.colorOf(id) ?? kindStyle(node.kind).color).light;
      sizes[id] = node.radiusPx;
    });
    for (const [id, { tone }] of this.#scene.claims)
      colors[id] = (this.#lineClass(id) ?? TONES[tone]).color.light;
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

  /** The node under a point, else the claim that is hovered; null beside everything. */
  elementAt(point: Point): Element | null {
    const [nearest] = this.#shownNodes()
      .map((id) => ({ id, away: distanceTo(point, this.#at(id)) }))
      .filter(({ id, away }) => away <= this.#sigma.scaleSize(this.#reach(id)) + 2)
      .toSorted((a, b) => a.away - b.away);
    return nearest === undefined ? this.#attention.hover : { kind: 'node', id: nearest.id };
  }

  /** The shown nodes whose middle lies inside a polygon. */
  nodesWithin(polygon: readonly Point[]): string[] {
    return this.#shownNodes().filter((id) => isInside(polygon, this.#at(id)));
  }

  #shownNodes(): string[] {
    return [...this.#scene.nodes.keys()].filter((id) => this.#shown?.nodes.has(id) !== false);
  }

  #reach(id: string): number {
    const node = this.#scene.nodes.get(id);
    return node === undefined ? 0 : reachOf(node);
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

  #drawnNode(id: string, { x, y }: NodeAttributes): Partial<NodeShapeData> & NodeDisplayData {
    const scene = this.#scene.nodes.get(id);
    const ground = GROUND[this.#scheme];
    const ink = INK[this.#scheme];
    const color = (this.#styling?.colorOf(id) ?? kindStyle(scene?.kind ?? 'other').color)[this.#scheme];
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

  #lineClass(id: string): LineClass | undefined {
    if (this.#styling === null) return undefined;
    const { classes, classOf } = this.#styling.lines;
    const { type, properties } = this.#graph.getEdgeAttributes(id);
    return classes[classOf(type, properties['event'])];
  }

  #drawnClaim(id: string): ClaimLineData {
    const claim = this.#scene.claims.get(id);
    const tone = claim?.tone ?? 'standing';
    const { color, dash, widthPx } = this.#lineClass(id) ?? TONES[tone];
    const { selection, hover, focus } = this.#attention;
    const isChief = selection.relationships.includes(id) || isClaim(hover, id);
    const isLit = focus?.relationships.has(id) === true || selection.relationships.includes(id);
    const isDimmed = focus !== null && !isLit;
    const ground = GROUND[this.#scheme];
    const isThread = this.#graph.size > MOST_CURVES;
    const rest = resting(color[this.#scheme], this.#scheme, this.#graph.size);
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

const distanceTo = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);
const isNode = (element: Element | null, id: string): boolean =>
  element?.kind === 'node' && element.id === id;
const isClaim = (element: Element | null, id: string): boolean =>
  element?.kind === 'relationship' && element.id === id;
const isMore = (event: MouseEvent | TouchEvent): boolean => event.shiftKey || event.ctrlKey || event.metaKey;
