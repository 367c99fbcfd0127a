/** What the layouts that are not made by forces take and give. Places are around (0, 0), y upwards, in the unit of the view: pixels. */

/** The room that every node needs around its centre. Where a layout says that nothing overlaps, it means these. */
export interface Cell {
  readonly width: number;
  readonly height: number;
}

/** The view to be filled; a drawing that needs more is larger, in about the same shape. */
export interface View {
  readonly width: number;
  readonly height: number;
}

export interface Drawing {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly guides: readonly Guide[];
}

/** What is to be drawn behind the nodes, so that their places can be read. */
export type Guide =
  /** A column (`x`) or row (`y`) of nodes between two places of that axis. */
  | {
      readonly kind: 'band';
      readonly axis: 'x' | 'y';
      readonly from: number;
      readonly to: number;
      readonly label: string;
      readonly count: number;
    }
  /** A mark on an axis. */
  | { readonly kind: 'tick'; readonly axis: 'x' | 'y'; readonly at: number; readonly label: string }
  /** A circle around the middle that everything up to this value lies outside of; `low` to `high` is what lies between it and the last. */
  | {
      readonly kind: 'ring';
      readonly radius: number;
      readonly low: number;
      readonly high: number;
      readonly count: number;
    };
