/** Where in a statement something is: `offset` counts UTF-16 units from 0, `line` and `column` from 1. */
export interface Position {
  readonly offset: number;
  readonly line: number;
  readonly column: number;
}

/**
 * A statement that failed, in the words and under the code that Neo4j uses
 * (`Neo.ClientError.Statement.SyntaxError` …), whichever store ran it.
 *
 * @see https://neo4j.com/docs/status-codes/current/errors/all-errors/
 */
export class CypherError extends Error {
  override readonly name = 'CypherError';
  readonly code: string;
  /** Where the statement is at fault; undefined where the fault is not in its text. */
  readonly position: Position | undefined;

  constructor(
    code: string,
    message: string,
    options: { position?: Position | undefined; cause?: unknown } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.position = options.position;
  }
}

export function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, offset);
  const line = before.split('\n').length;
  return { offset, line, column: offset - before.lastIndexOf('\n') };
}
