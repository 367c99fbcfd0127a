/** What the picture draws, derived from the graph: shape, radius and label of each node; tone and bend of each claim. */
import { kindOfLabels, relationshipPhrase, toneOf } from '../../graph/vocabulary.ts';
import type { Tone } from '../../graph/vocabulary.ts';
import { nameOf } from '../state/graph.ts';
import type { ScreenGraph } from '../state/graph.ts';
import type { Styling } from '../state/style.ts';
import { fanOut } from './fan.ts';
import { wrap } from './labels/wrap.ts';
import { kindStyle } from './palette.ts';
import { SHAPES } from './shapes.ts';
import type { Shape } from './shapes.ts';

export interface SceneNode {
  readonly kind: string;
  readonly name: string;
  readonly shape: Shape;
  /** CSS pixels at the zoom the picture opens with. */
  readonly radiusPx: number;
  /** Number of claims on the screen that it makes or receives: what matters more is labelled first. */
  readonly claims: number;
  readonly label: Label;
}

export interface Label {
  readonly lines: readonly string[];
  readonly width: number;
  readonly height: number;
}

export interface SceneClaim {
  readonly tone: Tone;
  readonly phrase: string;
  readonly bend: number;
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

export function radiusOf(claims: number): number {
  return Math.min(MOST_PX, LEAST_PX + 1.9 * Math.sqrt(claims));
}

/** How far a node's shape reaches from its centre, about: tips of a star reach further than its radius. */
export const reachOf = ({ radiusPx, shape }: { radiusPx: number; shape: { scale: number } }): number =>
  radiusPx * (1 + (shape.scale - 1) * 0.7);

export class Scene {
  readonly nodes = new Map<string, SceneNode>();
  readonly claims = new Map<string, SceneClaim>();
  readonly #graph: ScreenGraph;
  readonly #measure: (text: string) => number;
  readonly #labels = new Map<string, Label>();
  #nodeScale = 1;
  #styling: Styling | null = null;

  constructor(graph: ScreenGraph, measure: (text: string) => number) {
    this.#graph = graph;
    this.#measure = measure;
    this.derive();
  }

  /** Looks at the graph again. */
  derive(): void {
    const graph = this.#graph;
    this.nodes.clear();
    this.claims.clear();
    graph.forEachNode((id, { labels, properties }) => {
      const kind = kindOfLabels(labels);
      const claims = graph.degree(id);
      const name = nameOf({ id, properties });
      const shape = SHAPES[kindStyle(kind).shape];
      this.nodes.set(id, {
        kind,
        name,
        shape,
        radiusPx: this.#fullRadius(id, claims) * this.#nodeScale,
        claims,
        label: this.#label(name),
      });
    });
    const bends = fanOut(graph.mapEdges((id, _attributes, source, target) => ({ id, source, target })));
    graph.forEachEdge((id, { type, properties }) => {
      this.claims.set(id, {
        tone: toneOf(type, properties['event']),
        phrase: relationshipPhrase(type),
        bend: bends.get(id) ?? 0,
      });
    });
  }

  /** Sizes from now on. */
  restyle(styling: Styling): void {
    this.#styling = styling;
    this.derive();
  }

  #fullRadius(id: string, claims: number): number {
    const share = this.#styling?.sizeOf(id) ?? null;
    return share === null ? radiusOf(claims) : LEAST_PX + (MOST_PX - LEAST_PX) * Math.sqrt(share);
  }

  /** Draws nodes smaller than on a full screen, for a view of `width` × `height` pixels, and where there are many. */
  suit(width: number, height: number): void {
    this.#nodeScale = 1;
    this.derive();
    let area = 0;
    for (const { radiusPx } of this.nodes.values()) area += Math.PI * radiusPx * radiusPx;
    const bySize = Math.sqrt(width * height) / FULL_SIDE_PX;
    const byNumber = Math.sqrt((NODE_SHARE * width * height) / Math.max(1, area));
    this.#nodeScale = Math.min(1, Math.max(0.68, bySize), Math.max(0.5, byNumber));
    this.derive();
  }

  /** Measures every label anew, after the label font has come. */
  forgetMeasures(): void {
    this.#labels.clear();
    this.derive();
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
