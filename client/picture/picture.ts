/**
 * The picture: the only owner of Sigma, which moves the camera and draws the nodes. It reads the client's graph and the scene derived
 * from it, has the lines drawn under the nodes and the names over them, and tells what is hovered, clicked and moved; it changes
 * nothing but places, and those through `onMove`.
 */
import type { Positions } from '../state/actions.ts';
import type { Element } from '../state/element.ts';
import type { ScreenGraph } from '../state/graph.ts';
import type { Grouping } from '../state/grouping.ts';
import { NOTHING } from '../state/selection.ts';
import type { Selection } from '../state/selection.ts';
import type { Layout, Settings } from '../state/settings.ts';
import type { Shown } from '../state/shown.ts';
import { whenIdle } from '../when-idle.ts';
import type { Styling } from '../state/style.ts';
import { appearanceOf } from './appearance.ts';
import type { Appearance } from './appearance.ts';
import { Arranging } from './arranging.ts';
import type { ArrangingEvents } from './arranging.ts';
import { LAYER, Prominences, UNATTENDED } from './attention.ts';
import type { Attention } from './attention.ts';
import type { Point } from './curve.ts';
import { fill, move, newDrawnGraph } from './drawn-graph.ts';
import { fannedByRequest, fannedByZoom } from './fanned.ts';
import { GuideLayer } from './layout/guide-layer.ts';
import { stopLayout } from './layout/run-state.ts';
import { LineLayer } from './lines/layer.ts';
import { NodeLooks } from './node-looks.ts';
import type { Box } from './occupied.ts';
import type { Scheme } from './palette.ts';
import { Picker } from './picker.ts';
import type { Pointed } from './picker.ts';
import { placesOf } from './places.ts';
import type { Place } from './places.ts';
import { isInside } from './polygon.ts';
import { Pointer } from './pointer.ts';
import { NoProgram, NodeShapeProgram } from './programs/node-shape.ts';
import { LABEL_FONT, LABEL_SIZE_PX, Scene } from './scene.ts';
import type { SceneNode } from './scene.ts';
import { SignLayer } from './signs.ts';
import { Stage } from './stage.ts';
import { Viewpoint } from './viewpoint.ts';
import type { Covered, Part } from './viewpoint.ts';
import { Viewport } from './viewport.ts';

export interface PictureEvents extends ArrangingEvents {
  onHover(element: Element | null): void;
  /** @param isMore to select it as well as what is selected (Shift, Ctrl or ⌘ held) */
  onSelect(element: Element | null, isMore: boolean): void;
  /** A line that stands for several claims, or a group of nodes, was clicked. */
  onSelectAll(selection: Selection, isMore: boolean): void;
  onExpand(node: string): void;
  /** A hand has moved these nodes, by several moves. @param before where they lay */
  onDragged(before: Positions): void;
  /** Nothing has moved for a moment: positions on the screen can be read. */
  onRest(): void;
  onContextLost(): void;
}

const REST_MS = 120;
/** Beyond this many nodes names are carried along while the camera moves, and find their places when it rests. */
const MOST_NAMED_MOVING = 300;

export class Picture {
  readonly #graph: ScreenGraph;
  readonly #events: PictureEvents;
  readonly #sigma: Stage;
  readonly #drawn = newDrawnGraph();
  readonly #scene: Scene;
  readonly #lines: LineLayer;
  readonly #picker: Picker;
  readonly #pointer: Pointer;
  readonly #viewpoint: Viewpoint;
  readonly #arranging: Arranging;
  readonly #signs = new SignLayer();
  readonly #ruler = document.createElement('canvas').getContext('2d');
  readonly #onPlaces = (): void => this.#placesChanged();
  /** Until the scene is derived anew, places are those of a graph that is no more. */
  readonly #onDropped = (): void => void (this.#isStale = true);
  #guides: GuideLayer | null = null;
  #scheme: Scheme;
  #looks: NodeLooks;
  #shown: Shown | null = null;
  #bundles: Pick<Settings, 'bundle' | 'fanned'> = { bundle: 'auto', fanned: [] };
  #pins: ReadonlySet<string> = new Set();
  /** Where what is dragged lay before, in graph units. */
  #grabbed: Positions = new Map();
  #attention: Attention = UNATTENDED;
  #prominences = new Prominences(UNATTENDED);
  /** The pair that is hovered where its claims are one line, or were until it was hovered. */
  #hoveredPair: number | null = null;
  #zoomFanned: ReadonlySet<number> = new Set();
  #order: readonly SceneNode[] = [];
  #floats: readonly Box[] = [];
  #isStale = true;
  #isMoving = false;
  #hasRested = false;
  /** False while nothing but what stands out has changed: then places are as they were told. */
  #isRestDue = true;
  #restTimer: ReturnType<typeof setTimeout> | undefined;
  #attentionFrame = 0;
  #signsFrame = 0;

  /** @throws Error where the browser gives no WebGL */
  constructor(container: HTMLElement, graph: ScreenGraph, scheme: Scheme, events: PictureEvents) {
    this.#graph = graph;
    this.#events = events;
    this.#scheme = scheme;
    this.#looks = new NodeLooks(scheme);
    this.#scene = new Scene(graph, (text) => this.#measure(text));
    this.#arranging = new Arranging(graph, this.#scene, events);
    this.#sigma = new Stage(this.#drawn, container, {
      // by the names of Sigma's own programs, so that it compiles none of them
      nodeProgramClasses: { circle: NodeShapeProgram },
      nodeHoverProgramClasses: { circle: NoProgram },
      edgeProgramClasses: { arrow: NoProgram, line: NoProgram },
      nodeReducer: (id, { x, y }) => {
        const node = this.#scene.nodes.get(id);
        return node === undefined
          ? { x, y }
          : { x, y, ...this.#looks.of(node, this.#scene.colorOf(node)[this.#scheme], this.#prominences) };
      },
      renderLabels: false,
      defaultDrawNodeHover: () => {},
      zIndex: true,
      stagePadding: 0,
      minCameraRatio: 0.04,
      maxCameraRatio: 6,
      zoomDuration: 180,
      inertiaDuration: 160,
      doubleClickZoomingDuration: 200,
      allowInvalidContainer: true,
    });
    this.#lines = new LineLayer(container, this.#scene, scheme);
    this.#picker = new Picker(this.#scene, this.#lines);
    this.#pointer = new Pointer(this.#sigma, container, {
      at: (point) => this.#at(point),
      onHover: (pointed) => this.#hover(pointed),
      onClick: (pointed, isMore) => this.#click(pointed, isMore),
      onDoubleClick: ({ element }) => {
        if (element?.kind !== 'node') return false;
        events.onExpand(element.id);
        return true;
      },
      onGrab: (pointed, isByFinger) => this.#grab(pointed, isByFinger),
      onDrag: (from, to) => this.#drag(from, to),
      onDrop: () => events.onDragged(this.#grabbed),
    });
    this.#viewpoint = new Viewpoint(this.#sigma, (id) => this.#arranging.roomOf(id));
    this.#listen();
    // while the data is on its way, where that takes a while
    whenIdle(() => {
      if (!this.#viewpoint.isAnchored) this.#lines.warm();
    });
  }

  kill(): void {
    clearTimeout(this.#restTimer);
    cancelAnimationFrame(this.#attentionFrame);
    cancelAnimationFrame(this.#signsFrame);
    this.#pointer.cancel();
    this.#arranging.kill();
    this.#graph.off('nodeDropped', this.#onDropped);
    this.#graph.off('eachNodeAttributesUpdated', this.#onPlaces);
    this.#graph.off('nodeAttributesUpdated', this.#onPlaces);
    this.#lines.kill();
    this.#sigma.kill();
  }

  /** Call after the graph has changed, and before it is drawn again. */
  graphChanged(): void {
    this.#isStale = this.#isRestDue = true;
    this.#drawSoon();
  }

  /** Draws only these of what is loaded. */
  show(shown: Shown): void {
    this.#shown = shown;
    this.graphChanged();
  }

  /** What is drawn as one from now on. */
  group(grouping: Grouping): void {
    this.#scene.group(grouping);
    this.graphChanged();
  }

  /** Marks these nodes as pinned. */
  pin(pins: readonly string[]): void {
    this.#pins = new Set(pins);
    this.#drawSignsSoon();
  }

  /** What the layout has drawn behind the nodes. */
  guide(layout: Layout): void {
    if (layout.guides !== undefined)
      this.#guides ??= new GuideLayer(this.#sigma, () => this.#viewpoint.uncovered());
    this.#guides?.show(layout);
    this.#drawSoon();
  }

  /** Whether claims between the same two are one line, and which are fanned out all the same. */
  bundle(bundles: Pick<Settings, 'bundle' | 'fanned'>): void {
    this.#bundles = bundles;
    this.#lines.bundle(bundles.bundle);
    this.#fan();
    this.#isRestDue = true;
    this.#drawSoon();
  }

  /** Leaves everything where it is: ends a layout and a movement that are under way. */
  stay(): void {
    this.#arranging.stay();
  }

  setScheme(scheme: Scheme): void {
    this.#scheme = scheme;
    this.#looks = new NodeLooks(scheme);
    this.#lines.setScheme(scheme);
    this.#sigma.refresh({ schedule: true });
  }

  /** Colours and sizes from now on. */
  restyle(styling: Styling): void {
    this.#scene.restyle(styling);
    this.graphChanged();
  }

  attend(attention: Attention): void {
    const isSelectionNew = attention.selection !== this.#attention.selection;
    this.#attention = attention;
    if (isSelectionNew) this.#isRestDue = true;
    if (attention.hover !== null && attention.hover.kind === 'node') this.#hoveredPair = null;
    // what is said of a selection is read: it is painted first, and the picture drawn in the frame after
    cancelAnimationFrame(this.#attentionFrame);
    if (isSelectionNew) this.#attentionFrame = requestAnimationFrame(() => this.#attentionChanged());
    else this.#attentionChanged();
  }

  /** Measures labels again, after their font has come. */
  fontsChanged(): void {
    this.#scene.forgetMeasures();
    this.#isRestDue = true;
    this.#drawSignsSoon();
  }

  /** Boxes of what floats over the picture, in its CSS pixels: names keep out of them. */
  setFloats(floats: readonly Box[]): void {
    this.#floats = floats;
    this.#isRestDue = true;
    this.#drawSignsSoon();
  }

  setCovered(covered: Covered): void {
    this.#isRestDue = true;
    this.#viewpoint.cover(covered);
    // where the camera stays, what was under a panel still gets its names back, and what tells the layout stands beside it
    if (this.#guides === null) this.#drawSignsSoon();
    else this.#drawSoon();
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

  /** Another picture is looked at: this part of it, or everything (null), as soon as everything has its place. */
  showPart(part: Part | null): void {
    this.#derive();
    if (!this.#viewpoint.isAnchored) this.#arranging.showPart(part);
    else if (part === null) this.#viewpoint.fitAll();
    else this.#viewpoint.showPart(part);
  }

  /** Brings an element and what it is joined to into view, at a size to read at. */
  goTo(element: Element): void {
    this.#derive();
    this.#viewpoint.goTo(this.#around(element));
  }

  /** Brings these nodes into view, at a size to read at. */
  lookAt(ids: readonly string[]): void {
    this.#derive();
    this.#viewpoint.goTo(ids.filter((id) => this.#graph.hasNode(id)));
  }

  /** Shows a part of the graph, until the reader moves the camera. */
  lookAtPart(part: Part): void {
    this.#viewpoint.showPart(part);
  }

  /** Keeps an element and what it is joined to in view, or everything (null), until the reader moves the camera. */
  follow(element: Element | null): void {
    this.#derive();
    this.#viewpoint.follow(element === null ? null : this.#around(element));
  }

  /**
   * Lays out what has no place yet: everything, fitted to the view, where nothing has; else only what is new, near its neighbours.
   *
   * @param again true to give everything a new place
   * @param added what was added to what is there: it is brought into view, unless the reader moves the camera meanwhile
   */
  async arrange(again = false, added: readonly string[] = []): Promise<void> {
    this.#derive();
    const isFirst = !this.#viewpoint.isAnchored;
    await this.#arranging.arrange(this.#viewpoint, again, added);
    // in the frame in which everything got its place, not in the one after
    if (isFirst && this.#viewpoint.isAnchored)
      this.#sigma.refresh({ partialGraph: {}, skipIndexation: true });
  }

  /** Positions, colours (of the light scheme) and sizes as drawn. */
  appearance(): Appearance {
    this.#derive();
    return appearanceOf(this.#scene);
  }

  /** Where nodes are now, and where claims can be pointed at: at most `most` of each, those with the most claims first. */
  places(most: number): { nodes: Place[]; claims: Place[] } {
    this.#derive();
    return placesOf(
      {
        scene: this.#scene,
        lines: this.#lines,
        picker: this.#picker,
        view: new Viewport(this.#sigma),
        names: this.#signs.names,
      },
      most,
    );
  }

  /** What is under a point: a node, a group's members, a claim, or the claims of a line that stands for several. */
  under(point: Point): Selection {
    return this.#meant(this.#at(point));
  }

  #meant({ element, pair }: Pointed): Selection {
    if (element === null)
      return pair === null ? NOTHING : { nodes: [], relationships: this.#scene.pairs.claimsOf(pair) };
    if (element.kind === 'relationship') return { nodes: [], relationships: [element.id] };
    return { nodes: this.#scene.nodes.get(element.id)?.members ?? [element.id], relationships: [] };
  }

  /** The shown nodes whose middle lies inside a polygon. */
  nodesWithin(polygon: readonly Point[]): string[] {
    this.#derive();
    const view = new Viewport(this.#sigma);
    const { list, x, y } = this.#scene;
    return list
      .filter(({ index }) => isInside(polygon, view.at(x[index] ?? 0, y[index] ?? 0)))
      .flatMap(({ id, members }) => members ?? [id]);
  }

  /** The nodes to keep in view with an element, itself first. */
  #around({ kind, id }: Element): string[] {
    const graph = this.#graph;
    if (kind === 'relationship') return graph.hasEdge(id) ? graph.extremities(id) : [];
    return graph.hasNode(id) ? [id, ...graph.neighbors(id)] : [];
  }

  #listen(): void {
    const sigma = this.#sigma;
    this.#graph.on('nodeDropped', this.#onDropped);
    this.#graph.on('eachNodeAttributesUpdated', this.#onPlaces);
    this.#graph.on('nodeAttributesUpdated', this.#onPlaces);
    sigma.getCamera().on('updated', () => {
      this.#isRestDue = true;
      if (!this.#viewpoint.isJumping) this.#isMoving = true;
    });
    sigma.on('resize', () => (this.#isRestDue = true));
    sigma.on('beforeRender', () => this.#derive());
    this.#viewpoint.onAnchored = () => this.#fill();
    sigma.on('afterRender', () => {
      if (this.#viewpoint.isAnchored) this.#draw();
    });
    for (const canvas of [this.#lines.canvas, ...Object.values(sigma.getCanvases())]) {
      canvas.addEventListener('webglcontextlost', (event) => {
        event.preventDefault();
        this.#events.onContextLost();
      });
    }
  }

  #drawSoon(): void {
    // a frame before the camera knows where to look would be drawn for nobody
    if (this.#viewpoint.isAnchored) this.#sigma.scheduleRender();
  }

  /** Draws anew what stands over the nodes; thousands of nodes and lines that stay as they are would take long. */
  #drawSignsSoon(): void {
    if (!this.#viewpoint.isAnchored) return;
    cancelAnimationFrame(this.#signsFrame);
    this.#signsFrame = requestAnimationFrame(() => {
      // else a whole frame is due
      if (this.#isStale) return;
      this.#drawSigns(new Viewport(this.#sigma));
      this.#restSoon();
    });
  }

  #restSoon(): void {
    clearTimeout(this.#restTimer);
    if (this.#isMoving || this.#isRestDue) this.#restTimer = setTimeout(() => this.#rest(), REST_MS);
  }

  /** Brings the scene up to the graph; nothing is done where nothing has changed. */
  #derive(): void {
    if (!this.#isStale) return;
    this.#isStale = false;
    this.#scene.derive(this.#shown ?? {});
    this.#hoveredPair = null;
    this.#zoomFanned = new Set();
    this.#lines.sceneChanged();
    // before the camera knows where to look, a frame would be drawn for nobody
    if (this.#viewpoint.isAnchored) this.#fill();
    this.#prepareAttention();
    this.#orderNodes();
    this.#fan();
  }

  #fill(): void {
    this.#sigma.hold(() => fill(this.#drawn, this.#scene));
  }

  /** Nodes have moved: a layout, a hand. */
  #placesChanged(): void {
    if (this.#isStale) return;
    this.#isRestDue = true;
    this.#scene.readPlaces();
    this.#lines.placesChanged();
    this.#sigma.hold(() => move(this.#drawn, this.#scene));
  }

  /** Nothing has moved for a moment: all that was left out is drawn, and fans open where there is room for them. */
  #rest(): void {
    if (this.#isMoving) {
      this.#isMoving = false;
      const { plan } = this.#lines;
      this.#zoomFanned = plan.isBundled ? fannedByZoom(this.#scene, new Viewport(this.#sigma)) : new Set();
      const isLeftOut = this.#fan() || plan.isMass || this.#scene.list.length > MOST_NAMED_MOVING;
      if (isLeftOut) {
        this.#drawSoon();
        return;
      }
    }
    if (!this.#hasRested) {
      this.#hasRested = true;
      this.#drawSoon();
      // it has no names yet
      if (this.#lines.plan.isMass) return;
    }
    this.#isRestDue = false;
    this.#events.onRest();
  }

  #hover({ element, pair }: Pointed): void {
    const isOpen = pair !== null && this.#lines.plan.isBundled && this.#scene.pairs.size(pair) > 1;
    const hoveredPair = isOpen ? pair : null;
    if (hoveredPair !== this.#hoveredPair) {
      this.#hoveredPair = hoveredPair;
      this.#attentionChanged();
    }
    this.#events.onHover(element);
  }

  #click(pointed: Pointed, isMore: boolean): void {
    const meant = this.#meant(pointed);
    const isOne = meant.nodes.length + meant.relationships.length === 1;
    if (pointed.element === null && pointed.pair === null) this.#events.onSelect(null, isMore);
    else if (isOne && pointed.element !== null) this.#events.onSelect(pointed.element, isMore);
    else this.#events.onSelectAll(meant, isMore);
  }

  /** With a finger only what is selected is taken along: a way over the picture moves nothing by chance. */
  #grab(pointed: Pointed, isByFinger: boolean): boolean {
    if (pointed.element?.kind !== 'node') return false;
    const { nodes } = this.#meant(pointed);
    const selected = this.#attention.selection.nodes;
    const isSelected = nodes.some((id) => selected.includes(id));
    if (isByFinger && !isSelected) return false;
    const grabbed = new Map<string, readonly [number, number]>();
    for (const id of isSelected ? selected : nodes) {
      const { x, y } = this.#graph.getNodeAttributes(id);
      grabbed.set(id, [x, y]);
    }
    this.#grabbed = grabbed;
    return true;
  }

  #drag(from: Point, to: Point): void {
    // what lays out would take it out of the hand
    stopLayout();
    const [start, end] = [this.#sigma.viewportToGraph(from), this.#sigma.viewportToGraph(to)];
    const moved = [...this.#grabbed].map(
      ([id, [x, y]]) => [id, [x + end.x - start.x, y + end.y - start.y]] as const,
    );
    this.#events.onMove(new Map(moved));
  }

  /** Groups stand out with any of their members. */
  #prepareAttention(): void {
    const { hover, selection } = this.#attention;
    const focused = this.#pairFocus() ?? this.#attention.focus;
    const scene = this.#scene;
    this.#prominences = new Prominences(
      scene.isGrouped
        ? {
            hover,
            selection: { ...selection, nodes: [...scene.withGroups(selection.nodes)] },
            focus: focused && { ...focused, nodes: scene.withGroups(focused.nodes) },
          }
        : { hover, selection, focus: focused },
    );
    const { focus, chiefClaims } = this.#prominences;
    this.#lines.attend({ lit: focus?.relationships ?? null, chief: chiefClaims });
  }

  #attentionChanged(): void {
    const before = this.#prominences;
    this.#prepareAttention();
    const { focus } = this.#prominences;
    this.#fan();
    this.#orderNodes();
    const isSame =
      before.focus === focus && before.hoveredNode === null && this.#prominences.hoveredNode === null;
    // nodes are few beside lines: they are ordered anew, so that what stands out is drawn above what steps back
    if (isSame && !this.#isRestDue) this.#drawSoon();
    else this.#sigma.refresh({ schedule: true });
  }

  /** What stands out with the hovered pair: its two ends and all of its claims. */
  #pairFocus(): Attention['focus'] {
    const pair = this.#hoveredPair;
    if (pair === null) return null;
    const { pairs, list } = this.#scene;
    const claims = new Set(pairs.claimsOf(pair));
    const ends = [list[pairs.low[pair] ?? 0]?.id ?? '', list[pairs.high[pair] ?? 0]?.id ?? ''];
    const { hover } = this.#attention;
    const worded = hover?.kind === 'relationship' ? new Set([hover.id]) : claims;
    return { nodes: new Set(ends), relationships: claims, worded };
  }

  /** @returns false where the same pairs are fanned out already */
  #fan(): boolean {
    if (this.#isStale) return false;
    const { selection, hover } = this.#attention;
    const asked = [...selection.relationships, ...(hover?.kind === 'relationship' ? [hover.id] : [])];
    if (this.#hoveredPair !== null) asked.push(...this.#scene.pairs.claimsOf(this.#hoveredPair).slice(0, 1));
    const byRequest = fannedByRequest(this.#scene, this.#bundles.fanned, asked);
    return this.#lines.fan(new Set([...byRequest, ...this.#zoomFanned]));
  }

  #orderNodes(): void {
    const prominences = this.#prominences;
    const layers: SceneNode[][] = [[], [], [], []];
    for (const node of this.#scene.list) layers[LAYER[prominences.of(node.id)]]?.push(node);
    this.#order = layers.flat();
  }

  #at(point: Point): Pointed {
    this.#derive();
    return this.#picker.at(point, new Viewport(this.#sigma), this.#order, this.#hoveredPair);
  }

  #measure(text: string): number {
    if (this.#ruler === null) return text.length * LABEL_SIZE_PX * 0.5;
    this.#ruler.font = `550 ${LABEL_SIZE_PX}px ${LABEL_FONT}`;
    return this.#ruler.measureText(text).width;
  }

  /** Lines under the nodes that Sigma has drawn, flags and names over them. */
  #draw(): void {
    cancelAnimationFrame(this.#signsFrame);
    const view = new Viewport(this.#sigma);
    this.#lines.draw(view, this.#isMoving, this.#hasRested);
    // of many, names take as long as lines: they come once the first frame has been seen
    if (this.#hasRested || !this.#lines.plan.isMass) this.#drawSigns(view);
    this.#restSoon();
  }

  #drawSigns(view: Viewport): void {
    const context = this.#sigma.getCanvases()['labels']?.getContext('2d');
    if (context === null || context === undefined) return;
    const isDone = this.#signs.draw(context, {
      scene: this.#scene,
      lines: this.#lines,
      picker: this.#picker,
      view,
      prominences: this.#prominences,
      scheme: this.#scheme,
      isPlaced: (id) => this.#scene.isPlaced(id),
      looks: this.#looks,
      pins: this.#pins,
      bounds: this.#viewpoint.uncovered(),
      floats: this.#floats,
      // the first picture does not wait for them
      hasFlags: this.#hasRested,
      isCarried: this.#isMoving && this.#scene.list.length > MOST_NAMED_MOVING,
    });
    if (!isDone) this.#drawSignsSoon();
  }
}
