/** Moves nodes apart until the boxes around them (node and label) no longer cover each other. */
import type { LayoutRequest, Places } from './request.ts';

/** Air between two boxes, in pixels. */
const GAP_X = 8;
const GAP_Y = 5;
const MOST_ROUNDS = 300;

/**
 * Changes `places` in place. Two boxes that overlap are pushed apart along the axis that needs less, half each, or the whole way where the
 * other is fixed; a box is held inside the view, centred on (0, 0), unless something is fixed: then the view may lie anywhere.
 * Stops when nothing overlaps, or after 300 rounds in a view that is too small for all.
 */
export function spread(
  { x, y }: Places,
  { rooms, fixed, width, height }: Pick<LayoutRequest, 'rooms' | 'fixed' | 'width' | 'height'>,
): void {
  const { left, right, above, below } = rooms;
  const boxes = Array.from(x.keys());
  const edge = (node: number): number => (x[node] ?? 0) - (left[node] ?? 0);
  const isHeld = !fixed.includes(1);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    let isFree = true;
    // sorted by left edge, so that each box meets only those that could touch it
    boxes.sort((a, b) => edge(a) - edge(b));
    for (let i = 0; i < boxes.length; i++) {
      const a = boxes[i] ?? 0;
      for (let j = i + 1; j < boxes.length; j++) {
        const b = boxes[j] ?? 0;
        if (edge(b) > (x[a] ?? 0) + (right[a] ?? 0) + GAP_X + 40) break;
        if (separate(a, b)) isFree = false;
      }
    }
    if (isHeld) for (const box of boxes) hold(box);
    if (isFree) return;
  }

  function separate(a: number, b: number): boolean {
    if (fixed[a] === 1 && fixed[b] === 1) return false;
    const centerX = (node: number): number => (x[node] ?? 0) + ((right[node] ?? 0) - (left[node] ?? 0)) / 2;
    const centerY = (node: number): number => (y[node] ?? 0) + ((above[node] ?? 0) - (below[node] ?? 0)) / 2;
    const needX = ((left[a] ?? 0) + (right[a] ?? 0) + (left[b] ?? 0) + (right[b] ?? 0)) / 2 + GAP_X;
    const needY = ((above[a] ?? 0) + (below[a] ?? 0) + (above[b] ?? 0) + (below[b] ?? 0)) / 2 + GAP_Y;
    const dx = centerX(b) - centerX(a);
    const dy = centerY(b) - centerY(a);
    const overX = needX - Math.abs(dx);
    const overY = needY - Math.abs(dy);
    if (overX <= 0.01 || overY <= 0.01) return false;
    const axis = overX < overY ? x : y;
    const push = overX < overY ? overX * (dx < 0 ? -1 : 1) : overY * (dy < 0 ? -1 : 1);
    const share = fixed[a] === 1 ? 0 : fixed[b] === 1 ? 1 : 0.5;
    axis[a] = (axis[a] ?? 0) - push * share;
    axis[b] = (axis[b] ?? 0) + push * (1 - share);
    return true;
  }

  function hold(node: number): void {
    x[node] = clamp(x[node] ?? 0, -width / 2 + (left[node] ?? 0), width / 2 - (right[node] ?? 0));
    y[node] = clamp(y[node] ?? 0, -height / 2 + (below[node] ?? 0), height / 2 - (above[node] ?? 0));
  }
}

const clamp = (value: number, low: number, high: number): number =>
  low > high ? (low + high) / 2 : Math.min(high, Math.max(low, value));
