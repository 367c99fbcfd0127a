/** What the picture draws, derived from the graph: shape, radius and label of each node; claims by the pairs that they join. */
import { kindOfLabels, relationshipPhrase } from '../../graph/vocabulary.ts';
import { nameOf } from '../state/graph.ts';
import type { NodeAttributes, ScreenGraph } from '../state/graph.ts';
import { NO_GROUPS } from '../state/grouping.ts';
import type { Group, Grouping } from '../state/grouping.ts';
import type { Styling } from '../state/style.ts';
import { wrap } from './labels/wrap.ts';
import { Pairs, TONE_ORDER } from './pairs.ts';
import { TONES, kindStyle } from './palette.ts';
import type { LineStyle, Scheme } from './palette.ts';
import { OTHERS } from './scales.ts';
import { SHAPES } from './shapes.ts';
import type { Shape } from './shapes.ts';

export interface SceneNode {
  readonly id: string;
  readonly index: number;
  readonly kind: string;
  readonly name: string;
  readonly shape: Shape;
  /** CSS pixels at the zoom the picture opens with. */
  readonly radiusPx: number;
  /** The nodes that a group stands for, at least two; null for a node by itself. */
  readonly members: readonly string[] | null;
  /** Number of claims on the screen that it makes or receives: what matters more is labelled first. */
  readonly claims: number;
  /** ISO 3166-1 alpha-3 of a state; null for what is none, or has none. */
  readonly iso: string | null;
  readonly label: Label;
}

export interface Label {
  readonly lines: readonly string[];
  readonly width: number;
  readonly height: number;
}

/** What of the graph is shown; everything where a set is missing. */
export interface Shown {
  readonly nodes?: ReadonlySet<string>;
  readonly relationships?: ReadonlySet<string>;
}

export const LABEL_FONT = '"Source Sans 3 Variable", "Source Sans 3", system-ui, sans-serif';
export const LABEL_SIZE_PX = 12.5;
export const LABEL_LINE_PX = 14.5;
const LABEL_WIDTH_PX = 112;
const LABEL_LINES = 3;
/** Side of the square as large as the smallest view in which nodes have their full size. */
const FULL_SIDE_PX = 720;
/** Most of the view that the nodes' own signs may cover. */
const NODE_SHARE = 0.1;

/** Radii of the smallest and of the largest node. */
const LEAST_PX = 4.5;
const MOST_PX = 15;

const TONE_STYLES = TONE_ORDER.map((tone) => TONES[tone]);

/** How much larger a group is than a node by itself. */
const GROUP_PX = 3;

/** A node with this share of the most claims that one has is as large as that one: one hub leaves differences to the others. */
const LARGE_SHARE = 1 / 3;
/** Claims with which a node is largest, where none has very many. */
const LARGE_CLAIMS = 30.5;

/** @param most claims of the node that has the most */
const radiusOf = (claims: number, most: number): number =>
  LEAST_PX +
  (MOST_PX - LEAST_PX) * Math.sqrt(Math.min(1, claims / Math.max(LARGE_CLAIMS, most * LARGE_SHARE)));

/** How far a node's shape reaches from its centre, about: tips of a star reach further than its radius. */
export const reachOf = ({ radiusPx, shape }: { radiusPx: number; shape: { scale: number } }): number =>
  radiusPx * (1 + (shape.scale - 1) * 0.7);

export class Scene {
  /** By id, in the order in which they are drawn. */
  readonly nodes = new Map<string, SceneNode>();
  /** The same in columns: by index. Places are in graph units. */
  list: readonly SceneNode[] = [];
  x = new Float64Array();
  y = new Float64Array();
  pairs: Pairs;
  readonly #graph: ScreenGraph;
  readonly #measure: (text: string) => number;
  readonly #labels = new Map<string, Label>();
  #nodeScale = 1;
  #mostClaims = 0;
  #styling: Styling | null = null;
  #grouping: Grouping = NO_GROUPS;

  constructor(graph: ScreenGraph, measure: (text: string) => number) {
    this.#graph = graph;
    this.#measure = measure;
    this.pairs = new Pairs(graph, new Map());
  }

  /** Looks at the graph again. */
  derive({ nodes, relationships }: Shown = {}): void {
    const graph = this.#graph;
    this.#mostClaims = graph.reduceNodes(
      (most, id) => (nodes === undefined || nodes.has(id) ? Math.max(most, graph.degree(id)) : most),
      0,
    );
    this.nodes.clear();
    const list: SceneNode[] = [];
    const index = new Map<string, number>();
    graph.forEachNode((id, attributes) => {
      if (nodes !== undefined && !nodes.has(id)) return;
      const group = this.#grouping.groupOf.get(id);
      // a group stands where its first member would
      const drawn = group?.id ?? id;
      let node = this.nodes.get(drawn);
      if (node === undefined) {
        node =
          group === undefined ? this.#node(id, list.length, attributes) : this.#groupNode(group, list.length);
        list.push(node);
        this.nodes.set(drawn, node);
      }
      index.set(id, node.index);
    });
    this.list = list;
    this.pairs = new Pairs(
      graph,
      index,
      relationships === undefined || relationships.size === graph.size
        ? undefined
        : (id) => relationships.has(id),
      this.#styling?.lines.classOf,
    );
    this.readPlaces();
  }

  /** Looks where the nodes are again. */
  readPlaces(): void {
    if (this.x.length !== this.list.length) {
      this.x = new Float64Array(this.list.length);
      this.y = new Float64Array(this.list.length);
    }
    for (const { id, index, members } of this.list) {
      const { x, y } = members === null ? this.#graph.getNodeAttributes(id) : this.#middle(members);
      this.x[index] = x;
      this.y[index] = y;
    }
  }

  #middle(members: readonly string[]): { x: number; y: number } {
    let [sumX, sumY] = [0, 0];
    for (const id of members) {
      const { x, y } = this.#graph.getNodeAttributes(id);
      sumX += x;
      sumY += y;
    }
    return { x: sumX / members.length, y: sumY / members.length };
  }

  /** Whether a node, or every member of a group, has its place. */
  isPlaced(id: string): boolean {
    const members = this.nodes.get(id)?.members ?? [id];
    return members.every((each) => this.#graph.getNodeAttribute(each, 'placed'));
  }

  /** Draws nodes smaller than on a full screen, for a view of `width` × `height` pixels, and where there are many. */
  suit(width: number, height: number): void {
    let area = 0;
    for (const { claims } of this.list) area += Math.PI * radiusOf(claims, this.#mostClaims) ** 2;
    const bySize = Math.sqrt(width * height) / FULL_SIDE_PX;
    const byNumber = Math.sqrt((NODE_SHARE * width * height) / Math.max(1, area));
    this.#nodeScale = Math.min(1, Math.max(0.68, bySize), Math.max(0.5, byNumber));
  }

  /** Measures every label anew, after the label font has come. */
  forgetMeasures(): void {
    this.#labels.clear();
  }

  /** The pair that a claim belongs to; undefined where it is not shown. */
  pairOf(claim: string): number | undefined {
    if (!this.#graph.hasEdge(claim)) return undefined;
    const [source, target] = this.#graph.extremities(claim);
    const drawn = (id: string): SceneNode | undefined =>
      this.nodes.get(this.#grouping.groupOf.get(id)?.id ?? id);
    const from = drawn(source);
    const to = drawn(target);
    return from === undefined || to === undefined ? undefined : this.pairs.between(from.index, to.index);
  }

  /** Colours and sizes from the next time that the scene is derived. */
  restyle(styling: Styling): void {
    this.#styling = styling;
  }

  /** What is drawn as one from the next time that the scene is derived. */
  group(grouping: Grouping): void {
    this.#grouping = grouping;
  }

  get isGrouped(): boolean {
    return this.#grouping.groups.length > 0;
  }

  /** These nodes, and the groups that hold any of them. */
  withGroups(nodes: Iterable<string>): Set<string> {
    const all = new Set(nodes);
    for (const id of nodes) {
      const group = this.#grouping.groupOf.get(id);
      if (group !== undefined) all.add(group.id);
    }
    return all;
  }

  /** The styles of lines, by the codes in `Pairs.tones`. */
  get lineStyles(): readonly LineStyle[] {
    return this.#styling?.lines.classes ?? TONE_STYLES;
  }

  /** How the claim at `place` of `Pairs.claims` is drawn. */
  lineStyle(place: number): LineStyle {
    return this.lineStyles[this.pairs.tones[place] ?? 0] ?? TONES.standing;
  }

  /** Of a group the colour that its members share, where they do. */
  colorOf({ id, kind, members }: SceneNode): Readonly<Record<Scheme, string>> {
    const styling = this.#styling;
    if (styling === null) return kindStyle(kind).color;
    const [first = OTHERS, ...others] = (members ?? [id]).map((each) => styling.colorOf(each));
    return others.every(({ light }) => light === first.light) ? first : OTHERS;
  }

  phrase(claim: string): string {
    return relationshipPhrase(this.#graph.getEdgeAttribute(claim, 'type'));
  }

  #node(id: string, index: number, { labels, properties }: NodeAttributes): SceneNode {
    const kind = kindOfLabels(labels);
    const claims = this.#graph.degree(id);
    const { iso } = properties;
    const share = this.#styling?.sizeOf(id) ?? null;
    return this.#made({
      id,
      index,
      kind,
      name: nameOf({ id, properties }),
      members: null,
      claims,
      iso: kind === 'State' && typeof iso === 'string' ? iso : null,
      fullPx:
        share === null
          ? radiusOf(claims, this.#mostClaims)
          : LEAST_PX + (MOST_PX - LEAST_PX) * Math.sqrt(share),
    });
  }

  /** In the kind that its members share, where they do. */
  #groupNode({ id, name, members }: Group, index: number): SceneNode {
    const [kind = 'other', ...others] = new Set(
      members.map((each) => kindOfLabels(this.#graph.getNodeAttribute(each, 'labels'))),
    );
    const claims = members.reduce((sum, each) => sum + this.#graph.degree(each), 0);
    return this.#made({
      id,
      index,
      kind: others.length === 0 ? kind : 'other',
      name: `${name} (${members.length})`,
      members,
      claims,
      iso: null,
      fullPx: radiusOf(claims, this.#mostClaims) + GROUP_PX,
    });
  }

  #made({
    fullPx,
    ...node
  }: Omit<SceneNode, 'shape' | 'radiusPx' | 'label'> & { readonly fullPx: number }): SceneNode {
    const scaled = (): number => fullPx * this.#nodeScale;
    const measured = (): Label => this.#label(node.name);
    return {
      ...node,
      shape: SHAPES[kindStyle(node.kind).shape],
      get radiusPx() {
        return scaled();
      },
      // measured when it is first asked for: of thousands of names a few hundred are ever shown
      get label() {
        return measured();
      },
    };
  }

  #label(name: string): Label {
    const known = this.#labels.get(name);
    if (known !== undefined) return known;
    const lines = wrap(name, LABEL_WIDTH_PX, LABEL_LINES, this.#measure);
    const label = {
      lines,
      width: Math.ceil(Math.max(...lines.map(this.#measure))) + 4,
      height: lines.length * LABEL_LINE_PX + 1,
    };
    this.#labels.set(name, label);
    return label;
  }
}
