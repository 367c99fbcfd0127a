/** Predicates on text. Anything but text gives null. */
import { RE2JS } from 're2js';
import { CypherError } from '../../errors.ts';
import type { Evaluate, RunValue } from '../runtime.ts';
import { mismatch } from '../values/errors.ts';

const onTexts =
  (test: (text: string, part: string) => boolean) =>
  (a: RunValue, b: RunValue): boolean | null =>
    typeof a === 'string' && typeof b === 'string' ? test(a, b) : null;

export const startsWith = onTexts((text, part) => text.startsWith(part));
export const endsWith = onTexts((text, part) => text.endsWith(part));
export const contains = onTexts((text, part) => text.includes(part));

/**
 * `text =~ pattern` on the whole text. RE2's syntax: Java's without look-around and back references, which is what
 * makes the time linear in the text whatever the pattern.
 */
export function compileRegex(text: Evaluate, pattern: Evaluate): Evaluate {
  let last: string | null = null;
  let compiled: RE2JS | null = null;
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
    return compiled.matches(value);
  };
}

/** @throws CypherError the pattern is none, or none that takes linear time */
export function compilePattern(pattern: string): RE2JS {
  try {
    return RE2JS.compile(pattern);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new CypherError('Neo.ClientError.Statement.SemanticError', `Invalid Regex: ${reason}`, { cause });
  }
}
