/**
 * Neo4j's Query API v2 over any store, so that its clients work unchanged. It differs where our server is read-only by
 * default: `accessMode` is `Read` unless the request says `Write`, and `Write` needs `--allow-writes`.
 *
 * @see https://neo4j.com/docs/query-api/current/
 */
import express, { Router, type ErrorRequestHandler, type Request, type Response } from 'express';
import type { Logger } from 'pino';
import { callSignal, type Services } from '../route.ts';
import type { Transaction } from '../store/store.ts';
import { failureOf, logFailure, RequestRefused, sendFailure, type Failure } from './query-api/failure.ts';
import { replyMedia, REQUEST_TYPES, type ReplyMedia } from './query-api/media.ts';
import { sendMembers, sendResult, type Members, type ReplyOptions } from './query-api/reply.ts';
import { readBeginning, readStatement, type Statement } from './query-api/request.ts';
import { OpenTransactions, type OpenTransaction } from './query-api/transactions.ts';

export type QueryApiServices = Pick<Services, 'store' | 'logger' | 'stopping'> & {
  readonly settings: Pick<
    Services['settings'],
    'allowWrites' | 'queryTimeoutMs' | 'maxRows' | 'maxBodyBytes'
  >;
  /** An explicit transaction that is not used for this long is rolled back; default 30,000, as in Neo4j. */
  readonly transactionIdleMs?: number;
};

interface Call {
  readonly req: Request;
  readonly res: Response;
  readonly media: ReplyMedia;
  /** Aborted when the client has gone or the server stops. */
  readonly signal: AbortSignal;
}

/** The routes under `/db/{database}/query/v2`; mount it at the root. */
export function queryApi(services: QueryApiServices): Router {
  const { store, settings, logger, stopping } = services;
  const { allowWrites, queryTimeoutMs, maxRows } = settings;
  const open = new OpenTransactions(services.transactionIdleMs ?? 30_000, stopping);
  const failed = (error: unknown): Failure => {
    const failure = failureOf(error, allowWrites);
    logFailure(logger, error, failure);
    return failure;
  };
  const bounded = (timeoutMs: number | undefined): number => Math.min(timeoutMs ?? Infinity, queryTimeoutMs);

  async function runAlone(call: Call): Promise<void> {
    const { statement, parameters, ...request } = readBeginning(call.req, allowWrites);
    if (statement === null) throw new RequestRefused(400, 'statement cannot be null or empty');
    const options = { ...request, timeoutMs: bounded(request.timeoutMs), maxRows, signal: call.signal };
    await sendResult(call.res, store.run(statement, parameters, options), {
      ...replyOptions(call, request.includeCounters),
      finish: (summary) => ({ bookmarks: JSON.stringify(summary.bookmarks) }),
    });
  }

  async function begin(call: Call): Promise<void> {
    const request = readBeginning(call.req, allowWrites);
    open.assertRoom();
    const { access, bookmarks } = request;
    const tx = await store.begin({ access, bookmarks, timeoutMs: bounded(request.timeoutMs) });
    await useTransaction(call, open.add(tx), request);
  }

  /** Runs the statement, where there is one; a failure ends the transaction, as in Neo4j. */
  async function useTransaction(call: Call, { id, tx }: OpenTransaction, request: Statement): Promise<void> {
    const shown = (): Members => {
      const { expires } = open.release(id);
      return { transaction: JSON.stringify({ id, expires }) };
    };
    await orEnd(id, () => answer(call, tx, request, shown));
  }

  async function commit(call: Call, { id, tx }: OpenTransaction, request: Statement): Promise<void> {
    const committed = async (): Promise<Members> => {
      const bookmarks = await tx.commit();
      open.forget(id);
      return { bookmarks: JSON.stringify(bookmarks) };
    };
    await orEnd(id, () => answer(call, tx, request, committed));
  }

  async function rollback(call: Call, { id }: OpenTransaction): Promise<void> {
    await open.end(id);
    sendMembers(call.res, call.media, 200, {});
  }

  async function answer(
    call: Call,
    tx: Transaction,
    { statement, parameters, includeCounters }: Statement,
    finish: () => Promise<Members> | Members,
  ): Promise<boolean> {
    if (statement === null) {
      sendMembers(call.res, call.media, 202, await finish());
      return true;
    }
    const events = tx.run(statement, parameters, { maxRows, signal: call.signal });
    return sendResult(call.res, events, { ...replyOptions(call, includeCounters), finish });
  }

  async function orEnd(id: string, work: () => Promise<boolean>): Promise<void> {
    let done = false;
    try {
      done = await work();
    } finally {
      if (!done) await open.end(id);
    }
  }

  const replyOptions = ({ media, signal }: Call, includeCounters: boolean): Omit<ReplyOptions, 'finish'> => ({
    media,
    includeCounters,
    maxRows,
    signal,
    failureOf: failed,
  });

  /** What all requests have in common: content negotiation, the database's name, and failures told in its shape. */
  const handle = (work: (call: Call) => Promise<void>) => async (req: Request, res: Response) => {
    const media = replyMedia(req);
    try {
      if (req.method === 'POST' && req.is(REQUEST_TYPES) === false)
        throw new RequestRefused(415, 'Unsupported Media Type');
      if (media === null) throw new RequestRefused(406, 'Not Acceptable');
      const database = String(req.params.database);
      if (database.toLowerCase() !== store.database.toLowerCase())
        throw new RequestRefused(
          404,
          `Graph not found: ${database}`,
          'Neo.ClientError.Database.DatabaseNotFound',
        );
      await work({ req, res, media, signal: callSignal(res, stopping) });
    } catch (error) {
      if (res.destroyed) return;
      const failure = failed(error);
      if (res.headersSent) res.destroy();
      else sendFailure(res, failure.status === 415 ? null : media, failure);
    }
  };
  const inTransaction =
    (work: (call: Call, taken: OpenTransaction, request: Statement) => Promise<void>) =>
    async (call: Call): Promise<void> => {
      const id = String(call.req.params.id);
      // read first: a request that cannot be read leaves the transaction as it is
      const request = readStatement(call.req);
      await work(call, open.take(id), request);
    };

  const router = Router();
  router.use('/db', express.text({ type: REQUEST_TYPES, limit: settings.maxBodyBytes }));
  const path = '/db/:database/query/v2';
  router.post(path, handle(runAlone));
  router.post(`${path}/tx`, handle(begin));
  router.post(`${path}/tx/:id`, handle(inTransaction(useTransaction)));
  router.delete(`${path}/tx/:id`, handle(inTransaction(rollback)));
  router.post(`${path}/tx/:id/commit`, handle(inTransaction(commit)));
  router.all([path, `${path}/tx`, `${path}/tx/:id`, `${path}/tx/:id/commit`], () => {
    throw new RequestRefused(405, 'Method Not Allowed');
  });
  router.use('/db', queryApiErrors(logger));
  return router;
}

/** Tells failures of what stands before the routes (guards, body parsing) in the Query API's shape; for `/db`. */
export function queryApiErrors(logger: Logger): ErrorRequestHandler {
  return (error: unknown, req, res, next) => {
    if (res.headersSent) return next(error);
    const failure = failureOf(error, true);
    logFailure(logger, error, failure);
    sendFailure(res, replyMedia(req), failure);
  };
}
