/**
 * Nodes that share a value of a property, drawn as one. Derived, never kept: the loaded graph stays as it is, and a group is gone
 * when nobody asks for it any more.
 */
import type { ScreenGraph } from './graph.ts';

export interface Group {
  /** Not an id of the graph: see `groupId`. */
  readonly id: string;
  /** The value that its members share, in words. */
  readonly name: string;
  /** At least two, in the order of the graph. */
  readonly members: readonly string[];
}

export interface Grouping {
  readonly groups: readonly Group[];
  readonly groupOf: ReadonlyMap<string, Group>;
}

export const NO_GROUPS: Grouping = { groups: [], groupOf: new Map() };

/** JSON keeps it apart from any id that a store would give, and value from value. */
const groupId = (property: string, name: string): string => JSON.stringify(['group', property, name]);

/** The value of a property as nodes are grouped by it; null for none, and for lists: a node is in one group at most. */
function valueText(value: unknown): string | null {
  if (typeof value === 'string') return value === '' ? null : value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : null;
}

/**
 * Groups `nodes` by a property, the largest group first. Nodes without a value, and those that nobody shares one with, stay as they
 * are.
 *
 * @param property `kind`-like names are properties as any other; null groups nothing
 */
export function groupingOf(graph: ScreenGraph, nodes: Iterable<string>, property: string | null): Grouping {
  if (property === null) return NO_GROUPS;
  const byValue = new Map<string, string[]>();
  for (const id of nodes) {
    const value = valueText(graph.getNodeAttribute(id, 'properties')[property]);
    if (value === null) continue;
    const members = byValue.get(value);
    if (members === undefined) byValue.set(value, [id]);
    else members.push(id);
  }
  const groups = [...byValue]
    .filter(([, members]) => members.length > 1)
    .map(([name, members]): Group => ({ id: groupId(property, name), name, members }))
    .toSorted((a, b) => b.members.length - a.members.length);
  const groupOf = new Map(groups.flatMap((group) => group.members.map((id) => [id, group] as const)));
  return { groups, groupOf };
}

export interface GroupingChoice {
  readonly property: string;
  /** How many groups it would make, of how many of the nodes. */
  readonly groups: number;
  readonly grouped: number;
}

/** The properties by which `nodes` can be grouped, those that gather most nodes into fewest groups first. */
export function groupingChoices(graph: ScreenGraph, nodes: ReadonlySet<string>): GroupingChoice[] {
  const keys = new Set<string>();
  for (const id of nodes)
    for (const key of Object.keys(graph.getNodeAttribute(id, 'properties'))) keys.add(key);
  return [...keys]
    .map((property): GroupingChoice => {
      const { groups, groupOf } = groupingOf(graph, nodes, property);
      return { property, groups: groups.length, grouped: groupOf.size };
    })
    .filter(({ groups }) => groups > 0)
    .toSorted((a, b) => b.grouped - b.groups - (a.grouped - a.groups) || (a.property < b.property ? -1 : 1));
}
