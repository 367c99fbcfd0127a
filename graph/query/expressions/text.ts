/** Predicates on text. Anything but text gives null. */
import { CypherError } from '../../errors.ts';
import { bulkWork, work } from '../../work.ts';
import { Matcher } from '../regex/matcher.ts';
import { RegexError } from '../regex/syntax.ts';
import type { Evaluate, RunValue } from '../runtime.ts';
import { mismatch } from '../values/errors.ts';

const onTexts =
  (test: (text: string, part: string) => boolean) =>
  (a: RunValue, b: RunValue): boolean | null =>
    typeof a === 'string' && typeof b === 'string' ? counted(test, a, b) : null;

function counted(test: (text: string, part: string) => boolean, text: string, part: string): boolean {
  bulkWork(text.length);
  return test(text, part);
}

export const startsWith = onTexts((text, part) => text.startsWith(part));
export const endsWith = onTexts((text, part) => text.endsWith(part));
export const contains = onTexts((text, part) => text.includes(part));

/**
 * `text =~ pattern` on the whole text, in Java's syntax without look-around, back references, atomic groups and possessive
 * quantifiers, which is what makes the time linear in the text whatever the pattern.
 */
export function compileRegex(text: Evaluate, pattern: Evaluate): Evaluate {
  let last: string | null = null;
  let compiled: Matcher | null = null;
  return (row, context) => {
    const value = text(row, context);
    const source = pattern(row, context);
    if (value === null || source === null) return null;
    if (typeof source !== 'string') throw mismatch('a String', source);
    if (typeof value !== 'string') return null;
    if (compiled === null || source !== last) {
      compiled = compilePattern(source);
      last = source;
    }
    return compiled.matches(value, work);
  };
}

/** @throws CypherError the pattern is none, or none that takes linear time */
export const compilePattern = (pattern: string): Matcher => refusing(() => new Matcher(pattern));

/**
 * @param grow told the length of the text made so far
 * @throws CypherError the replacement names a group that is not there; what `grow` throws
 */
export const replaceMatches = (
  matcher: Matcher,
  text: string,
  replacement: string,
  grow: (length: number) => void,
): string => refusing(() => matcher.replaceAll(text, replacement, work, grow));

function refusing<T>(attempt: () => T): T {
  try {
    return attempt();
  } catch (cause) {
    if (!(cause instanceof RegexError)) throw cause;
    throw new CypherError('Neo.ClientError.Statement.SemanticError', `Invalid Regex: ${cause.message}`, {
      cause,
      gql: ['22000', '22N11'],
    });
  }
}
