import type { Drawing, Guide, View } from './drawing.ts';
import { groupedBy } from './grouped-by.ts';
import { unitLabel } from './calendar-unit.ts';

/** What lies along one axis. NaN is a node without a value. */
export type AxisValues =
  | { readonly kind: 'number'; readonly values: ArrayLike<number> }
  /** Milliseconds since 1970. */
  | { readonly kind: 'date'; readonly values: ArrayLike<number> }
  /** Numbers of `names`, which stand along the axis in their order. */
  | { readonly kind: 'text'; readonly values: ArrayLike<number>; readonly names: readonly string[] };

/** Marks on an axis of numbers or dates, about. */
const MARKS = 6;
/** Share of the view, at its left and low end, for what has no value. */
const MARGIN = 0.12;
const TURN = Math.PI * (3 - Math.sqrt(5));

/**
 * One property from left to right, another from low to high. What lacks a value stands in a margin before that axis, labelled with an empty
 * text and counted. Nodes that would coincide are put around their place, close together, so that no two discs of `diameter` of one
 * place overlap. An axis of texts has room for them all; it makes the drawing larger where the view is too small. Deterministic.
 */
export function byAxes(order: number, x: AxisValues, y: AxisValues, diameter: number, view: View): Drawing {
  const alongX = scaleOf(x, order, view.width);
  const alongY = scaleOf(y, order, view.height);
  const places = groupedBy(
    Array.from({ length: order }, (_, node) => node),
    (node) =>
      `${Math.round((alongX.at[node] ?? 0) / diameter)} ${Math.round((alongY.at[node] ?? 0) / diameter)}`,
  );
  const widest = Math.max(
    0,
    ...[...places.values()].map(({ length }) => crowdRadius(length, length, diameter)),
  );
  const growth = (step: number): number => Math.max(1, (2 * widest + diameter) / step);
  const [growX, growY] = [growth(alongX.step), growth(alongY.step)];
  const [atX, atY] = [new Float64Array(order), new Float64Array(order)];
  for (const nodes of places.values()) {
    const first = nodes[0] ?? 0;
    const [px, py] = [(alongX.at[first] ?? 0) * growX, (alongY.at[first] ?? 0) * growY];
    nodes.forEach((node, number) => {
      const reach = crowdRadius(number, nodes.length, diameter);
      atX[node] = px + Math.cos(number * TURN) * reach;
      atY[node] = py + Math.sin(number * TURN) * reach;
    });
  }
  const grown = (guides: readonly Guide[], by: number): Guide[] =>
    guides.map((guide): Guide => {
      if (guide.kind === 'tick') return { ...guide, at: guide.at * by };
      return guide.kind === 'band' ? { ...guide, from: guide.from * by, to: guide.to * by } : guide;
    });
  return {
    x: atX,
    y: atY,
    guides: [...grown(alongX.guides('x'), growX), ...grown(alongY.guides('y'), growY)],
  };
}

/** How far from the middle the last of a sunflower's discs lies; no two of them overlap, and one alone lies in the middle. */
const crowdRadius = (number: number, all: number, diameter: number): number =>
  all < 2 ? 0 : diameter * 0.7 * Math.sqrt(number + 0.5);

interface Scale {
  readonly at: Float64Array;
  /** Least distance between two places that stand for different values: all of an axis of numbers is one. */
  readonly step: number;
  guides(axis: 'x' | 'y'): Guide[];
}

function scaleOf(axis: AxisValues, order: number, length: number): Scale {
  const known: number[] = [];
  for (let node = 0; node < order; node++) {
    const value = axis.values[node] ?? NaN;
    if (!Number.isNaN(value)) known.push(value);
  }
  const lacking = order - known.length;
  const margin = lacking === 0 ? 0 : length * MARGIN;
  const [from, to] = [-length / 2 + margin, length / 2];
  const count = axis.kind === 'text' ? Math.max(1, axis.names.length) : 1;
  let [low, high] = [known[0] ?? 0, known[0] ?? 0];
  for (const value of known) [low, high] = [Math.min(low, value), Math.max(high, value)];
  const place = (value: number): number => {
    if (axis.kind === 'text') return from + ((value + 0.5) * (to - from)) / count;
    return high === low ? (from + to) / 2 : from + ((value - low) / (high - low)) * (to - from);
  };
  const at = Float64Array.from({ length: order }, (_, node) => {
    const value = axis.values[node] ?? NaN;
    return Number.isNaN(value) ? -length / 2 + margin / 2 : place(value);
  });
  return {
    at,
    step: axis.kind === 'text' ? Math.min((to - from) / count, lacking === 0 ? Infinity : margin) : length,
    guides: (name) => [
      ...(known.length === 0 ? [] : ticks(axis, low, high)).map(({ value, label }): Guide => ({
        kind: 'tick',
        axis: name,
        at: place(value),
        label,
      })),
      ...(lacking === 0
        ? []
        : [
            {
              kind: 'band',
              axis: name,
              from: -length / 2,
              to: -length / 2 + margin,
              label: '',
              count: lacking,
            } satisfies Guide,
          ]),
    ],
  };
}

function ticks(axis: AxisValues, low: number, high: number): { value: number; label: string }[] {
  switch (axis.kind) {
    case 'text':
      return axis.names.map((label, value) => ({ value, label }));
    case 'number':
      return round(low, high).map((value) => ({ value, label: String(value) }));
    case 'date': {
      const evenly = Array.from({ length: MARKS }, (_, i) => low + ((high - low) * i) / (MARKS - 1));
      // the coarsest unit in which the marks still differ; a decade is no point of an axis
      const unit =
        (['year', 'month'] as const).find(
          (each) => new Set(evenly.map((value) => unitLabel(value, each))).size === MARKS,
        ) ?? 'day';
      const labels = new Map(evenly.map((value) => [unitLabel(value, unit), value]));
      return [...labels].map(([label, value]) => ({ value, label }));
    }
  }
}

/** Multiples of 1, 2 or 5 times a power of ten within `low … high`, about six. */
function round(low: number, high: number): number[] {
  if (low === high) return [low];
  const rough = (high - low) / MARKS;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power;
  const found: number[] = [];
  for (let i = Math.ceil(low / step - 1e-9); i * step <= high + step * 1e-9; i++)
    found.push(Number((i * step).toPrecision(12)));
  return found;
}
