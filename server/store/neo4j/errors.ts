/** The driver's errors in the store's words; the only table of them. */
import { CypherError, type Position } from '../../../graph/errors.ts';
import type { GqlStatus } from '../../../graph/gql-status.ts';
import { StoreUnavailable } from '../store.ts';

/** The oldest server that is known to give the answers the contract suite expects. */
export const OLDEST_VERSION = '5.0';

/** Codes that say: nobody gets an answer now, whatever is asked. */
const UNAVAILABLE: Readonly<Record<string, string>> = {
  'Neo.ClientError.Security.Unauthorized': 'Neo4j refused the user name or the password',
  'Neo.ClientError.Security.AuthenticationRateLimit':
    'Neo4j was given a wrong password too often and refuses this user for some seconds',
  'Neo.ClientError.Security.CredentialsExpired': 'Neo4j wants the password of this user changed first',
  'Neo.ClientError.Security.TokenExpired': 'The Neo4j credentials have expired',
  'Neo.ClientError.Database.DatabaseNotFound': 'Neo4j has no database of this name',
  'Neo.TransientError.General.DatabaseUnavailable': 'The Neo4j database is not available now',
  'Neo.TransientError.Database.DatabaseUnavailable': 'The Neo4j database is not available now',
};

const TOO_OLD = `This Neo4j is too old: ${OLDEST_VERSION} or later is needed`;

/** What the driver says of a server that it cannot talk with, and that waiting does not mend; the first that matches. */
const WRONG_SERVER: readonly (readonly [RegExp, string])[] = [
  [
    /Server responded HTTP/i,
    'The Neo4j address is that of its HTTP port; the one for Bolt is needed (usually 7687)',
  ],
  // zeros are Bolt's word for none of the versions that were offered: Neo4j 3.4 and before
  [/Unknown Bolt protocol version: 0\.0$/m, TOO_OLD],
  [/Unknown Bolt protocol version/, 'What answers at the Neo4j address is not a Neo4j'],
  // Neo4j 3.5 to 4.1 speak Bolt 3 with this driver, in which a database cannot be named
  [/does not support multiple databases/, TOO_OLD],
];

/** What the network's own messages mean; the first that matches the chain of causes. */
const CONNECTION: readonly (readonly [RegExp, string])[] = [
  [/acquisition timed out/i, 'Every connection to Neo4j is in use'],
  [/ENOTFOUND|EAI_AGAIN/, 'The host of the Neo4j address is not known'],
  [/ECONNREFUSED/, 'Nothing answers at the Neo4j address'],
  [
    /TLS|SSL|certificate|self.signed/i,
    'The Neo4j address asks for encryption that the server does not offer (or the other way round: try neo4j+s:// or neo4j://), or its certificate is not trusted',
  ],
  [/timeout|timed out/i, 'Neo4j does not answer in time'],
];

interface DriverError extends Error {
  readonly code: string;
  readonly retryable: boolean;
  /** From a server of Neo4j 5.26 or later; the driver makes one up for an earlier one. */
  readonly gqlStatus?: string;
  readonly gqlStatusDescription?: string;
}

const isDriverError = (error: unknown): error is DriverError =>
  error instanceof Error && error.name === 'Neo4jError' && 'code' in error;

const fromServer = (code: string): boolean => code.startsWith('Neo.');

/** Turns what the driver threw into a CypherError or StoreUnavailable; anything else is given back as it is. */
export function translate(error: unknown): unknown {
  if (!isDriverError(error)) return error;
  const unavailable = UNAVAILABLE[error.code];
  if (unavailable !== undefined) return new StoreUnavailable(unavailable, { cause: error });
  if (fromServer(error.code))
    return new CypherError(error.code, error.message, {
      position: positionIn(error.message),
      status: statusOf(error),
      cause: error,
    });
  const words = messages(error);
  const reason = [...WRONG_SERVER, ...CONNECTION].find(([pattern]) => pattern.test(words))?.[1];
  return new StoreUnavailable(reason ?? `Neo4j cannot be reached: ${firstSentence(words)}`, { cause: error });
}

/** The driver refuses a blank statement as a programming error; the server would say this. @throws CypherError */
export function assertNotBlank(statement: string): void {
  if (statement.trim() !== '') return;
  const position: Position = { offset: 0, line: 1, column: 1 };
  const message = 'Unexpected end of input: expected a query (line 1, column 1 (offset: 0))';
  throw new CypherError('Neo.ClientError.Statement.SyntaxError', message, { position, gql: '42I06' });
}

/** The error and what caused it, since the driver tells the network's reason only in the innermost one. */
function messages(error: unknown): string {
  const chain: string[] = [];
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) chain.unshift(cause.message);
  return chain.join('\n');
}

const firstSentence = (words: string): string => /^[^.\n]*/.exec(words)?.[0] ?? words;

/** The server's own status, and those that it names as the cause. */
function statusOf(error: Error): GqlStatus | undefined {
  const { gqlStatus, gqlStatusDescription = '', cause } = error as DriverError;
  if (gqlStatus === undefined) return undefined;
  const inner = cause instanceof Error ? statusOf(cause) : undefined;
  return { gqlStatus, description: gqlStatusDescription, cause: inner ?? null };
}

/** Neo4j writes the place into the message: `… (line 1, column 10 (offset: 9))`. */
function positionIn(message: string): Position | undefined {
  const found = /\(line (\d+), column (\d+) \(offset: (\d+)\)\)/.exec(message);
  if (found === null) return undefined;
  return { line: Number(found[1]), column: Number(found[2]), offset: Number(found[3]) };
}

/** True where running the same again may succeed and cannot do anything twice: a deadlock, a lost leader, a lost connection. */
export const isTransient = (error: unknown): boolean => isDriverError(error) && error.retryable;

/** True where the connection, not the server, is what failed. */
export const isConnectionFailure = (error: unknown): boolean =>
  isDriverError(error) && !fromServer(error.code);

/** True where the connection failed and may work later: nobody is there yet, or does not answer in time. */
export const mayBeReachedLater = (error: unknown): boolean =>
  isConnectionFailure(error) && !WRONG_SERVER.some(([pattern]) => pattern.test(messages(error)));

/** True for `CALL … IN TRANSACTIONS` and its like, which Neo4j runs only where it opens the transaction itself. */
export const needsImplicitTransaction = (error: unknown): boolean =>
  isDriverError(error) && /implicit transaction/.test(error.message);
