/** The server as the client sees it: one function a call, each reply parsed with the contract's schema. */
import type { z } from 'zod';
import {
  BetweenReply,
  ClaimsOfTypeReply,
  CommonNeighboursReply,
  AnswersReply,
  ElementsReply,
  Filled,
  Health,
  KeepViewReply,
  NeighboursReply,
  NodeReply,
  Overview,
  PathsReply,
  Problem,
  QueriesReply,
  RelationshipReply,
  SchemaReply,
  SearchReply,
  SourceReply,
  SourcesReply,
  ViewReply,
} from '../server/contract/api.ts';
import { StoriesReply, StoryReply } from '../server/contract/story.ts';
import type { ElementsRequest } from '../server/contract/api.ts';

/** A call that failed, in words for the reader. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly title: string;
  readonly detail: string;
  /** HTTP status; 0 where there was no answer at all. */
  readonly status: number;
  /** True where the same call may well succeed later. */
  readonly isRetryable: boolean;

  constructor(title: string, detail: string, status: number, options?: { cause?: unknown }) {
    super(`${title}: ${detail}`, options);
    this.title = title;
    this.detail = detail;
    this.status = status;
    this.isRetryable = status === 0 || status === 408 || status === 429 || status >= 500;
  }

  /** True where the server, or the store behind it, cannot be reached. */
  get isAway(): boolean {
    return this.status === 0 || this.status === 502 || this.status === 503 || this.status === 504;
  }
}

/** Hears how much of a reply has come, in bytes of its text; `total` is null where the server does not say how much it will be. */
export type OnBytes = (bytes: number, total: number | null) => void;

type Query = Readonly<Record<string, string | number | undefined>>;

/** @throws ApiError the call failed, or its reply is not what the contract says; the signal's reason when aborted */
async function get<T>(
  schema: z.ZodType<T>,
  path: string,
  query: Query,
  signal: AbortSignal | undefined,
  {
    accepted,
    onBytes,
  }: { readonly accepted?: readonly number[]; readonly onBytes?: OnBytes | undefined } = {},
): Promise<T> {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) if (value !== undefined) search.set(key, String(value));
  const url = search.size === 0 ? path : `${path}?${search}`;
  return parse(schema, await send(url, {}, signal), signal, accepted, onBytes);
}

async function post<T>(
  schema: z.ZodType<T>,
  path: string,
  body: unknown,
  signal: AbortSignal | undefined,
  onBytes?: OnBytes,
): Promise<T> {
  const headers = { 'content-type': 'application/json' };
  const response = await send(path, { method: 'POST', headers, body: JSON.stringify(body) }, signal);
  return parse(schema, response, signal, [], onBytes);
}

async function parse<T>(
  schema: z.ZodType<T>,
  response: Response,
  signal: AbortSignal | undefined,
  accepted: readonly number[] = [],
  onBytes?: OnBytes,
): Promise<T> {
  const body = await readJson(response, signal, onBytes);
  if (!response.ok && !accepted.includes(response.status)) throw problemOf(response, body);
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw new ApiError(
    'The server answered in a way this page does not understand',
    'The page may be older than the server. Reload it; what is in the store is safe.',
    response.status,
    { cause: parsed.error },
  );
}

async function send(url: string, init: RequestInit, signal: AbortSignal | undefined): Promise<Response> {
  try {
    const headers = { accept: 'application/json', ...init.headers };
    return await fetch(url, { ...init, headers, signal: signal ?? null });
  } catch (cause) {
    signal?.throwIfAborted();
    throw new ApiError(
      'The server cannot be reached',
      'It may have been stopped, or the connection is down. What is on the screen stays as it is.',
      0,
      { cause },
    );
  }
}

async function readJson(
  response: Response,
  signal: AbortSignal | undefined,
  onBytes: OnBytes | undefined,
): Promise<unknown> {
  try {
    if (onBytes === undefined || response.body === null) return await response.json();
    return JSON.parse(await readText(response.body, response.headers, onBytes)) as unknown;
  } catch (cause) {
    signal?.throwIfAborted();
    // a proxy in between answers in its own words, not in JSON
    if (!response.ok) return null;
    throw new ApiError('The answer broke off', 'The connection ended early. Try again.', 0, { cause });
  }
}

async function readText(
  body: ReadableStream<Uint8Array>,
  headers: Headers,
  onBytes: OnBytes,
): Promise<string> {
  // of a compressed reply `Content-Length` tells less than will come
  const length = Number(headers.get('x-uncompressed-length') ?? Number.NaN);
  const total = Number.isNaN(length) ? null : length;
  const decoder = new TextDecoder();
  const reader = body.getReader();
  let [text, bytes] = ['', 0];
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    text += decoder.decode(value, { stream: true });
    bytes += value.length;
    onBytes(bytes, total);
  }
}

/** What a reply that is not ok says of itself; `body` is its JSON, or null. */
export function problemOf(response: Response, body: unknown): ApiError {
  const problem = Problem.safeParse(body);
  if (problem.success) return new ApiError(problem.data.title, problem.data.detail, response.status);
  return new ApiError(
    response.status >= 502 ? 'The server cannot be reached' : 'The server could not answer',
    `It replied ${response.status} ${response.statusText}`.trim(),
    response.status,
  );
}

const segment = encodeURIComponent;

/** The graph to open with: everything drawn, up to the server's bound. */
export const fetchOverview = (signal?: AbortSignal, onBytes?: OnBytes) =>
  get(Overview, '/api/overview', {}, signal, { onBytes });

/** Also answers while the store is away, with `status: 'unavailable'` and the reason. */
export const fetchHealth = (signal?: AbortSignal) =>
  get(Health, '/api/health', {}, signal, { accepted: [503] });

export const fetchSearch = (q: string, limit: number, signal?: AbortSignal) =>
  get(SearchReply, '/api/search', { q, limit }, signal);

export const fetchNode = (id: string, signal?: AbortSignal) =>
  get(NodeReply, `/api/nodes/${segment(id)}`, {}, signal);

/** @param after the last page's `next` */
export const fetchNeighbours = (
  id: string,
  options: { types?: string; direction?: 'in' | 'out' | 'both'; limit?: number; after?: string },
  signal?: AbortSignal,
) => get(NeighboursReply, `/api/nodes/${segment(id)}/neighbours`, options, signal);

export const fetchRelationship = (id: string, signal?: AbortSignal) =>
  get(RelationshipReply, `/api/relationships/${segment(id)}`, {}, signal);

/** Relationships of a type, in id order, with their ends. @throws ApiError with status 404 where there are none */
export const fetchClaimsOfType = (
  type: string,
  options: { limit?: number },
  signal?: AbortSignal,
  onBytes?: OnBytes,
) => get(ClaimsOfTypeReply, `/api/types/${segment(type)}/relationships`, options, signal, { onBytes });

/** What the claims of the graph rest on, with how many quotes and claims each source has. */
export const fetchSources = (signal?: AbortSignal) => get(SourcesReply, '/api/sources', {}, signal);

/** A source to read: its quotes in order, and the claims that rest on them. */
export const fetchSource = (id: string, signal?: AbortSignal) =>
  get(SourceReply, `/api/sources/${segment(id)}`, {}, signal);

export const fetchStories = (signal?: AbortSignal) => get(StoriesReply, '/api/stories', {}, signal);

export const fetchStory = (id: string, signal?: AbortSignal) =>
  get(StoryReply, `/api/stories/${segment(id)}`, {}, signal);

/** Fills an empty graph with the sample. */
export const fillWithSample = (signal?: AbortSignal) => post(Filled, '/api/sample', {}, signal);

/** Keeps a view on the server. @param view as a link holds it */
export const keepView = (view: string, signal?: AbortSignal) =>
  post(KeepViewReply, '/api/views', { view }, signal);

/** A view that was kept. @throws ApiError with status 404 where this server keeps none under that id */
export const fetchView = (id: string, signal?: AbortSignal, onBytes?: OnBytes) =>
  get(ViewReply, `/api/views/${segment(id)}`, {}, signal, { onBytes });

/** What the other side said about the matter of a claim, and why each is thought to be that. */
export const fetchAnswers = (id: string, signal?: AbortSignal) =>
  get(AnswersReply, `/api/relationships/${segment(id)}/answers`, {}, signal);

/** What a picture holds, from its ids; those that are gone are named. */
export const fetchElements = (ids: ElementsRequest, signal?: AbortSignal, onBytes?: OnBytes) =>
  post(ElementsReply, '/api/elements', ids, signal, onBytes);

export const fetchPaths = (
  from: string,
  to: string,
  options: { maxHops?: number; limit?: number },
  signal?: AbortSignal,
  onBytes?: OnBytes,
) => get(PathsReply, '/api/paths', { from, to, ...options }, signal, { onBytes });

/** What joins any two of these nodes, without the relationships that are known. */
export const fetchBetween = (
  request: { nodes: readonly string[]; known?: readonly string[]; limit?: number },
  signal?: AbortSignal,
  onBytes?: OnBytes,
) => post(BetweenReply, '/api/between', request, signal, onBytes);

/** What is a neighbour of every one of these nodes, and what joins it to them. */
export const fetchCommonNeighbours = (
  request: { nodes: readonly string[]; limit?: number },
  signal?: AbortSignal,
  onBytes?: OnBytes,
) => post(CommonNeighboursReply, '/api/common-neighbours', request, signal, onBytes);

export const fetchSchema = (signal?: AbortSignal) => get(SchemaReply, '/api/schema', {}, signal);

/** The named queries of the server, as examples for the console. */
export const fetchQueries = (signal?: AbortSignal) => get(QueriesReply, '/api/queries', {}, signal);
