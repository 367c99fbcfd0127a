/** Points spread evenly over a disc, the same every time: what is shown where a layout fails or is stopped before it has begun. */
import type { LayoutRequest, Places } from './request.ts';

const TURN = Math.PI * (3 - Math.sqrt(5));

/**
 * By node number, from the middle outwards, around (0, 0); what is fixed stays where it is.
 *
 * @see https://en.wikipedia.org/wiki/Fermat%27s_spiral
 */
export function sunflower({ links, x, y, fixed, width, height }: LayoutRequest): Places {
  const place = (from: Float64Array, direction: (angle: number) => number): Float64Array =>
    from.map((at, node) => {
      const reach = Math.sqrt((node + 0.5) / links.order) * Math.min(width, height) * 0.4;
      return fixed[node] === 1 ? at : direction(node * TURN) * reach;
    });
  return { x: place(x, Math.cos), y: place(y, Math.sin) };
}
