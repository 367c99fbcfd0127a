import { describe, expect, it } from 'vitest';
import type { Command } from '../../../../../client/commands/command.ts';
import { COMMANDS } from '../../../../../client/commands/registry.ts';
import { foundCommands } from '../../../../../client/panels/search/found-commands.ts';

const command = (id: string, title: string, more: Partial<Command> = {}): Command => ({
  id,
  title,
  group: 'Picture',
  keys: [],
  run: () => {},
  ...more,
});
const LIST = [
  command('zoom-out', 'Zoom out'),
  command('fit', 'Show everything', { group: 'Panels' }),
  command('hide', 'Hide the selection: it stays loaded', { isEnabled: () => false }),
  command('show', 'Bring back what was hidden', { label: 'Show hidden' }),
];
const ids = (text: string): string[] => foundCommands(text, LIST).map(({ id }) => id);

describe('commands in the one box', () => {
  it('are found by the beginnings of words of their titles, labels and groups, in any order', () => {
    expect(ids('everyth')).toEqual(['fit']);
    expect(ids('out zoom')).toEqual(['zoom-out']);
    expect(ids('panels')).toEqual(['fit']);
    expect(ids('verything')).toEqual([]);
  });

  it('come with those first whose title or label begins with what is typed', () => {
    expect(ids('show')).toEqual(['fit', 'show']);
  });

  it('are left out beside other hits where they would do nothing, and where little is typed', () => {
    expect(ids('hid')).toEqual(['show']);
    expect(ids('z')).toEqual([]);
    expect(ids('')).toEqual([]);
  });

  it('are alone after the sign, all of them where nothing follows, those that would do nothing last', () => {
    expect(ids('>')).toEqual(['zoom-out', 'fit', 'show', 'hide']);
    expect(ids('> hid')).toEqual(['show', 'hide']);
    expect(ids('>z')).toEqual(['zoom-out']);
  });

  it('leave the search itself out, in which they are found', () => {
    expect(foundCommands('>search', COMMANDS).map(({ id }) => id)).not.toContain('search');
    expect(foundCommands('>', COMMANDS)).toHaveLength(COMMANDS.length - 1);
  });
});
