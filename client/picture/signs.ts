/** What stands over the nodes on a 2D canvas: flags, pins, names and words. It can be drawn anew while nodes and lines stay as they are. */
import type { Point } from './curve.ts';
import { Flags } from './flags.ts';
import { frameLines, frameNodes } from './labels/frame.ts';
import type { FrameSource } from './labels/frame.ts';
import { LabelLayer } from './labels/layer.ts';
import type { NodeLooks } from './node-looks.ts';
import type { Box } from './occupied.ts';
import { GROUND } from './palette.ts';
import { drawPins } from './pin-marks.ts';

export interface SignSource extends FrameSource {
  readonly looks: NodeLooks;
  readonly pins: ReadonlySet<string>;
  /** Names lie wholly inside. */
  readonly bounds: Box;
  /** No name goes under these. */
  readonly floats: readonly Box[];
  /** False while the fonts that flags come from, which are large, are not to be waited for. */
  readonly hasFlags: boolean;
  /** True to carry the names of the last frame along with their nodes, without looking for places. */
  readonly isCarried: boolean;
}

export class SignLayer {
  readonly #labels = new LabelLayer();
  readonly #flags = new Flags();

  /** The boxes of the names that are shown, by node id; CSS pixels of the view. */
  get names(): ReadonlyMap<string, Box> {
    return this.#labels.boxes;
  }

  /**
   * @param context of a canvas on which nothing else is drawn, scaled to CSS pixels
   * @returns false where flags are left for the next frame
   */
  draw(context: CanvasRenderingContext2D, source: SignSource): boolean {
    const { scene, view, scheme, prominences, looks } = source;
    context.clearRect(0, 0, view.width, view.height);
    const signs = looks.flags(scene, view, prominences);
    const isDone = !source.hasFlags || this.#flags.draw(context, signs, GROUND[scheme]);
    drawPins(context, scene, view, source.pins, scheme);
    if (source.isCarried) {
      const { x, y, nodes } = scene;
      const at = (id: string): Point | null => {
        const index = nodes.get(id)?.index;
        return index === undefined ? null : view.at(x[index] ?? 0, y[index] ?? 0);
      };
      this.#labels.carry(context, at, scheme);
    } else
      this.#labels.draw(context, {
        nodes: frameNodes(source),
        lines: frameLines(source),
        bounds: source.bounds,
        floats: source.floats,
        scheme,
      });
    return isDone;
  }
}
