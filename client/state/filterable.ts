/** By what the elements of the screen can be filtered: their properties, with what is in them. */
import type { NodeJson } from '../../server/contract/api.ts';
import type { Facts, Filter } from './filters.ts';
import type { ScreenGraph } from './graph.ts';
import { nodeFacts, relationshipFacts } from './shown.ts';

export interface Filterable {
  readonly on: Filter['on'];
  readonly of?: NonNullable<Filter['of']>;
  /** Empty where `of` says what is looked at. */
  readonly property: string;
  /** Which filters fit, the best first. */
  readonly kinds: readonly Exclude<Filter['kind'], 'question'>[];
  /** How many elements have it. */
  readonly count: number;
}

/** Different values of a text by which it is still offered as categories. */
const MOST_CATEGORIES = 5_000;
/** A text that seldom repeats itself is looked into rather than chosen from. */
const REPEATS = 2;
/** Share of the values that must be of a sort for the property to count as of that sort. */
const NEARLY_ALL = 0.95;
const ISO_DATE = /^\d{4}-\d{2}-\d{2}(T\d{2}(:\d{2}.*)?)?$/;

/** Nodes first; of each, what they are, then the properties that most have; what tells each apart is last. Linear in the graph. */
export function filterables(graph: ScreenGraph): Filterable[] {
  const nodes = new Survey();
  const relationships = new Survey();
  graph.forEachNode((_id, node) => nodes.see(node));
  graph.forEachEdge((_id, relationship) => relationships.see(relationship));
  const category = { property: '', kinds: ['category'] } as const;
  return [
    { on: 'node', of: 'kind', ...category, count: graph.order },
    { on: 'node', of: 'claims', property: '', kinds: ['number'], count: graph.order },
    ...nodes.found('node'),
    { on: 'relationship', of: 'kind', ...category, count: graph.size },
    ...relationships.found('relationship'),
  ];
}

interface Seen {
  count: number;
  values: number;
  numbers: number;
  dates: number;
  others: number;
  readonly distinct: Set<unknown>;
}

class Survey {
  readonly #seen = new Map<string, Seen>();

  see({ properties, typed }: Pick<NodeJson, 'properties' | 'typed'>): void {
    for (const key in properties) {
      const value = properties[key];
      if (value === null || value === undefined) continue;
      let seen = this.#seen.get(key);
      if (seen === undefined) {
        seen = { count: 0, values: 0, numbers: 0, dates: 0, others: 0, distinct: new Set() };
        this.#seen.set(key, seen);
      }
      seen.count += 1;
      const isOpaque = OPAQUE.has((typed?.[key] as { $type?: string } | undefined)?.$type ?? '');
      for (const item of Array.isArray(value) ? value : [value]) {
        seen.values += 1;
        if (typeof item === 'number') seen.numbers += 1;
        else if (isOpaque || (typeof item === 'object' && item !== null)) seen.others += 1;
        else if (typeof item === 'string' && ISO_DATE.test(item)) seen.dates += 1;
        if (seen.distinct.size <= MOST_CATEGORIES) seen.distinct.add(item);
      }
    }
  }

  found(on: Filter['on']): Filterable[] {
    return [...this.#seen]
      .filter(([, { others, values }]) => values > 0 && others === 0)
      .toSorted(([a, one], [b, other]) => Number(isName(a)) - Number(isName(b)) || other.count - one.count)
      .map(([property, seen]) => ({ on, property, kinds: kindsOf(seen), count: seen.count }));
  }
}

/** Values that are no text although they look like one. */
const OPAQUE: ReadonlySet<string> = new Set(['Point', 'Duration', 'Base64', 'Time', 'LocalTime']);

/** Tells elements apart: whoever wants one of them searches for it. */
const isName = (key: string): boolean => key === 'id' || key === 'evidence';

function kindsOf({ values, numbers, dates, distinct }: Seen): Filterable['kinds'] {
  const isFew = distinct.size <= MOST_CATEGORIES;
  if (numbers >= values * NEARLY_ALL) return isFew ? ['number', 'category'] : ['number'];
  if (dates >= values * NEARLY_ALL) return ['date'];
  if (!isFew) return ['text'];
  return distinct.size * REPEATS <= values || distinct.size <= 12
    ? ['category', 'text']
    : ['text', 'category'];
}

/** Calls `see` with what a filter may ask of each element that it is about. */
export function forEachFacts(graph: ScreenGraph, on: Filter['on'], see: (facts: Facts) => void): void {
  if (on === 'node') graph.forEachNode((id) => see(nodeFacts(graph, id)));
  else graph.forEachEdge((id) => see(relationshipFacts(graph, id)));
}

type Aspect = Pick<Filter, 'on' | 'of' | 'property'>;

/** Every value of an aspect, items of lists each; elements without one are counted as `missing`. */
export function valuesOf(
  graph: ScreenGraph,
  { on, of, property }: Aspect,
): { values: unknown[]; missing: number } {
  const values: unknown[] = [];
  let missing = 0;
  forEachFacts(graph, on, (facts) => {
    const value = of === undefined ? facts.properties[property] : facts[of];
    if (value === undefined || value === null) missing += 1;
    else if (Array.isArray(value)) values.push(...(value as unknown[]));
    else values.push(value);
  });
  return { values, missing };
}

/** Values as texts with how often each is there, most frequent first, then by the alphabet. */
export function countedValues(values: readonly unknown[]): { value: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const value of values) {
    const text = String(value);
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  const { compare } = new Intl.Collator('en', { numeric: true });
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .toSorted((a, b) => b.count - a.count || compare(a.value, b.value));
}
