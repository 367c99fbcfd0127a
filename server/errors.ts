/**
 * One table from a kind of failure to its HTTP status and words, for `/api/*` (RFC 9457). The Query API under
 * `/db/*` has its own shape and its own table.
 */
import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Logger } from 'pino';
import type { ErrorRequestHandler, Response } from 'express';
import type { z } from 'zod';
import { CypherError } from '../graph/errors.ts';
import { PlainJsonError } from '../graph/formats/plain-json.ts';
import type { Problem } from './contract/api.ts';
import { ViewDamaged, ViewNotKept } from './kept-views.ts';
import { StoreUnavailable } from './store/store.ts';

/** How long a client should wait before it asks an unavailable store again, in seconds. */
export const RETRY_AFTER_SECONDS = 5;

/** What was asked for is not there. */
export class NotFound extends Error {
  override readonly name = 'NotFound';
}

/** The request is understood and refused. */
export class Forbidden extends Error {
  override readonly name = 'Forbidden';
}

/** A parameter or the body does not fit the contract; `detail` names the field. */
export class BadRequest extends Error {
  override readonly name = 'BadRequest';
}

/** The request needs a token and shows none, or a wrong one. */
export class Unauthorized extends Error {
  override readonly name = 'Unauthorized';
}

/** `limit: Too big: expected number to be <=100; after: Required` */
export function zodDetail(error: z.ZodError): string {
  return error.issues
    .map((issue) => (issue.path.length === 0 ? issue.message : `${issue.path.join('.')}: ${issue.message}`))
    .join('; ');
}

interface Kind {
  readonly status: number;
  readonly title: string;
}

/** Statement failures, by the beginning of Neo4j's code; the first that fits counts. */
const CYPHER_KINDS: readonly (readonly [prefix: string, kind: Kind])[] = [
  ['Neo.ClientError.Statement.AccessMode', { status: 403, title: 'Writing is not allowed here' }],
  ['Neo.ClientError.Security', { status: 403, title: 'The database does not allow this' }],
  ['Neo.ClientError.Transaction.TransactionTimedOut', { status: 504, title: 'The statement took too long' }],
  ['Neo.TransientError.Transaction.Terminated', { status: 504, title: 'The statement was stopped' }],
  ['Neo.ClientError.Transaction.Terminated', { status: 504, title: 'The statement was stopped' }],
  ['Neo.TransientError.General', { status: 422, title: 'The statement needs too much memory' }],
  ['Neo.TransientError', { status: 503, title: 'The store is busy' }],
  ['Neo.ClientError.Database', { status: 404, title: 'No such database' }],
  ['Neo.ClientError.Schema.ConstraintValidation', { status: 409, title: 'A constraint forbids this' }],
  ['Neo.ClientError', { status: 400, title: 'The statement cannot be run' }],
];

/** What body-parser calls its failures. */
const BODY_KINDS: Readonly<Record<string, Kind & { readonly detail: string }>> = {
  'entity.parse.failed': { status: 400, title: 'Bad request', detail: 'The body is not valid JSON.' },
  'entity.too.large': {
    status: 413,
    title: 'Body too large',
    detail: 'The body is larger than this server takes.',
  },
  'encoding.unsupported': {
    status: 415,
    title: 'Unsupported media type',
    detail: 'This content encoding is not known.',
  },
  'charset.unsupported': {
    status: 415,
    title: 'Unsupported media type',
    detail: 'This character set is not known.',
  },
  'request.aborted': { status: 400, title: 'Bad request', detail: 'The request was broken off.' },
  'request.size.invalid': {
    status: 400,
    title: 'Bad request',
    detail: 'The body is not as long as its header says.',
  },
};

/** Marks a failure that the media type of a body caused. */
export class UnsupportedMediaType extends Error {
  override readonly name = 'UnsupportedMediaType';
}

/** The body is well formed and larger than this call takes. */
export class BodyTooLarge extends Error {
  override readonly name = 'BodyTooLarge';
}

const problem = ({ status, title }: Kind, detail: string): Problem => ({
  type: 'about:blank',
  status,
  title,
  detail,
});

/** The problem that tells of `error`; undefined where it is not one that a client may know the inside of. */
export function problemOf(error: unknown): Problem | undefined {
  if (error instanceof CypherError) {
    const kind = CYPHER_KINDS.find(([prefix]) => error.code.startsWith(prefix))?.[1];
    if (kind === undefined) return undefined;
    return {
      ...problem(kind, error.message),
      code: error.code,
      gqlStatus: error.gqlStatus,
      gqlStatusDescription: error.status.description,
      ...(error.position === undefined ? {} : { position: error.position }),
    };
  }
  if (error instanceof StoreUnavailable)
    return problem({ status: 503, title: 'The store cannot be reached' }, error.reason);
  if (error instanceof NotFound) return problem({ status: 404, title: 'Not found' }, error.message);
  if (error instanceof Forbidden) return problem({ status: 403, title: 'Forbidden' }, error.message);
  if (error instanceof Unauthorized)
    return problem({ status: 401, title: 'A token is needed' }, error.message);
  if (error instanceof BadRequest) return problem({ status: 400, title: 'Bad request' }, error.message);
  if (error instanceof BodyTooLarge) return problem({ status: 413, title: 'Body too large' }, error.message);
  if (error instanceof ViewNotKept)
    return problem({ status: 507, title: 'The view could not be kept' }, error.message);
  if (error instanceof ViewDamaged)
    return problem({ status: 500, title: 'The view cannot be read' }, error.message);
  if (error instanceof UnsupportedMediaType)
    return problem({ status: 415, title: 'Unsupported media type' }, error.message);
  if (error instanceof PlainJsonError) return problem({ status: 400, title: 'Bad request' }, error.message);
  return bodyProblem(error);
}

function bodyProblem(error: unknown): Problem | undefined {
  if (!(error instanceof Error)) return undefined;
  if (error instanceof URIError)
    return {
      type: 'about:blank',
      status: 400,
      title: 'Bad request',
      detail: 'The address is not well encoded.',
    };
  const type = 'type' in error && typeof error.type === 'string' ? error.type : '';
  const kind = BODY_KINDS[type];
  if (kind === undefined) return httpProblem(error);
  // V8 says where JSON breaks, which is worth more than that it breaks
  const detail = type === 'entity.parse.failed' ? `${kind.detail} (${error.message})` : kind.detail;
  return problem(kind, detail);
}

/** What Express and its middleware refuse themselves, and mark as fit to be shown. */
function httpProblem(error: Error): Problem | undefined {
  const { status, expose } = error as Error & { status?: unknown; expose?: unknown };
  if (typeof status !== 'number' || status < 400 || status > 499 || expose !== true) return undefined;
  return problem({ status, title: STATUS_CODES[status] ?? 'Bad request' }, error.message);
}

export function sendProblem(res: Response, body: Problem): void {
  res.status(body.status);
  if (body.status === 503) res.set('Retry-After', String(RETRY_AFTER_SECONDS));
  if (body.status === 401) res.set('WWW-Authenticate', 'Bearer realm="Entente"');
  res.set('Cache-Control', 'no-store').type('application/problem+json').send(JSON.stringify(body));
}

/**
 * The last handler. A reply that has begun cannot become another: its connection is cut, so that the client sees
 * a broken transfer and not a short file.
 */
export function errorHandler(logger: Logger): ErrorRequestHandler {
  return (error: unknown, _req, res, _next) => {
    if (res.destroyed || res.writableEnded) return;
    const known = problemOf(error);
    const logId = known === undefined || known.status >= 500 ? randomUUID() : undefined;
    if (known === undefined) logger.error({ err: error, logId }, 'unexpected failure');
    else if (logId !== undefined) logger.warn({ logId, reason: known.detail }, known.title);
    if (res.headersSent) {
      logger.warn({ err: error }, 'reply broken off');
      res.destroy();
      return;
    }
    sendProblem(
      res,
      known ?? {
        type: 'about:blank',
        status: 500,
        title: 'Something went wrong in the server',
        detail: `The server's log has more under ${logId}.`,
      },
    );
  };
}
