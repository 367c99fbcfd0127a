/** What could be labelled in a frame: the names of the nodes in view, by how much they matter, and the words of lines. */
import type { Prominences } from '../attention.ts';
import type { Scheme } from '../palette.ts';
import { pointAt } from '../curve.ts';
import type { LineColors } from '../lines/colors.ts';
import type { LineLayer } from '../lines/layer.ts';
import type { Line } from '../lines/plan.ts';
import type { Picker } from '../picker.ts';
import { reachOf } from '../scene.ts';
import type { Scene } from '../scene.ts';
import type { Viewport } from '../viewport.ts';
import type { FrameLine, FrameNode } from './layer.ts';

const RING_PX = 4;
/** Nodes a little outside of the view may have their names inside. */
const MARGIN_PX = 60;
/** One name is looked for in so much of the view, in px², and so many at least: more would find no place. */
const AREA_PER_NAME = 6_000;
const LEAST_NAMES = 120;
/** Shares of a line where its words may stand. */
const WORD_PLACES = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74] as const;
/** Most lines that are worded, and most lines that tell how many claims they stand for while nothing is asked of them. */
const MOST_WORDED = 80;
const MOST_COUNTED = 40;
/** A line shorter than this on the screen says nothing. */
const LEAST_LENGTH_PX = 64;

export interface FrameSource {
  readonly scene: Scene;
  readonly lines: LineLayer;
  readonly picker: Picker;
  readonly view: Viewport;
  readonly prominences: Prominences;
  readonly scheme: Scheme;
  isPlaced(node: string): boolean;
}

/** The nodes whose names could be shown, those with the most claims first where there are too many. */
export function frameNodes({ scene, view, prominences, isPlaced }: FrameSource): FrameNode[] {
  const nodes: FrameNode[] = [];
  const { x, y } = scene;
  const most = Math.max(LEAST_NAMES, (view.width * view.height) / AREA_PER_NAME);
  const least = leastWeight(scene, view, most);
  for (const node of scene.list) {
    const at = view.at(x[node.index] ?? 0, y[node.index] ?? 0);
    if (!view.isWithin(at, MARGIN_PX)) continue;
    const prominence = prominences.of(node.id);
    if (node.claims < least && (prominence === 'plain' || prominence === 'dimmed')) continue;
    if (!isPlaced(node.id)) continue;
    nodes.push({
      id: node.id,
      ...at,
      // the ring around what is selected or hovered is part of it
      radiusPx: reachOf(node) * view.sizeScale + (prominence === 'chief' ? RING_PX : 0),
      label: node.label,
      weight: node.claims,
      prominence,
    });
  }
  return nodes;
}

/** The least number of claims of the `most` nodes in view with the most claims. */
function leastWeight({ list, x, y }: Scene, view: Viewport, most: number): number {
  if (list.length <= most) return 0;
  const weights: number[] = [];
  for (const { index, claims } of list)
    if (view.isWithin(view.at(x[index] ?? 0, y[index] ?? 0), MARGIN_PX)) weights.push(claims);
  if (weights.length <= most) return 0;
  return weights.toSorted((a, b) => b - a)[Math.floor(most)] ?? 0;
}

/** What lines say: of what stands out the verbs, of lines for several claims how many. */
export function frameLines(source: FrameSource): FrameLine[] {
  const { scene, lines, prominences } = source;
  const { focus } = prominences;
  const worded: FrameLine[] = [];
  const counted: FrameLine[] = [];
  for (const line of lines.drawn) {
    if (line.place === null) {
      const isLit =
        focus !== null && scene.pairs.claimsOf(line.pair).some((id) => focus.relationships.has(id));
      if (isLit || focus === null) counted.push(countOf(source, line, isLit));
    } else {
      const id = scene.pairs.claims[line.place] ?? '';
      if (focus?.worded.has(id) === true) worded.push(wordsOf(source, line, id));
    }
  }
  if (lines.plan.isMass && focus === null) counted.push(...massCounts(source));
  const told = (frame: readonly FrameLine[], most: number): FrameLine[] =>
    frame
      .filter(({ at }) => at.length > 0)
      .toSorted((a, b) => b.weight - a.weight)
      .slice(0, most);
  return [...told(worded, MOST_WORDED), ...told(counted, MOST_COUNTED)];
}

/** Of the lines in the mass those with the most claims. */
function massCounts(source: FrameSource): FrameLine[] {
  const { pairs } = source.scene;
  const counted: FrameLine[] = [];
  for (let pair = pairs.count - 1; pair >= 0 && counted.length < MOST_COUNTED; pair--) {
    if (pairs.size(pair) < 2) break;
    if (pairs.isLoop(pair) || !source.lines.isInMass(pair) || !source.lines.plan.isBundled) continue;
    const told = countOf(source, { pair, place: null, bend: 0 }, false);
    if (told.at.length > 0) counted.push(told);
  }
  return counted;
}

function countOf(source: FrameSource, line: Line, isLit: boolean): FrameLine {
  const { scene, lines, prominences } = source;
  const claims = scene.pairs.claimsOf(line.pair);
  const isChief = isLit && claims.some((id) => prominences.chiefClaims.has(id));
  return {
    id: `${line.pair}`,
    text: COUNT.format(claims.length),
    isCount: true,
    color: hex(lines.colors, source, line.pair),
    prominence: isChief ? 'chief' : isLit ? 'lit' : 'plain',
    weight: claims.length,
    at: wordPlaces(source, line),
  };
}

const COUNT = new Intl.NumberFormat('en');

/** The colour of a line for several claims, as 2D canvases take it. */
function hex(colors: LineColors, { scene }: FrameSource, pair: number): string {
  const packed = colors.bundle(scene.pairs, pair, 'lit');
  return `#${[0, 8, 16].map((shift) => ((packed >> shift) & 255).toString(16).padStart(2, '0')).join('')}`;
}

function wordsOf(source: FrameSource, line: Line, id: string): FrameLine {
  return {
    id,
    text: source.scene.phrase(id),
    isCount: false,
    color: source.scene.lineStyle(line.place ?? 0).color[source.scheme],
    prominence: source.prominences.chiefClaims.has(id) ? 'chief' : 'lit',
    weight: 0,
    at: wordPlaces(source, line),
  };
}

/** Places on a line that can be seen; none where it is too short. */
function wordPlaces({ picker, view }: FrameSource, line: Line) {
  const curve = picker.curve(line, view);
  const isLoop = curve[0] === curve[3];
  if (
    !isLoop &&
    Math.hypot(curve[3].x - curve[0].x, curve[3].y - curve[0].y) < LEAST_LENGTH_PX &&
    line.place === null
  )
    return [];
  return WORD_PLACES.map((share) => pointAt(curve, share)).filter((at) => view.isWithin(at, 0));
}
