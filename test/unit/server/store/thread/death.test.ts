import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Value } from '../../../../../graph/model.ts';
import type { Store } from '../../../../../server/store/store.ts';
import { openThreadStore } from '../../../../../server/store/thread/store.ts';

let folder: string;
let store: Store;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'entente-store-'));
  // a bound on statements far above what the thread's heap can hold
  store = await openThreadStore({
    folder,
    maxHeapMb: 96,
    maxMemoryBytes: 2 ** 40,
    maxSharedMemoryBytes: 2 ** 40,
  });
  vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

async function rows(statement: string, access: 'read' | 'write' = 'read'): Promise<Value[][]> {
  const found: Value[][] = [];
  for await (const event of store.run(statement, new Map(), { access }))
    if (event.event === 'rows') found.push(...event.rows.map((row) => [...row]));
  return found;
}

const GREEDY = 'UNWIND range(1, 100000000) AS x RETURN size(collect([x, toString(x)]))';

describe('the death of the engine’s thread', () => {
  it('fails what ran with what happened, and the store opens again with all that was committed', async () => {
    await rows("CREATE (:Kept {name: 'kept'})", 'write');
    const tx = await store.begin({ access: 'write' });
    await expect(rows(GREEDY)).rejects.toMatchObject({
      name: 'CypherError',
      code: 'Neo.TransientError.General.OutOfMemoryError',
    });
    expect(await rows('MATCH (n) RETURN n.name')).toEqual([['kept']]);
    expect(await store.health()).toMatchObject({ nodes: 1, relationships: 0 });
    await expect(tx.commit()).rejects.toMatchObject({ code: 'Neo.TransientError.General.OutOfMemoryError' });
    await rows('CREATE (:After)', 'write');
    expect(await rows('MATCH (n) RETURN count(n)')).toEqual([[2n]]);
  }, 60_000);

  it('may come again', async () => {
    for (let round = 0; round < 2; round++) {
      await expect(rows(GREEDY)).rejects.toMatchObject({
        code: 'Neo.TransientError.General.OutOfMemoryError',
      });
      expect(await rows('RETURN 1')).toEqual([[1n]]);
    }
  }, 60_000);
});
