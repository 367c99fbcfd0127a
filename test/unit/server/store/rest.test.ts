import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MemoryGraph } from '../../../../graph/memory/memory-graph.ts';
import { readCheckpoint } from '../../../../server/store/embedded/checkpoint.ts';
import { completeMeta, createMeta, inspectFolder } from '../../../../server/store/embedded/folder.ts';
import { RecordLog } from '../../../../server/store/embedded/record-log.ts';
import { decodeState, META_STATE, openRecords } from '../../../../server/store/embedded/records.ts';
import { openEmbeddedStore } from '../../../../server/store/embedded.ts';
import { rowsOf } from './rows-of.ts';

const FILE = 'graph.columns';

let parent: string;
let folder: string;
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'entente-rest-'));
  folder = join(parent, 'data');
});
afterEach(() => rmSync(parent, { recursive: true }));

/** The folder as a kill would leave it now. */
function killed(): string {
  const copy = join(parent, 'copy');
  rmSync(copy, { recursive: true, force: true });
  cpSync(folder, copy, { recursive: true });
  rmSync(join(copy, 'lock'), { force: true });
  return copy;
}

/** Whether opening the folder takes up the graph that was put away. */
async function takesCheckpoint(of: string): Promise<boolean> {
  const records = openRecords(of);
  const { mark } = decodeState(records.getBinary(META_STATE)!);
  await records.close();
  return readCheckpoint(of, { uuid: inspectFolder(of)!.uuid, mark }) !== null;
}

async function until(holds: () => boolean): Promise<void> {
  for (let waitedMs = 0; !holds() && waitedMs < 20_000; waitedMs += 20) await sleep(20);
  expect(holds()).toBe(true);
}

describe('a store at rest', () => {
  it('puts away what has changed, so that opening after a kill need not read every record', async () => {
    const store = await openEmbeddedStore({ folder, restAfterMs: 5 });
    await rowsOf(store, 'UNWIND range(1, 25000) AS n CREATE (:Many {n: n})', {}, 'write');
    expect(existsSync(join(folder, FILE))).toBe(false);
    await until(() => existsSync(join(folder, FILE)));
    expect(await takesCheckpoint(killed())).toBe(true);

    // too little to be put away; it is read from the records
    await rowsOf(store, 'MATCH (m:Many {n: 1}) SET m.n = 0', {}, 'write');
    const before = readFileSync(join(folder, FILE));
    await sleep(200);
    expect(readFileSync(join(folder, FILE)).equals(before)).toBe(true);
    expect(await takesCheckpoint(killed())).toBe(false);
    const copy = await openEmbeddedStore({ folder: killed(), restAfterMs: 5 });
    expect(await rowsOf(copy, 'MATCH (m:Many) RETURN count(m), min(m.n), max(m.n)')).toEqual([
      [25_000n, 0n, 25_000n],
    ]);
    await copy.close();
    await store.close();
    expect(await takesCheckpoint(folder)).toBe(true);
  });

  it('does so too after it had to read every record', async () => {
    const store = await openEmbeddedStore({ folder });
    await rowsOf(store, 'UNWIND range(1, 25000) AS n CREATE (:Many {n: n})', {}, 'write');
    await store.close();
    rmSync(join(folder, FILE));
    const opened = await openEmbeddedStore({ folder, restAfterMs: 5 });
    await until(() => existsSync(join(folder, FILE)));
    expect(await takesCheckpoint(killed())).toBe(true);
    await opened.close();
  });

  it('gives back the memory that nothing holds any more', async () => {
    const store = await openEmbeddedStore({ folder, restAfterMs: 5 });
    await rowsOf(store, 'UNWIND range(1, 25000) AS n CREATE (:Many {n: n})', {}, 'write');
    const held = { something: 1 };
    const [kept, dropped] = [new WeakRef(held), new WeakRef({ something: 1 })];
    await until(() => dropped.deref() === undefined);
    expect(kept.deref()).toBe(held);
    await store.close();
  });

  it('is disturbed by whoever writes, and leaves what was put away before', async () => {
    mkdirSync(folder);
    const meta = createMeta(folder);
    const log = new RecordLog(folder, meta);
    await log.create(meta);
    completeMeta(folder, meta);
    const graph = new MemoryGraph(meta.uuid);
    log.load(graph);
    const write = async (nodes: number, commits: number): Promise<void> => {
      const writer = await graph.write();
      for (let i = 0; i < nodes; i++) writer.createNode();
      await log.append(writer.prepare(), commits);
      writer.commit();
    };
    expect(log.isDue).toBe(false);
    await write(20_000, 1);
    expect(log.isDue).toBe(true);
    for (const _ of log.checkpointSteps());
    expect(log.isDue).toBe(false);
    const before = readFileSync(join(folder, FILE));

    await write(20_000, 2);
    const steps = log.checkpointSteps();
    expect(steps.next().done).toBe(false);
    expect(existsSync(join(folder, `${FILE}.new`))).toBe(true);
    // also one that changes its mind
    (await graph.write()).rollback();
    expect(steps.next().done).toBe(true);
    expect(existsSync(join(folder, `${FILE}.new`))).toBe(false);
    expect(readFileSync(join(folder, FILE)).equals(before)).toBe(true);
    expect(log.isDue).toBe(true);
    await log.close();
    expect(await takesCheckpoint(folder)).toBe(true);
  });
});
