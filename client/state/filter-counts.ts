/** How many elements filters let through, alone and together. */
import { forEachFacts } from './filterable.ts';
import { letting } from './filters.ts';
import type { Filter } from './filters.ts';
import type { ScreenGraph } from './graph.ts';
import { graph, shownNow, unfilteredNow, useScreen } from './screen.ts';

/** How many of the elements that it is about this filter lets through by itself, as if it were on. Linear in the graph. */
export function countLet(of: ScreenGraph, filter: Filter): number {
  const lets = letting(filter);
  let count = 0;
  forEachFacts(of, filter.on, (facts) => {
    if (lets(facts)) count += 1;
  });
  return count;
}

const counts = new WeakMap<Filter, { readonly revision: number; readonly count: number }>();

/** The same of the screen; counted anew only where the graph has changed, so that a slider of another filter does not wait for it. */
export function countLetOnScreen(filter: Filter): number {
  const { revision } = useScreen.getState();
  let known = counts.get(filter);
  if (known?.revision !== revision) {
    known = { revision, count: countLet(graph, filter) };
    counts.set(filter, known);
  }
  return known.count;
}

/** How much the filters and the period keep off the screen, of what would be shown without them. */
export interface FilteredOut {
  readonly nodes: number;
  readonly ofNodes: number;
  readonly relationships: number;
  readonly ofRelationships: number;
}

export function filteredOut(): FilteredOut {
  const [shown, all] = [shownNow(), unfilteredNow()];
  return {
    nodes: all.nodes.size - shown.nodes.size,
    ofNodes: all.nodes.size,
    relationships: all.relationships.size - shown.relationships.size,
    ofRelationships: all.relationships.size,
  };
}
