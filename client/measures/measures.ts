/** Measures of the graph, asked for by the page and taken in a worker of their own, started when one is first wanted. */
import type { Links } from '../../graph/adjacency.ts';
import { LatestJob } from '../latest-job.ts';
import type { Measured, MeasureName } from './measured.ts';
import type { MeasureRequest } from './worker.ts';

type Job = LatestJob<MeasureRequest, number, Measured>;

/** Neither takes away what the other has asked for. */
type Asker = 'layout' | 'style';

/** One for each measure that someone asks for: a colour and a size may ask for two at a time. */
const jobs = new Map<`${Asker} ${MeasureName}`, Job>();

/**
 * Gives a measure's values by node number; null where `signal` or a later request of the same asker for the same measure came
 * first.
 *
 * @param onProgress called with the share done, 0 to 1, where it takes long
 * @throws Error the worker failed
 */
export async function measure(
  asker: Asker,
  name: MeasureName,
  links: Links,
  signal?: AbortSignal,
  onProgress: (share: number) => void = () => {},
): Promise<Measured | null> {
  if (signal?.aborted === true) return null;
  const key = `${asker} ${name}` as const;
  const job: Job = jobs.get(key) ?? new LatestJob(start);
  jobs.set(key, job);
  const stop = (): void => job.cancel();
  signal?.addEventListener('abort', stop);
  try {
    return await job.run({ name, links }, onProgress);
  } finally {
    signal?.removeEventListener('abort', stop);
  }
}

const start = (): Worker => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
