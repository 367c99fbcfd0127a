/** A whole statement, and how its result is to be compared. */
import type fc from 'fast-check';
import { Choices, decisions } from './choices.ts';
import { clauses } from './clauses.ts';
import { expression } from './expressions.ts';
import { Generation } from './generation.ts';
import { columns, projection } from './projections.ts';
import { updates } from './updates.ts';

export interface RandomStatement {
  readonly text: string;
  /** True where ORDER BY leaves no doubt, so that the rows are compared in their order. */
  readonly ordered: boolean;
  /** True where lists are compared as bags. */
  readonly bags: boolean;
  /** True where some of its types may be wrong. */
  readonly wild: boolean;
}

const DEPTH = 2;

export const randomStatement: fc.Arbitrary<RandomStatement> = decisions.map((numbers) =>
  statement(new Choices(numbers)),
);

/** @param reworded gives another statement that must have the same answer */
export function statement(choices: Choices, reworded = false): RandomStatement {
  const g = new Generation(choices, expression, reworded);
  const text = choices.weighted([
    [14, reading],
    [5, writing],
    [2, union],
  ] as const)(g);
  return { text, ordered: g.ordered, bags: g.bags, wild: g.wild };
}

const reading = (g: Generation): string =>
  `${clauses(g, g.choices.below(5), DEPTH)}${projection(g, 'RETURN', columns(g), true)}`;

function writing(g: Generation): string {
  const before = clauses(g, g.choices.below(3), 1);
  const written = updates(g);
  if (g.choices.chance(30)) return (before + written).trimEnd();
  const again = g.choices.chance(20) ? `WITH * ${clauses(g, 1, 1)}` : '';
  return `${before}${written}${again}${projection(g, 'RETURN', columns(g), true)}`;
}

function union(g: Generation): string {
  const wanted = columns(g, true);
  const part = (): string =>
    g.within([], () => {
      g.rows = 1;
      return `${clauses(g, g.choices.below(3), 1)}${projection(g, 'RETURN', wanted)}`;
    });
  const text = `${part()} UNION${g.choices.pick(['', ' ALL', ' DISTINCT'])} ${part()}`;
  g.ordered = false;
  return text;
}
