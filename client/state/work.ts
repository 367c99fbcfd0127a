/**
 * What is under way and takes its time: each with a title, how far it is, and a way to stop it. What changes the picture does so at
 * the end, in one step, so that what is stopped has changed nothing.
 */
import { create } from 'zustand';
import { announce } from './screen.ts';

export interface Progress {
  readonly done: number;
  /** Null where nobody knows how much it will be. */
  readonly total: number | null;
  /** What is counted; default single things. */
  readonly unit?: 'bytes';
}

/** Reports how much of a reply has come. */
export const bytesOf =
  (report: (progress: Progress) => void) =>
  (done: number, total: number | null): void =>
    report({ done, total, unit: 'bytes' });

export interface Work {
  readonly id: number;
  /** As a command: `Expand Russia`. */
  readonly title: string;
  readonly progress: Progress | null;
  stop(): void;
}

interface Works {
  readonly running: readonly Work[];
  /** What came of the latest, for those who see the page; null once it has been read, or is old. */
  readonly outcome: string | null;
}

export const useWork = create<Works>(() => ({ running: [], outcome: null }));

/** Says what came of something, to everyone. */
export function tell(outcome: string): void {
  useWork.setState({ outcome });
  announce(outcome);
}

export const dropOutcome = (): void => useWork.setState({ outcome: null });

/** The reader has stopped it: no failure, and nothing to tell again. */
export class Stopped extends Error {
  override readonly name = 'Stopped';
}

let count = 0;

/**
 * Carries out what may take long, where everyone can see it.
 *
 * @param task ends early, by rejecting, once its signal is aborted
 * @param signal of what the work belongs to; default none
 * @throws Stopped the reader stopped it; what the task throws
 */
export async function work<T>(
  title: string,
  task: (signal: AbortSignal, report: (progress: Progress) => void) => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  const id = ++count;
  const stopper = new AbortController();
  const all = signal === undefined ? stopper.signal : AbortSignal.any([signal, stopper.signal]);
  const stop = (): void => {
    stopper.abort(new Stopped(`${title} was stopped`));
    tell(`Stopped: ${title}. The picture is as it was.`);
  };
  const report = (progress: Progress): void =>
    useWork.setState(({ running }) => ({
      running: running.map((each) => (each.id === id ? { ...each, progress } : each)),
    }));
  useWork.setState(({ running }) => ({
    running: [...running, { id, title, progress: null, stop }],
    outcome: null,
  }));
  try {
    return await task(all, report);
  } catch (error) {
    // however the task says that it has ended early
    stopper.signal.throwIfAborted();
    throw error;
  } finally {
    useWork.setState(({ running }) => ({ running: running.filter((each) => each.id !== id) }));
  }
}
