/** Keys that work anywhere on the page, unless something is being typed. The table is also what the help shows. */
import { useEffect } from 'react';
import { shownPicture } from '../../picture/shown.ts';
import { clearEmphasis, select, useScreen } from '../../state/screen.ts';
import { dismiss, expand } from '../../state/commands.ts';
import { redo, undo } from '../../state/history.ts';
import { toggleConsole } from '../console/session.ts';
import { focusSearch } from '../search/focus.ts';
import { notifyFailure } from '../status/notify.tsx';

export const SHORTCUTS: readonly { readonly keys: readonly string[]; readonly what: string }[] = [
  { keys: ['/', 'Ctrl K'], what: 'Search' },
  { keys: ['← ↑ ↓ →'], what: 'Walk through the picture, when it has the focus' },
  { keys: ['Enter'], what: 'Open what is marked' },
  { keys: ['E'], what: 'Expand the selected actor or event' },
  { keys: ['Delete'], what: 'Take the selection off the screen' },
  { keys: ['Ctrl Z', 'Ctrl Shift Z'], what: 'Undo, redo what was done to the picture' },
  { keys: ['+', '−'], what: 'Zoom' },
  { keys: ['0'], what: 'Show everything' },
  { keys: ['Esc'], what: 'Let go of the selection' },
  { keys: ['C'], what: 'The Cypher console; Ctrl Enter runs, Ctrl ↑ recalls' },
  { keys: ['?'], what: 'This help' },
];

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

export function useShortcuts({ onHelp }: { readonly onHelp: () => void }): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if ((event.metaKey || event.ctrlKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        focusSearch();
        return;
      }
      if (event.defaultPrevented || event.altKey) return;
      // a dialog or an open menu has keys of its own, and text an undo of its own
      if (isTyping(event.target) || document.querySelector('[role="dialog"][aria-modal="true"]') !== null)
        return;
      const isCommand = event.metaKey || event.ctrlKey;
      if (isCommand ? turnBack(event) : act(event.key, onHelp)) event.preventDefault();
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, [onHelp]);
}

function turnBack({ key, shiftKey }: KeyboardEvent): boolean {
  const isUndo = key.toLowerCase() === 'z' && !shiftKey;
  const isRedo = (key.toLowerCase() === 'z' && shiftKey) || key.toLowerCase() === 'y';
  if (isUndo) undo();
  if (isRedo) redo();
  return isUndo || isRedo;
}

function act(key: string, onHelp: () => void): boolean {
  const { selection } = useScreen.getState();
  const picture = shownPicture();
  switch (key) {
    case '/':
      focusSearch();
      return true;
    case 'c':
      toggleConsole();
      return true;
    case '?':
      onHelp();
      return true;
    case 'Escape':
      if (selection === null) clearEmphasis();
      else select(null);
      return true;
    case '+':
    case '=':
      picture?.zoom(1.5);
      return true;
    case '-':
      picture?.zoom(1 / 1.5);
      return true;
    case '0':
      picture?.fit();
      return true;
    case 'e':
      if (selection?.kind === 'node')
        void expand(selection.id).catch((error: unknown) => notifyFailure('Nothing was added', error));
      return selection?.kind === 'node';
    case 'Delete':
    case 'Backspace':
      if (selection !== null) dismiss(selection);
      return selection !== null;
    default:
      return false;
  }
}
