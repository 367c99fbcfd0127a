/** What a layout goes by, read from the graph: measures, dates and the properties on the axes. */
import type { Links } from '../../../graph/adjacency.ts';
import type { AxisValues } from '../../../graph/layout/axes.ts';
import { degree } from '../../../graph/measure/degree.ts';
import { kindOfLabels, NODE_KINDS } from '../../../graph/vocabulary.ts';
import { measure } from '../../measures/measures.ts';
import type { ScreenGraph } from '../../state/graph.ts';
import type { Layout, Measure } from '../../state/settings.ts';
import type { LayoutChoice } from './request.ts';

/** What can stand on an axis though it is no property. */
export const KIND = ':kind';
export const CLAIMS = ':claims';
export const DATE = ':date';

/** Texts that an axis has room for; the others share the last place. */
const MOST_TEXTS = 40;
const OTHERS = 'others';

interface Subject {
  readonly graph: ScreenGraph;
  /** The nodes to be laid out, by number. */
  readonly ids: readonly string[];
  readonly links: Links;
}

/** Null where a later request came first. @throws Error a measure failed */
export async function choiceOf(layout: Layout, subject: Subject): Promise<LayoutChoice | null> {
  const { kind } = layout;
  switch (kind) {
    case 'concentric': {
      const values = await measureOf(layout.measure ?? { by: 'degree' }, subject);
      return values === null ? null : { kind, values };
    }
    case 'time':
      return { kind, values: datesOf(subject) };
    case 'axes':
      return { kind, x: axisOf(layout.x ?? DATE, subject), y: axisOf(layout.y ?? KIND, subject) };
    default:
      return { kind };
  }
}

async function measureOf({ by, property }: Measure, subject: Subject): Promise<ArrayLike<number> | null> {
  if (by === 'property') return axisOf(property ?? CLAIMS, subject).values;
  if (by === 'kind') return axisOf(KIND, subject).values;
  // a degree is counted sooner than a worker is asked
  if (by === 'degree') return degree(subject.links);
  const found = await measure('layout', by, subject.links);
  if (found === null) return null;
  // the largest community innermost
  return by === 'community' ? Float64Array.from(found.values, (group) => -group) : found.values;
}

/** Of a node: its own `start`, else the middle one of the dates of its claims; NaN without any. Milliseconds since 1970. */
export function datesOf({ graph, ids }: Pick<Subject, 'graph' | 'ids'>): Float64Array {
  return Float64Array.from(ids, (id) => {
    const own = timeOf(graph.getNodeAttribute(id, 'properties')['start']);
    if (!Number.isNaN(own)) return own;
    const dates = graph
      .mapEdges(id, (_edge, { properties }) => timeOf(properties['date']))
      .filter((time) => !Number.isNaN(time))
      .toSorted((a, b) => a - b);
    return dates[Math.floor((dates.length - 1) / 2)] ?? NaN;
  });
}

/** As JSON tells dates and times: `2021-10-20`, `2021-10-20T10:00:00+03:00[Europe/Moscow]`; NaN for anything else. */
function timeOf(value: unknown): number {
  if (typeof value !== 'string' || !/^[-+]?\d{4,6}-\d\d-\d\d/.test(value)) return NaN;
  const time = Date.parse(value.replace(/\[.*\]$/, '').replace(/(\.\d{3})\d+/, '$1'));
  return Number.isFinite(time) ? time : NaN;
}

function axisOf(name: string, subject: Subject): AxisValues {
  const { graph, ids, links } = subject;
  if (name === DATE) return { kind: 'date', values: datesOf(subject) };
  if (name === CLAIMS) return { kind: 'number', values: degree(links) };
  if (name === KIND) {
    const plural = new Map(NODE_KINDS.map(({ label, plural: title }) => [label as string, title as string]));
    return textAxis(
      ids.map((id) => plural.get(kindOfLabels(graph.getNodeAttribute(id, 'labels'))) ?? 'Others'),
    );
  }
  const values = ids.map((id): unknown => graph.getNodeAttribute(id, 'properties')[name] ?? null);
  const known = values.filter((value) => value !== null);
  if (known.every((value) => typeof value === 'number'))
    return { kind: 'number', values: values.map((value) => (typeof value === 'number' ? value : NaN)) };
  if (known.every((value) => !Number.isNaN(timeOf(value))))
    return { kind: 'date', values: values.map(timeOf) };
  return textAxis(values.map((value) => (value === null ? null : String(value))));
}

/** In the order of the alphabet; of very many texts those that most nodes have. */
function textAxis(texts: readonly (string | null)[]): AxisValues {
  const counts = new Map<string, number>();
  for (const text of texts) if (text !== null) counts.set(text, (counts.get(text) ?? 0) + 1);
  const frequent = [...counts].toSorted(([, a], [, b]) => b - a).map(([text]) => text);
  const named = frequent.slice(0, frequent.length > MOST_TEXTS ? MOST_TEXTS - 1 : MOST_TEXTS);
  const names = named.toSorted((a, b) => a.localeCompare(b, 'en'));
  if (named.length < frequent.length) names.push(OTHERS);
  const numbers = new Map(names.map((text, number) => [text, number]));
  const values = texts.map((text) => (text === null ? NaN : (numbers.get(text) ?? names.length - 1)));
  return { kind: 'text', names, values };
}
