/** The OpenAPI 3.1 description of the whole server, made from the schemas that its routes check with. */
import { z } from 'zod';
import { Problem } from './contract/api.ts';
import { queryApiPaths } from './openapi-query-api.ts';
import { renderDocs } from './openapi-docs.ts';
import { route } from './route.ts';
import type { AnyOperation, Route } from './route.ts';
import { VERSION } from './version.ts';

export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

const PROBLEM_WORDS: Readonly<Record<number, string>> = {
  400: 'The request does not fit the contract, or the statement is at fault',
  401: 'A token is needed',
  403: 'Refused: a foreign page, or a write where writing is not allowed',
  404: 'There is no such thing',
  409: 'A constraint forbids this',
  413: 'The body is too large',
  415: 'The body has the wrong media type',
  422: 'The statement needs more memory than the server allows',
  500: 'An unexpected failure, with the id under which the log has more',
  507: 'It could not be kept: the folder is full, or cannot be written',
  503: 'The store cannot be reached, with Retry-After',
  504: 'The statement took longer than the server allows',
};
/** What every route may give. */
const COMMON_PROBLEMS = [400, 401, 403, 500, 503];

/** `GET /api/openapi.json` and `GET /api/docs`, which describe `routes` and themselves. */
export function openApiRoutes(routes: readonly Route[]): readonly Route[] {
  const own: Route[] = [
    route(
      {
        method: 'get',
        path: '/api/openapi.json',
        summary: 'This description, as OpenAPI 3.1',
        reply: { schema: z.record(z.string(), z.json()) },
      },
      async () => document,
    ),
    route(
      {
        method: 'get',
        path: '/api/docs',
        summary: 'This description, as a page',
        reply: { mediaType: 'text/html', description: 'A page without scripts' },
      },
      async ({ res }) => {
        res.type('html').send(page);
      },
    ),
  ];
  const document = describeApi([...routes, ...own].map(({ operation }) => operation));
  const page = renderDocs(document);
  return own;
}

function describeApi(operations: readonly AnyOperation[]): JsonObject {
  const paths: Record<string, Record<string, JsonObject>> = {};
  for (const operation of operations)
    paths[operation.path] = { ...paths[operation.path], [operation.method]: describeOperation(operation) };
  return {
    openapi: '3.1.0',
    info: {
      title: 'Entente',
      version: VERSION,
      description:
        'Search, expand, find paths, run Cypher and export subgraphs. Errors are application/problem+json under /api, and the Query API’s own shape under /db.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    paths: { ...paths, ...queryApiPaths() },
    components: {
      schemas: componentSchemas(),
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: 'Only where ENTENTE_TOKEN is set' },
      },
    },
    security: [{}, { token: [] }],
  };
}

function describeOperation(operation: AnyOperation): JsonObject {
  const { reply } = operation;
  const content: JsonObject =
    'schema' in reply
      ? { 'application/json': { schema: jsonSchema(reply.schema, 'output') } }
      : { [reply.mediaType]: { schema: { type: 'string' } } };
  const problems = [...new Set([...COMMON_PROBLEMS, ...(operation.problems ?? [])])].toSorted(
    (a, b) => a - b,
  );
  const ownShape = 'schema' in reply && operation.path === '/api/health';
  return {
    operationId: `${operation.method}${operation.path.replace(/[^a-z0-9]+(\w?)/gi, (_, letter: string) => letter.toUpperCase())}`,
    summary: operation.summary,
    ...(operation.description === undefined ? {} : { description: operation.description }),
    parameters: [...parametersOf(operation.params, 'path'), ...parametersOf(operation.query, 'query')],
    ...(operation.body === undefined
      ? {}
      : {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: jsonSchema(operation.body, 'input') } },
          },
        }),
    responses: {
      '200': { description: 'schema' in reply ? 'The answer' : reply.description, content },
      ...Object.fromEntries(
        problems.map((status) => [
          String(status),
          {
            description: PROBLEM_WORDS[status] ?? 'A problem',
            content:
              ownShape && status === 503
                ? content
                : { 'application/problem+json': { schema: jsonSchema(Problem, 'output') } },
          },
        ]),
      ),
    },
  };
}

function parametersOf(schema: z.ZodType | undefined, place: 'path' | 'query'): readonly JsonObject[] {
  if (schema === undefined) return [];
  const { properties, required } = jsonSchema(schema, 'input');
  const names = Array.isArray(required) ? required : [];
  return Object.entries(properties as JsonObject).map(([name, property]) => {
    const { description, ...rest } = property as JsonObject;
    return {
      name,
      in: place,
      required: place === 'path' || names.includes(name),
      ...(description === undefined ? {} : { description }),
      schema: rest,
    };
  });
}

const reference = (id: string): string => `#/components/schemas/${id}`;

/** Schemas with an `id` become references to components; the rest is written in place. */
function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): JsonObject {
  const id = schema.meta()?.id;
  if (id !== undefined) return { $ref: reference(id) };
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return json as JsonObject;
}

function componentSchemas(): JsonObject {
  const { schemas } = z.toJSONSchema(z.globalRegistry, { uri: reference, unrepresentable: 'any' });
  return Object.fromEntries(
    Object.entries(schemas).map(([id, schema]) => {
      const { $schema: _, $id: __, ...json } = schema;
      return [id, json as JsonObject];
    }),
  );
}
