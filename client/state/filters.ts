/** What the reader lets through: rules over a property of nodes or of claims. All of them must let an element through. */
import { z } from 'zod';

/** An inclusive span of ISO 8601 dates or date-times; either end may be open. */
export const Period = z.object({ from: z.string().nullable(), to: z.string().nullable() });
export type Period = z.infer<typeof Period>;

const base = {
  /** Tells filters apart in one picture. */
  id: z.string(),
  on: z.enum(['node', 'relationship']),
  property: z.string(),
  /** Whether elements without the property are let through. */
  keepsMissing: z.boolean(),
};

export const Filter = z.discriminatedUnion('kind', [
  z.object({ ...base, kind: z.literal('text'), contains: z.string() }),
  z.object({ ...base, kind: z.literal('category'), values: z.array(z.string()).max(10_000) }),
  z.object({ ...base, kind: z.literal('number'), from: z.number().nullable(), to: z.number().nullable() }),
  z.object({ ...base, kind: z.literal('date'), ...Period.shape }),
]);
export type Filter = z.infer<typeof Filter>;

type Properties = Readonly<Record<string, unknown>>;

/** Whether `filter` lets an element with these properties through; lists are let through by any of their items. */
export function lets(filter: Filter, properties: Properties): boolean {
  const value = properties[filter.property];
  if (value === undefined || value === null) return filter.keepsMissing;
  return Array.isArray(value) ? value.some((item) => letsValue(filter, item)) : letsValue(filter, value);
}

function letsValue(filter: Filter, value: unknown): boolean {
  switch (filter.kind) {
    case 'text':
      return String(value).toLocaleLowerCase().includes(filter.contains.toLocaleLowerCase());
    case 'category':
      return filter.values.includes(String(value));
    case 'number':
      return (
        typeof value === 'number' &&
        (filter.from === null || value >= filter.from) &&
        (filter.to === null || value <= filter.to)
      );
    case 'date':
      return typeof value === 'string' && isWithin(value, filter);
  }
}

/** Compares as far as the shorter of both goes: `2021` holds every day of that year. */
export function isWithin(date: string, { from, to }: Period): boolean {
  const isBefore = (a: string, b: string): boolean => {
    const length = Math.min(a.length, b.length);
    return a.slice(0, length) < b.slice(0, length);
  };
  return (from === null || !isBefore(date, from)) && (to === null || !isBefore(to, date));
}
