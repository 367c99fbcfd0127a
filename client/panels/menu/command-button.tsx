/** A command as a sign to press, with its title and key beside it. Draw it again when what it depends on changes. */
import { ActionIcon } from '@mantine/core';
import type { FloatingPosition } from '@mantine/core';
import { titleWithKey } from '../../commands/command.ts';
import type { Command } from '../../commands/command.ts';
import { runCommand } from '../../commands/run-command.ts';

interface CommandButtonProps {
  readonly command: Command;
  readonly variant?: 'default' | 'subtle';
  readonly position?: FloatingPosition;
}

export function CommandButton({ command, variant = 'subtle', position = 'top' }: CommandButtonProps) {
  const { Icon, label, title, isOn } = command;
  const isEnabled = command.isEnabled?.() !== false;
  const isPressed = isOn?.();
  return (
    <ActionIcon
      data-tip={titleWithKey(command)}
      data-tip-side={position}
      className="command-button"
      variant={isPressed === true ? 'filled' : variant}
      color={isPressed === true ? undefined : 'gray'}
      size="lg"
      aria-label={label ?? title}
      aria-pressed={isPressed}
      // not `disabled`: the focus would be lost with what was selected
      aria-disabled={!isEnabled}
      data-disabled={!isEnabled || undefined}
      onClick={() => runCommand(command)}
    >
      {Icon !== undefined && <Icon size={18} aria-hidden />}
    </ActionIcon>
  );
}
