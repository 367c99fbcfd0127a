/**
 * The colour and size of every node and the colour of every line, derived from the settings, with the key that the legend shows. The
 * picture asks it; nothing of it is kept in the graph.
 */
import { kindOfLabels } from '../../graph/vocabulary.ts';
import { kindStyle } from '../picture/palette.ts';
import { CATEGORIES, OTHERS, ownColors, rampColor } from '../picture/scales.ts';
import type { Colors } from '../picture/scales.ts';
import type { ScreenGraph } from './graph.ts';
import { lineStyling } from './line-style.ts';
import type { LineStyling } from './line-style.ts';
import type { Measure, Style } from './settings.ts';
import type { Shown } from './shown.ts';

/** What a measure of the graph says, by node; `note` says how sure it is, where it is not sure. */
export interface Measured {
  readonly values: ReadonlyMap<string, number>;
  readonly note: string | null;
}
export type GraphMeasure = 'pagerank' | 'betweenness' | 'community';
export type Measures = ReadonlyMap<GraphMeasure, Measured>;

export interface Category {
  /** In `Style.colors`. */
  readonly key: string;
  readonly name: string;
  readonly colors: Colors;
  /** In the order of the graph. */
  readonly nodes: readonly string[];
}

/** What the colours of nodes mean. */
export type ColorKey =
  | { readonly kind: 'kinds' }
  /** `missing`: nodes without a value, in the colour `OTHERS`. */
  | {
      readonly kind: 'categories';
      readonly categories: readonly Category[];
      readonly missing: number;
      readonly note: string | null;
    }
  | {
      readonly kind: 'ramp';
      /** Values at the two ends and in the middle of the ramp. */
      readonly least: RampValue;
      readonly middle: RampValue;
      readonly most: RampValue;
      readonly missing: number;
      readonly note: string | null;
    }
  /** The measure is still being taken; everything is in the colour of its kind. */
  | { readonly kind: 'waiting' };

/** A number, or a day as ISO 8601. */
export type RampValue = number | string;

export interface Styling {
  colorOf(node: string): Colors;
  /** 0 to 1, as the area is to be; null where the picture sizes nodes by their claims. */
  sizeOf(node: string): number | null;
  readonly colorKey: ColorKey;
  readonly lines: LineStyling;
}

/**
 * @param shown what is measured and counted: only what is shown
 * @param measures those that have been taken of what is shown
 */
export function styleOf(
  graph: ScreenGraph,
  shown: Shown,
  style: Style,
  measures: Measures = new Map(),
): Styling {
  const { colorOf, key } = nodeColors(graph, shown, style, measures);
  return {
    colorOf,
    sizeOf: nodeSizes(graph, shown, style.nodeSize, measures),
    colorKey: key,
    lines: lineStyling(graph, shown, style),
  };
}

interface NodeColors {
  readonly colorOf: Styling['colorOf'];
  readonly key: ColorKey;
}

function nodeColors(
  graph: ScreenGraph,
  shown: Shown,
  { nodeColor, colors }: Style,
  measures: Measures,
): NodeColors {
  const ofKind = (id: string): Colors => {
    const kind = kindOfLabels(graph.getNodeAttribute(id, 'labels'));
    return own(colors, `kind:${kind}`) ?? kindStyle(kind).color;
  };
  if (nodeColor.by === 'kind') return { colorOf: ofKind, key: { kind: 'kinds' } };
  const column = columnOf(graph, shown, nodeColor, measures);
  if (column === null) return { colorOf: ofKind, key: { kind: 'waiting' } };
  return column.isScale ? rampColors(column) : categoryColors(column, colors);
}

function rampColors({ values, scale, isDate, missing, note }: Column): NodeColors {
  const word = (share: number): RampValue => {
    const value = valueAt(scale, share);
    return isDate ? new Date(value).toISOString().slice(0, 10) : value;
  };
  return {
    colorOf: (id) => {
      const value = values.get(id);
      return typeof value === 'number' ? rampColor(shareOf(scale, value)) : OTHERS;
    },
    key: { kind: 'ramp', least: word(0), middle: word(0.5), most: word(1), missing, note },
  };
}

function categoryColors({ values, missing, prefix, note }: Column, chosen: Style['colors']): NodeColors {
  const byValue = new Map<string, string[]>();
  for (const [id, value] of values) {
    const nodes = byValue.get(String(value));
    if (nodes === undefined) byValue.set(String(value), [id]);
    else nodes.push(id);
  }
  const sorted = [...byValue].toSorted(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1));
  const categories = sorted.slice(0, CATEGORIES.length).map(([value, nodes], index): Category => {
    const key = `${prefix}${value}`;
    return {
      key,
      name: prefix === 'community:' ? `Community ${index + 1}` : value,
      colors: own(chosen, key) ?? CATEGORIES[index] ?? OTHERS,
      nodes,
    };
  });
  const rest = sorted.slice(CATEGORIES.length).flatMap(([, nodes]) => nodes);
  if (rest.length > 0)
    categories.push({
      key: `${prefix}…`,
      name: `${sorted.length - CATEGORIES.length} others`,
      colors: OTHERS,
      nodes: rest,
    });
  const byNode = new Map(categories.flatMap(({ nodes, colors }) => nodes.map((id) => [id, colors] as const)));
  return {
    colorOf: (id) => byNode.get(id) ?? OTHERS,
    key: { kind: 'categories', categories, missing, note },
  };
}

/** The share at which all nodes are where they are to be of one size. */
const ONE_SIZE = 0.15;

function nodeSizes(
  graph: ScreenGraph,
  shown: Shown,
  measure: Measure,
  measures: Measures,
): Styling['sizeOf'] {
  if (measure.by === 'kind') return () => ONE_SIZE;
  if (measure.by === 'degree') return () => null;
  const column = columnOf(graph, shown, measure, measures);
  if (column === null || !column.isScale) return () => null;
  const { values, scale } = column;
  const linear: Scale = { ...scale, power: 1 };
  return (id) => {
    const value = values.get(id);
    return typeof value === 'number' ? shareOf(linear, value) : 0;
  };
}

/** Values of nodes, ready to become colours or sizes. */
interface Column {
  readonly values: ReadonlyMap<string, number | string>;
  /** Whether the values are numbers with an order. */
  readonly isScale: boolean;
  readonly isDate: boolean;
  readonly scale: Scale;
  readonly missing: number;
  readonly note: string | null;
  /** Of the keys of categories in `Style.colors`. */
  readonly prefix: string;
}

/** Null where a measure has not been taken yet. */
function columnOf(
  graph: ScreenGraph,
  { nodes, relationships }: Shown,
  { by, property }: Measure,
  measures: Measures,
): Column | null {
  if (by === 'property' || by === 'kind') return propertyColumn(graph, nodes, property ?? '');
  if (by === 'degree') {
    const degrees = new Map([...nodes].map((id) => [id, 0]));
    for (const id of relationships)
      for (const end of graph.extremities(id)) degrees.set(end, (degrees.get(end) ?? 0) + 1);
    return numbers(degrees, 0, true, null);
  }
  const measured = measures.get(by);
  if (measured === undefined) return null;
  const values = new Map([...measured.values].filter(([id]) => nodes.has(id)));
  const missing = nodes.size - values.size;
  if (by === 'community')
    return {
      values,
      isScale: false,
      isDate: false,
      scale: NO_SCALE,
      missing,
      note: measured.note,
      prefix: 'community:',
    };
  return numbers(values, missing, true, measured.note);
}

const DATE = /^\d{4}(-\d{2}(-\d{2})?)?(T|$)/;

function propertyColumn(graph: ScreenGraph, nodes: ReadonlySet<string>, property: string): Column {
  const texts = new Map<string, number | string>();
  for (const id of nodes) {
    const value = graph.getNodeAttribute(id, 'properties')[property];
    if (typeof value === 'number') texts.set(id, value);
    else if (typeof value === 'boolean' || (typeof value === 'string' && value !== ''))
      texts.set(id, String(value));
  }
  const missing = nodes.size - texts.size;
  const all = [...texts];
  if (all.length > 0 && all.every(([, value]) => typeof value === 'number'))
    return numbers(texts as Map<string, number>, missing, false, null);
  if (all.length > 0 && all.every(([, value]) => typeof value === 'string' && DATE.test(value))) {
    const days = new Map(all.map(([id, value]) => [id, Date.parse(String(value).slice(0, 10))]));
    return { ...numbers(days, missing, false, null), isDate: true };
  }
  return {
    values: texts,
    isScale: false,
    isDate: false,
    scale: NO_SCALE,
    missing,
    note: null,
    prefix: `value:${property}:`,
  };
}

const numbers = (
  values: ReadonlyMap<string, number>,
  missing: number,
  isSkewed: boolean,
  note: string | null,
): Column => ({
  values,
  isScale: true,
  isDate: false,
  scale: scaleOf(values.values(), isSkewed),
  missing,
  note,
  prefix: '',
});

interface Scale {
  readonly least: number;
  readonly most: number;
  /** Share grows with this power of the value: a few hubs leave no room for the others on an even scale. */
  readonly power: number;
}

const NO_SCALE: Scale = { least: 0, most: 0, power: 1 };
const SKEWED = 0.5;

function scaleOf(values: Iterable<number>, isSkewed: boolean): Scale {
  let [least, most] = [Infinity, -Infinity];
  for (const value of values) {
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  return least > most ? NO_SCALE : { least, most, power: isSkewed ? SKEWED : 1 };
}

/** 0 for the least, 1 for the most; 1 where all are alike. */
const shareOf = ({ least, most, power }: Scale, value: number): number =>
  most === least ? 1 : ((value - least) / (most - least)) ** power;

const valueAt = ({ least, most, power }: Scale, share: number): number =>
  least + (most - least) * share ** (1 / power);

const own = (colors: Style['colors'], key: string): Colors | undefined => {
  const color = colors[key];
  return color === undefined ? undefined : ownColors(color);
};
