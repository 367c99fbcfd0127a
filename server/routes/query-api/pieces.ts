import { isList, isMap } from '../../../graph/model.ts';
import type { Value } from '../../../graph/model.ts';
import type { ReplyMedia } from './media.ts';

/** A value with more parts is written in pieces, so that none holds up other replies. */
const MANY = 2048;
/** About how long a piece is, in characters. */
const PIECE = 65_536;

/**
 * The JSON text of a row, whole or, where a value in it is very large, in several pieces.
 *
 * @param before what stands before it, in the first piece
 * @param after what stands after it, in the last
 */
export function* rowPieces(
  row: readonly Value[],
  media: ReplyMedia,
  before: string,
  after: string,
): Generator<string, void, void> {
  if (!row.some((value) => parts(value, MANY) > MANY)) {
    yield `${before}[${row.map(media.encode).join(',')}]${after}`;
    return;
  }
  let text = `${before}[`;
  for (const [i, value] of row.entries()) {
    if (i > 0) text += ',';
    for (const piece of valuePieces(value, media)) {
      text += piece;
      if (text.length < PIECE) continue;
      yield text;
      text = '';
    }
  }
  yield `${text}]${after}`;
}

/** How many values there are in one, itself included; not counted on where it is more than `most`. */
function parts(value: Value, most: number): number {
  let count = 1;
  const items = isList(value) ? value : isMap(value) ? value.values() : [];
  for (const item of items) {
    if (count > most) break;
    count += parts(item, most - count);
  }
  return count;
}

function* valuePieces(value: Value, media: ReplyMedia): Generator<string, void, void> {
  if (parts(value, MANY) <= MANY) {
    yield media.encode(value);
    return;
  }
  // only lists and maps have parts: their frames are those of what is empty
  const isItems = isList(value);
  const frame = media.encode(isItems ? [] : new Map());
  const middle = frame.lastIndexOf(isItems ? '[' : '{') + 1;
  yield frame.slice(0, middle);
  let separator = '';
  if (isList(value)) {
    for (const item of value) {
      if (separator !== '') yield separator;
      separator = ',';
      yield* valuePieces(item, media);
    }
  } else if (isMap(value)) {
    for (const [key, item] of value) {
      yield `${separator}${JSON.stringify(key)}:`;
      separator = ',';
      yield* valuePieces(item, media);
    }
  }
  yield frame.slice(middle);
}
