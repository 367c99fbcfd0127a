/** What the page and the engine's worker say to each other. Values cross as typed JSON text, which loses none of them. */
import type { NodeJson, RelationshipJson } from '../../server/contract/api.ts';
import type { Position } from '../../graph/errors.ts';
import type { GqlStatus } from '../../graph/gql-status.ts';

/** What has changed on the screen since the patch before; ids are those of the screen. What is gone is gone before anything comes. */
export interface Patch {
  /** Also those whose properties are new. */
  readonly nodes: readonly NodeJson[];
  readonly relationships: readonly RelationshipJson[];
  readonly goneNodes: readonly string[];
  readonly goneRelationships: readonly string[];
}

export interface RunMessage {
  readonly kind: 'run';
  /** Names the statement in all that follows. */
  readonly ticket: number;
  readonly statement: string;
  /** A typed map as JSON text. */
  readonly parameters: string;
  /** `elements`: only what `matched` says is wanted. */
  readonly want: 'rows' | 'elements';
  readonly maxRows: number;
  readonly timeoutMs: number;
}

export type ToEngine =
  | { readonly kind: 'patch'; readonly patch: Patch }
  | RunMessage
  | { readonly kind: 'cancel'; readonly ticket: number };

/** `ready` once; then for each statement one `header`, any number of `rows`, perhaps `matched`, and one of the last three. */
export type FromEngine =
  | { readonly kind: 'ready' }
  | { readonly kind: 'header'; readonly ticket: number; readonly fields: readonly string[] }
  /** Typed rows as JSON text. */
  | { readonly kind: 'rows'; readonly ticket: number; readonly rows: string }
  | ({ readonly kind: 'matched'; readonly ticket: number } & Matched)
  /** A summary as JSON text, the arguments of its plan typed. */
  | { readonly kind: 'summary'; readonly ticket: number; readonly summary: string }
  | {
      readonly kind: 'failed';
      readonly ticket: number;
      readonly code: string;
      readonly message: string;
      readonly position: Position | undefined;
      readonly status: GqlStatus;
    }
  | { readonly kind: 'cancelled'; readonly ticket: number };

/** The elements in a result, each once, by their ids on the screen. */
export interface Matched {
  readonly nodes: readonly string[];
  readonly relationships: readonly string[];
  readonly rows: number;
}
