import { describe, expect, it } from 'vitest';
import {
  NOTHING,
  selectionOf,
  soleElement,
  those,
  toggled,
  united,
} from '../../../../client/state/selection.ts';

const russia = { kind: 'node', id: 'russia' } as const;
const hosted = { kind: 'relationship', id: 'hosted' } as const;
const both = { nodes: ['russia'], relationships: ['hosted'] };

describe('a selection', () => {
  it('has a sole element where it has one', () => {
    expect([selectionOf(russia), selectionOf(hosted), both, NOTHING].map(soleElement)).toEqual([
      russia,
      hosted,
      null,
      null,
    ]);
  });

  it('takes an element in, and lets it go again', () => {
    const more = toggled(selectionOf(russia), hosted);
    expect(more).toEqual(both);
    expect(toggled(more, russia)).toEqual(selectionOf(hosted));
  });

  it('joins with another without saying anything twice', () => {
    expect(united(both, { nodes: ['iran', 'russia'], relationships: [] })).toEqual({
      nodes: ['russia', 'iran'],
      relationships: ['hosted'],
    });
  });

  it('stays the same object while all of it is there', () => {
    expect(those(both, () => true)).toBe(both);
    expect(those(both, ({ kind }) => kind === 'node')).toEqual(selectionOf(russia));
  });
});
