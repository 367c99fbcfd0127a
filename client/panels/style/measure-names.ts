/** What colours and sizes can tell, in words. */
import type { Measure } from '../../state/settings.ts';

export const MEASURE_NAMES: Readonly<Record<Exclude<Measure['by'], 'property'>, string>> = {
  kind: 'kind',
  degree: 'number of claims',
  pagerank: 'PageRank',
  betweenness: 'betweenness',
  community: 'community',
};

export const measureName = ({ by, property }: Measure): string =>
  by === 'property' ? (property ?? 'nothing') : MEASURE_NAMES[by];
