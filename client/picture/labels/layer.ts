/** Draws the labels of a frame on a 2D canvas: names around nodes, words beside lines, nothing over anything else. */
import type { Prominence } from '../attention.ts';
import { GROUND, INK, mix } from '../palette.ts';
import type { Scheme } from '../palette.ts';
import { LABEL_FONT, LABEL_LINE_PX, LABEL_SIZE_PX } from '../scene.ts';
import type { Label } from '../scene.ts';
import type { Box } from '../occupied.ts';
import { aroundNode, placeLabels, slidAround } from './place.ts';
import type { LabelRequest, Obstacle } from './place.ts';

export interface FrameNode {
  readonly id: string;
  /** CSS pixels of the view. */
  readonly x: number;
  readonly y: number;
  readonly radiusPx: number;
  readonly label: Label;
  readonly weight: number;
  readonly prominence: Prominence;
}

/** Words beside a line. */
export interface FrameLine {
  readonly id: string;
  /** What it says; of a line for several claims how many they are. */
  readonly text: string;
  readonly isCount: boolean;
  /** `#rrggbb`. */
  readonly color: string;
  /** Hovered or selected itself, brought out with something else, or neither: the earlier it is worded. */
  readonly prominence: Prominence;
  /** Among lines of one prominence, what is worded first. */
  readonly weight: number;
  /** Points of its line where the words could stand, best first. */
  readonly at: readonly { readonly x: number; readonly y: number }[];
}

export interface Frame {
  readonly nodes: readonly FrameNode[];
  readonly lines: readonly FrameLine[];
  /** Labels lie wholly inside. */
  readonly bounds: Box;
  /** What floats over the picture: no label goes under it. */
  readonly floats: readonly Box[];
  readonly scheme: Scheme;
}

const PHRASE_FONT = `italic 500 12px ${LABEL_FONT}`;
const PHRASE_HEIGHT_PX = 15;
const NAME_FONT = `500 ${LABEL_SIZE_PX}px ${LABEL_FONT}`;
const CHIEF_FONT = `650 ${LABEL_SIZE_PX}px ${LABEL_FONT}`;
/** Distances from its node at which a name is tried that finds no place next to it, in pixels, nearest first. */
const GAPS_PX = [3, 9, 16, 24, 34] as const;
/** Share of the nodes, those with the most claims, whose names may stand off like that, and how many it may be. */
const CHIEF_SHARE = 0.25;
const MOST_CHIEF = 40;
/**
 * The very first names are shown even where they cover a node of no more than so many claims, or than this share of what the least
 * of them has: a map names its capitals.
 */
const CAPITALS = 6;
const MINOR_CLAIMS = 3;
const MINOR_SHARE = 0.1;
/** From this distance on, a thin line joins a name to its node. */
const LEADER_PX = 8;
/** Weights of prominence over importance. */
const RANK: Readonly<Record<Prominence, number>> = { chief: 3e6, lit: 2e6, plain: 0, dimmed: -1e6 };
/** Words give way to the names around them, but for those of what is asked for. */
const LINE_RANK: Readonly<Record<Prominence, number>> = { chief: 4e6, lit: 1e6, plain: -5e5, dimmed: -2e6 };
const COUNT_FONT = `600 11px ${LABEL_FONT}`;

export class LabelLayer {
  /** Where each name stood in the last frame, by node. */
  #before = new Map<string, number>();
  #boxes = new Map<string, Box>();
  /** The names of the last frame, with where their nodes were. */
  #shown: { readonly node: FrameNode; readonly box: Box }[] = [];

  /** The boxes of the names in the last frame, by node id; CSS pixels of the view. */
  get boxes(): ReadonlyMap<string, Box> {
    return this.#boxes;
  }

  draw(context: CanvasRenderingContext2D, frame: Frame): void {
    const weights = frame.nodes.map(({ weight }) => weight).toSorted((a, b) => b - a);
    const leastFar = weights[Math.min(MOST_CHIEF, Math.ceil(weights.length * CHIEF_SHARE)) - 1] ?? 0;
    const leastCapital = Math.max(MINOR_CLAIMS + 1, weights[CAPITALS - 1] ?? 0);
    const minor = Math.max(MINOR_CLAIMS, leastCapital * MINOR_SHARE);
    const names = frame.nodes.map((node) =>
      nameRequest(node, node.weight >= leastFar, node.weight >= leastCapital),
    );
    const lines = new Map(frame.lines.map((line) => [line.id, line]));
    const words = frame.lines.map((line) => {
      context.font = line.isCount ? COUNT_FONT : PHRASE_FONT;
      return wordsRequest(line, context.measureText(line.text).width);
    });
    const obstacles: Obstacle[] = frame.floats.map((box) => ({ box }));
    for (const { id, x, y, radiusPx, weight, prominence } of frame.nodes)
      obstacles.push({
        box: { x: x - radiusPx, y: y - radiusPx, width: radiusPx * 2, height: radiusPx * 2 },
        owner: id,
        isFaint: prominence === 'dimmed' || (prominence === 'plain' && weight <= minor),
      });
    const placed = placeLabels([...names, ...words], obstacles, frame.bounds, this.#before);

    this.#before = new Map();
    this.#boxes = new Map();
    this.#shown = [];
    const nodes = new Map(frame.nodes.map((node) => [node.id, node]));
    context.textBaseline = 'middle';
    context.textAlign = 'center';
    context.lineJoin = 'round';
    // names last: they stay readable where a phrase's halo comes near
    for (const { id, box } of placed) {
      const line = lines.get(id.slice(LINE.length));
      if (id.startsWith(LINE) && line !== undefined) drawWords(context, line, box, frame.scheme);
    }
    for (const { id, box, candidate } of placed) {
      const node = nodes.get(id);
      if (id.startsWith(LINE) || node === undefined) continue;
      // a name that had to go further off comes back as soon as there is room
      if (candidate < aroundNode(0, 0, 0, 0, 0).length) this.#before.set(id, candidate);
      this.#boxes.set(id, box);
      this.#shown.push({ node, box });
      drawLeader(context, node, box, frame.scheme);
      drawName(context, node, box, frame.scheme);
    }
  }

  /**
   * Draws the names of the last frame where their nodes are now, without looking for places: while the camera moves over thousands
   * of nodes, and for no longer.
   *
   * @param at where a node is; null where it is gone
   */
  carry(
    context: CanvasRenderingContext2D,
    at: (id: string) => { readonly x: number; readonly y: number } | null,
    scheme: Scheme,
  ): void {
    context.textBaseline = 'middle';
    context.lineJoin = 'round';
    for (const { node, box } of this.#shown) {
      const place = at(node.id);
      if (place === null) continue;
      const moved = { ...box, x: box.x + place.x - node.x, y: box.y + place.y - node.y };
      drawName(context, { ...node, ...place }, moved, scheme);
    }
  }
}

/** Keeps the ids of lines apart from those of nodes. */
const LINE = 'line\u0000';

/**
 * @param isFar whether the name may stand further off where there is no room next to the node
 * @param isCapital whether it may even cover what is minor
 */
function nameRequest(node: FrameNode, isFar: boolean, isCapital: boolean): LabelRequest {
  const { id, x, y, radiusPx, label, weight, prominence } = node;
  const isLit = prominence === 'chief' || prominence === 'lit';
  const gaps = prominence !== 'dimmed' && (isFar || isLit) ? GAPS_PX : [];
  const { width, height } = label;
  return {
    id,
    priority: RANK[prominence] + weight,
    candidates: [
      ...aroundNode(x, y, radiusPx, width, height),
      ...gaps.flatMap((gap) => slidAround(x, y, radiusPx, width, height, gap)),
    ],
    owns: id,
    mayCoverOwned: prominence === 'chief',
    mayCoverFaint: isLit || (isCapital && prominence === 'plain'),
  };
}

function wordsRequest(line: FrameLine, width: number): LabelRequest {
  return {
    id: LINE + line.id,
    priority: LINE_RANK[line.prominence] + line.weight,
    candidates: line.at.map(({ x, y }) => ({
      x: x - width / 2 - 3,
      y: y - PHRASE_HEIGHT_PX / 2,
      width: width + 6,
      height: PHRASE_HEIGHT_PX,
    })),
    mayCoverFaint: line.prominence === 'chief',
  };
}

function drawName(
  context: CanvasRenderingContext2D,
  { x: nodeX, label, prominence }: FrameNode,
  box: Box,
  scheme: Scheme,
): void {
  context.font = prominence === 'chief' ? CHIEF_FONT : NAME_FONT;
  context.strokeStyle = GROUND[scheme];
  context.lineWidth = 3.5;
  context.fillStyle = prominence === 'dimmed' ? mix(INK[scheme], GROUND[scheme], 0.72) : INK[scheme];
  // beside the node, lines start at the node's side
  const align = box.x >= nodeX ? 'left' : box.x + box.width <= nodeX ? 'right' : 'center';
  context.textAlign = align;
  const x = align === 'left' ? box.x + 2 : align === 'right' ? box.x + box.width - 2 : box.x + box.width / 2;
  label.lines.forEach((line, index) => {
    const y = box.y + LABEL_LINE_PX * (index + 0.5) + 0.5;
    context.strokeText(line, x, y);
    context.fillText(line, x, y);
  });
}

/** Joins a name that stands off to its node. */
function drawLeader(
  context: CanvasRenderingContext2D,
  { x, y, radiusPx }: FrameNode,
  box: Box,
  scheme: Scheme,
): void {
  const toX = Math.min(box.x + box.width, Math.max(box.x, x));
  const toY = Math.min(box.y + box.height, Math.max(box.y, y));
  const away = Math.hypot(toX - x, toY - y);
  if (away < radiusPx + LEADER_PX) return;
  context.strokeStyle = mix(INK[scheme], GROUND[scheme], 0.3);
  context.lineWidth = 1;
  context.beginPath();
  context.moveTo(x + ((toX - x) * radiusPx) / away, y + ((toY - y) * radiusPx) / away);
  context.lineTo(toX, toY);
  context.stroke();
}

function drawWords(context: CanvasRenderingContext2D, line: FrameLine, box: Box, scheme: Scheme): void {
  context.font = line.isCount ? COUNT_FONT : PHRASE_FONT;
  context.fillStyle = GROUND[scheme];
  context.beginPath();
  context.roundRect(box.x, box.y, box.width, box.height, line.isCount ? box.height / 2 : 4);
  context.fill();
  context.textAlign = 'center';
  context.fillStyle = mix(line.color, INK[scheme], 0.35);
  context.fillText(line.text, box.x + box.width / 2, box.y + box.height / 2 + 0.5);
}
