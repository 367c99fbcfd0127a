/** Draws what tells how a layout is to be read, behind the lines: columns, rows, rings and marks, with their labels and counts. */
import type { Renderer } from '../drawn-graph.ts';
import type { Box } from '../occupied.ts';
import type { Guide } from '../../../graph/layout/drawing.ts';
import type { Layout } from '../../state/settings.ts';

/** What stands where a column, row or ring has no value. */
const UNLABELLED: Readonly<Record<Layout['kind'], string>> = {
  force: '',
  circular: '',
  concentric: 'No value',
  time: 'No date',
  hierarchy: 'Joined to nothing',
  axes: 'No value',
};

const FONT = '12px "Source Sans 3 Variable", "Source Sans 3", system-ui, sans-serif';

export class GuideLayer {
  readonly #sigma: Renderer;
  readonly #seen: () => Box;
  readonly #canvas: HTMLCanvasElement;
  readonly #context: CanvasRenderingContext2D | null;
  #guides: readonly Guide[] = [];
  /** What stands where a label is empty. */
  #unlabelled = '';

  /** @param seen the part of the view that no panel covers, in CSS pixels: labels stand at its edges */
  constructor(sigma: Renderer, seen: () => Box) {
    this.#sigma = sigma;
    this.#seen = seen;
    this.#canvas = sigma.createCanvas('guides', {
      beforeLayer: 'edges',
      style: { width: '100%', height: '100%', pointerEvents: 'none' },
    });
    this.#context = this.#canvas.getContext('2d');
    sigma.on('afterRender', () => this.#draw());
  }

  /** From the next frame on. */
  show({ kind, guides = [] }: Layout): void {
    this.#guides = guides;
    this.#unlabelled = UNLABELLED[kind];
  }

  #draw(): void {
    const context = this.#context;
    if (context === null) return;
    const { width, height } = this.#sigma.getDimensions();
    this.#suit(width, height);
    context.clearRect(0, 0, width, height);
    if (this.#guides.length === 0) return;
    context.font = FONT;
    // the colour of dimmed text in either scheme
    const container = getComputedStyle(this.#sigma.getContainer());
    context.fillStyle = container.getPropertyValue('--mantine-color-dimmed') || container.color;
    context.strokeStyle = context.fillStyle;
    context.lineWidth = 1;
    const taken: { x: number; y: number; width: number }[] = [];
    for (const guide of this.#guides) this.#drawOne(context, guide, width, height, taken);
  }

  /** Sigma sizes what it draws on itself only. */
  #suit(width: number, height: number): void {
    const [canvas, ratio] = [this.#canvas, devicePixelRatio];
    const [wide, high] = [Math.round(width * ratio), Math.round(height * ratio)];
    if (canvas.width === wide && canvas.height === high) return;
    canvas.width = wide;
    canvas.height = high;
    this.#context?.scale(ratio, ratio);
  }

  #drawOne(
    context: CanvasRenderingContext2D,
    guide: Guide,
    width: number,
    height: number,
    taken: { x: number; y: number; width: number }[],
  ): void {
    const write = (text: string, x: number, y: number, align: CanvasTextAlign): void => {
      const wide = context.measureText(text).width;
      const left = align === 'center' ? x - wide / 2 : x;
      // a label that would run into another waits until there is room
      if (
        taken.some(
          (other) =>
            Math.abs(other.y - y) < 14 && left < other.x + other.width + 8 && other.x < left + wide + 8,
        )
      )
        return;
      taken.push({ x: left, y, width: wide });
      context.globalAlpha = 1;
      context.textAlign = align;
      context.fillText(text, x, y);
    };
    const at = (x: number, y: number) => this.#sigma.graphToViewport({ x, y });
    const seen = this.#seen();
    const [left, bottom] = [seen.x + 8, seen.y + seen.height - 8];
    context.globalAlpha = 0.35;
    switch (guide.kind) {
      case 'ring': {
        const middle = at(0, 0);
        const edge = at(0, guide.radius);
        const radius = Math.hypot(edge.x - middle.x, edge.y - middle.y);
        context.beginPath();
        context.arc(middle.x, middle.y, radius, 0, 2 * Math.PI);
        context.stroke();
        const range = Number.isNaN(guide.low) ? this.#unlabelled : rangeText(guide.low, guide.high);
        write(`${range} (${guide.count.toLocaleString('en')})`, middle.x, middle.y - radius - 4, 'center');
        return;
      }
      case 'tick': {
        const { x, y } = at(guide.at, guide.at);
        context.beginPath();
        if (guide.axis === 'x') {
          line(context, x, 0, x, height);
          write(guide.label, x, bottom, 'center');
        } else {
          line(context, 0, y, width, y);
          write(guide.label, left, y - 4, 'left');
        }
        return;
      }
      case 'band': {
        const [from, to] = [at(guide.from, guide.from), at(guide.to, guide.to)];
        context.globalAlpha = 0.07;
        const text = `${guide.label === '' ? this.#unlabelled : guide.label} (${guide.count.toLocaleString('en')})`;
        if (guide.axis === 'x') {
          context.fillRect(Math.min(from.x, to.x), 0, Math.abs(to.x - from.x), height);
          write(text, (from.x + to.x) / 2, bottom, 'center');
        } else {
          context.fillRect(0, Math.min(from.y, to.y), width, Math.abs(to.y - from.y));
          write(text, left, Math.min(from.y, to.y) + 14, 'left');
        }
      }
    }
  }
}

function line(context: CanvasRenderingContext2D, x0: number, y0: number, x1: number, y1: number): void {
  context.moveTo(x0, y0);
  context.lineTo(x1, y1);
  context.stroke();
}

const short = (value: number): string =>
  Number.isInteger(value) ? value.toLocaleString('en') : String(Number(value.toPrecision(2)));
const rangeText = (low: number, high: number): string =>
  low === high ? short(low) : `${short(low)}–${short(high)}`;
