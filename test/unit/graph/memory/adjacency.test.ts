import { expect, it } from 'vitest';
import type { Direction, Reader } from '../../../../graph/memory/graph.ts';
import { MemoryGraph } from '../../../../graph/memory/memory-graph.ts';

const TYPES = 40;

/** The other ends, by type; walked one by one, and by filling arrays of any length. */
function walked(reader: Reader, node: number, direction: Direction, types: readonly number[] | null) {
  const expansion = reader.expansion();
  expansion.start(node, direction, types);
  const found: [number, number][] = [];
  while (expansion.next()) found.push([reader.typeOf(expansion.relationship), expansion.other]);
  for (const room of [1, 2, 3, 1000]) {
    const [relationships, others] = [new Int32Array(room), new Int32Array(room)];
    expansion.start(node, direction, types);
    const filled: typeof found = [];
    for (let end = room; end === room;) {
      end = expansion.fill(relationships, others, 0);
      for (let i = 0; i < end; i += 1) filled.push([reader.typeOf(relationships[i]!), others[i]!]);
    }
    expect(filled).toEqual(found);
  }
  return found.toSorted(([a, b], [c, d]) => a - c || b - d);
}

it('finds what a hub has of each of many types, and counts it', async () => {
  const graph = new MemoryGraph();
  const writer = await graph.write();
  const [hub, other] = [writer.createNode(), writer.createNode()];
  const types = Array.from({ length: TYPES }, (_, i) => writer.ensureType(`T${i}`));
  for (const type of types)
    for (let i = 0; i <= type % 3; i += 1) writer.createRelationship(type, hub, other);
  writer.createRelationship(types[7]!, hub, hub);
  for (const type of types) {
    const expected = Array.from({ length: (type % 3) + 1 }, () => [type, other]);
    if (type === 7) expected.unshift([type, hub]);
    expect(walked(writer, hub, 'out', [type])).toEqual(expected);
    expect(writer.degree(hub, 'both', [type])).toBe(expected.length);
  }
  expect(walked(writer, hub, 'both', null)).toHaveLength(writer.degree(hub, 'both', null));
  expect(walked(writer, hub, 'out', [3, 7, 99])).toHaveLength(4);
  expect(writer.degree(hub, 'out', [3, 7, 99])).toBe(4);
  writer.commit();
});

it('counts for a snapshot what was there when it began', async () => {
  const graph = new MemoryGraph();
  const first = await graph.write();
  const [a, b] = [first.createNode(), first.createNode()];
  const type = first.ensureType('T');
  const [one] = [first.createRelationship(type, a, b), first.createRelationship(type, a, b)];
  first.commit();
  const snapshot = graph.read();
  const second = await graph.write();
  second.deleteRelationship(one);
  for (let i = 0; i < 3; i += 1) second.createRelationship(type, a, b);
  expect(second.degree(a, 'out', null)).toBe(4);
  expect(walked(second, a, 'both', null)).toHaveLength(4);
  expect(snapshot.degree(a, 'out', null)).toBe(2);
  expect(walked(snapshot, a, 'both', null)).toHaveLength(2);
  second.rollback();
  expect(snapshot.degree(a, 'out', [type])).toBe(2);
  const third = await graph.write();
  third.deleteRelationship(one);
  third.prepare();
  third.commit();
  expect(snapshot.degree(b, 'in', null)).toBe(2);
  expect(graph.read().degree(b, 'in', null)).toBe(1);
  snapshot.release();
});
