import { describe, expect, it } from 'vitest';
import { isPressed, keyName, titleWithKey } from '../../../../client/commands/command.ts';

const press = (
  key: string,
  held: Partial<Record<'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey', true>> = {},
) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
});

describe('a key', () => {
  it('is pressed with just the modifiers it names', () => {
    const undo = [press('z', { ctrlKey: true }), press('z', { metaKey: true })];
    const others = [press('z'), press('Z', { ctrlKey: true, shiftKey: true }), press('z', { ctrlKey: true, altKey: true })]; // prettier-ignore
    expect([...undo, ...others].map((event) => isPressed('Mod+Z', event))).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
    expect(isPressed('Mod+Shift+Z', press('Z', { ctrlKey: true, shiftKey: true }))).toBe(true);
  });

  it('is a sign however it is typed', () => {
    expect([isPressed('?', press('?', { shiftKey: true })), isPressed('+', press('+')), isPressed('/', press('/', { shiftKey: true }))]).toEqual([true, true, true]); // prettier-ignore
  });

  it('is printed as on the keyboard', () => {
    expect(['Mod+Shift+Z', '+', 'Escape', '-'].map(keyName)).toEqual(['Ctrl Shift Z', '+', 'Esc', '−']);
    expect(titleWithKey({ title: 'Zoom in', keys: ['+', '='] })).toBe('Zoom in (+)');
  });
});
