/** Points spread evenly over a disc, the same every time: where a layout begins, and what is shown where it fails. */

const TURN = Math.PI * (3 - Math.sqrt(5));

/**
 * `[x, y]` by id, in the order given from the middle outwards, around (0, 0).
 *
 * @see https://en.wikipedia.org/wiki/Fermat%27s_spiral
 */
export function sunflower(
  items: readonly { readonly id: string; readonly x: number; readonly y: number; readonly fixed: boolean }[],
  diameter: number,
): Map<string, [x: number, y: number]> {
  return new Map(
    items.map(({ id, x, y, fixed }, index) => {
      const reach = Math.sqrt((index + 0.5) / items.length) * diameter * 0.4;
      return [id, fixed ? [x, y] : [Math.cos(index * TURN) * reach, Math.sin(index * TURN) * reach]];
    }),
  );
}
