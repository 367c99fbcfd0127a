/** Statement errors as Neo4j 5 words them: the message, where it is, the line, and a caret under the fault. */
import { CypherError, positionAt } from '../errors.ts';
import type { Position } from '../errors.ts';
import type { GqlCondition } from '../gql-status.ts';

export const SYNTAX_ERROR = 'Neo.ClientError.Statement.SyntaxError';

/**
 * An error about the statement's own text. `message` gets Neo4j's ending:
 * ` (line 1, column 8 (offset: 7))`, then the line in quotation marks, then a caret under the column.
 *
 * @param offset where the fault begins, in UTF-16 units from the statement's start
 * @param gql the condition that it breaks
 * @param code the Neo4j status code; a syntax error when left out
 */
export function statementError(
  text: string,
  offset: number,
  message: string,
  gql: GqlCondition,
  code: string = SYNTAX_ERROR,
): CypherError {
  const position = positionAt(text, offset);
  const whole = `${message} ${describe(position)}\n${excerpt(text, position)}`;
  return new CypherError(code, whole, { position, gql });
}

function describe({ line, column, offset }: Position): string {
  return `(line ${line}, column ${column} (offset: ${offset}))`;
}

function excerpt(text: string, { offset, column }: Position): string {
  const lineStart = offset - (column - 1);
  const lineEnd = text.indexOf('\n', lineStart);
  const line = text.slice(lineStart, lineEnd < 0 ? undefined : lineEnd).replace(/\r$/, '');
  // the opening quotation mark shifts the line by one, so `column` blanks stand before the caret
  return `"${line}"\n${' '.repeat(column)}^`;
}

/** `'A'`, `'A' or 'B'`, `'A', 'B' or 'C'`: the parts as they are, joined. */
export function alternatives(parts: readonly string[]): string {
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} or ${parts.at(-1) ?? ''}`;
}

/**
 * The candidate that `word` was most likely meant to be, or undefined: at most a third of its letters may be wrong, or
 * one is the beginning of the other. Of equals the one that begins more like it. Letter case does not count.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const wanted = word.toLowerCase();
  const most = Math.max(1, Math.floor(word.length / 3));
  let best: { candidate: string; distance: number; alike: number } | undefined;
  // a name of many letters is no slip of a shorter one, and comparing takes their product
  if (wanted.length > LONGEST_COMPARED) return undefined;
  for (const candidate of candidates) {
    const other = candidate.toLowerCase();
    const alike = commonPrefix(wanted, other);
    const begins = alike >= SHORTEST_PREFIX && alike === Math.min(wanted.length, other.length);
    if (!begins && Math.abs(other.length - wanted.length) > most) continue;
    const distance = begins ? most : editDistance(wanted, other);
    if (distance > most || distance >= candidate.length) continue;
    const better =
      best === undefined || distance < best.distance || (distance === best.distance && alike > best.alike);
    if (better) best = { candidate, distance, alike };
  }
  return best?.candidate;
}

const SHORTEST_PREFIX = 4;
const LONGEST_COMPARED = 100;

function commonPrefix(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}

/** Optimal string alignment: insertions, deletions, substitutions and swaps of neighbours, each counted once. */
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitution = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let cost = Math.min(substitution, (last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
      }
      row.push(cost);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
