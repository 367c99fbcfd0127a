/** Labels and types, joined by the operators of patterns. */
import type { Generation } from './generation.ts';
import { LABELS } from './graph.ts';

/** A label, or several joined; of types the same grammar makes alternatives. */
export function labelExpression(g: Generation, names: readonly string[], depth: number): string {
  const { choices } = g;
  const one = (): string => labelExpression(g, names, depth - 1);
  if (depth <= 0) return choices.pick(names);
  return choices.weighted<() => string>([
    [10, () => choices.pick(names)],
    [2, () => `${one()}|${one()}`],
    [2, () => `!${one()}`],
    [1, () => '%'],
    [1, () => (names === LABELS ? `(${one()}&${one()})` : one())],
  ])();
}
