/** Numbers groups anew: 0 for the largest, of equals the one with the lowest member first. `groups` is not changed. */
export function bySize(groups: Int32Array): Int32Array {
  const sizes = new Map<number, number>();
  // a Map keeps the order in which groups first come, and the sort keeps that of equals
  for (const group of groups) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  const numbers = new Map(
    [...sizes].toSorted(([, a], [, b]) => b - a).map(([group], number) => [group, number]),
  );
  return groups.map((group) => numbers.get(group) ?? 0);
}
