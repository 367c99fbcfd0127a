/** Runs `arrange` off the main thread: one request in, one reply out, told apart by `ticket`. */
import { arrange } from './arrange.ts';
import type { LayoutRequest, Positions } from './arrange.ts';

export interface LayoutJob {
  readonly ticket: number;
  readonly request: LayoutRequest;
}
export interface LayoutDone {
  readonly ticket: number;
  readonly positions: Positions;
}

addEventListener('message', ({ data }: MessageEvent<LayoutJob>) => {
  postMessage({ ticket: data.ticket, positions: arrange(data.request) } satisfies LayoutDone);
});
