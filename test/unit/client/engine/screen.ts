/** A screen with an engine whose worker is in this thread. */
import { Answers } from '../../../../client/engine/answers.ts';
import type { FromEngine, ToEngine } from '../../../../client/engine/protocol.ts';
import { ScreenEngine } from '../../../../client/engine/screen-engine.ts';
import type { EngineWorker } from '../../../../client/engine/screen-engine.ts';
import { apply } from '../../../../client/state/actions.ts';
import type { Action } from '../../../../client/state/actions.ts';
import { newScreenGraph } from '../../../../client/state/graph.ts';
import type { Value } from '../../../../graph/model.ts';

export const actor = (id: string, properties: Record<string, string | number> = {}) => ({
  id,
  elementId: `4:x:${id}`,
  labels: ['Actor'],
  properties: { id, ...properties },
});

export const urged = (id: string, source: string, target: string, properties = {}) => ({
  id,
  elementId: `5:x:${id}`,
  type: 'URGED',
  source,
  target,
  properties: { id, ...properties },
});

/** A worker whose messages are copied as those of a real one; `isDeaf` makes it take a message and never answer. */
export class WorkerHere implements EngineWorker {
  isDeaf = false;
  isEnded = false;
  readonly taken: ToEngine[] = [];
  readonly #listeners: ((event: MessageEvent<FromEngine>) => void)[] = [];
  readonly #answers = new Answers((message) => this.#say(message));

  constructor() {
    queueMicrotask(() => this.#say({ kind: 'ready' }));
  }

  addEventListener(type: string, listener: unknown): void {
    if (type === 'message') this.#listeners.push(listener as (event: MessageEvent<FromEngine>) => void);
  }

  postMessage(message: ToEngine): void {
    this.taken.push(message);
    if (!this.isDeaf) void this.#answers.receive(structuredClone(message));
  }

  terminate(): void {
    this.isEnded = true;
  }

  #say(message: FromEngine): void {
    const data = structuredClone(message);
    queueMicrotask(() => {
      if (!this.isEnded)
        for (const listener of this.#listeners) listener({ data } as MessageEvent<FromEngine>);
    });
  }
}

export function newScreen(...actions: readonly Action[]) {
  const graph = newScreenGraph();
  const workers: WorkerHere[] = [];
  const engine = new ScreenEngine(graph, () => {
    const worker = new WorkerHere();
    workers.push(worker);
    return worker;
  });
  const change = (action: Action) => apply(graph, action);
  for (const action of actions) change(action);
  const rows = async (statement: string, parameters?: ReadonlyMap<string, Value>) => {
    const all: (readonly Value[])[] = [];
    for await (const event of engine.ask(statement, { parameters }))
      if (event.event === 'rows') all.push(...event.rows);
    return all;
  };
  return { graph, engine, workers, change, rows };
}

export const PAIR: Action = {
  kind: 'merge',
  nodes: [actor('a'), actor('b')],
  relationships: [urged('r', 'a', 'b')],
};
