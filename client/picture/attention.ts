/** What stands out in the picture, told node by node and claim by claim. */
import type { Element } from '../state/element.ts';
import { NOTHING } from '../state/selection.ts';
import type { Selection } from '../state/selection.ts';
import type { Focus } from './focus.ts';

export interface Attention {
  readonly selection: Selection;
  readonly hover: Element | null;
  /** See `focus.ts`; null where nothing stands out. */
  readonly focus: Focus | null;
}

export const UNATTENDED: Attention = { selection: NOTHING, hover: null, focus: null };

/** How a node or its name stands: asked for itself, brought out, as always, stepping back. */
export type Prominence = 'chief' | 'lit' | 'plain' | 'dimmed';

/** `Attention` with sets for lists: asked for every node of every frame. */
export class Prominences {
  readonly focus: Focus | null;
  readonly selectedNodes: ReadonlySet<string>;
  readonly hoveredNode: string | null;
  /** Claims that are hovered or selected themselves. */
  readonly chiefClaims: ReadonlySet<string>;

  constructor({ selection, hover, focus }: Attention) {
    this.focus = focus;
    this.selectedNodes = new Set(selection.nodes);
    this.hoveredNode = hover?.kind === 'node' ? hover.id : null;
    this.chiefClaims = new Set(
      hover?.kind === 'relationship' ? [...selection.relationships, hover.id] : selection.relationships,
    );
  }

  of(node: string): Prominence {
    if (node === this.hoveredNode || this.selectedNodes.has(node)) return 'chief';
    if (this.focus === null) return 'plain';
    return this.focus.nodes.has(node) ? 'lit' : 'dimmed';
  }
}

/** What is more prominent is drawn over what is less. */
export const LAYER: Readonly<Record<Prominence, number>> = { dimmed: 0, plain: 1, lit: 2, chief: 3 };
