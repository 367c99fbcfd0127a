/** What running a statement gives, whichever engine ran it. */
import type { Position } from './errors.ts';
import type { Value } from './model.ts';

/** What a statement gives, in this order: one header, any number of row batches, one summary. A failure is thrown. */
export type ResultEvent =
  | { readonly event: 'header'; readonly fields: readonly string[] }
  | { readonly event: 'rows'; readonly rows: readonly (readonly Value[])[] }
  | { readonly event: 'summary'; readonly summary: Summary };

export interface Summary {
  /** Neo4j's letters: `r` read, `w` write, `rw` both, `s` schema. */
  readonly queryType: 'r' | 'w' | 'rw' | 's';
  readonly counters: Counters;
  readonly notifications: readonly Notification[];
  readonly plan?: Plan | undefined;
  /** True when the plan holds what really happened (`PROFILE`). */
  readonly profiled?: boolean;
  readonly bookmarks: readonly string[];
  /** True when `maxRows` cut the result. */
  readonly truncated: boolean;
}

export interface Counters {
  readonly nodesCreated: number;
  readonly nodesDeleted: number;
  readonly relationshipsCreated: number;
  readonly relationshipsDeleted: number;
  readonly propertiesSet: number;
  readonly labelsAdded: number;
  readonly labelsRemoved: number;
  readonly indexesAdded: number;
  readonly indexesRemoved: number;
  readonly constraintsAdded: number;
  readonly constraintsRemoved: number;
}

export interface Notification {
  readonly code: string;
  /** Five characters: `01N50`; Neo4j's Query API does not give it. */
  readonly gqlStatus?: string;
  readonly title: string;
  readonly description: string;
  readonly severity: 'WARNING' | 'INFORMATION';
  /** Neo4j's word for what it is about: `DEPRECATION`, `UNRECOGNIZED`, `PERFORMANCE` … */
  readonly category?: string;
  readonly position?: Position;
}

export interface Plan {
  readonly operatorType: string;
  readonly arguments: Readonly<Record<string, Value>>;
  readonly identifiers: readonly string[];
  readonly children: readonly Plan[];
}
