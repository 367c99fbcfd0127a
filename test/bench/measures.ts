/**
 * Our measures beside graphology's, on the same graph. Its packages are fetched once, at fixed versions, into the tests' cache: what is
 * only compared with need not stand in our lock file.
 */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { UndirectedGraph } from 'graphology';
import { adjacencyOf } from '../../graph/adjacency.ts';
import type { Adjacency } from '../../graph/adjacency.ts';
import { betweenness } from '../../graph/measure/betweenness.ts';
import { communities } from '../../graph/measure/communities.ts';
import { components } from '../../graph/measure/components.ts';
import { pageRank } from '../../graph/measure/pagerank.ts';
import { Random } from '../../graph/measure/random.ts';
import { cacheFolder } from '../support/maven.ts';
import { number, printHeader, printLine, quantile } from './report.ts';

const NODES = 10_000;
const LINKS = 50_000;
const ROUNDS = 5;
const PACKAGES = [
  'graphology-components@1.5.4',
  'graphology-metrics@2.4.0',
  'graphology-communities-louvain@2.0.2',
];

interface Peer {
  pageRank(graph: UndirectedGraph): Record<string, number>;
  louvain(graph: UndirectedGraph): { modularity: number };
  components(graph: UndirectedGraph): string[][];
  betweenness(graph: UndirectedGraph): Record<string, number>;
}

export async function run(): Promise<void> {
  const peer = await fetchPeer();
  const large = crowd(NODES, LINKS);
  const largePeer = peersGraph(large);
  printHeader(
    `Measures, ${NODES.toLocaleString('en')} nodes and ${LINKS.toLocaleString('en')} links, processor time, median of ${ROUNDS}`,
  );
  const line = (
    what: string,
    ours: () => unknown,
    theirs: () => unknown,
    rounds: number,
    goal = '',
  ): void => {
    const [own, other]: [number[], number[]] = [[], []];
    for (let round = 0; round < rounds; round++) {
      own.push(cpuMs(ours));
      other.push(cpuMs(theirs));
    }
    printLine({
      what,
      ours: quantile(own, 0.5),
      peer: { name: 'graphology', figure: quantile(other, 0.5) },
      unit: 'ms',
      goal,
    });
  };
  line(
    'PageRank',
    () => pageRank(large, { tolerance: NODES * 1e-6 }),
    () => peer.pageRank(largePeer),
    ROUNDS,
    '≤ 0.1',
  );
  line(
    'connected components',
    () => components(large),
    () => peer.components(largePeer),
    ROUNDS,
  );
  line(
    'communities',
    () => communities(large),
    () => peer.louvain(largePeer),
    ROUNDS,
  );
  const small = crowd(1_000, 5_000);
  const smallPeer = peersGraph(small);
  line(
    'betweenness, exact, 1,000 nodes and 5,000 links',
    () => betweenness(small),
    () => peer.betweenness(smallPeer),
    3,
  );

  const [own, other] = [communities(large).modularity, peer.louvain(largePeer).modularity];
  console.log(`\nModularity: ours ${number(own)}, graphology ${number(other)} (the higher the better).`);
  const begun = performance.now();
  const sampled = betweenness(large);
  const tookMs = performance.now() - begun;
  const exact = betweenness(large, { mostSteps: Infinity }).values;
  const off = exact.map((value, node) => Math.abs(value - (sampled.values[node] ?? 0)));
  console.log(
    `Betweenness from ${number(sampled.error?.pivots ?? 0)} nodes in ${number(tookMs)} ms: off by at most ${number(Math.max(...off))} where the largest is ${number(Math.max(...exact))}; told: a standard error of at most ${number(Math.max(...(sampled.error?.standardErrors ?? [])))}, a margin of ${number(sampled.error?.margin ?? 0)}.`,
  );
}

/** Links that mostly stay within one of a hundred groups, ends the more often a node the lower its number in its group. */
function crowd(order: number, size: number): Adjacency {
  const random = new Random(12_345);
  const [sources, targets] = [new Int32Array(size), new Int32Array(size)];
  const groups = order / 100;
  const member = (group: number): number => group * 100 + Math.floor(100 * random.next() ** 2);
  for (let link = 0; link < size; link++) {
    const group = Math.floor(groups * random.next());
    sources[link] = member(group);
    targets[link] = member(random.next() < 0.5 ? group : Math.floor(groups * random.next()));
  }
  return adjacencyOf(order, sources, targets);
}

function peersGraph({ order, offsets, neighbours }: Adjacency): UndirectedGraph {
  const graph = new UndirectedGraph();
  for (let node = 0; node < order; node++) graph.addNode(node);
  for (let node = 0; node < order; node++)
    for (const neighbour of neighbours.subarray(offsets[node], offsets[node + 1]))
      if (node < neighbour) graph.addEdge(node, neighbour);
  return graph;
}

function cpuMs(work: () => unknown): number {
  const begun = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1000;
}

/** @throws npm could not fetch it */
async function fetchPeer(): Promise<Peer> {
  const folder = cacheFolder('npm', 'graphology-measures');
  if (!existsSync(join(folder, 'node_modules', 'graphology-metrics'))) {
    await mkdir(folder, { recursive: true });
    const options = ['--no-save', '--no-package-lock', '--no-audit', '--no-fund', '--ignore-scripts'];
    await promisify(execFile)('npm', ['install', '--prefix', folder, ...options, 'graphology', ...PACKAGES]);
  }
  const require = createRequire(join(folder, 'package.json'));
  const pagerank = require('graphology-metrics/centrality/pagerank') as Peer['pageRank'];
  const louvain = require('graphology-communities-louvain') as { detailed: Peer['louvain'] };
  const { connectedComponents } = require('graphology-components') as {
    connectedComponents: Peer['components'];
  };
  const between = require('graphology-metrics/centrality/betweenness') as Peer['betweenness'];
  return {
    pageRank: (graph) => pagerank(graph),
    louvain: (graph) => louvain.detailed(graph),
    components: (graph) => connectedComponents(graph),
    betweenness: (graph) => between(graph),
  };
}
