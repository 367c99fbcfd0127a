/** The media types of the Query API: which JSON a body is in, and whether a reply is one document or a line an event. */
import type { Request } from 'express';
import { decodePlain, encodePlain } from '../../../graph/formats/plain-json.ts';
import { decodeTypedParameter, encodeTyped } from '../../../graph/formats/typed-json.ts';
import type { Parameters, Value } from '../../../graph/model.ts';

const TYPED = [
  'application/vnd.neo4j.query',
  'application/vnd.neo4j.query.v1.0',
  'application/vnd.neo4j.query.v1.1',
];
const TYPED_LINES = TYPED.slice(1).map((type) => `${type}+jsonl`);

/** What is answered in; the first is what a client gets that takes anything. */
const REPLY_TYPES = ['application/json', 'application/jsonl', ...TYPED, ...TYPED_LINES];
/** What a body may be in. */
export const REQUEST_TYPES = ['application/json', ...TYPED];

export interface ReplyMedia {
  readonly type: string;
  /** True for one event a line, false for one document. */
  readonly lines: boolean;
  readonly encode: (value: Value) => string;
}

export const PLAIN: ReplyMedia = { type: 'application/json', lines: false, encode: encodePlain };

const encodeTypedText = (value: Value): string => JSON.stringify(encodeTyped(value));

/** What the request's `Accept` prefers; null where we have nothing that it takes. */
export function replyMedia(req: Request): ReplyMedia | null {
  const type = req.accepts(REPLY_TYPES);
  if (type === false) return null;
  const typed = type.includes('vnd.neo4j');
  return { type, lines: type.endsWith('jsonl'), encode: typed ? encodeTypedText : encodePlain };
}

/**
 * The parameters in a body that was found to be an object with parameters.
 * @throws PlainJsonError TypedJsonError
 */
export function readParameters(req: Request, body: string, parameters: Record<string, unknown>): Parameters {
  if (req.is(TYPED) !== false)
    return new Map(Object.entries(parameters).map(([name, json]) => [name, decodeTypedParameter(json)]));
  const whole = decodePlain(body);
  const read = whole instanceof Map ? whole.get('parameters') : null;
  return read instanceof Map ? read : new Map();
}
