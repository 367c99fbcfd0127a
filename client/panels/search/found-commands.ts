/** Commands by the words of their titles. */
import type { Command } from '../../commands/command.ts';
import { piecesOf } from './marked.tsx';

/** First in the box: only commands are looked for. */
export const COMMAND_SIGN = '>';

/** Most commands that are shown beside actors and claims. */
const MOST_BESIDE = 3;
/** Shorter words begin too many titles to be meant for one. */
const SHORTEST = 2;

/** What is looked for among commands; null where the box is not asking for commands alone. */
export const commandWords = (text: string): string | null =>
  text.startsWith(COMMAND_SIGN) ? text.slice(COMMAND_SIGN.length).trim() : null;

/**
 * The commands in whose title, label or group every word of `text` begins a word, those whose title begins with it first, then in the
 * order of the registry. After `>` all of them, those that would do nothing now too, last; beside other hits a few that would do something.
 */
export function foundCommands(text: string, commands: readonly Command[]): readonly Command[] {
  const words = commandWords(text);
  const asked = words ?? text.trim();
  if (words === null && asked.length < SHORTEST) return [];
  const able = (command: Command): boolean => command.isEnabled?.() !== false;
  const found = commands
    .filter(
      (command) => command.id !== 'search' && (words !== null || able(command)) && holds(command, asked),
    )
    .map((command, at) => ({ command, at, rank: rank(command, asked) + (able(command) ? 0 : 2) }))
    .toSorted((a, b) => a.rank - b.rank || a.at - b.at)
    .map(({ command }) => command);
  return words === null ? found.slice(0, MOST_BESIDE) : found;
}

function holds({ title, label = '', group }: Command, asked: string): boolean {
  const text = `${title} ${label} ${group}`;
  return asked
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .every((word) => piecesOf(text, word).some(({ isHit }) => isHit));
}

const rank = ({ title, label = title }: Command, asked: string): number =>
  [title, label].some((text) => text.toLowerCase().startsWith(asked.toLowerCase())) ? 0 : 1;
