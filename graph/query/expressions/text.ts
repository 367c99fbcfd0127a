/** Predicates on text. Anything but text gives null. */
import { RE2JS } from 're2js';
import { CypherError } from '../../errors.ts';
import { bulkWork, work } from '../../work.ts';
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
    // taken out while it is in use: matching may let another run of this plan in, and an automaton has one state
    const matcher = compiled !== null && source === last ? compiled : compilePattern(source);
    compiled = null;
    const matches = matcher.matches(polled(value));
    [compiled, last] = [matcher, source];
    return matches;
  };
}

/** Texts up to this length are matched in some milliseconds whatever the pattern. */
const SHORT_TEXT = 512;
const CHARACTERS_PER_POLL = 128;

/** A text as the regular expressions of RE2JS take it, which counts its characters as they are read. */
export function polled(text: string): string {
  bulkWork(text.length * 8);
  // the library asks for what `toString` calls a String, and reads it through `charCodeAt`
  return text.length <= SHORT_TEXT ? text : (new PolledText(text) as unknown as string);
}

class PolledText extends String {
  readonly #text: string;
  #reads = 0;

  constructor(text: string) {
    super(text);
    this.#text = text;
  }

  override charCodeAt(index: number): number {
    this.#reads += 1;
    if (this.#reads === CHARACTERS_PER_POLL) {
      this.#reads = 0;
      work(CHARACTERS_PER_POLL);
    }
    return this.#text.charCodeAt(index);
  }
}

/** @throws CypherError the pattern is none, or none that takes linear time */
export function compilePattern(pattern: string): RE2JS {
  try {
    return RE2JS.compile(pattern);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new CypherError('Neo.ClientError.Statement.SemanticError', `Invalid Regex: ${reason}`, {
      cause,
      gql: ['22000', '22N11'],
    });
  }
}
