import type { Adjacency } from '../adjacency.ts';
import { anglesOf } from './angles.ts';
import type { Drawing, View } from './drawing.ts';

/**
 * All nodes on one circle, joined ones near each other: in the order of the directions in which classical scaling draws them, which keeps
 * most lines short. The circle fills the view, and is larger where so many do not fit. No two discs of `diameter` overlap. Deterministic.
 */
export function circular(adjacency: Adjacency, diameter: number, view: View): Drawing {
  const { order } = adjacency;
  const [x, y] = [new Float64Array(order), new Float64Array(order)];
  const radius = order < 2 ? 0 : Math.max(Math.min(view.width, view.height) / 2, ringRadius(order, diameter));
  anglesOf(adjacency).sorted.forEach((node, place) => {
    // the first at the top, then clockwise
    const angle = Math.PI / 2 - (2 * Math.PI * place) / order;
    x[node] = Math.cos(angle) * radius;
    y[node] = Math.sin(angle) * radius;
  });
  return { x, y, guides: [] };
}

/** Radius of the smallest circle on which so many discs lie side by side. */
export const ringRadius = (count: number, diameter: number): number =>
  count < 2 ? 0 : diameter / 2 / Math.sin(Math.PI / count);
