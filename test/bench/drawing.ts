/** Slices of GDELT in a browser: from the parsed JSON to the first frame and the first whole picture, and each frame of a drag and of zooming, beside Sigma as it comes. */
import { join } from 'node:path';
import { build } from 'vite';
import { adjacencyOf } from '../../graph/adjacency.ts';
import { ForceLayout } from '../../graph/layout/force.ts';
import { chromiumPath, launchBrowser } from '../e2e/browser.ts';
import { gdeltFile } from '../support/gdelt.ts';
import { gdeltSlice } from '../support/gdelt-slice.ts';
import type { Slice } from '../support/gdelt-slice.ts';
import type { Positions } from './drawing/page.ts';
import { printHeader, printLine, quantile } from './report.ts';

const SIZES = [10_000, 100_000];
const ROUNDS = 3;
const LAYOUT_STEPS = 150;
/** On this name of nobody's the built files are served. */
const ORIGIN = 'http://localhost:1';

/** Milliseconds: of the clock, and of the processors in all of the browser's processes, its compositor among them. */
interface Drawing {
  /** Before the data is there: the contexts of WebGL, their programs. */
  readonly makeMs: number;
  readonly firstMs: number;
  readonly wholeMs: number;
  readonly wholeCpuMs: number;
  readonly drag: readonly number[];
  readonly dragCpuMs: number;
  readonly zoom: readonly number[];
  readonly zoomCpuMs: number;
}

export async function run(): Promise<void> {
  if (chromiumPath === null) return console.log('drawing: skipped, there is no Chromium (set CHROMIUM_PATH)');
  if (gdeltFile === null)
    return console.log(
      'drawing: skipped, there is no GDELT data beside the checkout (set ENTENTE_GDELT to its file)',
    );
  const files = await buildPage();
  for (const events of SIZES) {
    const slice = await gdeltSlice(gdeltFile, events);
    const positions = layOut(slice);
    const drawings: Record<'ours' | 'sigma', Drawing[]> = { ours: [], sigma: [] };
    for (let round = 0; round < ROUNDS; round++)
      for (const whose of ['sigma', 'ours'] as const)
        drawings[whose].push(await drawn(files, whose, slice, positions));
    const { nodes, relationships } = slice;
    printHeader(
      `${relationships.length.toLocaleString('en')} GDELT events between ${nodes.length.toLocaleString('en')} actors, headless Chromium, software WebGL, 1440 × 838, median of ${ROUNDS}`,
    );
    const line = (what: string, figure: (drawing: Drawing) => number, goal?: string): void =>
      printLine({
        what,
        unit: 'ms',
        ours: quantile(drawings.ours.map(figure), 0.5),
        peer: { name: 'Sigma, default programs', figure: quantile(drawings.sigma.map(figure), 0.5) },
        ...(goal === undefined ? {} : { goal }),
      });
    const GOAL = '≤ 0.2';
    line('before there is data: what draws is made', ({ makeMs }) => makeMs);
    line('data in hand → first frame', ({ firstMs }) => firstMs, GOAL);
    line('data in hand → whole picture', ({ wholeMs }) => wholeMs);
    line('the same: processor time', ({ wholeCpuMs }) => wholeCpuMs);
    line('a frame of a drag', ({ drag }) => quantile(drag, 0.5), GOAL);
    line('a frame of a drag, worst of ten', ({ drag }) => quantile(drag, 0.9), GOAL);
    line('a frame of a drag: processor time', ({ drag, dragCpuMs }) => dragCpuMs / drag.length);
    line('a frame of zooming', ({ zoom }) => quantile(zoom, 0.5), GOAL);
    line('a frame of zooming, worst of ten', ({ zoom }) => quantile(zoom, 0.9), GOAL);
    line('a frame of zooming: processor time', ({ zoom, zoomCpuMs }) => zoomCpuMs / zoom.length);
  }
}

/** In a browser of its own: none inherits what another has warmed up or left behind. */
async function drawn(
  files: ReadonlyMap<string, string>,
  whose: 'ours' | 'sigma',
  slice: Slice,
  positions: Positions,
): Promise<Drawing> {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    page.on('pageerror', (error) => console.error(error));
    await page.context().route(`${ORIGIN}/**`, (route) => {
      const name = new URL(route.request().url()).pathname.slice(1);
      if (name === 'slice.json') return route.fulfill({ json: { slice, positions } });
      const body = files.get(name);
      const contentType = name.endsWith('.html') ? 'text/html' : 'text/javascript';
      return body === undefined ? route.abort() : route.fulfill({ body, contentType });
    });
    await page.goto(`${ORIGIN}/index.html`);
    await page.evaluate(async () => Object.assign(window.drawing, await (await fetch('/slice.json')).json()));
    const devtools = await browser.newBrowserCDPSession();
    const cpuMs = async (): Promise<number> => {
      const { processInfo } = await devtools.send('SystemInfo.getProcessInfo');
      return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime * 1000, 0);
    };
    const timed = async <T>(work: () => Promise<T>): Promise<[T, number]> => {
      // what came before has ended: garbage, the frames after a movement
      await page.waitForTimeout(1_500);
      const before = await cpuMs();
      const result = await work();
      return [result, (await cpuMs()) - before];
    };
    const [makeMs] = await timed(() => page.evaluate((who) => window.drawing.make(who), whose));
    const [{ firstMs, wholeMs }, wholeCpuMs] = await timed(() =>
      page.evaluate((who) => window.drawing.first(who), whose),
    );
    const [drag, dragCpuMs] = await timed(() => page.evaluate(() => window.drawing.drag(16)));
    const [zoom, zoomCpuMs] = await timed(() => page.evaluate(() => window.drawing.zoom(5)));
    return { makeMs, firstMs, wholeMs, wholeCpuMs, drag, dragCpuMs, zoom, zoomCpuMs };
  } finally {
    await browser.close();
  }
}

/** Places that a reader would look at: from the layout, the same for both. */
function layOut({ nodes, relationships }: Slice): Positions {
  const index = new Map(nodes.map(({ id }, at) => [id, at]));
  const ends = (of: 'source' | 'target'): Int32Array =>
    Int32Array.from(relationships, (relationship) => index.get(relationship[of]) ?? 0);
  const layout = new ForceLayout(adjacencyOf(nodes.length, ends('source'), ends('target')));
  for (let step = 0; step < LAYOUT_STEPS; step++) layout.step();
  const spread = Math.max(...layout.x.map(Math.abs), ...layout.y.map(Math.abs));
  const unit = 420 / spread;
  return nodes.map(({ id }, at) => [id, (layout.x[at] ?? 0) * unit * 1.6, (layout.y[at] ?? 0) * unit]);
}

/** The page's files by name, built as the client is. */
async function buildPage(): Promise<ReadonlyMap<string, string>> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    root: join(import.meta.dirname, 'drawing'),
    build: { write: false, target: 'es2023' },
    worker: { format: 'es' },
  });
  if (!('output' in built)) throw new Error('vite gave no files');
  return new Map(
    built.output.map((file) => [file.fileName, file.type === 'chunk' ? file.code : String(file.source)]),
  );
}
