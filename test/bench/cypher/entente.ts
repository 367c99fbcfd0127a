import type { Parameters, Value } from '../../../graph/model.ts';
import { openEmbeddedStore } from '../../../server/store/embedded.ts';
import { uniqueId, type Engine } from './engine.ts';
import type { Plain } from './graph.ts';

/** Bounds as a loader has them; none of them is near. */
const BOUNDS = { access: 'write', timeoutMs: 600_000 } as const;

/** Our own engine, in this process, over the embedded store in a folder. */
export async function openEntente(folder: string): Promise<Engine> {
  const store = await openEmbeddedStore({ folder });
  return {
    indexId: uniqueId,
    parameters: (plain): Parameters =>
      new Map(Object.entries(plain).map(([key, value]) => [key, valueOf(value)])),
    async run(statement, parameters) {
      const rows: (readonly Value[])[] = [];
      for await (const event of store.run(statement, parameters as Parameters | undefined, BOUNDS))
        if (event.event === 'rows') for (const row of event.rows) rows.push(row);
      return rows;
    },
    plain: (row) => (row as readonly Value[]).map(plainOf),
    async drain(statement) {
      let rows = 0;
      for await (const event of store.run(statement, undefined, BOUNDS))
        if (event.event === 'rows') rows += event.rows.length;
      return rows;
    },
    close: () => store.close(),
  };
}

function valueOf(plain: Plain): Value {
  if (plain === null || typeof plain !== 'object') return plain;
  if (Array.isArray(plain)) return (plain as readonly Plain[]).map(valueOf);
  return new Map(Object.entries(plain).map(([key, value]) => [key, valueOf(value)]));
}

function plainOf(value: Value): unknown {
  if (typeof value === 'bigint') return Number(value);
  return Array.isArray(value) ? (value as readonly Value[]).map(plainOf) : value;
}
