/** What the layout worker is asked, and what it answers: typed arrays by node number, so that large graphs cross over at once. */
import type { Links } from '../../../graph/adjacency.ts';
import type { AxisValues } from '../../../graph/layout/axes.ts';
import type { Guide } from '../../../graph/layout/drawing.ts';

/** A layout and what it goes by. */
export type LayoutChoice =
  | { readonly kind: 'force' }
  | { readonly kind: 'circular' }
  /** The highest innermost; NaN outermost. */
  | { readonly kind: 'concentric'; readonly values: ArrayLike<number> }
  /** Milliseconds since 1970; NaN without a date. */
  | { readonly kind: 'time'; readonly values: ArrayLike<number> }
  | { readonly kind: 'hierarchy' }
  | { readonly kind: 'axes'; readonly x: AxisValues; readonly y: AxisValues };

/** The room each node needs around its centre, its name included, in pixels. */
export interface Rooms {
  readonly left: Float64Array;
  readonly right: Float64Array;
  readonly above: Float64Array;
  readonly below: Float64Array;
}

export interface LayoutRequest {
  readonly links: Links;
  readonly choice: LayoutChoice;
  /** True to place what is not fixed beside what is, and nothing else; false to lay everything out. */
  readonly isOnlyNew: boolean;
  /** Where nodes are, y upwards; ignored where they are not fixed, unless pins make forces begin there. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** 1 for what stays exactly where it is. */
  readonly fixed: Uint8Array;
  readonly rooms: Rooms;
  /** The view in pixels. */
  readonly width: number;
  readonly height: number;
  /** Milliseconds between two steps that are told while forces settle; Infinity tells none. */
  readonly stepMs: number;
}

/** Places by node number, in pixels of the view, y upwards, the middle of the view at (0, 0) unless nodes are fixed. */
export interface Places {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

export interface Arrangement extends Places {
  readonly guides: readonly Guide[];
}

/** Where forces have nodes by now. */
export interface LayoutStep extends Places {
  /** How far it is, 0 to 1, as far as can be told. */
  readonly share: number;
}
