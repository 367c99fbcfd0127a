/**
 * What the Query API under `/db/{database}/query/v2` takes. Unknown members are refused, as Neo4j does, so that a
 * misspelt one is noticed. Parameters are read apart, since JSON's numbers must be told apart (graph/formats/plain-json.ts).
 *
 * @see https://neo4j.com/docs/query-api/current/
 */
import { z } from 'zod';

const statement = {
  statement: z.string().nullish(),
  parameters: z.record(z.string(), z.unknown()).nullish(),
  includeCounters: z.boolean().nullish().describe('default false'),
};

/** What opens a transaction; `accessMode` in any case, as in Neo4j. Default `Read`. */
export const QueryRequest = z
  .strictObject({
    ...statement,
    accessMode: z
      .string()
      .regex(/^(read|write)$/i, 'expected Read or Write')
      .nullish(),
    bookmarks: z.array(z.string()).nullish(),
    maxExecutionTime: z.number().int().nullish().describe('seconds; the server has a bound of its own'),
    impersonatedUser: z.string().nullish(),
  })
  .meta({ id: 'QueryRequest' });
export type QueryRequest = z.infer<typeof QueryRequest>;

/** A further statement of a transaction: its access mode, bookmarks and bound were fixed when it began. */
export const TransactionRequest = z.strictObject(statement).meta({ id: 'TransactionRequest' });

/** Code of the notification that tells that the server's row bound cut the result. */
export const RESULT_TRUNCATED = 'Entente.ClientNotification.Statement.ResultTruncated';
