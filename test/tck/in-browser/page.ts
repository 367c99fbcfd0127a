/** The page around the worker: what a test calls. */
import type { Outcomes, ToRun } from './worker.ts';

const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });

function run(
  scenarios: ToRun['scenarios'],
  graphs: readonly (readonly [string, string])[],
): Promise<Outcomes> {
  return new Promise((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<Outcomes>) => resolve(data), { once: true });
    worker.addEventListener('error', ({ message }) => reject(new Error(message)), { once: true });
    worker.postMessage({ scenarios, graphs: new Map(graphs) } satisfies ToRun, []);
  });
}

declare global {
  interface Window {
    runScenarios: typeof run;
  }
}
window.runScenarios = run;
