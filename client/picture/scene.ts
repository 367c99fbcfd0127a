/** What the picture draws, derived from the graph: shape, radius and label of each node; claims by the pairs that they join. */
import { kindOfLabels, relationshipPhrase } from '../../graph/vocabulary.ts';
import { nameOf } from '../state/graph.ts';
import type { NodeAttributes, ScreenGraph } from '../state/graph.ts';
import type { Styling } from '../state/style.ts';
import { wrap } from './labels/wrap.ts';
import { Pairs, TONE_ORDER } from './pairs.ts';
import { TONES, kindStyle } from './palette.ts';
import type { LineStyle, Scheme } from './palette.ts';
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

export function radiusOf(claims: number): number {
  return Math.min(MOST_PX, LEAST_PX + 1.9 * Math.sqrt(claims));
}

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
  #styling: Styling | null = null;

  constructor(graph: ScreenGraph, measure: (text: string) => number) {
    this.#graph = graph;
    this.#measure = measure;
    this.pairs = new Pairs(graph, new Map());
  }

  /** Looks at the graph again. */
  derive({ nodes, relationships }: Shown = {}): void {
    const graph = this.#graph;
    this.nodes.clear();
    const list: SceneNode[] = [];
    const index = new Map<string, number>();
    graph.forEachNode((id, attributes) => {
      if (nodes !== undefined && !nodes.has(id)) return;
      const node = this.#node(id, list.length, attributes);
      index.set(id, list.length);
      list.push(node);
      this.nodes.set(id, node);
    });
    this.list = list;
    this.pairs = new Pairs(
      graph,
      index,
      relationships === undefined ? undefined : (id) => relationships.has(id),
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
    for (const { id, index } of this.list) {
      const { x, y } = this.#graph.getNodeAttributes(id);
      this.x[index] = x;
      this.y[index] = y;
    }
  }

  /** Draws nodes smaller than on a full screen, for a view of `width` × `height` pixels, and where there are many. */
  suit(width: number, height: number): void {
    let area = 0;
    for (const { claims } of this.list) area += Math.PI * radiusOf(claims) ** 2;
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
    const from = this.nodes.get(source);
    const to = this.nodes.get(target);
    return from === undefined || to === undefined ? undefined : this.pairs.between(from.index, to.index);
  }

  /** Colours and sizes from the next time that the scene is derived. */
  restyle(styling: Styling): void {
    this.#styling = styling;
  }

  /** The styles of lines, by the codes in `Pairs.tones`. */
  get lineStyles(): readonly LineStyle[] {
    return this.#styling?.lines.classes ?? TONE_STYLES;
  }

  /** How the claim at `place` of `Pairs.claims` is drawn. */
  lineStyle(place: number): LineStyle {
    return this.lineStyles[this.pairs.tones[place] ?? 0] ?? TONES.standing;
  }

  colorOf({ id, kind }: SceneNode): Readonly<Record<Scheme, string>> {
    return this.#styling?.colorOf(id) ?? kindStyle(kind).color;
  }

  phrase(claim: string): string {
    return relationshipPhrase(this.#graph.getEdgeAttribute(claim, 'type'));
  }

  #node(id: string, index: number, { labels, properties }: NodeAttributes): SceneNode {
    const kind = kindOfLabels(labels);
    const claims = this.#graph.degree(id);
    const name = nameOf({ id, properties });
    const { iso } = properties;
    const share = this.#styling?.sizeOf(id) ?? null;
    const fullPx = share === null ? radiusOf(claims) : LEAST_PX + (MOST_PX - LEAST_PX) * Math.sqrt(share);
    const scaled = (): number => fullPx * this.#nodeScale;
    const measured = (): Label => this.#label(name);
    return {
      id,
      index,
      kind,
      name,
      shape: SHAPES[kindStyle(kind).shape],
      get radiusPx() {
        return scaled();
      },
      claims,
      iso: kind === 'State' && typeof iso === 'string' ? iso : null,
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
