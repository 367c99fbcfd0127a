/** Runs a statement through Neo4j's Query API and gives what comes, as it comes. */
import { decodePlan, decodeTyped } from '../../../graph/formats/typed-json.ts';
import type { Value } from '../../../graph/model.ts';
import type { Plan } from '../../../graph/result.ts';
import { ApiError } from '../../api.ts';

/** Rows gathered before they are given on: small at first so that something is soon seen. */
const BATCH_MS = 60;

/** Longest row that is read, in characters of its JSON: some ten thousand relationships. More is no row for a page, and reading it would freeze it. */
const LONGEST_ROW = 4e6;
/** Most that is kept of a result, however few its rows are: some hundred thousand relationships. */
const MOST_TEXT = 48e6;

export interface ResultSummary {
  /** What the statement changed, by counter; only those that are not 0. */
  readonly counters: ReadonlyMap<string, number>;
  readonly notifications: readonly { readonly title: string; readonly description: string }[];
  /** Of a statement that begins with EXPLAIN or PROFILE. */
  readonly plan: Plan | null;
  /** Whether there were more rows than were asked for. */
  readonly truncated: boolean;
}

export type RunEvent =
  | { readonly event: 'header'; readonly fields: readonly string[] }
  | { readonly event: 'rows'; readonly rows: readonly (readonly Value[])[] }
  | { readonly event: 'summary'; readonly summary: ResultSummary };

/** The statement is at fault, in the store's words. */
export class StatementError extends Error {
  override readonly name = 'StatementError';
  /** Neo4j's status code: `Neo.ClientError.Statement.SyntaxError`. */
  readonly code: string;
  /** Where in the statement, in UTF-16 units from 0; null where the message does not say. */
  readonly offset: number | null;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
    const offset = /\(offset: (\d+)\)/.exec(message)?.[1];
    this.offset = offset === undefined ? null : Number(offset);
  }
}

/**
 * Streams a result. Aborting the signal ends the request, at which the server stops the statement in the store.
 *
 * @param maxRows most rows to give; what is beyond them, or beyond what a page holds, is cut, which the summary tells
 * @throws StatementError the statement is at fault, perhaps after some rows; ApiError the server is; the signal's reason when aborted
 */
export async function* runStatement(
  database: string,
  statement: string,
  access: 'Read' | 'Write',
  signal: AbortSignal,
  maxRows = Number.POSITIVE_INFINITY,
): AsyncGenerator<RunEvent> {
  const response = await send(database, { statement, accessMode: access, includeCounters: true }, signal);
  if (!response.ok || response.body === null) throw await failureOf(response);
  let rows: (readonly Value[])[] = [];
  let lastGiven = performance.now();
  let [count, length] = [0, 0];
  for await (const line of linesOf(response.body, signal)) {
    length += line.length;
    const { $event, _body: body } = JSON.parse(line) as { $event: string; _body: never };
    if ($event === 'Record') {
      if (++count > maxRows || length > MOST_TEXT) {
        if (rows.length > 0) yield { event: 'rows', rows };
        yield { event: 'summary', summary: CUT };
        return;
      }
      rows.push((body as unknown[]).map(decodeTyped));
      if (performance.now() - lastGiven < BATCH_MS) continue;
      yield { event: 'rows', rows };
      rows = [];
      // what has come already would be read without a pause, and the page would not hear its reader
      await new Promise((resolve) => setTimeout(resolve));
      lastGiven = performance.now();
      continue;
    }
    if (rows.length > 0) yield { event: 'rows', rows };
    rows = [];
    if ($event === 'Header') yield { event: 'header', fields: (body as { fields: string[] }).fields };
    if ($event === 'Error') throw statementErrorOf(line) ?? new TypeError(line);
    if ($event === 'Summary') {
      yield { event: 'summary', summary: summaryOf(body) };
      return;
    }
  }
  throw new ApiError('The result broke off', 'The connection ended before the last row. What came is shown; run the statement again for the rest.', 0); // prettier-ignore
}

const CUT: ResultSummary = { counters: new Map(), notifications: [], plan: null, truncated: true };

async function send(database: string, body: unknown, signal: AbortSignal): Promise<Response> {
  try {
    return await fetch(`/db/${encodeURIComponent(database)}/query/v2`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/vnd.neo4j.query.v1.1+jsonl',
      },
      body: JSON.stringify(body),
      signal,
    });
  } catch (cause) {
    signal.throwIfAborted();
    throw new ApiError('The server cannot be reached', 'Your statement is kept. Run it again when the server is back.', 0, { cause }); // prettier-ignore
  }
}

class RowTooLong extends Error {
  override readonly name = 'RowTooLong';
}

/** As the status of the failure; no reply has it. */
export const TOO_LONG = 413;

async function* linesOf(body: ReadableStream<Uint8Array>, signal: AbortSignal): AsyncGenerator<string> {
  const reader = body
    .pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>)
    .getReader();
  // a long row comes in many pieces, which are looked through once each
  let pieces: string[] = [];
  let length = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      const [end = '', ...more] = value.split('\n');
      pieces.push(end);
      length += end.length;
      if (length > LONGEST_ROW) throw new RowTooLong();
      if (more.length === 0) continue;
      const line = pieces.join('');
      if (line !== '') yield line;
      const last = more.pop() ?? '';
      for (const each of more) if (each !== '') yield each;
      [pieces, length] = [[last], last.length];
    }
    if (length > 0) yield pieces.join('');
  } catch (cause) {
    signal.throwIfAborted();
    if (cause instanceof RowTooLong)
      throw new ApiError(
        'A row of this result is too long for the page',
        'It would freeze on it. Return the elements in rows of their own instead of collected in one, or export the query as GEXF: an export takes everything.',
        TOO_LONG,
        { cause },
      );
    throw new ApiError('The result broke off', 'The connection ended early. What came is shown; run the statement again for the rest.', 0, { cause }); // prettier-ignore
  } finally {
    // also when the caller stops early: ends the request, and so the statement in the store
    await reader.cancel().catch(() => undefined);
  }
}

async function failureOf(response: Response): Promise<Error> {
  const text = await response.text();
  return (
    statementErrorOf(text) ??
    new ApiError(
      'The server could not answer',
      `It replied ${response.status} ${response.statusText}`.trim(),
      response.status,
    )
  );
}

/** @param text `{"errors":[{code, message}]}`, or the same as an event of the stream; null where it is neither */
function statementErrorOf(text: string): StatementError | null {
  try {
    const { errors, _body } = JSON.parse(text) as Record<
      'errors' | '_body',
      { code: string; message: string }[] | undefined
    >;
    const [error] = errors ?? _body ?? [];
    return error === undefined ? null : new StatementError(error.code, error.message);
  } catch {
    // not JSON: a proxy in between, say
    return null;
  }
}

function summaryOf(body: unknown): ResultSummary {
  const {
    counters = {},
    notifications = [],
    queryPlan,
    profiledQueryPlan,
  } = body as {
    counters?: Record<string, unknown>;
    notifications?: { title?: string; description?: string }[];
    queryPlan?: Plan;
    profiledQueryPlan?: Plan;
  };
  const plan = profiledQueryPlan ?? queryPlan;
  return {
    counters: changesOf(counters),
    notifications: notifications.map(({ title = 'Note', description = '' }) => ({ title, description })),
    plan: plan === undefined ? null : decodePlan(plan),
    // that the server cut it is among the notifications
    truncated: false,
  };
}

/** What was changed, by counter; only those that are not 0. */
export const changesOf = (counters: object): ReadonlyMap<string, number> =>
  new Map(
    Object.entries(counters).filter(
      (entry): entry is [string, number] => typeof entry[1] === 'number' && entry[1] > 0,
    ),
  );
