/** Where things are on the screen, for those who do not see the picture and for what points at it. */
import { clearPoints } from './clear-point.ts';
import { pointAt } from './curve.ts';
import type { Cubic, Point } from './curve.ts';
import type { LineLayer } from './lines/layer.ts';
import type { Box } from './occupied.ts';
import type { Picker } from './picker.ts';
import { reachOf } from './scene.ts';
import type { Scene } from './scene.ts';
import type { Viewport } from './viewport.ts';

/** In CSS pixels from the picture's top left. */
export interface Place extends Point {
  readonly id: string;
  /** Of a node whose name is shown. */
  readonly label: Box | null;
  /** Of a claim: how many claims its line stands for. */
  readonly claims: number;
}

export interface PlaceSource {
  readonly scene: Scene;
  readonly lines: LineLayer;
  readonly picker: Picker;
  readonly view: Viewport;
  readonly names: ReadonlyMap<string, Box>;
}

/** Of nodes, and of claims where each can be pointed at: at most `most` of each, those with the most claims first. */
export function placesOf(source: PlaceSource, most: number): { nodes: Place[]; claims: Place[] } {
  const { scene, view, names } = source;
  const { x, y } = scene;
  const chief = scene.list.toSorted((a, b) => b.claims - a.claims).slice(0, most);
  const nodes = chief.map(({ id, index, claims }) => ({
    id,
    ...view.at(x[index] ?? 0, y[index] ?? 0),
    label: names.get(id) ?? null,
    claims,
  }));
  const discs = chief.map((node) => ({
    ...view.at(x[node.index] ?? 0, y[node.index] ?? 0),
    radiusPx: reachOf(node) * view.sizeScale,
  }));
  return { nodes, claims: claimPlaces(source, discs, most) };
}

function claimPlaces(
  { scene, lines, picker, view }: PlaceSource,
  discs: readonly (Point & { readonly radiusPx: number })[],
  most: number,
): Place[] {
  const { pairs } = scene;
  const curves = new Map<string, Cubic>();
  const standsFor = new Map<string, readonly string[]>();
  let claims = 0;
  for (let pair = pairs.count - 1; pair >= 0 && claims < most; pair--)
    for (const line of lines.linesNow(pair)) {
      const ids = line.place === null ? pairs.claimsOf(pair) : [pairs.claims[line.place] ?? ''];
      const [first = ''] = ids;
      curves.set(first, picker.curve(line, view));
      standsFor.set(first, ids);
      claims += ids.length;
    }
  // among thousands of lines the clearest point is not worth the search: the strongest lie on top of the others
  const points = lines.plan.isMass
    ? new Map([...curves].map(([id, curve]) => [id, pointAt(curve, 0.5)] as const))
    : clearPoints(curves, discs);
  return [...points]
    .flatMap(([first, point]) => {
      const ids = standsFor.get(first) ?? [];
      return ids.map((id) => ({ id, ...point, label: null, claims: ids.length }));
    })
    .slice(0, most);
}
