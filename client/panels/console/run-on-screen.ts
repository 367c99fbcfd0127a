/** Runs a statement on what is on the screen, and gives what comes as `runStatement` does. */
import { CypherError } from '../../../graph/errors.ts';
import { ApiError } from '../../api.ts';
import { EngineUnavailable } from '../../engine/unavailable.ts';
import { askScreen } from '../../state/ask-screen.ts';
import { changesOf, StatementError } from './run-statement.ts';
import type { RunEvent } from './run-statement.ts';

/** The code of a statement that would write where it may not. */
export const WRITES = 'Neo.ClientError.Statement.AccessMode';

/**
 * @throws StatementError the statement is at fault; ApiError the engine could not be loaded; the signal's reason when aborted
 */
export async function* runOnScreen(
  statement: string,
  maxRows: number,
  signal: AbortSignal,
): AsyncGenerator<RunEvent> {
  try {
    for await (const event of askScreen(statement, { maxRows, signal })) {
      if (event.event !== 'summary') yield event;
      else {
        const { counters, notifications, plan = null, truncated } = event.summary;
        yield {
          event: 'summary',
          summary: { counters: changesOf(counters), notifications, plan, truncated },
        };
      }
    }
  } catch (error) {
    if (error instanceof CypherError) throw new StatementError(error.code, error.message);
    if (error instanceof EngineUnavailable)
      throw new ApiError(
        'The screen cannot be asked yet',
        'The part of the page that answers is loaded when it is first wanted, and the server that has it cannot be reached. Run the statement again when it is back.',
        0,
        { cause: error },
      );
    throw error;
  }
}
