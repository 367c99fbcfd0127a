/** Measures off the main thread. */
import type { Links } from '../../graph/adjacency.ts';
import { answerJobs } from '../latest-job.ts';
import { measured } from './measured.ts';
import type { Measured, MeasureName } from './measured.ts';

export interface MeasureRequest {
  readonly name: MeasureName;
  readonly links: Links;
}

answerJobs<MeasureRequest, number, Measured>(
  ({ name, links }, progress) => measured(name, links, progress),
  (value) =>
    typeof value === 'number'
      ? []
      : [value.values, value.error?.standardErrors].flatMap((array) =>
          array === undefined ? [] : [array.buffer as ArrayBuffer],
        ),
);
