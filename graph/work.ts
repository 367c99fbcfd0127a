/**
 * The work that goes on now, counted for whoever bounds it. What goes through values or indexes calls {@link work} wherever
 * the data decides how long it takes, and need not be handed the statement for that.
 */

/** Counts units of work (one: a turn of a loop, some 50 ns), and throws where there has been enough. */
export type Meter = (units: number) => void;

let meter: Meter | null = null;

/**
 * Tells that work was, or is about to be, done.
 *
 * @throws what the meter throws: the statement was cancelled, or is over its time
 */
export function work(units = 1): void {
  if (meter !== null) meter(units);
}

/** As `work`, for what a native function does with so many characters or items at once. */
export function bulkWork(length: number): void {
  if (meter !== null && length > 64) meter(length >>> 6);
}

/** Runs something whose work a meter counts; what runs inside it may have a meter of its own. */
export function metered<T>(by: Meter, run: () => T): T {
  const outer = meter;
  meter = by;
  try {
    return run();
  } finally {
    meter = outer;
  }
}
