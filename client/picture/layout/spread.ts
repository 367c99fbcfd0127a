/** Moves nodes apart until the boxes around them (node and label) no longer cover each other. */
import type { LayoutNode, Positions } from './arrange.ts';

/** Air between two boxes, in pixels. */
const GAP_X = 8;
const GAP_Y = 5;
const MOST_ROUNDS = 300;

/**
 * Changes `positions` in place. Two boxes that overlap are pushed apart along the axis that needs less, half each; a box is held
 * inside `view`, centred on (0, 0).
 * Stops when nothing overlaps, or after 300 rounds in a view that is too small for all.
 */
export function spread(
  positions: Positions,
  nodes: readonly LayoutNode[],
  view: { readonly width: number; readonly height: number },
): void {
  const boxes = nodes.flatMap((node) => {
    const at = positions.get(node.id);
    return at === undefined ? [] : [{ node, at }];
  });
  for (let round = 0; round < MOST_ROUNDS; round++) {
    let isFree = true;
    // sorted by left edge, so that each box meets only those that could touch it
    boxes.sort((a, b) => a.at[0] - a.node.left - (b.at[0] - b.node.left));
    for (let i = 0; i < boxes.length; i++) {
      const a = boxes[i];
      if (a === undefined) continue;
      for (let j = i + 1; j < boxes.length; j++) {
        const b = boxes[j];
        if (b === undefined) continue;
        if (b.at[0] - b.node.left > a.at[0] + a.node.right + GAP_X + 40) break;
        if (separate(a, b)) isFree = false;
      }
    }
    for (const box of boxes) hold(box, view);
    if (isFree) return;
  }
}

interface Placed {
  readonly node: LayoutNode;
  readonly at: [x: number, y: number];
}

function separate(a: Placed, b: Placed): boolean {
  const centerX = (box: Placed): number => box.at[0] + (box.node.right - box.node.left) / 2;
  const centerY = (box: Placed): number => box.at[1] + (box.node.above - box.node.below) / 2;
  const needX = (a.node.left + a.node.right + b.node.left + b.node.right) / 2 + GAP_X;
  const needY = (a.node.above + a.node.below + b.node.above + b.node.below) / 2 + GAP_Y;
  const dx = centerX(b) - centerX(a);
  const dy = centerY(b) - centerY(a);
  const overX = needX - Math.abs(dx);
  const overY = needY - Math.abs(dy);
  if (overX <= 0.01 || overY <= 0.01) return false;
  const axis = overX < overY ? 0 : 1;
  const push = axis === 0 ? overX * (dx < 0 ? -1 : 1) : overY * (dy < 0 ? -1 : 1);
  a.at[axis] -= push / 2;
  b.at[axis] += push / 2;
  return true;
}

function hold({ node, at }: Placed, { width, height }: { width: number; height: number }): void {
  at[0] = clamp(at[0], -width / 2 + node.left, width / 2 - node.right);
  at[1] = clamp(at[1], -height / 2 + node.below, height / 2 - node.above);
}

const clamp = (value: number, low: number, high: number): number =>
  low > high ? (low + high) / 2 : Math.min(high, Math.max(low, value));
