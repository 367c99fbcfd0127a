import type { Parameters, Value } from '../../graph/model.ts';
import type { ResultEvent, Summary } from '../../graph/result.ts';
import type { RunOptions, Store, Transaction } from '../../server/store/store.ts';

export interface Whole {
  readonly fields: readonly string[];
  readonly rows: readonly (readonly Value[])[];
  readonly summary: Summary;
}

/** A whole result; fails unless it came as one header, row batches, one summary. */
export async function collect(events: AsyncIterable<ResultEvent>): Promise<Whole> {
  let fields: readonly string[] | undefined;
  let summary: Summary | undefined;
  const rows: (readonly Value[])[] = [];
  for await (const event of events) {
    if (summary !== undefined) throw new Error(`${event.event} after the summary`);
    if ((fields === undefined) !== (event.event === 'header')) throw new Error(`${event.event} out of order`);
    if (event.event === 'header') fields = event.fields;
    else if (event.event === 'summary') summary = event.summary;
    else rows.push(...event.rows);
  }
  if (fields === undefined || summary === undefined)
    throw new Error('the result has no header or no summary');
  return { fields, rows, summary };
}

type Given = Record<string, Value>;
const map = (given: Given): Parameters => new Map(Object.entries(given));

/** The rows of a statement that may write. */
export async function rowsOf(
  store: Store | Transaction,
  statement: string,
  given: Given = {},
): Promise<Whole['rows']> {
  const options: RunOptions = { access: 'write' };
  return (await collect(store.run(statement, map(given), options))).rows;
}

export async function runWrite(store: Store, statement: string, given: Given = {}): Promise<Whole> {
  return collect(store.run(statement, map(given), { access: 'write' }));
}

export async function runRead(
  store: Store,
  statement: string,
  given: Given = {},
  options: RunOptions = {},
): Promise<Whole> {
  return collect(store.run(statement, map(given), options));
}
