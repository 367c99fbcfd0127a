/** Reads a request of the Query API. */
import type { Request } from 'express';
import type { z } from 'zod';
import type { Parameters } from '../../../graph/model.ts';
import { QueryRequest, TransactionRequest } from '../../contract/query-api.ts';
import { zodDetail } from '../../errors.ts';
import type { Access } from '../../store/store.ts';
import { FORBIDDEN, RequestRefused, WRITES_REFUSED } from './failure.ts';
import { readParameters } from './media.ts';

export interface Statement {
  /** Null where the request only opens or ends a transaction. */
  readonly statement: string | null;
  readonly parameters: Parameters;
  readonly includeCounters: boolean;
}

export interface Beginning extends Statement {
  readonly access: Access;
  readonly bookmarks: readonly string[];
  /** Undefined where the request names none. */
  readonly timeoutMs: number | undefined;
}

/** A request that opens a transaction, for one statement or for more. @throws RequestRefused */
export function readBeginning(req: Request, allowWrites: boolean): Beginning {
  const body = parseBody(req);
  const request = parseWith(QueryRequest, body);
  if (typeof request.impersonatedUser === 'string')
    throw new RequestRefused(
      400,
      'Impersonation is not supported.',
      'Neo.ClientError.Statement.ArgumentError',
    );
  const access = request.accessMode?.toLowerCase() === 'write' ? 'write' : 'read';
  if (access === 'write' && !allowWrites) throw new RequestRefused(403, WRITES_REFUSED, FORBIDDEN);
  const seconds = request.maxExecutionTime ?? 0;
  return {
    ...statementOf(req, request),
    access,
    bookmarks: request.bookmarks ?? [],
    timeoutMs: seconds > 0 ? seconds * 1000 : undefined,
  };
}

/** A further request of a transaction. @throws RequestRefused */
export function readStatement(req: Request): Statement {
  return statementOf(req, parseWith(TransactionRequest, parseBody(req)));
}

function statementOf(
  req: Request,
  {
    statement,
    parameters,
    includeCounters,
  }: Pick<QueryRequest, 'statement' | 'parameters' | 'includeCounters'>,
): Statement {
  return {
    statement: statement === undefined || statement === '' ? null : statement,
    parameters:
      parameters === undefined || parameters === null
        ? new Map()
        : readParameters(req, textOf(req), parameters),
    includeCounters: includeCounters ?? false,
  };
}

const textOf = (req: Request): string => (typeof req.body === 'string' ? req.body : '');

/** An empty body is an empty object. */
function parseBody(req: Request): unknown {
  const text = textOf(req);
  if (text.trim() === '') return {};
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new RequestRefused(400, `Bad Request: the body is not JSON (${(error as Error).message})`);
  }
}

function parseWith<S extends z.ZodType>(schema: S, body: unknown): z.output<S> {
  const result = schema.safeParse(body);
  if (!result.success) throw new RequestRefused(400, `Bad Request: ${zodDetail(result.error)}`);
  return result.data;
}
