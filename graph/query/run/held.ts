import type { Row } from '../runtime.ts';
import { sizeOf } from '../values/memory.ts';
import type { RunContext } from './context.ts';
import type { Batch } from './operator.ts';

/**
 * Charges for the rows that an operator holds on to, and gives it all back at the end.
 * What a row shares with the row before it (the same list, the same parameter) is counted once.
 */
export class Held {
  readonly #context: RunContext;
  #bytes = 0;
  #previous: Row = [];

  constructor(context: RunContext) {
    this.#context = context;
  }

  row(row: Row): void {
    let bytes = 64 + row.length * 8;
    for (let i = 0; i < row.length; i += 1) {
      const value = row[i];
      if (value === undefined || value === null || typeof value === 'boolean') continue;
      if (value !== this.#previous[i]) bytes += sizeOf(value);
    }
    this.#previous = row;
    this.bytes(bytes);
  }

  batch(batch: Batch): void {
    for (const row of batch) this.row(row);
  }

  bytes(bytes: number): void {
    this.#bytes += bytes;
    this.#context.charge(bytes);
  }

  release(): void {
    this.#context.charge(-this.#bytes);
    this.#bytes = 0;
  }
}
