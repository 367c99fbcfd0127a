/** While something is hidden by hand: how much, and the way back. */
import { Button } from '@mantine/core';
import { titleWithKey } from '../../commands/command.ts';
import { commandOf } from '../../commands/registry.ts';
import { runCommand } from '../../commands/run-command.ts';
import { hiddenCount } from '../../state/hiding.ts';
import { useScreen } from '../../state/screen.ts';

export function HiddenButton() {
  // the graph is changed in place, and this counts again with every change of the screen
  const count = useScreen(({ settings }) => hiddenCount(settings));
  if (count === 0) return null;
  const command = commandOf('show-hidden');
  const { Icon, label } = command;
  return (
    <Button
      data-tip={titleWithKey(command)}
      className="hidden-button"
      variant="default"
      leftSection={Icon !== undefined && <Icon size={16} aria-hidden />}
      onClick={() => runCommand(command)}
    >
      {label}
    </Button>
  );
}
