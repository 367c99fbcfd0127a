import { describe, expect, it } from 'vitest';
import { Node, Relationship } from '../../../../../graph/model.ts';
import { neededNodes, partOf } from '../../../../../client/panels/console/part-of-result.ts';
import type { Bound, Part } from '../../../../../client/panels/console/part-of-result.ts';
import type { ResultElements } from '../../../../../client/panels/console/result-elements.ts';

/** @param joined `ab`: a relationship from a to b */
function result(nodes: string, joined: readonly string[]): ResultElements {
  return {
    nodes: new Map([...nodes].map((id) => [id, new Node(id, [], new Map())])),
    relationships: new Map(
      joined.map((ends) => [ends, new Relationship(ends, ends[0] ?? '', ends[1] ?? '', 'URGED', new Map())]),
    ),
  };
}
const ids = (elements: ResultElements, part: Part, most: Bound): [string, string[]] => {
  const { nodes, relationships } = partOf(elements, part, most);
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
    expect(neededNodes(loose)).toEqual(new Set('abcd'));
    expect(ids(loose, 'first', { nodes: 3, relationships: 9 })).toEqual(['', ['ab']]);
    expect(ids(loose, 'connected', { nodes: 3, relationships: 9 })).toEqual(['', ['ab']]);
  });

  it('is nothing where there is no room', () => {
    for (const part of ['first', 'connected'] as const)
      expect(ids(star, part, { nodes: 0, relationships: 0 })).toEqual(['', []]);
  });
});
