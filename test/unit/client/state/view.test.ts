import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apply } from '../../../../client/state/actions.ts';
import { newScreenGraph } from '../../../../client/state/graph.ts';
import { NOTHING } from '../../../../client/state/selection.ts';
import { DEFAULT_SETTINGS } from '../../../../client/state/settings.ts';
import type { Layout } from '../../../../client/state/settings.ts';
import { decodeView, encodeView, viewOf, ViewUnreadable } from '../../../../client/state/view.ts';
import type { View } from '../../../../client/state/view.ts';

const view: View = {
  version: 2,
  nodes: [
    ['russia', -12, 40],
    ['5:a:1', 0, 3],
  ],
  relationships: ['hosted'],
  selection: { nodes: [], relationships: ['hosted'] },
  settings: { hiddenKinds: ['Place'], period: { from: '2021', to: null, keepsUndated: true } },
  part: [-1.5, 2, 3, 4],
};

describe('a view', () => {
  it('is what is on the screen, in whole pixels', () => {
    const graph = newScreenGraph();
    const node = (id: string) => ({ id, elementId: `4:x:${id}`, labels: [], properties: {} });
    apply(graph, {
      kind: 'merge',
      nodes: [node('a'), node('b')],
      relationships: [
        { id: 'r', elementId: '5:x:1', type: 'URGED', source: 'a', target: 'b', properties: {} },
      ],
    });
    apply(graph, { kind: 'move', positions: new Map([['a', [1.4, -2.6]]]) });
    const settings = { ...DEFAULT_SETTINGS, pins: ['a'] };
    expect(viewOf(graph, { settings, selection: NOTHING, part: null })).toEqual({
      version: 2,
      nodes: [
        ['a', 1, -3],
        ['b', 0, 0],
      ],
      relationships: ['r'],
      selection: NOTHING,
      settings: { pins: ['a'] },
      part: null,
    });
  });

  it('survives being a text of letters that a link may hold', async () => {
    const text = await encodeView(view);
    expect(text).toMatch(/^[\w-]+$/);
    expect(await decodeView(text)).toEqual(view);
  });

  it('of the first version is still opened', async () => {
    const { nodes, relationships, part } = view;
    const first = { version: 1, nodes, relationships, part, kinds: [], tones: [], selection: { kind: 'node', id: 'russia' } }; // prettier-ignore
    const text = await encodeView(first as unknown as View);
    const selection = { nodes: ['russia'], relationships: [] };
    expect(await decodeView(text)).toEqual({ ...view, selection, settings: {} });
  });

  it('has what a layout has drawn, also where that has no value', async () => {
    const layout: Layout = {
      kind: 'concentric',
      measure: { by: 'degree' },
      guides: [
        { kind: 'ring', radius: 40.5, low: 1, high: 9, count: 3 },
        { kind: 'ring', radius: 90, low: NaN, high: NaN, count: 2 },
        { kind: 'band', axis: 'x', from: -1, to: 1, label: '', count: 2 },
        { kind: 'tick', axis: 'y', at: 0, label: '2021' },
      ],
    };
    const drawn: View = { ...view, settings: { layout } };
    expect(await decodeView(await encodeView(drawn))).toEqual(drawn);
  });

  it('made when one property grouped all that is shown is still opened', async () => {
    for (const [former, groupBy] of [
      [{ property: 'status' }, [{ property: 'status' }]],
      [null, []],
    ] as const) {
      const text = await encodeView({ ...view, settings: { groupBy: former } } as unknown as View);
      expect((await decodeView(text)).settings).toEqual({ groupBy });
    }
  });

  it('survives with any ids in it', async () => {
    const id = fc.string({ unit: 'grapheme' });
    await fc.assert(
      fc.asyncProperty(fc.array(id), async (ids) => {
        const any: View = { ...view, nodes: ids.map((each, x) => [each, x, x + 1]), relationships: ids };
        expect(await decodeView(await encodeView(any))).toEqual(any);
      }),
      { numRuns: 30 },
    );
  });

  it('that was cut, changed or made by a later page is refused', async () => {
    const text = await encodeView(view);
    const later = await encodeView({ ...view, version: 3 } as unknown as View);
    const far = await encodeView({ ...view, nodes: [['a', 1e12, 0]] });
    for (const bad of ['', 'a', '%%%', text.slice(0, -6), `AAAA${text}`, later, far])
      await expect(decodeView(bad)).rejects.toThrow(ViewUnreadable);
  });

  it('that would unpack to more than a page can hold is refused', async () => {
    const bomb = await encodeView({ ...view, relationships: ['0'.repeat(17 * 2 ** 20)] });
    expect(bomb.length).toBeLessThan(30_000);
    await expect(decodeView(bomb)).rejects.toThrow(ViewUnreadable);
  });
});
