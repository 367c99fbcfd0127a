/** What can be done with what is selected, as signs; the rest is in the menu. */
import { ActionIcon } from '@mantine/core';
import { Ellipsis } from 'lucide-react';
import { commandOf } from '../../commands/registry.ts';
import { openMenu } from '../../state/asked.ts';
import { useScreen } from '../../state/screen.ts';
import { CommandButton } from './command-button.tsx';

const SHOWN = ['expand', 'expand-by', 'path', 'common', 'pin', 'hide', 'dismiss', 'dismiss-others'];

export function SelectionBar() {
  // what can be done depends on both
  useScreen((state) => state.selection);
  useScreen((state) => state.settings);
  return (
    <div className="selection-bar" role="toolbar" aria-label="With the selection">
      {SHOWN.map((id) => (
        <CommandButton key={id} command={commandOf(id)} />
      ))}
      <ActionIcon
        data-tip="More (Menu, Shift F10)"
        className="command-button"
        variant="subtle"
        color="gray"
        size="lg"
        aria-label="More"
        aria-haspopup="menu"
        onClick={({ currentTarget }) => {
          const { x, y } = currentTarget.getBoundingClientRect();
          openMenu({ x, y });
        }}
      >
        <Ellipsis size={18} aria-hidden />
      </ActionIcon>
    </div>
  );
}
