/** What the calls of `/api/*` take in their path and query string: texts, which become what they mean, with defaults and bounds. */
import { z } from 'zod';

/** A whole number as text. */
const number = (min: number, max: number, preset: number, meaning: string) =>
  z.coerce.number().pipe(z.int().min(min).max(max)).default(preset).describe(meaning);

export const IdPath = z.object({
  id: z.string().min(1).describe('the `id` property, or the element id'),
});

export const OverviewQuery = z.object({
  limit: number(1, 10_000, 300, 'most nodes, the most connected ones'),
  relationshipLimit: number(
    0,
    200_000,
    5000,
    'most relationships among them, spread over as many pairs as possible',
  ),
});

export const SearchQuery = z.object({
  q: z
    .string()
    .trim()
    .min(1)
    .max(500)
    .describe('words; the last one may be a beginning, and a slip of the pen is forgiven'),
  limit: number(1, 100, 20, 'most hits'),
});

export const TypePath = z.object({
  type: z.string().min(1).describe('a relationship type, as it is written: `URGED`'),
});
export const ClaimsOfTypeQuery = z.object({ limit: number(1, 10_000, 200, 'most relationships') });

export const NeighboursQuery = z.object({
  types: z
    .string()
    .transform((list) => list.split(',').filter((type) => type !== ''))
    .optional()
    .describe('only relationships of these types, separated by commas; all by default'),
  direction: z.enum(['out', 'in', 'both']).default('both').describe('seen from the node'),
  limit: number(1, 5000, 100, 'most neighbours'),
  after: z.string().optional().describe('`next` of the page before'),
});

export const PathsQuery = z.object({
  from: z.string().min(1).describe('id of a node'),
  to: z.string().min(1).describe('id of another node'),
  maxHops: number(1, 15, 6, 'longest path'),
  limit: number(1, 100, 10, 'most paths'),
});

export const AnswersQuery = z.object({ limit: number(1, 500, 20, 'most answers') });

export const SourcesQuery = z.object({ limit: number(1, 10_000, 1000, 'most sources') });

export const SourceQuery = z.object({
  limit: number(1, 10_000, 2000, 'most quotes'),
  claimLimit: number(1, 20_000, 5000, 'most claims that rest on them'),
});

export const StoryPath = z.object({ id: z.string().min(1) });
export const ViewPath = z.object({ id: z.string().min(1).describe('as `POST /api/views` gave it') });

/** `profile` and `format` stand in the address of an export also where its body says what to export. */
export const ExportQuery = z.object({
  format: z.enum(['gexf']).default('gexf'),
  profile: z
    .enum(['compatible', 'gephi-dynamic'])
    .default('compatible')
    .describe('`compatible` opens in every reader; `gephi-dynamic` has values over time, for Gephi'),
});
export const ExportLinkQuery = ExportQuery.extend({
  statement: z
    .string()
    .min(1)
    .describe('Cypher; what it returns of nodes, relationships and paths is exported'),
});
