/** One table from a kind of failure to the Query API's status and its `{code, message}`. */
import type { Response } from 'express';
import type { Logger } from 'pino';
import { PlainJsonError } from '../../../graph/formats/plain-json.ts';
import { TypedJsonError } from '../../../graph/formats/typed-json.ts';
import { CypherError } from '../../../graph/errors.ts';
import { problemOf, RETRY_AFTER_SECONDS } from '../../errors.ts';
import { StoreUnavailable } from '../../store/store.ts';
import { PLAIN, type ReplyMedia } from './media.ts';

/** A request that the Query API itself refuses. */
export class RequestRefused extends Error {
  override readonly name = 'RequestRefused';
  readonly status: number;
  readonly code: string;
  constructor(status: number, message: string, code = 'Neo.ClientError.Request.Invalid') {
    super(message);
    this.status = status;
    this.code = code;
  }
}

export const WRITES_REFUSED = 'Writing is not allowed: the server was started without --allow-writes.';
export const FORBIDDEN = 'Neo.ClientError.Security.Forbidden';

export interface Failure {
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

/** @param allowWrites where false, a statement refused for writing is told how writing would be allowed */
export function failureOf(error: unknown, allowWrites: boolean): Failure {
  if (error instanceof RequestRefused)
    return { status: error.status, code: error.code, message: error.message };
  if (error instanceof CypherError) {
    if (error.code === 'Neo.ClientError.Statement.AccessMode' && !allowWrites)
      return { status: 403, code: FORBIDDEN, message: WRITES_REFUSED };
    return { status: 400, code: error.code, message: error.message };
  }
  if (error instanceof StoreUnavailable)
    return { status: 503, code: 'Neo.TransientError.General.DatabaseUnavailable', message: error.reason };
  if (error instanceof TypedJsonError || error instanceof PlainJsonError)
    return { status: 400, code: 'Neo.ClientError.Request.Invalid', message: error.message };
  // what Express and the guards before us throw
  const problem = problemOf(error);
  if (problem !== undefined) {
    const code =
      problem.status === 401 || problem.status === 403 ? 'Security.Unauthorized' : 'Request.Invalid';
    return { status: problem.status, code: `Neo.ClientError.${code}`, message: problem.detail };
  }
  return {
    status: 500,
    code: 'Neo.DatabaseError.General.UnknownError',
    message: 'Something went wrong in the server; its log has more.',
  };
}

export const errorsJson = ({ code, message }: Failure): string => JSON.stringify([{ code, message }]);

/** Answers with a failure, where the reply has not begun. */
export function sendFailure(res: Response, media: ReplyMedia | null, failure: Failure): void {
  const { type, lines } = media ?? PLAIN;
  const errors = errorsJson(failure);
  if (failure.status === 503) res.set('Retry-After', String(RETRY_AFTER_SECONDS));
  res.status(failure.status).set('Content-Type', type);
  res.end(lines ? `{"$event":"Error","_body":${errors}}\n` : `{"errors":${errors}}`);
}

/** Tells the log of what is our own fault. */
export function logFailure(logger: Logger, error: unknown, failure: Failure): void {
  if (failure.status === 500) logger.error({ err: error }, 'unexpected failure');
  else if (failure.status === 503) logger.warn({ reason: failure.message }, 'the store cannot be reached');
}
