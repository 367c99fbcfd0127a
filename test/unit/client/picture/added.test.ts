import { describe, expect, it } from 'vitest';
import { addedWithHub } from '../../../../client/picture/added.ts';
import { apply } from '../../../../client/state/actions.ts';
import { newScreenGraph } from '../../../../client/state/graph.ts';

const node = (id: string) => ({ id, elementId: id, labels: ['Actor'], properties: {} });
const claim = (id: string, source: string, target: string) => ({ id, elementId: id, type: 'URGED', source, target, properties: {} }); // prettier-ignore

function screen() {
  const graph = newScreenGraph();
  apply(graph, { kind: 'merge', nodes: ['a', 'b'].map(node), relationships: [] });
  return graph;
}

describe('what to look at after something was added', () => {
  it('is what is new, behind the node that most of it is joined to', () => {
    const graph = screen();
    const relationships = [
      claim('1', 'a', 'x'),
      claim('2', 'y', 'b'),
      claim('3', 'b', 'x'),
      claim('4', 'x', 'y'),
    ];
    const change = apply(graph, { kind: 'merge', nodes: [node('x'), node('y')], relationships });
    expect(addedWithHub(graph, change)).toEqual(['b', 'x', 'y']);
  });

  it('is both ends where a claim alone is new', () => {
    const graph = screen();
    const change = apply(graph, { kind: 'merge', nodes: [], relationships: [claim('1', 'a', 'b')] });
    expect(addedWithHub(graph, change)).toEqual(['a', 'b']);
  });

  it('is nothing where nothing is new', () => {
    const graph = screen();
    const again = apply(graph, { kind: 'merge', nodes: [node('a')], relationships: [] });
    expect(addedWithHub(graph, again)).toEqual([]);
    expect(addedWithHub(graph, apply(graph, { kind: 'dismiss', nodes: ['a'], relationships: [] }))).toEqual(
      [],
    );
  });
});
