import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { MemoryGraph } from '../../../../../graph/memory/memory-graph.ts';
import { execute, prepare, type Prepared } from '../../../../../graph/query/engine.ts';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** Runs a statement with a list of rows, and gives what tells whether the list is still held. */
async function run(prepared: Prepared): Promise<WeakRef<object>> {
  const rows = Array.from({ length: 10 }, (_, i) => new Map([['id', BigInt(i)]]));
  const snapshot = new MemoryGraph().read();
  let sum: unknown = null;
  for await (const event of execute(prepared, snapshot, new Map([['rows', rows]])))
    if (event.event === 'rows') sum = event.rows[0]?.[0];
  expect(sum).toBe(45n);
  snapshot.release();
  return new WeakRef(rows);
}

describe('a plan', () => {
  it('that is kept holds on to none of the parameters of its last run', async () => {
    const prepared = prepare('UNWIND $rows AS row RETURN sum(row.id)');
    const rows = await run(prepared);
    await new Promise((resolve) => setTimeout(resolve));
    collectGarbage();
    expect(rows.deref()).toBeUndefined();
  });
});
