/** What of what is shown is drawn as one, now. */
import { groupingOf } from './grouping.ts';
import type { Grouping } from './grouping.ts';
import { graph, useScreen, useShown } from './screen.ts';
import type { Shown } from './shown.ts';

interface Derived {
  readonly shown: Shown;
  readonly property: string | null;
  readonly grouping: Grouping;
}

let derived: Derived | null = null;

/** Derived anew only where what is shown, or the property, has changed. */
function grouped(shown: Shown, property: string | null): Grouping {
  if (derived?.shown !== shown || derived.property !== property)
    derived = { shown, property, grouping: groupingOf(graph, shown.nodes, property) };
  return derived.grouping;
}

export function useGrouping(): Grouping {
  const shown = useShown();
  return grouped(
    shown,
    useScreen((state) => state.settings.groupBy?.property ?? null),
  );
}
