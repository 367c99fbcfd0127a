import { expect, it } from 'vitest';
import { apply } from '../../../../client/state/actions.ts';
import { newScreenGraph } from '../../../../client/state/graph.ts';
import { screenSchema } from '../../../../client/state/screen-schema.ts';

it('the schema of the screen counts what is drawn, and nothing else', () => {
  const graph = newScreenGraph();
  expect(screenSchema(graph)).toEqual({ labels: [], relationshipTypes: [], properties: [] });
  const node = (id: string, labels: string[]) => ({ id, elementId: `4:x:${id}`, labels, properties: { id } });
  apply(graph, {
    kind: 'merge',
    nodes: [node('a', ['Actor', 'State']), node('b', ['Actor', 'Group'])],
    relationships: [
      {
        id: 'r',
        elementId: '5:x:r',
        type: 'URGED',
        source: 'a',
        target: 'b',
        properties: { date: '2021-10-20', evidence: ['e1'], weight: 0.5, count: 2 },
        typed: { date: { $type: 'Date', _value: '2021-10-20' } },
      },
    ],
  });
  const on = ['URGED'];
  expect(screenSchema(graph)).toEqual({
    labels: [
      { label: 'Actor', count: 2 },
      { label: 'State', count: 1 },
      { label: 'Group', count: 1 },
    ],
    relationshipTypes: [{ type: 'URGED', count: 1, triples: [{ from: 'State', to: 'Group', count: 1 }] }],
    properties: [
      { entity: 'node', key: 'id', types: ['STRING'], on: ['Actor', 'State', 'Group'] },
      { entity: 'relationship', key: 'date', types: ['DATE'], on },
      { entity: 'relationship', key: 'evidence', types: ['LIST<STRING>'], on },
      { entity: 'relationship', key: 'weight', types: ['FLOAT'], on },
      { entity: 'relationship', key: 'count', types: ['INTEGER'], on },
    ],
  });
});
