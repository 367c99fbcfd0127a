/** Loads an event file into a store: lines → rows → batches, each written before the next is read. */
import type { Store } from '../store/store.ts';
import { BadRow, readEventRow, readHeader } from './event-row.ts';
import type { EventRow, Header } from './event-row.ts';
import { EventWriter } from './event-writer.ts';
import type { DataSet } from './event-writer.ts';
import type { Faults } from './faults.ts';
import { readLines } from './lines.ts';

/** Enough for the statements of a batch (one a type) to be worth their cost, little enough to hold. */
const BATCH_ROWS = 10_000;

export interface LoadReport {
  /** Rows that were good. */
  readonly rows: number;
  readonly actorsCreated: number;
  readonly claimsCreated: number;
}

export interface LoadOptions {
  readonly dataSet: DataSet;
  readonly faults: Faults;
  readonly signal: AbortSignal;
  /** Told after each batch, and as the file is read. */
  readonly onProgress?: (bytes: number, rows: number) => void;
}

/**
 * @param file its bytes; gzip is told by how it begins
 * @throws BadRow the header is not one; CypherError, StoreUnavailable; what `file` throws; the signal's reason.
 *   What was written until then stays, and loading the file again goes on from there
 */
export async function loadEvents(
  store: Store,
  file: AsyncIterable<Buffer>,
  options: LoadOptions,
): Promise<LoadReport> {
  const { faults, signal, onProgress = () => {} } = options;
  const writer = new EventWriter(store, options.dataSet, signal);
  const report = { rows: 0, actorsCreated: 0, claimsCreated: 0 };
  let header: Header | null = null;
  let batch: EventRow[] = [];
  let bytes = 0;

  const flush = async () => {
    signal.throwIfAborted();
    const written = await writer.write(batch);
    report.rows += batch.length;
    report.actorsCreated += written.actors;
    report.claimsCreated += written.claims;
    batch = [];
    onProgress(bytes, report.rows);
  };

  await writer.writeSource();
  for await (const lines of readLines(file, (read) => (bytes = read))) {
    signal.throwIfAborted();
    for (const line of lines) {
      if ('why' in line) {
        if (header === null) throw new BadRow(line.why);
        await faults.add(line.number, line.why);
        continue;
      }
      if (header === null) {
        header = readHeader(line.text);
        continue;
      }
      if (line.text === '') continue;
      try {
        batch.push(readEventRow(line.text, header));
      } catch (error) {
        if (!(error instanceof BadRow)) throw error;
        await faults.add(line.number, error.message, line.text);
      }
      if (batch.length >= BATCH_ROWS) await flush();
    }
  }
  if (header === null) throw new BadRow('the file is empty');
  if (batch.length > 0) await flush();
  return report;
}
