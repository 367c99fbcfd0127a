/** The measures by name, as colours, sizes and layouts ask for them. */
import { adjacencyOf, arrowsOf } from '../../graph/adjacency.ts';
import type { Links } from '../../graph/adjacency.ts';
import { betweenness } from '../../graph/measure/betweenness.ts';
import type { SamplingError } from '../../graph/measure/betweenness.ts';
import { communities } from '../../graph/measure/communities.ts';
import { components } from '../../graph/measure/components.ts';
import { degree } from '../../graph/measure/degree.ts';
import { pageRank } from '../../graph/measure/pagerank.ts';

export const MEASURES = [
  'degree',
  'degree-in',
  'degree-out',
  'pagerank',
  'betweenness',
  'community',
  'component',
] as const;
export type MeasureName = (typeof MEASURES)[number];

export interface Measured {
  /** By node number: a value, or the number of the group it is in, 0 for the largest. */
  readonly values: Float64Array | Int32Array;
  /** Where the values are estimated: how far off they may be. */
  readonly error?: SamplingError;
  /** Of communities. */
  readonly modularity?: number;
}

/**
 * Parallel claims count each for itself in degrees, PageRank and communities. PageRank follows the direction of claims; betweenness,
 * communities and components do not ask for it.
 *
 * @param onProgress called with the share done, 0 to 1, by measures that take long
 */
export function measured(
  name: MeasureName,
  links: Links,
  onProgress: (share: number) => void = () => {},
): Measured {
  const { order, sources, targets } = links;
  const each = (several: number): number => several;
  switch (name) {
    case 'degree':
      return { values: degree(links, 'both') };
    case 'degree-in':
      return { values: degree(links, 'in') };
    case 'degree-out':
      return { values: degree(links, 'out') };
    case 'pagerank':
      return { values: pageRank(arrowsOf(order, sources, targets, each)) };
    case 'betweenness': {
      const { values, error } = betweenness(adjacencyOf(order, sources, targets), { onProgress });
      return error === null ? { values } : { values, error };
    }
    case 'community': {
      const found = communities(adjacencyOf(order, sources, targets, each));
      return { values: found.communities, modularity: found.modularity };
    }
    case 'component':
      return { values: components(adjacencyOf(order, sources, targets)) };
  }
}
