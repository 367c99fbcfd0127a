/** What of what is shown is drawn as one: now, and from now on. */
import type { Element } from './element.ts';
import { groupedToo, groupingOf, ungrouped } from './grouping.ts';
import type { Group, Grouping } from './grouping.ts';
import { act } from './history.ts';
import { namedNodes } from './named.ts';
import { graph, hover, isOnScreen, shownNow, useScreen, useShown } from './screen.ts';
import type { GroupBy } from './settings.ts';
import type { Shown } from './shown.ts';
import { counted } from './words.ts';
import { tell } from './work.ts';

interface Derived {
  readonly shown: Shown;
  readonly by: readonly GroupBy[];
  readonly grouping: Grouping;
}

let derived: Derived | null = null;

/** Derived anew only where what is shown, or how it is grouped, has changed. */
function grouped(shown: Shown, by: readonly GroupBy[]): Grouping {
  if (derived?.shown !== shown || derived.by !== by)
    derived = { shown, by, grouping: groupingOf(graph, shown.nodes, by) };
  return derived.grouping;
}

const byNow = (): readonly GroupBy[] => useScreen.getState().settings.groupBy;
const groupingNow = (): Grouping => grouped(shownNow(), byNow());

export function useGrouping(): Grouping {
  const shown = useShown();
  return grouped(
    shown,
    useScreen((state) => state.settings.groupBy),
  );
}

/** Points at what is drawn: an element that is on the screen, or a group, by its id. */
export const hoverDrawn = (element: Element | null): void =>
  hover(element, (each) => isOnScreen(each) || groupingNow().groups.some(({ id }) => id === each.id));

/** The groups that hold any of these nodes; without any, all that there are. */
export function groupsWith(nodes: readonly string[]): ReadonlySet<Group> {
  const { groups, groupOf } = groupingNow();
  if (nodes.length === 0) return new Set(groups);
  return new Set(nodes.map((id) => groupOf.get(id)).filter((group) => group !== undefined));
}

/** Draws those of these nodes that share a value of `property` as one; without any, those of all that is shown. */
export function groupBy(property: string, nodes: readonly string[] = []): void {
  const isAll = nodes.length === 0;
  const next = isAll ? [{ property }] : groupedToo(byNow(), property, nodes);
  if (JSON.stringify(next) === JSON.stringify(byNow())) return;
  const name = isAll ? '' : ` ${namedNodes(nodes)}`;
  act(`Group${name} by ${property}`, { kind: 'set', settings: { groupBy: next } });
  tell(isAll ? `Grouped by ${property}.` : `Grouped by ${property}:${name}.`);
}

/** Draws what is in a group with any of these nodes each by itself again; without any, everything. */
export function ungroup(nodes: readonly string[] = []): void {
  const gone = groupsWith(nodes);
  const isAll = nodes.length === 0;
  const next = isAll ? [] : ungrouped(byNow(), groupingNow(), gone);
  if (isAll ? byNow().length === 0 : gone.size === 0) return;
  const [only] = gone;
  const name = gone.size === 1 ? (only?.name ?? '') : counted(gone.size, 'group', 'groups');
  act(isAll ? 'Ungroup' : `Ungroup ${name}`, { kind: 'set', settings: { groupBy: next } });
  tell(isAll ? 'Every node is by itself again.' : `Each by itself again: ${name}.`);
}
