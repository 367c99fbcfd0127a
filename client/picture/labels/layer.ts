/** Draws the labels of a frame on a 2D canvas: names around nodes, words beside claims, nothing over anything else. */
import { GROUND, INK, TONES, mix } from '../palette.ts';
import type { Scheme } from '../palette.ts';
import type { Tone } from '../../../graph/vocabulary.ts';
import { LABEL_FONT, LABEL_LINE_PX, LABEL_SIZE_PX } from '../scene.ts';
import type { Label } from '../scene.ts';
import { aroundNode, placeLabels } from './place.ts';
import type { Box, LabelRequest } from './place.ts';

export type Prominence = 'chief' | 'lit' | 'plain' | 'dimmed';

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

export interface FrameClaim {
  readonly id: string;
  readonly phrase: string;
  readonly tone: Tone;
  /** Hovered or selected itself: worded before its neighbours. */
  readonly isChief: boolean;
  /** Points of its line where the words could stand, best first. */
  readonly at: readonly { readonly x: number; readonly y: number }[];
}

export interface Frame {
  readonly nodes: readonly FrameNode[];
  readonly claims: readonly FrameClaim[];
  /** Labels lie wholly inside. */
  readonly bounds: Box;
  readonly scheme: Scheme;
}

const PHRASE_FONT = `italic 500 12px ${LABEL_FONT}`;
const PHRASE_HEIGHT_PX = 15;
const NAME_FONT = `500 ${LABEL_SIZE_PX}px ${LABEL_FONT}`;
const CHIEF_FONT = `650 ${LABEL_SIZE_PX}px ${LABEL_FONT}`;
/** Weights of prominence over importance. */
const RANK: Readonly<Record<Prominence, number>> = { chief: 3e6, lit: 2e6, plain: 0, dimmed: -1e6 };

export class LabelLayer {
  /** Where each name stood in the last frame, by node. */
  #before = new Map<string, number>();
  #boxes = new Map<string, Box>();

  /** The boxes of the names in the last frame, by node id; CSS pixels of the view. */
  get boxes(): ReadonlyMap<string, Box> {
    return this.#boxes;
  }

  draw(context: CanvasRenderingContext2D, frame: Frame): void {
    const names = frame.nodes.map(nameRequest);
    context.font = PHRASE_FONT;
    const claims = new Map(frame.claims.map((claim) => [claim.id, claim]));
    const phrases = frame.claims.map((claim) =>
      phraseRequest(claim, context.measureText(claim.phrase).width),
    );
    const obstacles = frame.nodes.map(({ id, x, y, radiusPx }) => ({
      box: { x: x - radiusPx, y: y - radiusPx, width: radiusPx * 2, height: radiusPx * 2 },
      owner: id,
    }));
    const placed = placeLabels([...names, ...phrases], obstacles, frame.bounds, this.#before);

    this.#before = new Map();
    this.#boxes = new Map();
    const nodes = new Map(frame.nodes.map((node) => [node.id, node]));
    context.textBaseline = 'middle';
    context.textAlign = 'center';
    context.lineJoin = 'round';
    // names last: they stay readable where a phrase's halo comes near
    for (const { id, box } of placed) {
      const claim = claims.get(id.slice(CLAIM.length));
      if (id.startsWith(CLAIM) && claim !== undefined) drawPhrase(context, claim, box, frame.scheme);
    }
    for (const { id, box, candidate } of placed) {
      const node = nodes.get(id);
      if (id.startsWith(CLAIM) || node === undefined) continue;
      this.#before.set(id, candidate);
      this.#boxes.set(id, box);
      drawName(context, node, box, candidate, frame.scheme);
    }
  }
}

/** Keeps the ids of claims apart from those of nodes. */
const CLAIM = 'claim\u0000';

function nameRequest(node: FrameNode): LabelRequest {
  const { id, x, y, radiusPx, label, weight, prominence } = node;
  return {
    id,
    priority: RANK[prominence] + weight,
    candidates: aroundNode(x, y, radiusPx, label.width, label.height),
    owns: id,
  };
}

function phraseRequest(claim: FrameClaim, width: number): LabelRequest {
  return {
    id: CLAIM + claim.id,
    priority: claim.isChief ? 4e6 : 1e6,
    candidates: claim.at.map(({ x, y }) => ({
      x: x - width / 2 - 3,
      y: y - PHRASE_HEIGHT_PX / 2,
      width: width + 6,
      height: PHRASE_HEIGHT_PX,
    })),
  };
}

function drawName(
  context: CanvasRenderingContext2D,
  { label, prominence }: FrameNode,
  box: Box,
  candidate: number,
  scheme: Scheme,
): void {
  context.font = prominence === 'chief' ? CHIEF_FONT : NAME_FONT;
  context.strokeStyle = GROUND[scheme];
  context.lineWidth = 3.5;
  context.fillStyle = prominence === 'dimmed' ? mix(INK[scheme], GROUND[scheme], 0.72) : INK[scheme];
  // beside the node, lines start at the node's side
  const align =
    candidate === 1 || candidate === 4 || candidate === 6
      ? 'left'
      : candidate === 2 || candidate === 5 || candidate === 7
        ? 'right'
        : 'center';
  context.textAlign = align;
  const x = align === 'left' ? box.x + 2 : align === 'right' ? box.x + box.width - 2 : box.x + box.width / 2;
  label.lines.forEach((line, index) => {
    const y = box.y + LABEL_LINE_PX * (index + 0.5) + 0.5;
    context.strokeText(line, x, y);
    context.fillText(line, x, y);
  });
}

function drawPhrase(context: CanvasRenderingContext2D, claim: FrameClaim, box: Box, scheme: Scheme): void {
  context.font = PHRASE_FONT;
  context.fillStyle = GROUND[scheme];
  context.beginPath();
  context.roundRect(box.x, box.y, box.width, box.height, 4);
  context.fill();
  context.textAlign = 'center';
  context.fillStyle = mix(TONES[claim.tone].color[scheme], INK[scheme], 0.35);
  context.fillText(claim.phrase, box.x + box.width / 2, box.y + box.height / 2 + 0.5);
}
