import { expect, it } from 'vitest';
import { CellBatch } from '../../../../graph/memory/cell-batch.ts';
import type { Reader } from '../../../../graph/memory/graph.ts';
import { MemoryGraph } from '../../../../graph/memory/memory-graph.ts';
import type { Value } from '../../../../graph/model.ts';
import { LocalDate } from '../../../../graph/temporal.ts';

const VALUES: readonly Value[] = [
  1n,
  -(2n ** 60n),
  2n ** 53n,
  1.5,
  Number.NaN,
  -0,
  Infinity,
  true,
  false,
  'text',
  'x'.repeat(300),
  new LocalDate(17_000),
  [1n, 2n],
  null,
  'text',
];

/** What `cells` gives of all nodes, and what is asked one by one. */
function bothWays(reader: Reader, key: number, nodes: readonly number[]): [Value[], Value[]] {
  const cells = new CellBatch();
  reader.cells('node', key, Int32Array.from(nodes), nodes.length, cells);
  return [nodes.map((_, i) => cells.value(i)), nodes.map((node) => reader.nodeProperty(node, key))];
}

async function filled(): Promise<{ graph: MemoryGraph; key: number; nodes: number[] }> {
  const graph = new MemoryGraph();
  const writer = await graph.write();
  const key = writer.ensureKey('mixed');
  const nodes = VALUES.map(() => writer.createNode());
  nodes.forEach((node, i) => writer.setNodeProperty(node, key, VALUES[i]!));
  writer.prepare();
  writer.commit();
  return { graph, key, nodes };
}

it('reads a column of mixed types as it is read one by one', async () => {
  const { graph, key, nodes } = await filled();
  const [many, single] = bothWays(graph.read(), key, [...nodes, 99_999]);
  expect(many).toEqual([...VALUES, null]);
  expect(many).toEqual(single);
});

it('reads nothing of a key that nobody has', async () => {
  const { graph, key, nodes } = await filled();
  expect(bothWays(graph.read(), key + 7, nodes)[0]).toEqual(nodes.map(() => null));
});

it('shows a writer its own changes, and an older snapshot none of them', async () => {
  const { graph, key, nodes } = await filled();
  const snapshot = graph.read();
  const writer = await graph.write();
  nodes.forEach((node, i) => writer.setNodeProperty(node, key, VALUES[VALUES.length - 1 - i]!));
  expect(bothWays(writer, key, nodes)[0]).toEqual(VALUES.toReversed());
  expect(bothWays(snapshot, key, nodes)[0]).toEqual(VALUES);
  writer.prepare();
  writer.commit();
  expect(bothWays(snapshot, key, nodes)[0]).toEqual(VALUES);
  expect(bothWays(graph.read(), key, nodes)[0]).toEqual(VALUES.toReversed());
});

it('forgets what it was filled with before', async () => {
  const { graph, key, nodes } = await filled();
  const reader = graph.read();
  const cells = new CellBatch();
  reader.cells('node', key, Int32Array.from(nodes), nodes.length, cells);
  reader.cells('node', key, Int32Array.of(nodes.at(-2)!, nodes[12]!), 2, cells);
  expect([cells.value(0), cells.value(1)]).toEqual([null, [1n, 2n]]);
});

it('gathers the rows that are named, as often as they are named', async () => {
  const { graph, key, nodes } = await filled();
  const [cells, chosen] = [new CellBatch(), new CellBatch()];
  graph.read().cells('node', key, Int32Array.from(nodes), nodes.length, cells);
  chosen.gather(cells, Int32Array.of(10, 3, 10, 13), 4);
  expect([0, 1, 2, 3].map((i) => chosen.value(i))).toEqual([VALUES[10], VALUES[3], VALUES[10], VALUES[13]]);
});
