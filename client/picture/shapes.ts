/**
 * The shapes that tell kinds apart without colour. Each is a star polygon: `points` tips at radius 1 and, halfway between
 * them, notches at radius `notch`; a regular polygon is the case `notch = cos(π / points)`. 0 points is a circle.
 * The picture's shader and the legend's SVG draw from the same numbers.
 */
export interface Shape {
  readonly points: number;
  readonly notch: number;
  /** Clockwise from "a tip points up", in radians. */
  readonly turn: number;
  /** Circumradius for a node of radius 1, so that shapes of one size look equally heavy. */
  readonly scale: number;
}

const polygon = (points: number, turn: number, scale: number): Shape => ({
  points,
  notch: Math.cos(Math.PI / points),
  turn,
  scale,
});

export const SHAPES = {
  circle: { points: 0, notch: 1, turn: 0, scale: 1 },
  square: polygon(4, Math.PI / 4, 1.25),
  diamond: polygon(4, 0, 1.28),
  triangle: polygon(3, 0, 1.42),
  pentagon: polygon(5, 0, 1.15),
  hexagon: polygon(6, Math.PI / 6, 1.12),
  star: { points: 5, notch: 0.5, turn: 0, scale: 1.42 },
  compass: { points: 4, notch: 0.42, turn: 0, scale: 1.5 },
} as const satisfies Record<string, Shape>;

export type ShapeName = keyof typeof SHAPES;

/** Corners of `shape` around (0, 0) for a node of radius `radius`, y downwards, as an SVG `points` attribute; null for a circle. */
export function svgPoints(shape: Shape, radius: number): string | null {
  if (shape.points === 0) return null;
  const corners: string[] = [];
  for (let corner = 0; corner < shape.points * 2; corner++) {
    const angle = shape.turn + (corner * Math.PI) / shape.points;
    const reach = radius * shape.scale * (corner % 2 === 0 ? 1 : shape.notch);
    corners.push(`${(Math.sin(angle) * reach).toFixed(2)},${(-Math.cos(angle) * reach).toFixed(2)}`);
  }
  return corners.join(' ');
}
