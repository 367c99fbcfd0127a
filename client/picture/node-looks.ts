/** How nodes look: what Sigma's reducer gives to the program that draws them. */
import type { NodeDisplayData } from 'sigma/types';
import { LAYER } from './attention.ts';
import type { Prominences } from './attention.ts';
import { GROUND, INK, mix } from './palette.ts';
import type { Scheme } from './palette.ts';
import type { NodeShapeData } from './programs/node-shape.ts';
import type { Scene, SceneNode } from './scene.ts';
import type { FlagSign } from './flags.ts';
import type { Viewport } from './viewport.ts';

/** How far a node that steps back goes towards the ground. */
const DIMMED = 0.8;
const SELECTED_RING_PX = 2.2;
const HOVERED_RING_PX = 1.4;

interface Paint {
  readonly color: string;
  readonly rim: string;
}

export class NodeLooks {
  readonly #scheme: Scheme;
  /** Few colours paint thousands of nodes. */
  readonly #paints = new Map<string, { readonly shown: Paint; readonly dimmed: Paint }>();

  constructor(scheme: Scheme) {
    this.#scheme = scheme;
  }

  /** @param color of the node, `#rrggbb` */
  of(
    node: SceneNode,
    color: string,
    prominences: Prominences,
  ): Omit<NodeShapeData & NodeDisplayData, 'x' | 'y'> {
    const prominence = prominences.of(node.id);
    const paint = this.#paint(color)[prominence === 'dimmed' ? 'dimmed' : 'shown'];
    const isSelected = prominences.selectedNodes.has(node.id);
    return {
      ...paint,
      label: null,
      size: node.radiusPx,
      hidden: false,
      forceLabel: false,
      highlighted: false,
      zIndex: LAYER[prominence],
      type: 'circle',
      shape: node.shape,
      ringPx:
        isSelected || node.members !== null ? SELECTED_RING_PX : prominence === 'chief' ? HOVERED_RING_PX : 0,
      // a group has a ring of its own colour
      ring: isSelected || prominence === 'chief' ? INK[this.#scheme] : paint.color,
    };
  }

  /** The signs of the states in view. */
  flags({ list, x, y }: Scene, view: Viewport, prominences: Prominences): FlagSign[] {
    const ink = this.#scheme === 'light' ? '#ffffff' : GROUND.dark;
    return list.flatMap(({ id, index, iso, radiusPx }) => {
      if (iso === null) return [];
      const at = view.at(x[index] ?? 0, y[index] ?? 0);
      if (!view.isWithin(at, radiusPx * view.sizeScale)) return [];
      return [
        { ...at, iso, ink, radiusPx: radiusPx * view.sizeScale, isFaint: prominences.of(id) === 'dimmed' },
      ];
    });
  }

  #paint(color: string): { shown: Paint; dimmed: Paint } {
    const known = this.#paints.get(color);
    if (known !== undefined) return known;
    const ground = GROUND[this.#scheme];
    const paint = {
      shown: { color, rim: mix(color, this.#scheme === 'light' ? '#000000' : '#ffffff', 0.25) },
      // a rim of the ground colour parts a node from the lines that end at it
      dimmed: { color: mix(color, ground, DIMMED), rim: ground },
    };
    this.#paints.set(color, paint);
    return paint;
  }
}
