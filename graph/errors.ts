/** A statement that failed: its code, its GQL status, its place. */
import { gqlStatusOf, type GqlCondition, type GqlStatus } from './gql-status.ts';

/** Where in a statement something is: `offset` counts UTF-16 units from 0, `line` and `column` from 1. */
export interface Position {
  readonly offset: number;
  readonly line: number;
  readonly column: number;
}

/**
 * A statement that failed, in the words and under the codes that Neo4j uses
 * (`Neo.ClientError.Statement.SyntaxError`, GQLSTATUS `42001` …), whichever store ran it.
 *
 * @see https://neo4j.com/docs/status-codes/current/errors/all-errors/
 */
export class CypherError extends Error {
  override readonly name = 'CypherError';
  readonly code: string;
  readonly status: GqlStatus;
  /** Where the statement is at fault; undefined where the fault is not in its text. */
  readonly position: Position | undefined;

  /** @param options `gql` a condition of ours, `status` another server's; default: what the code mostly means */
  constructor(
    code: string,
    message: string,
    options: {
      position?: Position | undefined;
      cause?: unknown;
      gql?: GqlCondition | undefined;
      status?: GqlStatus | undefined;
    } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.status = options.status ?? gqlStatusOf(code, options.gql);
    this.position = options.position;
  }

  /** Five characters, as Neo4j's drivers give them: `42001`. What is closer to the fault is `status.cause`. */
  get gqlStatus(): string {
    return this.status.gqlStatus;
  }
}

export const positionAt = (text: string, offset: number): Position => positionsIn(text)(offset);

/** As `positionAt`, for many places of one text: it is gone through once. */
export function positionsIn(text: string): (offset: number) => Position {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    let line = 0;
    for (let after = starts.length; line + 1 < after;) {
      const middle = (line + after) >>> 1;
      if ((starts[middle] ?? 0) <= offset) line = middle;
      else after = middle;
    }
    return { offset, line: line + 1, column: offset - (starts[line] ?? 0) + 1 };
  };
}
