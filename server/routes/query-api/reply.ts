/** Writes a result to the socket as it comes from the store, no faster than the client reads. */
import { once } from 'node:events';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Response } from 'express';
import type { Notification, Plan, ResultEvent, Summary } from '../../../graph/result.ts';
import { RESULT_TRUNCATED } from '../../contract/query-api.ts';
import { errorsJson, type Failure } from './failure.ts';
import type { ReplyMedia } from './media.ts';
import { rowPieces } from './pieces.ts';

/** Characters written to the socket at once. */
const CHUNK = 131_072;
/** How long writing one batch of rows may hold the thread. */
const TURN_MS = 8;

/** Members of the summary, each with its JSON text; undefined ones are left out. */
export type Members = Readonly<Record<string, string | undefined>>;

export interface ReplyOptions {
  readonly media: ReplyMedia;
  readonly includeCounters: boolean;
  readonly maxRows: number;
  readonly signal: AbortSignal;
  /** Gives what else the summary says, after the last row: bookmarks or the transaction. */
  readonly finish: (summary: Summary) => Promise<Members> | Members;
  readonly failureOf: (error: unknown) => Failure;
}

/**
 * Answers with a result. Its status is decided by the header: a statement that fails later fails in the body, after the
 * rows it gave.
 *
 * @returns false where it failed in the body
 * @throws what the statement failed with before its header
 */
export async function sendResult(
  res: Response,
  events: AsyncIterable<ResultEvent>,
  options: ReplyOptions,
): Promise<boolean> {
  const { media, signal } = options;
  const writer = media.lines ? linesWriter(media) : documentWriter(media);
  const began = performance.now();
  let available = 0;
  let summary: Summary | undefined;
  try {
    for await (const event of events) {
      switch (event.event) {
        case 'header':
          available = performance.now() - began;
          res.status(202).set('Content-Type', media.type);
          await write(res, writer.header(event.fields), signal);
          break;
        case 'rows':
          await writePieces(res, writer.rows(event.rows), signal);
          break;
        case 'summary':
          summary = event.summary;
      }
    }
    // only now is the statement's part of a transaction over
    if (summary === undefined) throw new Error('the store gave no summary');
    const times = {
      resultAvailableAfter: String(Math.round(available)),
      resultConsumedAfter: String(Math.round(performance.now() - began)),
    };
    const members = { ...summaryMembers(summary, options), ...times, ...(await options.finish(summary)) };
    res.end(writer.summary(members));
    return true;
  } catch (error) {
    if (!res.headersSent) throw error;
    if (!res.destroyed) res.end(writer.failure(options.failureOf(error)));
    return false;
  }
}

/** Answers where there is no statement: with what `members` says of the transaction. */
export function sendMembers(res: Response, media: ReplyMedia, status: number, members: Members): void {
  res.status(status).set('Content-Type', media.type);
  const body = object(members);
  res.end(media.lines ? `{"$event":"Header","_body":{}}\n{"$event":"Summary","_body":${body}}\n` : body);
}

interface Writer {
  header(fields: readonly string[]): string;
  /** A text, or several where one would take long to make. */
  rows(rows: ResultRows): Iterable<string>;
  summary(members: Members): string;
  failure(failure: Failure): string;
}
type ResultRows = Extract<ResultEvent, { event: 'rows' }>['rows'];

function documentWriter(media: ReplyMedia): Writer {
  let separator = '';
  return {
    header: (fields) => `{"data":{"fields":${JSON.stringify(fields)},"values":[`,
    *rows(rows) {
      for (const row of rows) {
        yield* rowPieces(row, media, separator, '');
        separator = ',';
      }
    },
    summary: (members) => `]},${object(members).slice(1)}`,
    failure: (failure) => `]},"errors":${errorsJson(failure)}}`,
  };
}

function linesWriter(media: ReplyMedia): Writer {
  const line = (event: string, body: string): string => `{"$event":"${event}","_body":${body}}\n`;
  return {
    header: (fields) => line('Header', `{"fields":${JSON.stringify(fields)}}`),
    *rows(rows) {
      for (const row of rows) yield* rowPieces(row, media, '{"$event":"Record","_body":', '}\n');
    },
    summary: (members) => line('Summary', object(members)),
    failure: (failure) => line('Error', errorsJson(failure)),
  };
}

const object = (members: Members): string =>
  `{${Object.entries(members)
    .filter(([, text]) => text !== undefined)
    .map(([name, text]) => `${JSON.stringify(name)}:${text}`)
    .join(',')}}`;

/** Joins short texts, and lets others have a turn between long ones. */
async function writePieces(res: Response, pieces: Iterable<string>, signal: AbortSignal): Promise<void> {
  let text = '';
  let began = performance.now();
  for (const piece of pieces) {
    text += piece;
    if (text.length < CHUNK) continue;
    await write(res, text, signal);
    text = '';
    if (performance.now() - began < TURN_MS) continue;
    await nextTurn();
    signal.throwIfAborted();
    began = performance.now();
  }
  await write(res, text, signal);
}

/** @throws the signal's reason, where the client went away while we waited for it to read */
async function write(res: Response, text: string, signal: AbortSignal): Promise<void> {
  if (text === '' || res.write(text)) return;
  // `AbortError` says nothing: the signal's own reason does
  await once(res, 'drain', { signal }).catch(() => signal.throwIfAborted());
}

function summaryMembers(summary: Summary, { media, includeCounters, maxRows }: ReplyOptions): Members {
  const notifications = summary.truncated
    ? [...summary.notifications, truncatedAt(maxRows)]
    : summary.notifications;
  const plan = summary.plan === undefined ? undefined : planJson(summary.plan, media);
  return {
    counters: includeCounters ? countersJson(summary) : undefined,
    notifications:
      notifications.length === 0
        ? undefined
        : JSON.stringify(notifications.map((each) => ({ ...each, gqlStatus: undefined }))),
    queryPlan: summary.profiled === true ? undefined : plan,
    profiledQueryPlan: summary.profiled === true ? plan : undefined,
    queryType: JSON.stringify(summary.queryType),
  };
}

const truncatedAt = (maxRows: number): Notification => ({
  code: RESULT_TRUNCATED,
  title: 'The result was cut.',
  description: `Only the first ${maxRows} rows are given: that is this server's bound. Use LIMIT, or start it with a higher one.`,
  severity: 'WARNING',
  category: 'GENERIC',
});

function countersJson({ counters }: Summary): string {
  const containsUpdates = Object.values(counters).some((count) => count > 0);
  // the system's own counters are Neo4j's: no store of ours lets users and databases be managed through it
  return JSON.stringify({ containsUpdates, ...counters, containsSystemUpdates: false, systemUpdates: 0 });
}

/** A plan's arguments are values, and are written as values are. */
function planJson(
  { operatorType, arguments: values, identifiers, children }: Plan,
  media: ReplyMedia,
): string {
  const encoded = Object.entries(values).map(([name, value]) => [name, media.encode(value)] as const);
  return object({
    operatorType: JSON.stringify(operatorType),
    arguments: object(Object.fromEntries(encoded)),
    identifiers: JSON.stringify(identifiers),
    children: `[${children.map((child) => planJson(child, media)).join(',')}]`,
  });
}
