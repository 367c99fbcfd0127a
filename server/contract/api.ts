/**
 * What `/api/*` takes and gives. The client parses replies with these; `openapi.ts` describes them to everyone else.
 *
 * Property values are plain JSON as in Neo4j's Query API: temporal and spatial values are strings, integers are
 * written in full; `typed` has those that this tells too little of. An element's `id` is its `id` property, or its element id where it has none.
 */
import { z } from 'zod';

export const Properties = z.record(z.string(), z.json());
const Typed = z
  .record(z.string(), z.json())
  .optional()
  .describe(
    'those of the properties whose type plain JSON does not tell (dates and times, durations, points, bytes, whole FLOATs, large INTEGERs), as typed JSON of the Query API; absent where there are none',
  );
export const NodeJson = z
  .object({
    id: z.string().describe('the `id` property, or the element id where there is none'),
    elementId: z.string(),
    labels: z.array(z.string()),
    properties: Properties,
    typed: Typed,
  })
  .meta({ id: 'Node' });
export const RelationshipJson = z
  .object({
    id: z.string(),
    elementId: z.string(),
    type: z.string(),
    source: z.string().describe('`id` of the node it starts at'),
    target: z.string().describe('`id` of the node it points to'),
    properties: Properties,
    typed: Typed,
  })
  .meta({ id: 'Relationship' });
export type NodeJson = z.infer<typeof NodeJson>;
export type RelationshipJson = z.infer<typeof RelationshipJson>;

const count = z.int().min(0);

/** A piece of the graph; every end of every relationship is among the nodes. */
export const Overview = z
  .object({
    nodes: z.array(NodeJson),
    relationships: z.array(RelationshipJson),
    /** What the limit left out. */
    omitted: z.object({ nodes: count, relationships: count }),
  })
  .meta({ id: 'Overview' });
export type Overview = z.infer<typeof Overview>;

export const Health = z
  .object({
    status: z.enum(['ok', 'unavailable']),
    reason: z.string().optional(),
    store: z.object({
      kind: z.enum(['embedded', 'neo4j']),
      version: z.string().nullable(),
      nodes: count.nullable(),
      relationships: count.nullable(),
    }),
    /** Name for `/db/{database}/query/v2`. */
    database: z.string(),
    allowWrites: z.boolean(),
  })
  .meta({ id: 'Health' });
export type Health = z.infer<typeof Health>;

/** Why a hit is one: the field and its text; `quote` and `what` are words of a claim, `type` is a relationship type in words. */
export const Matched = z.object({
  field: z.enum([
    'name',
    'alias',
    'officialName',
    'title',
    'role',
    'summary',
    'type',
    'what',
    'attributedTo',
    'quote',
    'id',
  ]),
  text: z.string(),
  as: z
    .enum(['words', 'beginning', 'spelling'])
    .describe(
      '`words`: as they were typed; `beginning`: the last is the beginning of a word; `spelling`: a word is spelt a little otherwise',
    ),
});
export type Matched = z.infer<typeof Matched>;
export const SearchHit = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('node'), node: NodeJson, matched: Matched, score: z.number() }),
    z.object({
      kind: z.literal('relationship'),
      relationship: RelationshipJson,
      /** Its two ends, source first. */
      nodes: z.array(NodeJson),
      matched: Matched,
      score: z.number(),
    }),
    z.object({
      kind: z.literal('type'),
      type: z.string(),
      /** Relationships that have it, in the whole graph. */
      count,
      matched: Matched,
      score: z.number(),
    }),
  ])
  .meta({ id: 'SearchHit' });
export type SearchHit = z.infer<typeof SearchHit>;
/** Best first; nodes, relationships and relationship types ranked together. */
export const SearchReply = z.object({ hits: z.array(SearchHit) }).meta({ id: 'SearchReply' });
export type SearchReply = z.infer<typeof SearchReply>;

export const ClaimsOfTypeReply = z
  .object({
    /** Their ends, each once. */
    nodes: z.array(NodeJson),
    relationships: z.array(RelationshipJson),
    /** Relationships of the type that the limit left out. */
    omitted: count,
  })
  .meta({ id: 'ClaimsOfTypeReply' });
export type ClaimsOfTypeReply = z.infer<typeof ClaimsOfTypeReply>;

export const NodeReply = z
  .object({
    node: NodeJson,
    counts: z.array(z.object({ type: z.string(), direction: z.enum(['out', 'in']), count })),
  })
  .meta({ id: 'NodeReply' });
export type NodeReply = z.infer<typeof NodeReply>;

export const SourceJson = z
  .object({
    id: z.string(),
    title: z.string(),
    author: z.string().nullable(),
    publisher: z.string().nullable(),
    published: z.string().nullable(),
    url: z.string().nullable(),
  })
  .meta({ id: 'Source' });
export type SourceJson = z.infer<typeof SourceJson>;
/** One piece of evidence. A claim from a data set has a source and no quote. */
export const EvidenceJson = z
  .object({
    id: z.string(),
    quote: z.string().nullable(),
    paragraph: z.int().nullable(),
    source: SourceJson.nullable(),
  })
  .meta({ id: 'Evidence' });
export type EvidenceJson = z.infer<typeof EvidenceJson>;

export const RelationshipReply = z
  .object({
    relationship: RelationshipJson,
    /** Its two ends, source first. */
    nodes: z.array(NodeJson),
    evidence: z.array(EvidenceJson),
  })
  .meta({ id: 'RelationshipReply' });
export type RelationshipReply = z.infer<typeof RelationshipReply>;

/** Why a claim is taken to be about the matter of another. */
export const AnswerReason = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('quote') }).describe('both rest on the same words'),
    z.object({ kind: z.literal('about') }).describe('both point to the same'),
    z
      .object({ kind: z.literal('words'), words: z.array(z.string()).describe('as the answer writes them') })
      .describe('both say these words'),
    z
      .object({ kind: z.literal('back') })
      .describe('said to the one who made the claim, on its day or within seven days'),
  ])
  .meta({ id: 'AnswerReason' });
export type AnswerReason = z.infer<typeof AnswerReason>;

export const AnswersReply = z
  .object({
    answers: z.array(
      z.object({
        relationship: z.string().describe('its id'),
        tie: z
          .string()
          .nullable()
          .describe('type of what ties the one who says it to the other side; null where that is itself'),
        reasons: z.array(AnswerReason),
      }),
    ),
    /** Both ends of every relationship. */
    nodes: z.array(NodeJson),
    relationships: z.array(RelationshipJson),
    /** What the limits left out. */
    omitted: count,
  })
  .meta({ id: 'AnswersReply' });
export type AnswersReply = z.infer<typeof AnswersReply>;

export const SourcesReply = z
  .object({
    sources: z.array(
      z.object({
        source: SourceJson,
        quotes: count.describe('quotes taken from it'),
        claims: count.describe('claims that rest on it, with or without a quote'),
      }),
    ),
    /** Sources that the limit left out. */
    omitted: count,
  })
  .meta({ id: 'SourcesReply' });
export type SourcesReply = z.infer<typeof SourcesReply>;

export const SourceReply = z
  .object({
    source: SourceJson,
    /** The same source with all its properties. */
    node: NodeJson,
    /** By paragraph, and in a paragraph as they come. */
    quotes: z.array(
      z.object({
        id: z.string(),
        quote: z.string().nullable(),
        paragraph: z.int().nullable(),
        claims: z.array(z.string()).describe('ids of the relationships that rest on it'),
      }),
    ),
    /** Both ends of every relationship. */
    nodes: z.array(NodeJson),
    /** What rests on the quotes, each once, in id order. */
    relationships: z.array(RelationshipJson),
    unquoted: count.describe('claims that name this source without a quote of it, as those of a data set do'),
    /** What the limits left out. */
    omitted: z.object({ quotes: count, claims: count }),
  })
  .meta({ id: 'SourceReply' });
export type SourceReply = z.infer<typeof SourceReply>;

export const NeighboursReply = z
  .object({
    /** The neighbours, in id order; the node itself is not repeated. */
    nodes: z.array(NodeJson),
    /** What joins them to the node. */
    relationships: z.array(RelationshipJson),
    /** Neighbours that the limit left out. */
    omitted: count,
    left: z
      .array(z.object({ type: z.string(), direction: z.enum(['out', 'in']), count }))
      .describe('relationships that join the neighbours after this page to the node, most first'),
    /** Give this as `after` for the next page; null on the last. */
    next: z.string().nullable(),
  })
  .meta({ id: 'NeighboursReply' });
export type NeighboursReply = z.infer<typeof NeighboursReply>;

/** Body of `POST /api/between`. */
export const BetweenRequest = z
  .object({
    nodes: z.array(z.string()).max(20_000).describe('ids of nodes'),
    known: z
      .array(z.string())
      .max(100_000)
      .optional()
      .describe('ids of relationships not to give; none by default'),
    limit: z.int().min(1).max(100_000).default(5000).describe('most relationships'),
  })
  .strict()
  .meta({ id: 'BetweenRequest' });
export type BetweenRequest = z.input<typeof BetweenRequest>;
export const BetweenReply = z
  .object({
    relationships: z.array(RelationshipJson),
    /** Relationships that the limit left out. */
    omitted: count,
    /** Ids that no node has. */
    missing: z.array(z.string()),
  })
  .meta({ id: 'BetweenReply' });
export type BetweenReply = z.infer<typeof BetweenReply>;

/** Body of `POST /api/common-neighbours`. */
export const CommonNeighboursRequest = z
  .object({
    nodes: z.array(z.string()).min(2).max(100).describe('ids of two or more nodes'),
    limit: z.int().min(1).max(5000).default(100).describe('most neighbours'),
  })
  .strict()
  .meta({ id: 'CommonNeighboursRequest' });
export type CommonNeighboursRequest = z.input<typeof CommonNeighboursRequest>;
export const CommonNeighboursReply = z
  .object({
    /** Those joined to all, by most relationships first; the nodes asked for are not repeated. */
    nodes: z.array(NodeJson),
    relationships: z.array(RelationshipJson),
    /** Neighbours that the limit left out. */
    omitted: count,
  })
  .meta({ id: 'CommonNeighboursReply' });
export type CommonNeighboursReply = z.infer<typeof CommonNeighboursReply>;

export const PathsReply = z
  .object({
    /** Each path as ids, walked from `from` to `to`; shortest first. */
    paths: z.array(z.object({ nodes: z.array(z.string()), relationships: z.array(z.string()) })),
    nodes: z.array(NodeJson),
    relationships: z.array(RelationshipJson),
    /** True where the limit left paths of the same length out. */
    more: z.boolean(),
  })
  .meta({ id: 'PathsReply' });
export type PathsReply = z.infer<typeof PathsReply>;

export const SchemaReply = z
  .object({
    labels: z.array(z.object({ label: z.string(), count })),
    relationshipTypes: z.array(
      z.object({
        type: z.string(),
        count,
        /** Which labels it joins, most frequent first. */
        triples: z.array(z.object({ from: z.string(), to: z.string(), count })),
      }),
    ),
    properties: z.array(
      z.object({
        entity: z.enum(['node', 'relationship']),
        /** Cypher type names: `STRING`, `INTEGER`, `DATE`, `LIST<STRING>` … */
        types: z.array(z.string()),
        key: z.string(),
        /** Labels or types on which it occurs. */
        on: z.array(z.string()),
      }),
    ),
  })
  .meta({ id: 'SchemaReply' });
export type SchemaReply = z.infer<typeof SchemaReply>;

/** A statement of `cypher/queries/`, with what its header says of it. */
const NamedQuery = z.object({
  name: z.string(),
  summary: z.string(),
  parameters: z.array(z.object({ name: z.string(), type: z.string(), meaning: z.string() })),
  columns: z.string(),
  order: z.string(),
  statement: z.string(),
});
export const QueriesReply = z
  .object({
    questions: z.array(NamedQuery).describe('what an analyst may want to ask; none takes parameters'),
    queries: z.array(NamedQuery).describe('the statements that the server itself answers with'),
  })
  .meta({ id: 'QueriesReply' });
export type QueriesReply = z.infer<typeof QueriesReply>;

/** Body of `POST /api/elements`: ids as elsewhere, `id` properties or element ids. */
export const ElementsRequest = z
  .object({ nodes: z.array(z.string()).max(20_000), relationships: z.array(z.string()).max(100_000) })
  .strict()
  .meta({ id: 'ElementsRequest' });
export type ElementsRequest = z.infer<typeof ElementsRequest>;

export const ElementsReply = z
  .object({
    nodes: z.array(NodeJson),
    relationships: z.array(RelationshipJson),
    /** Ids that nothing in the store has. */
    missing: z.object({ nodes: z.array(z.string()), relationships: z.array(z.string()) }),
  })
  .meta({ id: 'ElementsReply' });
export type ElementsReply = z.infer<typeof ElementsReply>;

/** Body of `POST /api/export`. Positions, colours and sizes are those of the picture, by element `id`. */
export const ExportRequest = z
  .union([
    z
      .object({ statement: z.string().min(1), parameters: z.record(z.string(), z.json()).optional() })
      .strict(),
    z
      .object({
        nodes: z.array(z.string()),
        relationships: z.array(z.string()).optional(),
        positions: z.record(z.string(), z.tuple([z.number(), z.number()])).optional(),
        colors: z.record(z.string(), z.string().regex(/^#[0-9a-f]{6}$/i)).optional(),
        sizes: z.record(z.string(), z.number().positive()).optional(),
      })
      .strict(),
  ])
  .meta({ id: 'ExportRequest' });
export type ExportRequest = z.infer<typeof ExportRequest>;

/** Body of `POST /api/views`. */
export const KeepViewRequest = z
  .object({
    view: z
      .string()
      .min(1)
      .regex(/^[\w-]+$/, 'is no view: it may hold letters, digits, - and _')
      .describe('a view as a link holds it: deflated JSON in letters, digits, - and _; at most 4 MiB'),
  })
  .strict()
  .meta({ id: 'KeepViewRequest' });
export const KeepViewReply = z
  .object({ id: z.string().describe('19 digits and small letters, the same for the same view') })
  .meta({ id: 'KeepViewReply' });
export type KeepViewReply = z.infer<typeof KeepViewReply>;
export const ViewReply = z.object({ view: z.string().describe('as it was kept') }).meta({ id: 'ViewReply' });
export type ViewReply = z.infer<typeof ViewReply>;

/** RFC 9457. */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.string().optional().describe("Neo4j's status code, where a statement is at fault"),
    gqlStatus: z.string().optional().describe('its GQLSTATUS, five characters'),
    gqlStatusDescription: z.string().optional(),
    position: z.object({ offset: z.int(), line: z.int(), column: z.int() }).optional(),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof Problem>;

/** How large the graph is after it was filled. */
export const Filled = z.object({ nodes: count, relationships: count }).meta({ id: 'Filled' });

/** A line of the reply of `POST /api/load`. */
export const LoadEvent = z
  .discriminatedUnion('event', [
    z.object({ event: z.literal('progress'), bytes: count, totalBytes: count, rows: count }),
    z.object({ event: z.literal('fault'), text: z.string() }),
    z.object({
      event: z.literal('done'),
      rows: count,
      /** What was not there before. */
      actors: count,
      claims: count,
      /** Rows that were left out. */
      faults: count,
    }),
    z.object({ event: z.literal('failed'), title: z.string(), detail: z.string() }),
  ])
  .meta({ id: 'LoadEvent' });
export type LoadEvent = z.infer<typeof LoadEvent>;
