/**
 * Whether a key that is a letter or a sign runs its command. Who speaks to the page, or hits keys by chance, can turn them off; what takes
 * Ctrl or ⌘, and Escape, Delete and the arrows, stay.
 *
 * @see https://www.w3.org/WAI/WCAG22/Understanding/character-key-shortcuts
 */
import { create } from 'zustand';
import { remember, remembered } from '../state/memory.ts';

const STORAGE = 'entente-letter-keys';

export const useLetterKeys = create<{ readonly areOn: boolean }>(() => ({
  areOn: remembered(STORAGE) !== 'off',
}));

export function setLetterKeys(areOn: boolean): void {
  useLetterKeys.setState({ areOn });
  remember(STORAGE, areOn ? null : 'off');
}

/** Whether what is pressed is a letter or a sign, without Ctrl or ⌘. */
export const isLetterKey = ({
  key,
  ctrlKey,
  metaKey,
}: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey'>): boolean =>
  !ctrlKey && !metaKey && [...key].length === 1 && key !== ' ';
