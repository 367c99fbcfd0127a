import type { Adjacency } from '../adjacency.ts';
import { anglesOf } from './angles.ts';
import { ringRadius } from './circular.ts';
import type { Drawing, Guide, View } from './drawing.ts';

const MOST_CLASSES = 6;
/** Room between two discs, as a share of their diameter. */
const AIR = 0.25;

/**
 * Rings around a middle, the highest values innermost. Nodes of one value are never parted: values make at most six classes, the outer
 * ones larger as there is more room, and a class takes as many circles as it needs. No two discs of `diameter` overlap. Deterministic.
 *
 * @param values by node; what is not a number comes last, as a class of its own
 */
export function concentric(
  adjacency: Adjacency,
  values: ArrayLike<number>,
  diameter: number,
  view: View,
): Drawing {
  const { order } = adjacency;
  const [x, y] = [new Float64Array(order), new Float64Array(order)];
  const { angles, sorted } = anglesOf(adjacency);
  const rank = new Int32Array(order);
  sorted.forEach((node, place) => (rank[node] = place));
  const wide = diameter * (1 + AIR);
  const circles: { readonly nodes: readonly number[]; radius: number }[] = [];
  const rings: { readonly circle: number; readonly members: readonly number[] }[] = [];
  let radius = -wide;
  for (const members of classesOf(values, order)) {
    // a class apart from the one within it
    if (circles.length > 0) radius += wide / 2;
    let waiting = members.toSorted((a, b) => (rank[a] ?? 0) - (rank[b] ?? 0));
    while (waiting.length > 0) {
      radius =
        circles.length === 0
          ? waiting.length === 1
            ? 0
            : Math.max(wide, firstRadius(waiting.length, wide))
          : radius + wide;
      const room = Math.max(1, roomOn(radius, wide));
      const nodes = evenly(waiting, room);
      const taken = new Set(nodes);
      waiting = waiting.filter((node) => !taken.has(node));
      circles.push({ nodes, radius });
    }
    rings.push({ circle: circles.length - 1, members });
  }
  // spread over the view where there is room
  const stretch = Math.max(1, Math.min(view.width, view.height) / 2 / Math.max(radius, 1e-9));
  for (const { nodes, radius: at } of circles) {
    const first = nodes[0] ?? 0;
    nodes.forEach((node, place) => {
      const angle = (angles[first] ?? 0) + (2 * Math.PI * place) / nodes.length;
      x[node] = Math.cos(angle) * at * stretch;
      y[node] = Math.sin(angle) * at * stretch;
    });
  }
  return {
    x,
    y,
    guides: rings.map(({ circle, members }): Guide => {
      const known = members.map((node) => values[node] ?? NaN);
      return {
        kind: 'ring',
        radius: ((circles[circle]?.radius ?? 0) + wide / 2) * stretch,
        low: Math.min(...known),
        high: Math.max(...known),
        count: members.length,
      };
    }),
  };
}

/** The innermost class takes one circle while it is small, else circles from the middle outwards. */
const firstRadius = (count: number, diameter: number): number =>
  count <= 12 ? ringRadius(count, diameter) : diameter;

/** How many discs lie side by side on a circle. */
const roomOn = (radius: number, diameter: number): number =>
  radius < diameter / 2 ? 1 : Math.floor(Math.PI / Math.asin(Math.min(1, diameter / 2 / radius)) + 1e-9);

/** `count` of the items, evenly from the first to the last, in their order; all where there are no more. */
function evenly(items: readonly number[], count: number): number[] {
  if (items.length <= count) return [...items];
  return Array.from({ length: count }, (_, i) => items[Math.floor((i * items.length) / count)] ?? 0);
}

/** Node numbers by class, the highest values first; boundaries lie between different values only. */
function classesOf(values: ArrayLike<number>, order: number): number[][] {
  const nodes = Array.from({ length: order }, (_, node) => node);
  const isKnown = (node: number): boolean => !Number.isNaN(values[node] ?? NaN);
  const known = nodes.filter(isKnown).toSorted((a, b) => (values[b] ?? 0) - (values[a] ?? 0) || a - b);
  const distinct = new Set(known.map((node) => values[node])).size;
  const count = Math.min(MOST_CLASSES, distinct);
  const classes: number[][] = [];
  for (const node of known) {
    const last = classes.at(-1);
    const before = last?.at(-1);
    const isSame = before !== undefined && values[before] === values[node];
    // rings grow outwards, so their shares do: the kth ends at (k / count)² of all
    const share = (classes.length / count) ** 2 * known.length;
    const begun = classes.reduce((sum, { length }) => sum + length, 0);
    const isFull = distinct <= MOST_CLASSES || begun >= share;
    if (last === undefined || (!isSame && isFull && classes.length < count)) classes.push([node]);
    else last.push(node);
  }
  const unknown = nodes.filter((node) => !isKnown(node));
  return unknown.length === 0 ? classes : [...classes, unknown];
}
