import { describe, expect, it } from 'vitest';
import { Node, Relationship } from '../../../../graph/model.ts';
import { neededNodes, partOf } from '../../../../client/state/part.ts';
import type { Bound, Elements, Part } from '../../../../client/state/part.ts';

/** @param joined `ab`: a relationship from a to b */
const endsOf = (each: Relationship) => [each.startNodeElementId, each.endNodeElementId] as const;
function result(nodes: string, joined: readonly string[]): Elements<Node, Relationship> {
  return {
    nodes: new Map([...nodes].map((id) => [id, new Node(id, [], new Map())])),
    relationships: new Map(
      joined.map((ends) => [ends, new Relationship(ends, ends[0] ?? '', ends[1] ?? '', 'URGED', new Map())]),
    ),
  };
}
const ids = (
  elements: Elements<Node, Relationship>,
  part: Part,
  most: Bound,
  there = '',
): [string, string[]] => {
  const { nodes, relationships } = partOf(elements, endsOf, part, most, (id) => there.includes(id));
  return [[...nodes.keys()].join(''), [...relationships.keys()]];
};

describe('the part of a result that is drawn', () => {
  const star = result('abcdef', ['ab', 'cd', 'ed', 'fd', 'ce']);

  it('is the nodes with most relationships, and what joins them', () => {
    expect(ids(star, 'connected', { nodes: 3, relationships: 9 })).toEqual(['cde', ['cd', 'ed', 'ce']]);
    expect(ids(star, 'connected', { nodes: 3, relationships: 2 })).toEqual(['cde', ['cd', 'ed']]);
  });

  it('is the first relationships for whose ends there is room, then nodes', () => {
    expect(ids(star, 'first', { nodes: 3, relationships: 9 })).toEqual(['abc', ['ab']]);
    expect(ids(star, 'first', { nodes: 5, relationships: 3 })).toEqual(['abcde', ['ab', 'cd', 'ed']]);
    expect(ids(star, 'first', { nodes: 9, relationships: 1 })).toEqual(['abcdef', ['ab']]);
  });

  it('counts the ends that the result does not hold', () => {
    const loose = result('', ['ab', 'cd']);
    expect(neededNodes(loose, endsOf)).toEqual(new Set('abcd'));
    expect(ids(loose, 'first', { nodes: 3, relationships: 9 })).toEqual(['', ['ab']]);
    expect(ids(loose, 'connected', { nodes: 3, relationships: 9 })).toEqual(['', ['ab']]);
  });

  it('takes no room for what is there already', () => {
    expect(ids(star, 'connected', { nodes: 1, relationships: 9 }, 'cd')).toEqual(['e', ['cd', 'ed', 'ce']]);
    expect(ids(star, 'first', { nodes: 1, relationships: 9 }, 'cd')).toEqual(['e', ['cd', 'ed', 'ce']]);
    expect(ids(star, 'first', { nodes: 2, relationships: 1 }, 'ab')).toEqual(['cd', ['ab']]);
  });

  it('is nothing where there is no room', () => {
    for (const part of ['first', 'connected'] as const)
      expect(ids(star, part, { nodes: 0, relationships: 0 })).toEqual(['', []]);
  });
});
