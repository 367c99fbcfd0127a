/** Our force layout beside graphology's ForceAtlas2: how much sooner it has the stress that the other has after eight seconds. */
import { UndirectedGraph } from 'graphology';
import forceAtlas2 from 'graphology-layout-forceatlas2';
import { adjacencyOf, type Adjacency } from '../../graph/adjacency.ts';
import { ForceLayout } from '../../graph/layout/force.ts';
import { stress } from '../../graph/measure/stress.ts';
import { chromiumPath, desktop, launchBrowser } from '../e2e/browser.ts';
import { startServer } from '../support/server.ts';
import { takeFunctions } from './functions-in-page.ts';
import { printHeader, printLine, quantile } from './report.ts';

const NODES = 10_000;
const LINKS = 50_000;
const PEER_CPU_MS = 8_000;
const ROUNDS = 3;

export async function run(): Promise<void> {
  const adjacency = neighbourhoods();
  const sources = Array.from({ length: 100 }, (_, i) => i * (NODES / 100) + 7);
  const [ours, theirs, reached]: [number[], number[], number[]] = [[], [], []];
  for (let round = 0; round < ROUNDS; round++) {
    const peer = forceAtlas2After(adjacency);
    const goal = stress(adjacency, peer.x, peer.y, sources);
    theirs.push(peer.cpuMs);
    reached.push(goal);
    ours.push(untilStress(adjacency, goal, sources));
  }
  printHeader(
    `Layout, ${NODES.toLocaleString('en')} nodes and ${LINKS.toLocaleString('en')} links, median of ${ROUNDS}`,
  );
  printLine({
    what: `processor time to a stress of ${quantile(reached, 0.5).toPrecision(3)}`,
    ours: quantile(ours, 0.5),
    peer: { name: 'graphology ForceAtlas2, Barnes–Hut', figure: quantile(theirs, 0.5) },
    unit: 'ms',
    goal: '≤ 0.125',
  });
  await measureInPage(adjacency);
}

/** The same graph in the page, laid out again by its worker: the longest task of the main thread while that runs, and when it moves all. */
async function measureInPage({ order, offsets, neighbours }: Adjacency): Promise<void> {
  if (chromiumPath === null) return console.log('layout in the page: skipped, there is no Chromium');
  const nodes = Array.from({ length: order }, (_, node) => ({
    id: `n${node}`,
    elementId: `n${node}`,
    labels: ['Actor'],
    properties: { id: `n${node}`, name: `Node ${node}` },
    typed: {},
  }));
  const relationships = Array.from({ length: order }, (_, node) => node).flatMap((node) =>
    [...neighbours.subarray(offsets[node], offsets[node + 1])]
      .filter((other) => node < other)
      .map((other) => ({
        id: `r${node}-${other}`,
        elementId: `r${node}-${other}`,
        type: 'MET',
        source: `n${node}`,
        target: `n${other}`,
        properties: {},
        typed: {},
      })),
  );
  const server = await startServer();
  const browser = await launchBrowser();
  try {
    const page = await (await browser.newContext(desktop)).newPage();
    const overview = { nodes, relationships, omitted: { nodes: 0, relationships: 0 } };
    await page.route('**/api/overview', (route) => route.fulfill({ json: overview }));
    await page.goto(server.url);
    await page.locator('[data-settled="true"]').waitFor({ timeout: 120_000 });
    await page.getByRole('button', { name: 'Layout', exact: true }).click();
    const again = page.getByRole('button', { name: 'Run again' });
    await again.waitFor();
    await takeFunctions(page);
    await page.evaluate(watchTasks);
    await again.click();
    await page.getByRole('button', { name: 'Stop', exact: true }).waitFor();
    await again.waitFor({ timeout: 120_000 });
    const { whileMs, afterMs } = await page.evaluate(longestTasks);
    printLine({
      what: 'in the page: longest task of the main thread while it runs',
      ours: whileMs,
      unit: 'ms',
      goal: '≤ 50 ms',
    });
    printLine({
      what: 'in the page: longest task when everything has moved and is drawn',
      ours: afterMs,
      unit: 'ms',
    });
  } finally {
    await browser.close();
    await server.stop();
  }
}

interface Watching {
  tasks: { start: number; duration: number }[];
  /** When the panel last said that the layout runs. */
  ran: number;
}

function watchTasks(): void {
  const watching: Watching = { tasks: [], ran: 0 };
  Object.assign(globalThis, { watching });
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries())
      watching.tasks.push({ start: startTime, duration });
  }).observe({ type: 'longtask' });
  const look = (): void => {
    const isRunning = document.querySelector('[role="progressbar"][aria-label="Layout"]') !== null;
    if (isRunning) watching.ran = performance.now();
    requestAnimationFrame(look);
  };
  look();
}

/** Tasks under 50 ms are not reported by the browser: 0 where there was none longer. */
async function longestTasks(): Promise<{ whileMs: number; afterMs: number }> {
  await new Promise((resolve) => setTimeout(resolve, 2_000));
  const { tasks, ran } = (globalThis as unknown as { watching: Watching }).watching;
  const longest = (all: Watching['tasks']): number => Math.max(0, ...all.map(({ duration }) => duration));
  return {
    whileMs: longest(tasks.filter(({ start, duration }) => start + duration <= ran)),
    afterMs: longest(tasks.filter(({ start, duration }) => start + duration > ran)),
  };
}

/** A hundred groups on a torus of ten by ten: four links of five stay inside, most others go next door; few nodes have many. */
function neighbourhoods(): Adjacency {
  let state = 12_345;
  const random = (): number => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
  const beside = (at: number): number => (at + Math.floor(random() * 3) + 9) % 10;
  const member = (group: number): number => group * 100 + Math.floor(100 * random() ** 2);
  const [sources, targets] = [new Int32Array(LINKS), new Int32Array(LINKS)];
  for (let link = 0; link < LINKS; link++) {
    const group = Math.floor(random() * 100);
    const kind = random();
    let other = group;
    if (kind >= 0.98) other = Math.floor(random() * 100);
    else if (kind >= 0.8) other = beside(Math.floor(group / 10)) * 10 + beside(group % 10);
    sources[link] = member(group);
    targets[link] = member(other);
  }
  return adjacencyOf(NODES, sources, targets);
}

const cpuMs = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

function untilStress(adjacency: Adjacency, goal: number, sources: readonly number[]): number {
  let begun = cpuMs();
  const layout = new ForceLayout(adjacency);
  let spent = cpuMs() - begun;
  for (let step = 0; step < 2_000 && stress(adjacency, layout.x, layout.y, sources) > goal; step++) {
    begun = cpuMs();
    layout.step();
    spent += cpuMs() - begun;
  }
  return spent;
}

/** From places at random, as its documentation has it, with the settings it infers. */
function forceAtlas2After({ order, offsets, neighbours }: Adjacency) {
  const graph = new UndirectedGraph<{ x: number; y: number }>();
  let state = 99;
  const random = (): number => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
  for (let node = 0; node < order; node++) graph.addNode(node, { x: random(), y: random() });
  for (let node = 0; node < order; node++)
    for (const neighbour of neighbours.subarray(offsets[node], offsets[node + 1]))
      if (node < neighbour) graph.addEdge(node, neighbour);
  const settings = { ...forceAtlas2.inferSettings(graph), barnesHutOptimize: true };
  const begun = cpuMs();
  while (cpuMs() - begun < PEER_CPU_MS) forceAtlas2.assign(graph, { iterations: 1, settings });
  const spent = cpuMs() - begun;
  const [x, y] = [new Float64Array(order), new Float64Array(order)];
  graph.forEachNode((node, place) => {
    x[Number(node)] = place.x;
    y[Number(node)] = place.y;
  });
  return { x, y, cpuMs: spent };
}
