import { describe, expect, it } from 'vitest';
import { stepsFrom, stepText } from '../../../../client/picture/walk.ts';
import { apply } from '../../../../client/state/actions.ts';
import { newScreenGraph } from '../../../../client/state/graph.ts';
import { DEFAULT_SETTINGS } from '../../../../client/state/settings.ts';
import { shownOf } from '../../../../client/state/shown.ts';

function picture() {
  const graph = newScreenGraph();
  const node = (id: string, name: string) => ({ id, elementId: id, labels: ['State'], properties: { name } });
  const claim = (id: string, type: string, source: string, target: string, properties = {}) => ({ id, elementId: id, type, source, target, properties }); // prettier-ignore
  apply(graph, {
    kind: 'merge',
    nodes: [node('russia', 'Russia'), node('iran', 'Iran'), node('china', 'China'), node('france', 'France')],
    relationships: [
      claim('praised', 'PRAISED', 'france', 'russia'),
      claim('later', 'URGED', 'russia', 'iran', { date: '2021-10-20', what: 'to wait' }),
      claim('earlier', 'CALLED_ON', 'russia', 'iran', { date: '2020-01-01' }),
      claim('china', 'URGED', 'russia', 'china'),
      claim('itself', 'PRAISED', 'russia', 'russia'),
      claim('elsewhere', 'URGED', 'china', 'iran'),
    ],
  });
  return graph;
}

describe('walking from a node', () => {
  it('goes through what it did by name and date, then what was done to it', () => {
    const graph = picture();
    const steps = stepsFrom(graph, 'russia', shownOf(graph, DEFAULT_SETTINGS));
    expect(steps.map(({ claim, other }) => [claim, other])).toEqual([
      ['china', 'china'],
      ['earlier', 'iran'],
      ['later', 'iran'],
      ['itself', 'russia'],
      ['praised', 'france'],
    ]);
    expect(stepText(graph, steps, 2)).toBe('3 of 5: urged Iran to wait');
    expect(stepText(graph, steps, 4)).toBe('5 of 5: France praised it');
  });

  it('leaves out what is not shown', () => {
    const graph = picture();
    const shown = shownOf(graph, { ...DEFAULT_SETTINGS, hiddenTypes: ['URGED'], hiddenNodes: ['france'] });
    expect(stepsFrom(graph, 'russia', shown).map(({ claim }) => claim)).toEqual(['earlier', 'itself']);
  });
});
