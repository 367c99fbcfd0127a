/** The keys of the commands, anywhere on the page. */
import { useEffect } from 'react';
import { isPressed } from './command.ts';
import { isLetterKey, useLetterKeys } from './letter-keys.ts';
import { COMMANDS } from './registry.ts';
import { runCommand } from './run-command.ts';

/** What is typed belongs to the field, a dialog or an open menu has keys of its own; search can be reached from everywhere. */
export function useShortcuts(): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.defaultPrevented) return;
      if (isLetterKey(event) && !useLetterKeys.getState().areOn) return;
      const isElsewhere =
        isTyping(event.target) ||
        // one that this very key has closed is asked for by where the key was pressed
        (event.target instanceof Element && event.target.closest('[role="menu"]') !== null) ||
        document.querySelector('[role="dialog"][aria-modal="true"], [role="menu"]') !== null;
      const command = COMMANDS.find(
        ({ keys, id }) =>
          keys.some((key) => isPressed(key, event)) &&
          (!isElsewhere || (id === 'search' && (event.ctrlKey || event.metaKey))),
      );
      if (command !== undefined && runCommand(command)) event.preventDefault();
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, []);
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
