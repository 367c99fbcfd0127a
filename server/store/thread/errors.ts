/** Errors on their way between threads: structured cloning would keep neither their class nor their fields. */
import { CypherError } from '../../../graph/errors.ts';
import {
  StoreDamaged,
  StoreFailed,
  StoreFormatUnknown,
  StoreFull,
  StoreLocked,
  StoreNotWritable,
} from '../embedded/errors.ts';
import { StoreUnavailable } from '../store.ts';

/** An error as a message. */
export interface ErrorMessage {
  /** The class's name; one that is not in the table arrives as an `Error`. */
  readonly type: string;
  readonly message: string;
  readonly stack: string | undefined;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly cause: ErrorMessage | undefined;
}

const CLASSES: ReadonlyMap<string, { readonly prototype: Error }> = new Map(
  [
    CypherError,
    StoreUnavailable,
    StoreFull,
    StoreFailed,
    StoreLocked,
    StoreDamaged,
    StoreFormatUnknown,
    StoreNotWritable,
    RangeError,
    TypeError,
  ].map((type) => [type.name, type]),
);

export function packError(error: unknown): ErrorMessage {
  if (!(error instanceof Error))
    return { type: 'Error', message: String(error), stack: undefined, fields: {}, cause: undefined };
  const { message, stack, cause } = error;
  const type = [...CLASSES].find(([, { prototype }]) => Object.getPrototypeOf(error) === prototype)?.[0];
  // what a message cannot hold is left out; an error's fields are texts, numbers and positions
  const fields = Object.entries(error).filter(
    ([name, value]) => name !== 'cause' && typeof value !== 'function',
  );
  return {
    type: type ?? 'Error',
    message,
    stack,
    fields: Object.fromEntries(fields),
    cause: cause instanceof Error ? packError(cause) : undefined,
  };
}

export function unpackError({ type, message, stack, fields, cause }: ErrorMessage): Error {
  const error = new Error(message, cause === undefined ? undefined : { cause: unpackError(cause) });
  // no constructor is called: each has arguments of its own, from which it made the message that is here
  const found = CLASSES.get(type);
  if (found !== undefined) Object.setPrototypeOf(error, found.prototype);
  if (stack !== undefined) Object.defineProperty(error, 'stack', { value: stack, configurable: true });
  return Object.assign(error, fields);
}
