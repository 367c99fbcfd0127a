/** Something the reader can do: by its key, from the `?` overview, the one box, a menu or a button, all made from the same object. */

import type { LucideIcon } from 'lucide-react';

export type Group = 'Find' | 'Picture' | 'Select' | 'Selection' | 'History' | 'Panels';

export interface Command {
  /** Stable, in kebab case. */
  readonly id: string;
  /** As an order, without a full stop: "Expand the selection". */
  readonly title: string;
  readonly group: Group;
  /** Keys, any of which runs it: `E`, `Shift+Delete`, `Mod+Z` (Ctrl, or ⌘ on a Mac), `?`. Empty where it has none. */
  readonly keys: readonly string[];
  /** As it stands in a menu of the selection: "Expand"; default the title. */
  readonly label?: string;
  readonly Icon?: LucideIcon;
  /** Whether it is on, for what can be on and off. */
  isOn?(): boolean;
  /** Whether it would do something now; default always. */
  isEnabled?(): boolean;
  run(): void | Promise<unknown>;
  /** Said where it fails: "Nothing was added". Default "That did not work". */
  readonly failure?: string;
}

const isMac = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent);

const NAMES: Readonly<Record<string, string>> = {
  Mod: isMac ? '⌘' : 'Ctrl',
  Escape: 'Esc',
  ContextMenu: 'Menu',
  '-': '−',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
};

/** A key as it is printed on the keyboard: `Mod+Z` → "Ctrl Z". */
export const keyName = (key: string): string =>
  key === '+'
    ? key
    : key
        .split('+')
        .map((part) => NAMES[part] ?? part)
        .join(' ');

/** A command's title with its first key, for tooltips: "Fit everything (0)". */
export function titleWithKey({ title, keys: [key] }: Pick<Command, 'title' | 'keys'>): string {
  return key === undefined ? title : `${title} (${keyName(key)})`;
}

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

/** Whether what is pressed is this key. Shift counts for letters and named keys; for `?` or `+` it is how they are typed. */
export function isPressed(
  key: string,
  { key: pressed, ctrlKey, metaKey, shiftKey, altKey }: Pressed,
): boolean {
  const parts = key === '+' ? ['+'] : key.split('+');
  const name = parts.at(-1) as string;
  if (altKey || (ctrlKey || metaKey) !== parts.includes('Mod')) return false;
  if (pressed.toLowerCase() !== name.toLowerCase()) return false;
  const takesShift = /^(\p{L}|\w{2,})$/u.test(name);
  return !takesShift || shiftKey === parts.includes('Shift');
}
