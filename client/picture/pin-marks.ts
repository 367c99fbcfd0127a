/** The mark of a pinned node: the head of a pin at its upper right. */
import type { Scene } from './scene.ts';
import { GROUND, INK } from './palette.ts';
import type { Scheme } from './palette.ts';
import type { Viewport } from './viewport.ts';

const HEAD_PX = 3;

export function drawPins(
  context: CanvasRenderingContext2D,
  { nodes, x, y }: Scene,
  view: Viewport,
  pins: ReadonlySet<string>,
  scheme: Scheme,
): void {
  if (pins.size === 0) return;
  context.save();
  context.fillStyle = INK[scheme];
  context.strokeStyle = GROUND[scheme];
  context.lineWidth = 1.5;
  for (const id of pins) {
    const node = nodes.get(id);
    if (node === undefined) continue;
    const at = view.at(x[node.index] ?? 0, y[node.index] ?? 0);
    const away = node.radiusPx * view.sizeScale * Math.SQRT1_2 + 1;
    context.beginPath();
    context.arc(at.x + away, at.y - away, HEAD_PX, 0, 2 * Math.PI);
    context.stroke();
    context.fill();
  }
  context.restore();
}
