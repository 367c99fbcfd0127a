import type { About, Operator } from './operator.ts';

/** The end of a plan: gives the rows as they are. */
export function produceResults(about: About, source: Operator): Operator {
  return {
    about,
    children: [source],
    open: (context, input) => context.open(source, input),
    columns: source.columns,
  };
}
