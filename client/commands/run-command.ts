/** Carries out a command; what goes wrong is said, and nothing else of the page suffers. */
import { notifyFailure } from '../panels/status/notify.tsx';
import type { Command } from './command.ts';

/** @returns whether it was to be carried out now */
export function runCommand(command: Command): boolean {
  if (command.isEnabled?.() === false) return false;
  const failed = (error: unknown): void => notifyFailure(command.failure ?? 'That did not work', error);
  try {
    void Promise.resolve(command.run()).catch(failed);
  } catch (error) {
    failed(error);
  }
  return true;
}
