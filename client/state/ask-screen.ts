/**
 * Asks what is on the screen in Cypher: no server takes part. The engine is loaded when it is first wanted, and works in
 * a thread of its own, so that no statement stops the page.
 */
import { EngineUnavailable } from '../engine/unavailable.ts';
import type { AskOptions, ScreenEngine } from '../engine/screen-engine.ts';
import type { Matched } from '../engine/protocol.ts';
import type { Parameters } from '../../graph/model.ts';
import type { ResultEvent } from '../../graph/result.ts';
import { graph } from './screen.ts';

let engine: Promise<ScreenEngine> | null = null;

const load = () => import('../engine/screen-engine.ts');

function screenEngine(): Promise<ScreenEngine> {
  engine ??= load().then(
    (module) => new module.ScreenEngine(graph),
    (cause: unknown) => {
      engine = null;
      throw new EngineUnavailable('The part of the page that answers this could not be loaded.', { cause });
    },
  );
  return engine;
}

/** Loads the engine ahead of the first statement, so that it is there when the server is not. Failing, it is tried again then. */
export function warmScreenEngine(): void {
  screenEngine().then(
    (loaded) => loaded.warm(),
    () => undefined,
  );
}

/**
 * Runs a statement on what is on the screen now: one header, batches of rows, one summary. It sees the elements with their
 * labels, types, properties and element ids as the store gave them; what `id()` gives are numbers of the screen's own.
 * Leaving the iteration early stops the statement.
 *
 * @throws CypherError the statement failed, would write, or went over its bound in time, rows' text or memory
 * @throws EngineUnavailable the engine could not be loaded
 * @throws the signal's reason when aborted, at once whatever the statement does
 */
export async function* askScreen(
  statement: string,
  options: AskOptions = {},
): AsyncGenerator<ResultEvent, void, undefined> {
  yield* (await screenEngine()).ask(statement, options);
}

/** Most rows that are looked at for elements. */
const MAX_MATCHED_ROWS = 1_000_000;

/**
 * Asks the picture which elements match: for filters, selections, rules of style. The elements are taken from wherever they
 * stand in the rows (columns, lists, maps, paths), each once, as ids of the screen; `rows` is how many rows there were.
 *
 * ```ts
 * const { nodes } = await matchOnScreen('MATCH (n)-->() WITH n, count(*) AS c WHERE c > $most RETURN n', new Map([['most', 5n]]));
 * ```
 *
 * @throws as {@link askScreen}
 */
export async function matchOnScreen(
  statement: string,
  parameters?: Parameters,
  signal?: AbortSignal,
): Promise<Matched> {
  return (await screenEngine()).match(statement, { parameters, signal, maxRows: MAX_MATCHED_ROWS });
}
