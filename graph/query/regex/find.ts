/** Finds the leftmost match in a text and what its groups matched, all ways followed at once, the better one first (Pike's way). */
import type { Program } from './program.ts';
import type { Work } from './syntax.ts';

/** Where the whole (at 0 and 1) and each group (2n, 2n + 1) begin and end, in UTF-16 units; undefined where it took no part. */
export type Found = readonly (number | undefined)[];

interface Way {
  readonly step: number;
  readonly saved: Found;
}

/** @param work told of all that is done; what it throws ends it */
export function findMatch(program: Program, text: string, from: number, work: Work): Found | null {
  let ways: Way[] = [];
  let best: Found | null = null;
  for (let at = from; ;) {
    work(1 + ways.length);
    const reached = new Reached(program, text, at);
    for (const way of ways) reached.follow(way);
    // where nothing has matched yet, a match may also begin here, which counts for less than all that began before
    if (best === null) reached.follow({ step: program.start, saved: [at] });
    if (reached.match !== null) best = reached.match;
    if (reached.ways.length === 0 && best !== null) return best;
    if (at >= text.length) return best;
    const c = text.codePointAt(at) ?? 0;
    ways = [];
    for (const { step, saved } of reached.ways) {
      const char = program.steps[step];
      if (char?.kind === 'char' && char.test(c)) ways.push({ step: char.next, saved });
    }
    at += c > 0xffff ? 2 : 1;
  }
}

/** The ways that wait for a character at one place, better ones first; none that counts for less than a match. */
class Reached {
  readonly ways: Way[] = [];
  match: Found | null = null;
  readonly #program: Program;
  readonly #text: string;
  readonly #at: number;
  readonly #seen = new Set<number>();

  constructor(program: Program, text: string, at: number) {
    this.#program = program;
    this.#text = text;
    this.#at = at;
  }

  follow(from: Way): void {
    const waiting: Way[] = [from];
    for (let way = waiting.pop(); way !== undefined && this.match === null; way = waiting.pop()) {
      const { step: index, saved } = way;
      const step = this.#program.steps[index];
      if (step === undefined || this.#seen.has(index)) continue;
      this.#seen.add(index);
      if (step.kind === 'char') this.ways.push(way);
      else if (step.kind === 'match') this.match = keep(saved, 1, this.#at);
      else if (step.kind === 'save')
        waiting.push({ step: step.next, saved: keep(saved, step.slot, this.#at) });
      else if (step.kind === 'split') waiting.push({ step: step.other, saved }, { step: step.next, saved });
      else if (step.test(this.#text, this.#at)) waiting.push({ step: step.next, saved });
    }
  }
}

function keep(saved: Found, slot: number, at: number): Found {
  const kept = [...saved];
  kept[slot] = at;
  return kept;
}
