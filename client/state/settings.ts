/**
 * How the picture shows what is loaded: what is hidden, filtered, pinned and grouped, in which colours and sizes, laid out how. Plain
 * JSON that is replaced, never changed: it travels in a link, in the last session and in the step of a story, and every
 * change of it can be undone (`act(title, { kind: 'set', settings })`).
 */
import { z } from 'zod';
import { Filter } from './filters.ts';
import { Timespan } from './period.ts';

const ids = z.array(z.string()).max(100_000);

/** What a colour or a size tells. `property` is named where it is one. */
const Measure = z.object({
  by: z.enum(['kind', 'degree', 'pagerank', 'betweenness', 'community', 'property']),
  property: z.string().optional(),
});
export type Measure = z.infer<typeof Measure>;

const Style = z.object({
  nodeColor: Measure,
  nodeSize: Measure,
  lineColor: z.object({ by: z.enum(['tone', 'type', 'quad']) }),
  /** Colours of the reader's own, `#rrggbb`, by what they stand for: `kind:State`, `tone:conflict`, `type:URGED`, `value:…`. */
  colors: z.record(z.string(), z.string().regex(/^#[0-9a-f]{6}$/i)),
});
export type Style = z.infer<typeof Style>;

const axis = z.enum(['x', 'y']);
/** JSON has no NaN, which a ring of what has no value goes from and to. */
const value = z
  .number()
  .nullable()
  .transform((told) => told ?? NaN);

/** See graph/layout/drawing.ts. */
const Guide = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('band'), axis, from: z.number(), to: z.number(), label: z.string(), count: z.number() }), // prettier-ignore
  z.object({ kind: z.literal('tick'), axis, at: z.number(), label: z.string() }),
  z.object({ kind: z.literal('ring'), radius: z.number(), low: value, high: value, count: z.number() }),
]);

/** A layout and what it takes; see client/picture/layout. */
const Layout = z.object({
  kind: z.enum(['force', 'circular', 'concentric', 'time', 'hierarchy', 'axes']),
  /** Concentric: what lies innermost. */
  measure: Measure.optional(),
  /** Axes: the properties on them. */
  x: z.string().optional(),
  y: z.string().optional(),
  /** What it has drawn behind the nodes, for their places to be read by: they come and go with these. */
  guides: z.array(Guide).max(1_000).readonly().optional(),
});
export type Layout = z.infer<typeof Layout>;

/** A layout as it is asked for, before it has drawn anything. */
export const asked = ({ guides: _guides, ...layout }: Layout): Layout => layout;

/** Nodes that share a value of a property are drawn as one: among these, or among all that are shown. */
const GroupBy = z.object({ property: z.string(), nodes: ids.readonly().optional() });
export type GroupBy = z.infer<typeof GroupBy>;

export const Settings = z.object({
  /** Hidden by hand; they stay loaded. */
  hiddenNodes: ids,
  hiddenRelationships: ids,
  /** Rows of the legend whose eye is shut: kinds of node, types of relationship. */
  hiddenKinds: z.array(z.string()).max(1_000),
  hiddenTypes: z.array(z.string()).max(10_000),
  filters: z.array(Filter).max(100),
  /** The time that the timeline lets through; null for all of it, and what has no date. */
  period: Timespan.nullable(),
  /** Nodes that no layout moves. */
  pins: ids,
  /** Each property once; what several would gather goes by the last of them. Links made before nodes could be named hold one, or null. */
  groupBy: z.union([
    z.array(GroupBy).max(100).readonly(),
    GroupBy.nullable().transform((all): readonly GroupBy[] => (all === null ? [] : [all])),
  ]),
  style: Style,
  layout: Layout,
  /** Whether claims between the same two are drawn as one line. */
  bundle: z.enum(['auto', 'always', 'never']),
  /** Pairs whose claims are fanned out all the same: `pairKey`. */
  fanned: z.array(z.string()).max(10_000),
});
export type Settings = z.infer<typeof Settings>;

export const DEFAULT_SETTINGS: Settings = {
  hiddenNodes: [],
  hiddenRelationships: [],
  hiddenKinds: [],
  hiddenTypes: [],
  filters: [],
  period: null,
  pins: [],
  groupBy: [],
  style: {
    nodeColor: { by: 'kind' },
    nodeSize: { by: 'degree' },
    lineColor: { by: 'tone' },
    colors: {},
  },
  layout: { kind: 'force' },
  bundle: 'auto',
  fanned: [],
};

/** The same for both directions; JSON keeps apart ids that a plain separator could run together. */
export const pairKey = (a: string, b: string): string => JSON.stringify(a < b ? [a, b] : [b, a]);
