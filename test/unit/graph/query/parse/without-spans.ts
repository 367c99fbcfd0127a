/** A tree as it reads best in a test: without positions, and without the parts that say nothing (null, false, []). */
export function bare(tree: unknown): unknown {
  if (Array.isArray(tree)) return tree.map(bare);
  if (typeof tree !== 'object' || tree === null) return tree;
  const said = Object.entries(tree).filter(
    ([key, value]) =>
      key !== 'span' &&
      !(key !== 'value' && (value === null || value === false)) &&
      !(Array.isArray(value) && value.length === 0 && key !== 'items' && key !== 'args'),
  );
  return Object.fromEntries(said.map(([key, value]) => [key, bare(value)]));
}
