import { describe, expect, it } from 'vitest';
import { CypherError } from '../../../../graph/errors.ts';
import type { Direction, IndexDefinition, NodeId, Reader, TypeId } from '../../../../graph/memory/graph.ts';
import { MemoryGraph } from '../../../../graph/memory/memory-graph.ts';
import { metered } from '../../../../graph/work.ts';

const UUID = '00000000-0000-4000-8000-000000000000';

function expand(
  reader: Reader,
  node: NodeId,
  direction: Direction,
  types: TypeId[] | null = null,
): number[][] {
  const expansion = reader.expansion();
  expansion.start(node, direction, types);
  const found: number[][] = [];
  while (expansion.next()) found.push([expansion.relationship, expansion.other]);
  return found.toSorted((a, b) => a[0]! - b[0]!);
}

function all(fill: (after: number, into: Int32Array) => number): number[] {
  const into = new Int32Array(3);
  const ids: number[] = [];
  for (let filled = fill(-1, into); filled > 0; filled = fill(into[filled - 1]!, into)) {
    ids.push(...into.subarray(0, filled));
  }
  return ids;
}

/** Russia and the Taliban, and two claims between them. */
async function small(): Promise<MemoryGraph> {
  const graph = new MemoryGraph(UUID);
  const tx = await graph.write();
  const actor = tx.ensureLabel('Actor');
  const state = tx.ensureLabel('State');
  const russia = tx.createNode();
  tx.addLabel(russia, actor);
  tx.addLabel(russia, state);
  tx.setNodeProperty(russia, tx.ensureKey('id'), 'russia');
  const taliban = tx.createNode();
  tx.addLabel(taliban, actor);
  tx.setNodeProperty(taliban, tx.ensureKey('id'), 'taliban');
  tx.createRelationship(tx.ensureType('URGED'), russia, taliban);
  tx.createRelationship(tx.ensureType('ASSURED'), taliban, russia);
  tx.createRelationship(tx.ensureType('URGED'), russia, russia);
  tx.commit();
  return graph;
}

describe('MemoryGraph', () => {
  it('gives back what was committed', async () => {
    const reader = (await small()).read();
    expect(reader.countNodes()).toBe(2);
    expect(reader.countNodes(reader.labels.find('Actor'))).toBe(2);
    expect(reader.countNodes(reader.labels.find('State'))).toBe(1);
    expect(reader.countRelationships()).toBe(3);
    expect(reader.countRelationships(reader.types.find('URGED'))).toBe(2);
    expect(all((after, into) => reader.nodesAfter(after, into))).toEqual([0, 1]);
    expect(all((after, into) => reader.relationshipsOfTypeAfter(0, after, into))).toEqual([0, 2]);
    expect(reader.nodeProperty(1, reader.keys.find('id'))).toBe('taliban');
    expect(expand(reader, 0, 'out')).toEqual([
      [0, 1],
      [2, 0],
    ]);
    expect(expand(reader, 0, 'in')).toEqual([
      [1, 1],
      [2, 0],
    ]);
    expect(expand(reader, 0, 'both')).toEqual([
      [0, 1],
      [1, 1],
      [2, 0],
    ]);
    expect(expand(reader, 0, 'both', [reader.types.find('ASSURED')])).toEqual([[1, 1]]);
    expect(reader.findNode(`4:${UUID}:1`)).toBe(1);
    expect(reader.findNode(`4:${UUID}:2`)).toBe(-1);
    expect(reader.findNode(`5:${UUID}:1`)).toBe(-1);
  });

  it('shows a snapshot the graph as it was when the snapshot began', async () => {
    const graph = await small();
    const before = graph.read();
    const tx = await graph.write();
    const id = tx.keys.find('id');
    tx.deleteRelationship(0);
    tx.deleteRelationship(1);
    tx.deleteRelationship(2);
    tx.deleteNode(1);
    tx.setNodeProperty(0, id, 'rossiya');
    tx.removeLabel(0, tx.labels.find('State'));
    tx.createNode();
    for (const committed of [false, true]) {
      if (committed) tx.commit();
      expect(all((after, into) => before.nodesAfter(after, into))).toEqual([0, 1]);
      expect(before.nodeProperty(0, id)).toBe('russia');
      expect(before.nodeProperty(1, id)).toBe('taliban');
      expect(before.nodeKeys(1)).toEqual([id]);
      expect(all((after, into) => before.nodesWithLabelAfter(1, after, into))).toEqual([0]);
      expect(expand(before, 0, 'both').length).toBe(3);
      expect(before.countRelationships()).toBe(3);
    }
    const after = graph.read();
    expect(all((a, into) => after.nodesAfter(a, into))).toEqual([0, 2]);
    expect(expand(after, 0, 'both')).toEqual([]);
    expect(graph.historySize).toBeGreaterThan(0);
    before.release();
    expect(graph.historySize).toBe(0);
    after.release();
  });

  it('returns to a savepoint', async () => {
    const graph = await small();
    const tx = await graph.write();
    const id = tx.keys.find('id');
    tx.setNodeProperty(0, id, 'a');
    const node = tx.createNode();
    tx.setNodeProperty(node, id, 'new');
    const mark = tx.savepoint();
    tx.setNodeProperty(node, id, 'changed');
    tx.setNodeProperty(0, id, 'b');
    tx.createRelationship(0, node, 0);
    tx.deleteRelationship(0);
    tx.rollbackTo(mark);
    expect(tx.nodeProperty(0, id)).toBe('a');
    expect(tx.nodeProperty(node, id)).toBe('new');
    expect(expand(tx, 0, 'both').length).toBe(3);
    expect(tx.countRelationships()).toBe(3);
    tx.rollback();
    const reader = graph.read();
    expect(reader.nodeProperty(0, id)).toBe('russia');
    expect(reader.countNodes()).toBe(2);
  });

  it('refuses a second node with the values of a unique constraint', async () => {
    const graph = await small();
    const tx = await graph.write();
    tx.createConstraint({
      name: 'actor_id',
      kind: 'unique',
      entity: 'node',
      labelOrType: 'Actor',
      properties: ['id'],
      type: null,
    });
    const node = tx.createNode();
    tx.addLabel(node, tx.ensureLabel('Actor'));
    expect(() => tx.setNodeProperty(node, tx.ensureKey('id'), 'russia')).toThrow(
      new CypherError(
        'Neo.ClientError.Schema.ConstraintValidationFailed',
        "Node(0) already exists with label `Actor` and property `id` = 'russia'",
        { gql: ['22N79', '22N80'] },
      ),
    );
    tx.rollback();
  });

  it('finds words in the texts of an index, best first', async () => {
    const graph = await small();
    const tx = await graph.write();
    const quote = tx.ensureKey('quote');
    tx.setNodeProperty(0, quote, 'urged the Taliban to adopt moderate policies');
    tx.setNodeProperty(1, quote, ['moderate, moderate', 'inclusive government']);
    tx.createIndex({
      name: 'quotes',
      kind: 'fulltext',
      entity: 'node',
      labelsOrTypes: ['Actor'],
      properties: ['quote'],
      constraint: null,
    });
    const [index] = tx.indexes().filter(({ name }) => name === 'quotes');
    const search = (query: string): number[] => tx.search(index!, query, 10).map(({ id }) => id);
    expect(search('moderate')).toEqual([1, 0]);
    expect(search('"moderate policies"')).toEqual([0]);
    expect(search('moderate AND NOT taliban')).toEqual([1]);
    expect(search('inclus*')).toEqual([1]);
    expect(search('talyban~1')).toEqual([0]);
    expect(search('quote:government')).toEqual([1]);
    expect(() => search('"open')).toThrow(CypherError);
    tx.setNodeProperty(0, quote, null);
    expect(search('moderate')).toEqual([1]);
    tx.rollback();
  });

  it('lets writers in one after the other, and forgets one that gave up', async () => {
    const graph = new MemoryGraph();
    const first = await graph.write();
    const order: string[] = [];
    const controller = new AbortController();
    const queue = async (name: string): Promise<void> => {
      const tx = await graph.write();
      order.push(name);
      tx.rollback();
    };
    const second = queue('second');
    const third = graph.write(controller.signal).catch((error: unknown) => order.push(String(error)));
    const fourth = queue('fourth');
    controller.abort(new Error('gave up'));
    first.rollback();
    await Promise.all([second, third, fourth]);
    expect(order).toEqual(['Error: gave up', 'second', 'fourth']);
  });

  it('takes back what was written a little in each step, unseen by readers, the next writer waiting', async () => {
    const graph = new MemoryGraph();
    const first = await graph.write();
    const label = first.ensureLabel('N');
    const key = first.ensureKey('n');
    for (let i = 0; i < 2_000; i++) {
      const node = first.createNode();
      first.addLabel(node, label);
      first.setNodeProperty(node, key, BigInt(i));
    }
    first.prepare();
    first.commit();
    const seen = () => {
      const reader = graph.read();
      try {
        const nodes = all((after, into) => reader.nodesWithLabelAfter(label, after, into));
        return nodes.reduce((sum, node) => sum + Number(reader.nodeProperty(node, key)), 0);
      } finally {
        reader.release();
      }
    };
    const before = seen();

    const tx = await graph.write();
    for (let i = 0; i < 2_000; i++) {
      tx.setNodeProperty(i, key, -1n);
      tx.addLabel(tx.createNode(), label);
    }
    let hasTurn = false;
    const next = graph.write().then((writer) => {
      hasTurn = true;
      return writer;
    });
    const between: number[] = [];
    for (const _ of tx.rollbackSteps()) {
      between.push(seen());
      expect(hasTurn).toBe(false);
    }
    expect(between.length).toBeGreaterThan(4);
    expect(new Set(between)).toEqual(new Set([before]));
    (await next).rollback();
    expect(seen()).toBe(before);
    expect(graph.historySize).toBe(0);
  });

  it('builds an index again that was begun for a statement which was stopped', async () => {
    const graph = await small();
    const writer = await graph.write();
    const definition: IndexDefinition = {
      name: 'ids',
      kind: 'range',
      entity: 'node',
      labelsOrTypes: ['Actor'],
      properties: ['id'],
      constraint: null,
    };
    expect(() =>
      metered(
        () => {
          throw new Error('stopped');
        },
        () => writer.createIndex(definition),
      ),
    ).toThrow('stopped');
    writer.createIndex(definition);
    expect(writer.seek(definition, ['russia'])).toEqual([0]);
    writer.rollback();
  });
});
