/** How far a point is from the outline of a shape: the same formula as in the shader that draws it, so that picking is exact. */
import type { Shape } from './shapes.ts';

/** A shape is drawn with its corners rounded by this share of the radius. */
export const CORNER = 0.12;

/**
 * Pixels from the outline of `shape`, drawn with `radius` around (0, 0), to (x, y); negative inside.
 *
 * @param y downwards
 */
export function outlineDistance(shape: Shape, radius: number, x: number, y: number): number {
  const corner = shape.points === 0 ? 0 : radius * CORNER;
  const r = (radius - corner) * shape.scale;
  const away = Math.hypot(x, y);
  if (shape.points === 0) return away - r;
  // folded into the half sector between a tip and the notch beside it, where the outline is one segment
  const sector = Math.PI / shape.points;
  const turned = Math.atan2(x, -y) - shape.turn + sector;
  const angle = turned - Math.floor(turned / (2 * sector)) * 2 * sector - sector;
  const qx = away * Math.cos(angle);
  const qy = away * Math.abs(Math.sin(angle));
  const edgeX = r * shape.notch * Math.cos(sector) - r;
  const edgeY = r * shape.notch * Math.sin(sector);
  const wx = qx - r;
  const along = Math.min(1, Math.max(0, (wx * edgeX + qy * edgeY) / (edgeX * edgeX + edgeY * edgeY)));
  const off = Math.hypot(wx - edgeX * along, qy - edgeY * along);
  return (edgeX * qy - edgeY * wx > 0 ? -off : off) - corner;
}
