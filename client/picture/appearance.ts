/** What the picture adds to the elements, for files that keep it. */
import type { Scene } from './scene.ts';

/** By element id; colours are those of the light scheme. */
export interface Appearance {
  readonly positions: Readonly<Record<string, [x: number, y: number]>>;
  readonly colors: Readonly<Record<string, string>>;
  readonly sizes: Readonly<Record<string, number>>;
}

export function appearanceOf(scene: Scene): Appearance {
  const positions: Record<string, [number, number]> = {};
  const colors: Record<string, string> = {};
  const sizes: Record<string, number> = {};
  for (const node of scene.list) {
    const { id, index, radiusPx } = node;
    positions[id] = [scene.x[index] ?? 0, scene.y[index] ?? 0];
    colors[id] = scene.colorOf(node).light;
    sizes[id] = radiusPx;
  }
  for (const [place, id] of scene.pairs.claims.entries()) colors[id] = scene.lineStyle(place).color.light;
  return { positions, colors, sizes };
}
