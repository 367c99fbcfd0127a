/**
 * Nodes that share a value of a property, drawn as one. Derived, never kept: the loaded graph stays as it is, and a group is gone
 * when nobody asks for it any more.
 */
import type { ScreenGraph } from './graph.ts';
import type { GroupBy } from './settings.ts';

export interface Group {
  /** Not an id of the graph: see `groupId`. */
  readonly id: string;
  /** The value that its members share, in words. */
  readonly name: string;
  readonly property: string;
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
 * Groups `nodes` by properties, the largest group first. Nodes without a value, and those that nobody shares one with, stay as they are.
 *
 * @param by `kind`-like names are properties as any other; none groups nothing
 */
export function groupingOf(graph: ScreenGraph, nodes: Iterable<string>, by: readonly GroupBy[]): Grouping {
  if (by.length === 0) return NO_GROUPS;
  const groupOf = new Map<string, Group>();
  const groups: Group[] = [];
  for (const { property, nodes: among } of by.toReversed()) {
    const isAmong = among === undefined ? null : new Set(among);
    const byValue = new Map<string, string[]>();
    for (const id of nodes) {
      if (groupOf.has(id) || isAmong?.has(id) === false) continue;
      const value = valueText(graph.getNodeAttribute(id, 'properties')[property]);
      if (value === null) continue;
      const members = byValue.get(value);
      if (members === undefined) byValue.set(value, [id]);
      else members.push(id);
    }
    for (const [name, members] of byValue) {
      if (members.length < 2) continue;
      const group: Group = { id: groupId(property, name), name, property, members };
      groups.push(group);
      for (const id of members) groupOf.set(id, group);
    }
  }
  return { groups: groups.toSorted((a, b) => b.members.length - a.members.length), groupOf };
}

/** What is grouped once these nodes are grouped by a property, whatever they were grouped by before; what else is grouped stays so. */
export function groupedToo(by: readonly GroupBy[], property: string, nodes: readonly string[]): GroupBy[] {
  const before = by.find((each) => each.property === property);
  const others = without(
    by.filter((each) => each !== before),
    new Set(nodes),
  );
  // it gathers them already, once nothing that comes after does
  if (before !== undefined && before.nodes === undefined) return [before, ...others];
  return [...others, { property, nodes: [...new Set([...(before?.nodes ?? []), ...nodes])] }];
}

/** What is grouped once these groups are none any more. Where all that is shown was, those that are left are from now on. */
export function ungrouped(by: readonly GroupBy[], { groups }: Grouping, gone: ReadonlySet<Group>): GroupBy[] {
  const freed = new Set([...gone].flatMap(({ members }) => members));
  const named = by.map(({ property, nodes }) => ({
    property,
    nodes: nodes ?? groups.flatMap((group) => (group.property === property ? group.members : [])),
  }));
  return without(named, freed);
}

const without = (by: readonly GroupBy[], freed: ReadonlySet<string>): GroupBy[] =>
  by
    .map((each): GroupBy =>
      each.nodes === undefined ? each : { ...each, nodes: each.nodes.filter((id) => !freed.has(id)) },
    )
    .filter(({ nodes }) => nodes === undefined || nodes.length > 1);

export interface GroupingChoice {
  readonly property: string;
  /** How many groups it would make, of how many of the nodes. */
  readonly groups: number;
  readonly grouped: number;
}

/** The properties by which `nodes` can be grouped, those that gather most nodes into fewest groups first. */
export function groupingChoices(graph: ScreenGraph, nodes: Iterable<string>): GroupingChoice[] {
  const keys = new Set<string>();
  for (const id of nodes)
    for (const key of Object.keys(graph.getNodeAttribute(id, 'properties'))) keys.add(key);
  return [...keys]
    .map((property): GroupingChoice => {
      const { groups, groupOf } = groupingOf(graph, nodes, [{ property }]);
      return { property, groups: groups.length, grouped: groupOf.size };
    })
    .filter(({ groups }) => groups > 0)
    .toSorted((a, b) => b.grouped - b.groups - (a.grouped - a.groups) || (a.property < b.property ? -1 : 1));
}
