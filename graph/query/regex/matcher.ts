/**
 * Matches whole texts against a regular expression in time linear in the text, whatever the pattern: all ways to match are
 * followed at once (Thompson's construction), and sets of states that were met before are known again.
 *
 * @see https://swtch.com/~rsc/regexp/regexp1.html
 */
import { findMatch } from './find.ts';
import { compileRegex } from './program.ts';
import type { Program } from './program.ts';
import { readRegex } from './read.ts';
import { fillIn } from './replacement.ts';
import type { Pattern, Work } from './syntax.ts';

/** Steps in the sets that are remembered; then all are forgotten. */
const MOST_REMEMBERED = 100_000;
const CHAR_TABLE = 256;

/** A set of steps that ways may stand at, and where each character leads. */
interface State {
  /** Of chars and match only, ascending. */
  readonly steps: readonly number[];
  readonly matches: boolean;
  readonly next: (State | undefined)[];
  readonly rare: Map<number, State>;
}

export class Matcher {
  readonly #pattern: Pattern;
  readonly #program: Program;
  readonly #hasPlaces: boolean;
  #states = new Map<string, State>();
  #first: State | null = null;
  #kept = 0;

  /** @throws RegexError the pattern is none, too large, or uses what cannot be told in linear time */
  constructor(pattern: string) {
    this.#pattern = readRegex(pattern);
    this.#program = compileRegex(this.#pattern.regex);
    this.#hasPlaces = this.#program.steps.some(({ kind }) => kind === 'place');
  }

  /** Whether the whole text matches. @param work told of all that is done; what it throws ends it */
  matches(text: string, work: Work): boolean {
    let state = this.#firstState(text);
    for (let at = 0; at < text.length;) {
      const c = text.codePointAt(at) ?? 0;
      at += c > 0xffff ? 2 : 1;
      const known = this.#hasPlaces ? undefined : c < CHAR_TABLE ? state.next[c] : state.rare.get(c);
      work(known === undefined ? 1 + state.steps.length : 1);
      state = known ?? this.#learnt(state, c, text, at);
      if (state.steps.length === 0 && !state.matches) return false;
    }
    return state.matches;
  }

  /**
   * The text with every match replaced, the leftmost first.
   *
   * @param work told of all that is done; what it throws ends it
   * @param grow told how long the new text has become; what it throws ends the work
   * @throws RegexError the replacement names a group that is not there
   */
  replaceAll(text: string, replacement: string, work: Work, grow: (length: number) => void): string {
    const fill = fillIn(replacement, this.#pattern);
    let replaced = '';
    let copied = 0;
    for (let from = 0; from <= text.length;) {
      const found = findMatch(this.#program, text, from, work);
      if (found === null) break;
      const [start = 0, end = 0] = found;
      replaced += text.slice(copied, start) + fill(text, found);
      copied = end;
      grow(replaced.length);
      // after an empty match the next begins a character later
      from = end > start ? end : end + ((text.codePointAt(end) ?? 0) > 0xffff ? 2 : 1);
    }
    return replaced + text.slice(copied);
  }

  #firstState(text: string): State {
    if (this.#hasPlaces) return this.#stateOf([this.#program.start], text, 0);
    return (this.#first ??= this.#stateOf([this.#program.start], text, 0));
  }

  #learnt(state: State, c: number, text: string, at: number): State {
    const next = this.#advance(state, c, text, at);
    if (this.#hasPlaces) return next;
    if (c < CHAR_TABLE) state.next[c] = next;
    else if (state.rare.size < CHAR_TABLE) state.rare.set(c, next);
    return next;
  }

  #advance(state: State, c: number, text: string, at: number): State {
    const reached: number[] = [];
    for (const index of state.steps) {
      const step = this.#program.steps[index];
      if (step?.kind === 'char' && step.test(c)) reached.push(step.next);
    }
    return this.#stateOf(reached, text, at);
  }

  /** All that can be reached from these steps without another character. */
  #stateOf(from: readonly number[], text: string, at: number): State {
    const seen = new Set<number>();
    const waiting = [...from];
    const steps: number[] = [];
    let matches = false;
    for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
      if (seen.has(index)) continue;
      seen.add(index);
      const step = this.#program.steps[index];
      if (step === undefined) continue;
      if (step.kind === 'char') steps.push(index);
      else if (step.kind === 'split') waiting.push(step.next, step.other);
      else if (step.kind === 'match') matches = true;
      else if (step.kind === 'save' || step.test(text, at)) waiting.push(step.next);
    }
    return this.#remembered(steps, matches);
  }

  #remembered(steps: number[], matches: boolean): State {
    steps.sort((a, b) => a - b);
    const state: State = { steps, matches, next: [], rare: new Map() };
    // what a place lets through depends on the text
    if (this.#hasPlaces) return state;
    const key = `${matches ? '!' : ''}${steps.join()}`;
    const known = this.#states.get(key);
    if (known !== undefined) return known;
    this.#kept += 1 + steps.length;
    if (this.#kept > MOST_REMEMBERED) {
      this.#states = new Map();
      this.#first = null;
      this.#kept = 0;
    }
    this.#states.set(key, state);
    return state;
  }
}
