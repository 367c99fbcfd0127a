/** Neo4j's Query API in the OpenAPI document. Its bodies are Neo4j's: described here as far as a user of Entente needs. */
import type { JsonObject } from './openapi.ts';

const DATABASE: JsonObject = {
  name: 'database',
  in: 'path',
  required: true,
  description: 'As `GET /api/health` names it',
  schema: { type: 'string' },
};
const TRANSACTION: JsonObject = {
  name: 'id',
  in: 'path',
  required: true,
  description: 'As the call that began it names it',
  schema: { type: 'string' },
};
const REQUEST: JsonObject = {
  type: 'object',
  properties: {
    statement: { type: 'string', description: 'Cypher' },
    parameters: { type: 'object', additionalProperties: true },
    accessMode: {
      enum: ['Read', 'Write'],
      description: 'Write is refused with 403 unless the server was started with --allow-writes',
    },
    includeCounters: { type: 'boolean', default: false },
    bookmarks: { type: 'array', items: { type: 'string' } },
  },
};
const ERRORS: JsonObject = {
  type: 'object',
  properties: {
    errors: {
      type: 'array',
      items: { type: 'object', properties: { code: { type: 'string' }, message: { type: 'string' } } },
    },
  },
};
const RESULT: JsonObject = {
  type: 'object',
  properties: {
    data: {
      type: 'object',
      properties: {
        fields: { type: 'array', items: { type: 'string' } },
        values: { type: 'array', items: { type: 'array', items: true } },
      },
    },
    bookmarks: { type: 'array', items: { type: 'string' } },
    counters: { type: 'object' },
  },
};
const media = (schema: JsonObject): JsonObject => ({
  'application/json': { schema },
  'application/vnd.neo4j.query.v1.1': { schema },
});

function operation(summary: string, options: { body?: boolean; transaction?: boolean } = {}): JsonObject {
  return {
    summary,
    externalDocs: { url: 'https://neo4j.com/docs/query-api/current/' },
    parameters: options.transaction === true ? [DATABASE, TRANSACTION] : [DATABASE],
    ...(options.body === false ? {} : { requestBody: { content: media(REQUEST) } }),
    responses: {
      '202': {
        description:
          'The result; application/jsonl and application/vnd.neo4j.query.v1.1+jsonl stream it as Header, Record, Summary and Error events',
        content: {
          ...media(RESULT),
          'application/jsonl': { schema: { type: 'string' } },
          'application/vnd.neo4j.query.v1.1+jsonl': { schema: { type: 'string' } },
        },
      },
      '400': { description: 'The statement is at fault', content: media(ERRORS) },
      '403': { description: 'A write where writing is not allowed', content: media(ERRORS) },
      '404': { description: 'No such database or transaction', content: media(ERRORS) },
      '503': { description: 'The store cannot be reached', content: media(ERRORS) },
    },
  };
}

export function queryApiPaths(): JsonObject {
  const path = '/db/{database}/query/v2';
  return {
    [path]: { post: operation('Run a Cypher statement in a transaction of its own') },
    [`${path}/tx`]: { post: operation('Begin a transaction') },
    [`${path}/tx/{id}`]: {
      post: operation('Run a statement in a transaction', { transaction: true }),
      delete: operation('Roll a transaction back', { transaction: true, body: false }),
    },
    [`${path}/tx/{id}/commit`]: { post: operation('Commit a transaction', { transaction: true }) },
  };
}
