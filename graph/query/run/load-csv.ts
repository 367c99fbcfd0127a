/** LOAD CSV: for each row of the source, the records of a file, read as they are wanted. */
import { CypherError } from '../../errors.ts';
import type { Evaluate, Row, RunValue } from '../runtime.ts';
import { CsvParser, type CsvRecord } from './csv.ts';
import { wait } from './in-transactions.ts';
import { BATCH, type About, type Batch, type Operator } from './operator.ts';

/** What LOAD CSV may read: whoever runs the engine decides. */
export interface ImportSource {
  /**
   * @returns the file's content, unpacked where it is compressed, and the path that `file()` gives
   * @throws CypherError `ExternalResourceFailed`: there is no such file, or it may not be read
   */
  open(url: string): Promise<{ readonly path: string; readonly pieces: AsyncIterable<Uint8Array> }>;
}

export interface CsvSlots {
  readonly row: number;
  /** What `file()` and `linenumber()` give in the rows that come from here. */
  readonly file: number;
  readonly line: number;
}

export function loadCsv(
  about: About,
  source: Operator,
  options: {
    readonly from: Evaluate;
    readonly withHeaders: boolean;
    readonly terminator: string;
    readonly slots: CsvSlots;
  },
): Operator {
  const { from, withHeaders, terminator, slots } = options;
  return {
    about,
    children: [source],
    *open(context, input) {
      for (const batch of context.open(source, input)) {
        if (batch === null) {
          yield null;
          continue;
        }
        for (const row of batch) {
          if (context.imports === null) throw importIsOff();
          const url = urlOf(from(row, context));
          const { path, pieces } = yield* wait(context, context.imports.open(url));
          const reading = pieces[Symbol.asyncIterator]();
          try {
            const parser = new CsvParser(path, terminator);
            let headers: readonly string[] | null = null;
            let line = 0n;
            for (let ended = false; !ended;) {
              const next = yield* wait(context, reading.next());
              ended = next.done === true;
              const records = next.done === true ? parser.end() : parser.push(next.value);
              let out: Batch = [];
              for (const record of records) {
                context.tick();
                line += 1n;
                if (withHeaders && headers === null) {
                  headers = record.map((name) => name ?? '');
                  continue;
                }
                out.push(given(row, slots, headers === null ? record : mapOf(headers, record), path, line));
                if (out.length < BATCH) continue;
                yield out;
                out = [];
                if (context.pause) yield null;
              }
              if (out.length > 0) yield out;
            }
          } finally {
            // an error while closing is of no interest to anyone
            reading.return?.().catch(() => {});
          }
        }
      }
    },
  };
}

function given(row: Row, slots: CsvSlots, value: RunValue, path: string, line: bigint): Row {
  const next = row.slice();
  next[slots.row] = value;
  next[slots.file] = path;
  next[slots.line] = line;
  return next;
}

/** A field that the record does not have is null; one that no header names is left out; of equal headers the last counts. */
const mapOf = (headers: readonly string[], record: CsvRecord): RunValue =>
  new Map<string, RunValue>(headers.map((name, i) => [name, record[i] ?? null]));

function urlOf(value: RunValue): string {
  if (typeof value === 'string') return value;
  throw new CypherError(
    'Neo.ClientError.Statement.TypeError',
    'Type mismatch: LOAD CSV expects a String as its URL, such as `file:///name.csv`.',
  );
}

function importIsOff(): CypherError {
  return new CypherError(
    'Neo.ClientError.Statement.ExternalResourceFailed',
    'LOAD CSV is off: no folder to load from has been named. Start the server with `--import-folder <folder>` (or ENTENTE_IMPORT) and name files in it as `file:///name.csv`.',
    { gql: ['22000', '22N43'] },
  );
}
