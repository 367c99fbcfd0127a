/** Runs `arrange` off the main thread. */
import { answerJobs } from '../../latest-job.ts';
import { arrange } from './arrange.ts';
import type { Arrangement, LayoutRequest, LayoutStep } from './request.ts';

answerJobs<LayoutRequest, LayoutStep, Arrangement>(arrange, ({ x, y }) => [
  x.buffer as ArrayBuffer,
  y.buffer as ArrayBuffer,
]);
