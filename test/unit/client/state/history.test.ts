import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Action } from '../../../../client/state/actions.ts';
import { act, goToStep, keepMoved, redo, undo, useHistory } from '../../../../client/state/history.ts';
import { dispatch, graph, useScreen } from '../../../../client/state/screen.ts';

const node = (id: string) => ({ id, elementId: `4:x:${id}`, labels: ['Actor'], properties: { name: id } });
const claim = (id: string, source: string, target: string) => ({
  id,
  elementId: `5:x:${id}`,
  type: 'URGED',
  source,
  target,
  properties: {},
});
const merge = (
  nodes: readonly string[],
  relationships: readonly ReturnType<typeof claim>[] = [],
): Action => ({
  kind: 'merge',
  nodes: nodes.map(node),
  relationships,
});
const place = (id: string, x: number, y: number): void => {
  dispatch({ kind: 'move', positions: new Map([[id, [x, y]]]) });
};

/** Everything that is drawn, whatever order it came in. */
const picture = (): unknown => ({
  nodes: graph
    .mapNodes((id, attributes) => ({ id, ...attributes }))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  claims: graph
    .mapEdges((id, attributes, source, target) => ({ id, source, target, ...attributes }))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1)),
});
const titles = () => {
  const { done, undone } = useHistory.getState();
  return { done: done.map(({ title }) => title), undone: undone.map(({ title }) => title) };
};

beforeEach(() => {
  graph.clear();
  useHistory.setState({ done: [], undone: [] });
  act('Open', merge(['a', 'b'], [claim('r', 'a', 'b')]));
  place('a', 1, 2);
  place('b', 3, 4);
});

describe('the history', () => {
  it('begins with the first picture, which nothing takes away', () => {
    undo();
    expect([graph.nodes(), titles()]).toEqual([['a', 'b'], { done: [], undone: [] }]);
  });

  it('takes back what was added, and adds it again where it lay', () => {
    const before = picture();
    act('Expand a', merge(['c'], [claim('s', 'c', 'a')]));
    place('c', 9, 9);
    const after = picture();
    undo();
    expect([picture(), titles()]).toEqual([before, { done: [], undone: ['Expand a'] }]);
    redo();
    expect([picture(), titles()]).toEqual([after, { done: ['Expand a'], undone: [] }]);
  });

  it('brings back what was dismissed with its claims, in its place', () => {
    const before = picture();
    act('Dismiss b', { kind: 'dismiss', nodes: ['b'], relationships: [] });
    undo();
    expect(picture()).toEqual(before);
  });

  it('puts nodes back that a new layout has moved', () => {
    const before = picture();
    act('Draw a result', { kind: 'replace', nodes: [node('a'), node('d')], relationships: [] });
    place('a', 70, 80);
    place('d', 7, 8);
    const after = picture();
    undo();
    expect(picture()).toEqual(before);
    redo();
    expect(picture()).toEqual(after);
  });

  it('forgets what was undone when something else is done', () => {
    act('Expand a', merge(['c']));
    undo();
    act('Expand b', merge(['d']));
    expect(titles()).toEqual({ done: ['Expand b'], undone: [] });
  });

  it('keeps no step that changed nothing', () => {
    act('Expand a', merge(['a', 'b'], [claim('r', 'a', 'b')]));
    expect(titles()).toEqual({ done: [], undone: [] });
  });

  it('goes to any step, back and forth', () => {
    for (const id of ['c', 'd', 'e']) act(`Expand ${id}`, merge([id]));
    goToStep(1);
    expect([graph.nodes().toSorted(), titles()]).toEqual([
      ['a', 'b', 'c'],
      { done: ['Expand c'], undone: ['Expand e', 'Expand d'] },
    ]);
    goToStep(3);
    expect(graph.nodes().toSorted()).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  it('joins a drag to the step that it began, and to no older one of the same name', () => {
    const look = (from: string | null, continues: boolean): void =>
      void act(
        'Set the period',
        { kind: 'set', settings: { period: from === null ? null : { from, to: null, keepsUndated: true } } },
        { continues },
      );
    look('2019', false);
    look('2020', true);
    // another drag, whose first move changes nothing
    look('2020', false);
    look('2021', true);
    look('2022', true);
    expect(titles().done).toEqual(['Set the period', 'Set the period']);
    undo();
    expect(useScreen.getState().settings.period?.from).toBe('2020');
    // what goes on after it was taken back is a step of its own
    look('2023', true);
    undo();
    expect(useScreen.getState().settings.period?.from).toBe('2020');
    undo();
    expect(useScreen.getState().settings.period).toBeNull();
  });

  it('takes settings back, and a slider that was dragged in one step', () => {
    const { settings } = useScreen.getState();
    for (const from of ['2019', '2020', '2021'])
      act(
        'Set the period',
        { kind: 'set', settings: { period: { from, to: null, keepsUndated: true } } },
        { continues: true },
      );
    act('Pin a', { kind: 'set', settings: { pins: ['a'] } });
    expect(titles().done).toEqual(['Set the period', 'Pin a']);
    undo();
    undo();
    expect(useScreen.getState().settings).toEqual(settings);
    redo();
    expect(useScreen.getState().settings).toEqual({
      ...settings,
      period: { from: '2021', to: null, keepsUndated: true },
    });
    undo();
  });

  it('takes a hand’s move back, however many moves it was', () => {
    const before = picture();
    const lay = new Map([
      ['a', [graph.getNodeAttribute('a', 'x'), graph.getNodeAttribute('a', 'y')] as const],
    ]);
    place('a', 40, 40);
    place('a', 50, 60);
    const after = picture();
    keepMoved('Move a', lay);
    undo();
    expect(picture()).toEqual(before);
    redo();
    expect(picture()).toEqual(after);
  });

  it('gives every picture back after any steps', () => {
    const id = fc.constantFrom('a', 'b', 'c', 'd', 'e');
    const some = fc.uniqueArray(id, { maxLength: 4 });
    const link = fc.tuple(id, id).map(([source, target]) => claim(`${source}${target}`, source, target));
    const action: fc.Arbitrary<Action> = fc.oneof(
      fc
        .tuple(some, fc.uniqueArray(link, { selector: (each) => each.id }))
        .map(([nodes, links]) => merge(nodes, links)),
      some.map((nodes): Action => ({ kind: 'dismiss', nodes, relationships: ['ab', 'r'] })),
      some.map((nodes): Action => ({ kind: 'replace', nodes: nodes.map(node), relationships: [] })),
    );
    fc.assert(
      fc.property(fc.array(action, { maxLength: 12 }), (actions) => {
        graph.clear();
        useHistory.setState({ done: [], undone: [] });
        act('Open', merge(['a', 'z']));
        place('a', 5, 6);
        place('z', 5, 5);
        const pictures = [picture()];
        for (const each of actions) {
          const { length } = useHistory.getState().done;
          act('Step', each);
          for (const [index, name] of graph.nodes().entries()) place(name, index, length);
          if (useHistory.getState().done.length > length) pictures.push(picture());
          else pictures[pictures.length - 1] = picture();
        }
        for (let step = pictures.length - 2; step >= 0; step--) {
          undo();
          expect(picture()).toEqual(pictures[step]);
        }
        for (const each of pictures.slice(1)) {
          redo();
          expect(picture()).toEqual(each);
        }
      }),
    );
  });
});
