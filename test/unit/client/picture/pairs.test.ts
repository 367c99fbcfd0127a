import { describe, expect, it } from 'vitest';
import { Pairs, TONE_ORDER } from '../../../../client/picture/pairs.ts';
import { newScreenGraph } from '../../../../client/state/graph.ts';

const NODES = ['a', 'b', 'c'] as const;

/** Claims as `[id, source, target, type]`. */
function pairsOf(
  claims: readonly (readonly [string, string, string, string])[],
  isShown?: (id: string) => boolean,
) {
  const graph = newScreenGraph();
  for (const id of NODES)
    graph.addNode(id, {
      elementId: id,
      labels: [],
      properties: {},
      typed: undefined,
      x: 0,
      y: 0,
      placed: true,
    });
  for (const [id, source, target, type] of claims)
    graph.addDirectedEdgeWithKey(id, source, target, {
      elementId: id,
      type,
      properties: {},
      typed: undefined,
    });
  return new Pairs(graph, new Map(NODES.map((id, index) => [id, index])), isShown);
}

const told = (pairs: Pairs) =>
  Array.from({ length: pairs.count }, (_, pair) => ({
    ends: [NODES[pairs.low[pair] ?? 0], NODES[pairs.high[pair] ?? 0]],
    claims: pairs.claimsOf(pair),
    forward: [...pairs.forward.subarray(pairs.starts[pair], pairs.starts[pair + 1])],
    tones: [...pairs.tones.subarray(pairs.starts[pair], pairs.starts[pair + 1])].map(
      (code) => TONE_ORDER[code],
    ),
  }));

describe('claims by the two they join', () => {
  const claims = [
    ['r', 'b', 'a', 'URGED'],
    ['s', 'a', 'c', 'BANNED'],
    ['t', 'a', 'b', 'PRAISED'],
    ['u', 'c', 'c', 'LEADS'],
  ] as const;

  it('puts both directions together, those with the fewest claims first, and self-loops by themselves', () => {
    expect(told(pairsOf(claims))).toEqual([
      { ends: ['a', 'c'], claims: ['s'], forward: [1], tones: ['conflict'] },
      { ends: ['c', 'c'], claims: ['u'], forward: [1], tones: ['standing'] },
      { ends: ['a', 'b'], claims: ['r', 't'], forward: [0, 1], tones: ['request', 'cooperation'] },
    ]);
  });

  it('finds a pair from either side, and none where nothing joins two', () => {
    const pairs = pairsOf(claims);
    expect([pairs.between(0, 1), pairs.between(1, 0), pairs.between(1, 2), pairs.between(2, 2)]).toEqual([
      2,
      2,
      undefined,
      1,
    ]);
  });

  it('leaves out what is not shown', () => {
    expect(told(pairsOf(claims, (id) => id !== 't' && id !== 'u')).map(({ claims: ids }) => ids)).toEqual([
      ['r'],
      ['s'],
    ]);
  });
});
