/**
 * A route says once what it takes and gives: the same schemas check its requests and describe it in
 * `/api/openapi.json`, so that the description cannot drift from the server.
 */
import express from 'express';
import type { Express, Request, RequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import type { z } from 'zod';
import { BadRequest, UnsupportedMediaType, zodDetail } from './errors.ts';
import { writeJson } from './json.ts';
import type { Value } from '../graph/model.ts';
import type { KeptAnswers } from './kept-answers.ts';
import { collect } from './named-queries.ts';
import type { KeptViews } from './kept-views.ts';
import type { NamedQueries, Row } from './named-queries.ts';
import type { Settings } from './settings.ts';
import type { Store } from './store/store.ts';

/** What every route may use. */
export interface Services {
  readonly store: Store;
  readonly queries: NamedQueries;
  readonly kept: KeptAnswers;
  /** What an analyst may want to ask: offered in the console, not used by any route. */
  readonly questions: NamedQueries;
  readonly views: KeptViews;
  readonly settings: Settings;
  readonly logger: Logger;
  /** Aborted when the server stops: long replies end with it. */
  readonly stopping: AbortSignal;
}

export interface Operation<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> {
  readonly method: 'get' | 'post';
  /** As OpenAPI writes it: `/api/nodes/{id}`. */
  readonly path: string;
  readonly summary: string;
  readonly description?: string;
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  readonly reply:
    { readonly schema: z.ZodType } | { readonly mediaType: string; readonly description: string };
  /** Statuses of problems that it may give, beside those that every route may. */
  readonly problems?: readonly number[];
}

export type AnyOperation = Operation<z.ZodType, z.ZodType, z.ZodType>;

export interface Call<P, Q, B> extends Services {
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  /** The body as it came, for what JavaScript's JSON cannot hold. */
  readonly bodyText: string;
  readonly req: Request;
  readonly res: Response;
  /** Aborted when the client has gone or the server stops: give it to the store. */
  readonly signal: AbortSignal;
  /**
   * All rows of a named query.
   * @throws CypherError, StoreUnavailable
   */
  ask(name: string, parameters?: Readonly<Record<string, Value>>): Promise<readonly Row[]>;
  /** The same for a query that reads the whole graph: from before, where nothing was committed since. */
  askKept(name: string, parameters?: Readonly<Record<string, Value>>): Promise<readonly Row[]>;
}

export interface Route {
  readonly operation: AnyOperation;
  mount(app: Express, services: Services): void;
}

/**
 * A route that answers with one JSON document, or, where `handle` gives undefined, has answered itself.
 * The reply is cast to its schema's type, not parsed: the tests parse every one.
 */
export function route<
  P extends z.ZodType = z.ZodUndefined,
  Q extends z.ZodType = z.ZodUndefined,
  B extends z.ZodType = z.ZodUndefined,
>(
  operation: Operation<P, Q, B>,
  handle: (call: Call<z.output<P>, z.output<Q>, z.output<B>>) => Promise<unknown>,
): Route {
  return {
    operation,
    mount(app, services) {
      const handler: RequestHandler = async (req, res) => {
        const signal = callSignal(res, services.stopping);
        const reply = await handle({
          ...services,
          params: parseWith(operation.params, req.params) as z.output<P>,
          query: parseWith(operation.query, req.query) as z.output<Q>,
          body: parseBody(operation.body, req) as z.output<B>,
          bodyText: BODY_TEXTS.get(req) ?? '',
          req,
          res,
          signal,
          ask: (name, parameters = {}) => askStore(services, name, parameters, signal),
          askKept: (name, parameters = {}) =>
            services.kept.rows(name, new Map(Object.entries(parameters)), {
              timeoutMs: services.settings.queryTimeoutMs,
              signal: services.stopping,
            }),
        });
        if (reply === undefined || res.destroyed) return;
        const text = Buffer.from(writeJson(reply));
        // compression hides the length, and a page that waits wants to tell how far it is
        res.type('json').set(LENGTH_HEADER, String(text.length)).send(text);
      };
      app[operation.method](operation.path.replace(/\{(\w+)\}/g, ':$1'), handler);
    },
  };
}

/** Bytes of a reply's text before it is compressed. */
const LENGTH_HEADER = 'X-Uncompressed-Length';

const BODY_TEXTS = new WeakMap<object, string>();

/** Parses JSON bodies and keeps their text; stands before the routes. */
export const jsonBodies = (limit: number): RequestHandler =>
  express.json({ limit, verify: (req, _res, body) => BODY_TEXTS.set(req, body.toString('utf8')) });

async function askStore(
  { store, queries, settings }: Services,
  name: string,
  parameters: Readonly<Record<string, Value>>,
  signal: AbortSignal,
): Promise<readonly Row[]> {
  const { statement } = queries.get(name);
  const options = { access: 'read', timeoutMs: settings.queryTimeoutMs, signal } as const;
  const { rows } = await collect(store, statement, new Map(Object.entries(parameters)), options);
  return rows;
}

function parseWith(schema: z.ZodType | undefined, input: unknown): unknown {
  if (schema === undefined) return undefined;
  const result = schema.safeParse(input);
  if (!result.success) throw new BadRequest(zodDetail(result.error));
  return result.data;
}

function parseBody(schema: z.ZodType | undefined, req: Request): unknown {
  if (schema === undefined) return undefined;
  if (req.is('application/json') === false)
    throw new UnsupportedMediaType('The body must be application/json.');
  return parseWith(schema, req.body ?? null);
}

/** Aborted when the connection closes before the reply is complete, or the server stops. */
export function callSignal(res: Response, stopping: AbortSignal): AbortSignal {
  const gone = new AbortController();
  res.on('close', () => {
    if (!res.writableFinished) gone.abort(new Error('the client has gone'));
  });
  return AbortSignal.any([gone.signal, stopping]);
}
