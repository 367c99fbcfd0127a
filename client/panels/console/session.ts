/** What the console holds: the statement, what it is asked of, what became of it, and what was run before. One statement runs at a time. */
import { create } from 'zustand';
import type { Value } from '../../../graph/model.ts';
import type { ApiError } from '../../api.ts';
import { asApiError } from '../../state/explore.ts';
import { remember, remembered } from '../../state/memory.ts';
import { announce, useScreen } from '../../state/screen.ts';
import { counted } from '../../state/words.ts';
import { warmScreenEngine } from '../../state/ask-screen.ts';
import { runOnScreen } from './run-on-screen.ts';
import { runStatement, StatementError } from './run-statement.ts';
import type { ResultSummary, RunEvent } from './run-statement.ts';

/** Most rows kept in the page. What is beyond them is told; an export takes everything. */
export const MAX_ROWS = 10_000;
const HISTORY = 50;
const STORAGE = 'entente.console';

export type Outcome =
  | { readonly kind: 'running' }
  | { readonly kind: 'done'; readonly ms: number; readonly summary: ResultSummary; readonly cut: boolean }
  | { readonly kind: 'failed'; readonly error: StatementError | ApiError }
  | { readonly kind: 'stopped' };

/** What a statement is asked of: all that the server has, or what is on the screen. */
export type Source = 'store' | 'screen';

export interface Result {
  readonly statement: string;
  readonly source: Source;
  readonly fields: readonly string[];
  /** Grows while the statement runs; a new array each time. */
  readonly rows: readonly (readonly Value[])[];
  readonly outcome: Outcome;
}

interface Session {
  readonly statement: string;
  readonly source: Source;
  /** Latest first. */
  readonly history: readonly string[];
  readonly result: Result | null;
}

export const FIRST_STATEMENT = `// What did Russia ask of the Taliban?
MATCH (russia:Actor {id: 'russia'})-[claim:URGED|CALLED_ON]->(asked)
RETURN russia, claim, asked`;

export const useConsole = create<Session>(() => ({
  statement: FIRST_STATEMENT,
  source: 'store',
  history: [],
  result: null,
  ...former(),
}));

useConsole.subscribe(({ statement, source, history }, before) => {
  if (statement === before.statement && source === before.source && history === before.history) return;
  remember(STORAGE, JSON.stringify({ statement, source, history }));
});

let running: AbortController | null = null;

/** @param source what is asked from now on */
export function setSource(source: Source): void {
  if (source === 'screen') warmScreenEngine();
  useConsole.setState({ source });
}

export const setStatement = (statement: string): void => useConsole.setState({ statement });

/** Runs what is in the editor, in place of what is running. */
export async function run(): Promise<void> {
  const { statement, source, history } = useConsole.getState();
  if (statement.trim() === '') return;
  stop();
  const controller = new AbortController();
  running = controller;
  const show = (change: Partial<Result>): void => {
    // a later run has taken the place of this one
    if (running !== controller && running !== null) return;
    useConsole.setState(({ result }) => (result === null ? {} : { result: { ...result, ...change } }));
  };
  useConsole.setState({
    history: [statement, ...history.filter((earlier) => earlier !== statement)].slice(0, HISTORY),
    result: { statement, source, fields: [], rows: [], outcome: { kind: 'running' } },
  });
  const begin = performance.now();
  const rows: (readonly Value[])[] = [];
  const done = (summary: ResultSummary, cut: boolean): void => {
    show({ outcome: { kind: 'done', ms: performance.now() - begin, summary, cut } });
    announce(`${counted(rows.length, 'row', 'rows')}.`);
  };
  try {
    for await (const event of eventsOf(statement, source, controller.signal)) {
      if (event.event === 'header') show({ fields: event.fields });
      if (event.event === 'summary') {
        done(event.summary, event.summary.truncated);
        break;
      }
      if (event.event !== 'rows') continue;
      for (const row of event.rows) rows.push(row);
      show({ rows: [...rows] });
    }
  } catch (error) {
    if (controller.signal.aborted) return show({ outcome: { kind: 'stopped' } });
    const failure = error instanceof StatementError ? error : asApiError(error);
    show({ outcome: { kind: 'failed', error: failure } });
    announce(`The statement failed. ${failure.message}`);
  } finally {
    if (running === controller) running = null;
  }
}

function eventsOf(statement: string, source: Source, signal: AbortSignal): AsyncGenerator<RunEvent> {
  if (source === 'screen') return runOnScreen(statement, MAX_ROWS, signal);
  const { health } = useScreen.getState();
  const access = health?.allowWrites === true ? 'Write' : 'Read';
  return runStatement(health?.database ?? 'neo4j', statement, access, signal, MAX_ROWS);
}

/** Stops what is running, in the store too; nothing where nothing is. */
export function stop(): void {
  running?.abort();
  running = null;
}

function former(): Partial<Session> {
  try {
    const { statement, source, history } = JSON.parse(remembered(STORAGE) ?? '{}') as Partial<Session>;
    return {
      ...(typeof statement === 'string' ? { statement } : {}),
      ...(source === 'screen' ? { source } : {}),
      ...(Array.isArray(history) ? { history: history.filter((item) => typeof item === 'string') } : {}),
    };
  } catch {
    return {};
  }
}
