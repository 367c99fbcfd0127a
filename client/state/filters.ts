/** What the reader lets through: rules over what nodes or claims have. All that are on must let an element through. */
import { z } from 'zod';
import { dateOf, isWithin, Period } from './period.ts';

const base = {
  /** Tells filters apart in one picture. */
  id: z.string(),
  on: z.enum(['node', 'relationship']),
  property: z.string(),
  /** What is looked at in place of the property: the kind of a node or type of a claim, or how many claims a node has on the screen. */
  of: z.enum(['kind', 'claims']).optional(),
  /** Whether elements without the property are let through. */
  keepsMissing: z.boolean(),
  /** Kept for later, and lets everything through. */
  isOff: z.boolean().optional(),
};

export const Filter = z.discriminatedUnion('kind', [
  z.object({ ...base, kind: z.literal('text'), contains: z.string() }),
  z.object({
    ...base,
    kind: z.literal('category'),
    values: z.array(z.string()).max(10_000),
    /** True where `values` are those that are not let through. */
    isExcept: z.boolean().optional(),
  }),
  z.object({ ...base, kind: z.literal('number'), from: z.number().nullable(), to: z.number().nullable() }),
  z.object({ ...base, kind: z.literal('date'), ...Period.shape }),
  /** What a question in Cypher found when it was asked; `ids` are those of the screen. */
  z.object({
    ...base,
    kind: z.literal('question'),
    statement: z.string(),
    ids: z.array(z.string()).max(100_000),
  }),
]);
export type Filter = z.infer<typeof Filter>;

/** What a filter may ask of an element. */
export interface Facts {
  readonly id: string;
  readonly properties: Readonly<Record<string, unknown>>;
  /** Of a node: see `kindOfLabels`; of a claim: its type. */
  readonly kind: string;
  /** Of a node: how many claims on the screen, filtered out or not, it makes or receives. */
  readonly claims: number;
}

/** Tells of each element whether `filter` lets it through; lists are let through by any of their items. */
export function letting(filter: Filter): (facts: Facts) => boolean {
  if (filter.kind === 'question') {
    const ids = new Set(filter.ids);
    return ({ id }) => ids.has(id);
  }
  const lets = lettingValue(filter);
  return (facts) => {
    const value = filter.of === undefined ? facts.properties[filter.property] : facts[filter.of];
    if (value === undefined || value === null) return filter.keepsMissing;
    // a date is only as exact as its element says
    const precision = facts.properties['datePrecision'];
    return Array.isArray(value) ? value.some((item) => lets(item, precision)) : lets(value, precision);
  };
}

type LetsValue = (value: unknown, precision: unknown) => boolean;

function lettingValue(filter: Exclude<Filter, { kind: 'question' }>): LetsValue {
  switch (filter.kind) {
    case 'text': {
      const wanted = filter.contains.toLocaleLowerCase();
      return (value) => String(value).toLocaleLowerCase().includes(wanted);
    }
    case 'category': {
      const values = new Set(filter.values);
      const isExcept = filter.isExcept === true;
      return (value) => values.has(String(value)) !== isExcept;
    }
    case 'number': {
      const [from, to] = [filter.from ?? -Infinity, filter.to ?? Infinity];
      return (value) => typeof value === 'number' && value >= from && value <= to;
    }
    case 'date':
      return (value, precision) => typeof value === 'string' && isWithin(dateOf(value, precision), filter);
  }
}
