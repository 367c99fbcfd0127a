/**
 * What the server's thread and the engine's thread say to each other. Each transaction has a number of the asker's; it
 * has one request under way at a time, but for `rollback`, which may come at any time.
 */
import type { Summary } from '../../../graph/result.ts';
import type { EmbeddedOptions } from '../embedded.ts';
import type { Access } from '../store.ts';
import type { ErrorMessage } from './errors.ts';
import type { Frame } from './frame.ts';

/** Given to the thread when it starts. */
export interface ThreadData {
  readonly options: EmbeddedOptions;
  readonly shared: SharedMemory;
}

/** What both threads see at once. */
export interface SharedMemory {
  /** A cell for each transaction that is open: 1 where it is to stop. */
  readonly cancelled: Int32Array<SharedArrayBuffer>;
  /** Nodes, then relationships, as of the last commit. */
  readonly counts: BigInt64Array<SharedArrayBuffer>;
}

/** `RunOptions` without what cannot cross. */
export interface TransactionOptions {
  /** The transaction's own among the `cancelled`. */
  readonly cell: number;
  readonly access: Access | undefined;
  readonly timeoutMs: number | undefined;
  readonly bookmarks: readonly string[] | undefined;
}

export interface StatementRequest {
  readonly statement: string;
  readonly parameters: Frame;
  readonly maxRows: number | undefined;
}

export type Request =
  /** A statement in a transaction of its own. */
  | ({ readonly kind: 'run'; readonly tx: number; readonly options: TransactionOptions } & StatementRequest)
  | { readonly kind: 'begin'; readonly tx: number; readonly options: TransactionOptions }
  | ({ readonly kind: 'statement'; readonly tx: number } & StatementRequest)
  | { readonly kind: 'commit'; readonly tx: number }
  | { readonly kind: 'rollback'; readonly tx: number }
  /** So much of what was sent has been taken: as much may follow. */
  | { readonly kind: 'taken'; readonly tx: number; readonly size: number }
  | { readonly kind: 'close' };

export type ThreadEvent =
  | { readonly event: 'header'; readonly fields: readonly string[] }
  | { readonly event: 'frame'; readonly frame: Frame }
  | { readonly event: 'summary'; readonly summary: Summary };

export type Reply =
  | { readonly kind: 'opened' }
  | { readonly kind: 'refused'; readonly error: ErrorMessage }
  | {
      readonly kind: 'events';
      readonly tx: number;
      readonly events: readonly ThreadEvent[];
      /** To be said back as `taken`. */
      readonly size: number;
      /** True with the last ones. */
      readonly ended: boolean;
    }
  | { readonly kind: 'begun'; readonly tx: number }
  | { readonly kind: 'committed'; readonly tx: number; readonly bookmarks: readonly string[] }
  | { readonly kind: 'rolledBack'; readonly tx: number }
  /** What was asked last failed; the transaction is over. */
  | { readonly kind: 'failed'; readonly tx: number; readonly error: ErrorMessage }
  /** It ended while nothing was asked of it: its time was over. */
  | { readonly kind: 'ended'; readonly tx: number; readonly error: ErrorMessage }
  | { readonly kind: 'closed' };

export const sizeOfFrame = ({ bytes, text }: Frame): number => bytes.length + text.length;

/** How much may be under way to who reads a result, in bytes: a few frames, so that neither side waits for the other. */
export const WINDOW = 1 << 20;
