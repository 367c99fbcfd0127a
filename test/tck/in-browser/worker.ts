/** Runs scenarios in a worker of a browser: the same code that runs them in Node. */
import { runScenario } from '../scenario.ts';
import type { Scenario } from '../scenario.ts';

export interface ToRun {
  readonly scenarios: readonly Scenario[];
  readonly graphs: ReadonlyMap<string, string>;
}

/** What was not as the scenario has it, by its id; null where all was. */
export type Outcomes = readonly (readonly [id: string, difference: string | null])[];

addEventListener('message', ({ data }: MessageEvent<ToRun>) => {
  void runAll(data).then((outcomes) => postMessage(outcomes, []));
});

async function runAll({ scenarios, graphs }: ToRun): Promise<Outcomes> {
  const outcomes: [string, string | null][] = [];
  for (const scenario of scenarios) {
    // one after the other: a scenario has the thread to itself anyway
    // oxlint-disable-next-line no-await-in-loop
    const difference = await runScenario(scenario, graphs).catch((error: unknown) =>
      error instanceof Error ? `crashed: ${error.stack ?? error.message}` : String(error),
    );
    outcomes.push([scenario.id, difference]);
  }
  return outcomes;
}
