/** A pattern as steps, each of which says where its ways go on: what is matched is found by following them. */
import { RegexError } from './syntax.ts';
import type { CharTest, PlaceTest, Regex } from './syntax.ts';

export type Step =
  | { readonly kind: 'char'; readonly test: CharTest; readonly next: number }
  | { readonly kind: 'place'; readonly test: PlaceTest; readonly next: number }
  /** Remembers where it was passed. */
  | { readonly kind: 'save'; readonly slot: number; readonly next: number }
  /** The way by `next` counts for more than that by `other`. */
  | { readonly kind: 'split'; readonly next: number; readonly other: number }
  | { readonly kind: 'match' };

/** Steps of a pattern, its repetitions written out. */
const MOST_STEPS = 20_000;

export interface Program {
  readonly steps: readonly Step[];
  readonly start: number;
}

/** @throws RegexError it is too large */
export function compileRegex(regex: Regex): Program {
  const compiler = new Compiler();
  const match = compiler.add({ kind: 'match' });
  return { steps: compiler.steps, start: compiler.compile(regex, match) };
}

class Compiler {
  readonly steps: Step[] = [];

  add(step: Step): number {
    if (this.steps.length >= MOST_STEPS)
      throw new RegexError('The pattern is too large, its repetitions written out');
    return this.steps.push(step) - 1;
  }

  /** Written from its end: gives where to begin so that what matches goes on to `next`. */
  compile(regex: Regex, next: number): number {
    switch (regex.kind) {
      case 'char':
      case 'place':
        return this.add({ ...regex, next });
      case 'group': {
        const end = this.add({ kind: 'save', slot: regex.number * 2 + 1, next });
        return this.add({ kind: 'save', slot: regex.number * 2, next: this.compile(regex.item, end) });
      }
      case 'sequence':
        return regex.items.reduceRight((after, item) => this.compile(item, after), next);
      case 'choice':
        return regex.items
          .map((item) => this.compile(item, next))
          .reduceRight((other, start) => this.add({ kind: 'split', next: start, other }));
      case 'repeat':
        return this.#repeat(regex, next);
    }
  }

  #repeat({ item, min, max, isLazy }: Extract<Regex, { kind: 'repeat' }>, next: number): number {
    const split = (again: number): Step =>
      isLazy ? { kind: 'split', next, other: again } : { kind: 'split', next: again, other: next };
    let start = next;
    if (max === Infinity) {
      start = this.add(split(next));
      this.steps[start] = split(this.compile(item, start));
    } else for (let extra = min; extra < max; extra++) start = this.add(split(this.compile(item, start)));
    for (let times = 0; times < min; times++) start = this.compile(item, start);
    return start;
  }
}
