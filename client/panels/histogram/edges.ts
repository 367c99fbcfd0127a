/** Where the bins of a histogram begin and end: at values that people would choose. */

/** One more than there are bins, ascending; bin `i` holds what is at least `edges[i]` and less than `edges[i + 1]`. */
export type Edges = readonly number[];

/**
 * Edges at multiples of 1, 2 or 5 times a power of ten that hold all from `least` to `most`, in at most `bins` bins. Whole numbers are
 * parted nowhere but at whole numbers.
 */
export function numberEdges(least: number, most: number, bins: number, isWhole: boolean): Edges {
  const step = niceStep((most - least) / Math.max(1, bins - 1), isWhole);
  const first = Math.floor(least / step);
  const last = Math.floor(most / step) + 1;
  // products of whole numbers: sums of 0.1 would drift
  return Array.from({ length: last - first + 1 }, (_, at) => tidy((first + at) * step));
}

/** The smallest 1, 2 or 5 times a power of ten that is no less than `least`; of whole numbers no less than 1. */
function niceStep(least: number, isWhole: boolean): number {
  const smallest = isWhole ? Math.max(1, least) : least;
  if (!(smallest > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(smallest));
  return [1, 2, 5, 10].map((factor) => tidy(factor * power)).find((step) => step >= smallest) ?? power * 10;
}

const tidy = (number: number): number => Number(number.toPrecision(12));

/** The bin that `value` is in, or -1 where it is in none. */
export function binOf(value: number, edges: Edges): number {
  const last = edges.length - 1;
  if (!(value >= (edges[0] ?? Infinity)) || value >= (edges[last] ?? -Infinity)) return -1;
  let [low, high] = [0, last];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((edges[middle] as number) <= value) low = middle;
    else high = middle;
  }
  return low;
}

/** Where `value` stands between the edges: 1.5 is the middle of the second bin. Beyond them, the end that is nearer. */
export function positionOf(value: number, edges: Edges): number {
  const last = edges.length - 1;
  if (value <= (edges[0] as number)) return 0;
  if (value >= (edges[last] as number)) return last;
  const bin = binOf(value, edges);
  const [from, to] = [edges[bin] as number, edges[bin + 1] as number];
  return bin + (value - from) / (to - from);
}

/**
 * How many of `values` are in each bin, by layer (`layers[layer][bin]`), in one pass. What is in no bin (NaN too) is left out.
 *
 * @param layerOf the layer of the value at an index; all in one where there is none
 */
export function binned(
  values: ArrayLike<number>,
  edges: Edges,
  layers = 1,
  layerOf: (index: number) => number = () => 0,
): Uint32Array[] {
  const counts = Array.from({ length: layers }, () => new Uint32Array(edges.length - 1));
  for (let index = 0; index < values.length; index++) {
    const layer = layerOf(index);
    if (layer < 0) continue;
    const bin = binOf(values[index] as number, edges);
    if (bin >= 0) (counts[layer] as Uint32Array)[bin] = ((counts[layer] as Uint32Array)[bin] as number) + 1;
  }
  return counts;
}
