/** Every command there is, in the order of the overview. */
import type { Command } from './command.ts';
import { CONNECTING_COMMANDS } from './connecting.ts';
import { HISTORY_COMMANDS } from './history.ts';
import { PANEL_COMMANDS } from './panels.ts';
import { PICTURE_COMMANDS } from './picture.ts';
import { READING_COMMANDS } from './reading.ts';
import { SELECTING_COMMANDS } from './selecting.ts';
import { STORY_COMMANDS } from './story.ts';
import { SELECTION_COMMANDS } from './selection.ts';

export const COMMANDS: readonly Command[] = [
  ...PICTURE_COMMANDS,
  ...SELECTING_COMMANDS,
  ...SELECTION_COMMANDS,
  ...CONNECTING_COMMANDS,
  ...STORY_COMMANDS,
  ...HISTORY_COMMANDS,
  ...READING_COMMANDS,
  ...PANEL_COMMANDS,
];

/** @throws RangeError no command has this id */
export function commandOf(id: string): Command {
  const command = COMMANDS.find((each) => each.id === id);
  if (command === undefined) throw new RangeError(`No command is called ${id}`);
  return command;
}
