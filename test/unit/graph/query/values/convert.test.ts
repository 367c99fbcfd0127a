import { describe, expect, it } from 'vitest';
import { MemoryGraph } from '../../../../../graph/memory/memory-graph.ts';
import { Node, Path, Relationship } from '../../../../../graph/model.ts';
import { NodeRef, PathRef, RelationshipRef } from '../../../../../graph/query/runtime.ts';
import type { RunValue } from '../../../../../graph/query/runtime.ts';
import { fromParameter, materialise } from '../../../../../graph/query/values/convert.ts';

describe('values that leave a statement', () => {
  it('become snapshots of nodes, relationships and paths, inside lists and maps too', async () => {
    const writer = await new MemoryGraph().write();
    const a = writer.createNode();
    const b = writer.createNode();
    writer.addLabel(a, writer.ensureLabel('State'));
    writer.addLabel(a, writer.ensureLabel('Actor'));
    writer.setNodeProperty(a, writer.ensureKey('name'), 'Russia');
    const r = writer.createRelationship(writer.ensureType('URGED'), a, b);
    const nodeA = new Node(writer.nodeElementId(a), ['Actor', 'State'], new Map([['name', 'Russia']]));
    const nodeB = new Node(writer.nodeElementId(b), [], new Map());
    const urged = new Relationship(
      writer.relationshipElementId(r),
      nodeA.elementId,
      nodeB.elementId,
      'URGED',
      new Map(),
    );
    const value = [
      new Map<string, RunValue>([['n', new NodeRef(a)]]),
      new RelationshipRef(r),
      new PathRef([a, b], [r]),
      1n,
    ];
    expect(materialise(value, writer)).toStrictEqual([
      new Map([['n', nodeA]]),
      urged,
      new Path([nodeA, nodeB], [urged]),
      1n,
    ]);
  });
});

describe('parameters', () => {
  it('are taken as they are', () => {
    const value = [1n, new Map([['a', ['x', null]]])];
    expect(fromParameter(value)).toStrictEqual(value);
  });
  it('hold no nodes', () => {
    expect(() => fromParameter([new Node('4:x:1', [], new Map())])).toThrow('cannot be parameters');
  });
});
