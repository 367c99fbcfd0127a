import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openEmbeddedStore } from '../../../../server/store/embedded.ts';
import { StoreLocked, StoreNotWritable } from '../../../../server/store/embedded/errors.ts';
import { makeFormat1 } from './format-1.ts';
import { rowsOf } from './rows-of.ts';

let parent: string;
let folder: string;
beforeEach(async () => {
  parent = mkdtempSync(join(tmpdir(), 'entente-folder-'));
  folder = join(parent, 'data');
  const store = await openEmbeddedStore({ folder });
  await store.close();
});
afterEach(() => rmSync(parent, { recursive: true }));

/** The bytes of all files that are the store's. */
function fingerprint(): string {
  const hash = createHash('sha256');
  for (const name of readdirSync(folder).toSorted())
    hash.update(name).update(readFileSync(join(folder, name)));
  return hash.digest('hex');
}

/** How opening fails, and whether anything in the folder changed. */
async function refusal(): Promise<{ name: string; message: string; touched: boolean }> {
  const before = fingerprint();
  const error: unknown = await openEmbeddedStore({ folder }).catch((reason: unknown) => reason);
  if (!(error instanceof Error)) throw new Error('It was opened.');
  return { name: error.name, message: error.message, touched: fingerprint() !== before };
}

const refused = (name: string, message: RegExp): object => ({
  name,
  message: expect.stringMatching(message) as string,
  touched: false,
});

describe('opening a folder', () => {
  it('opens again what it made', async () => {
    const store = await openEmbeddedStore({ folder });
    expect(await store.health()).toMatchObject({ nodes: 0, relationships: 0 });
    await expect(openEmbeddedStore({ folder })).rejects.toThrow(StoreLocked);
    await store.close();
  });

  it('leaves a data file that is cut short as it is', async () => {
    truncateSync(join(folder, 'graph.mdb'), statSync(join(folder, 'graph.mdb')).size - 4096);
    expect(await refusal()).toEqual(
      refused('StoreDamaged', /graph.mdb is cut short.*Nothing in it was changed/),
    );
  });

  it('leaves a data file that ends after any of its pages as it is, or opens all of it', async () => {
    rmSync(folder, { recursive: true });
    makeFormat1(folder);
    const people = async (): Promise<unknown> => {
      const store = await openEmbeddedStore({ folder });
      try {
        return await rowsOf(store, 'MATCH (p:Person)-[r]->() RETURN count(DISTINCT p.born), sum(r.since)');
      } finally {
        await store.close();
      }
    };
    const expected = await people();
    const path = join(folder, 'graph.mdb');
    const whole = readFileSync(path);
    let refusals = 0;
    for (let size = 0; size < whole.length; size += 4096) {
      writeFileSync(path, whole.subarray(0, size));
      const before = fingerprint();
      try {
        expect(await people()).toEqual(expected);
      } catch (error) {
        expect(error).toMatchObject({
          name: 'StoreDamaged',
          message: expect.stringMatching(/is empty|is broken|is cut short/) as string,
        });
        expect(fingerprint()).toBe(before);
        refusals++;
      }
    }
    // LMDB keeps no page in reserve at the end
    expect(refusals).toBe(whole.length / 4096);
  });

  it.skipIf(process.getuid?.() === 0)('leaves a folder that it may not write as it is', async () => {
    const before = fingerprint();
    chmodSync(folder, 0o555);
    try {
      await expect(openEmbeddedStore({ folder })).rejects.toThrow(/this user may not write there/);
    } finally {
      chmodSync(folder, 0o755);
    }
    expect(fingerprint()).toBe(before);
  });

  it('leaves an empty, a foreign and a missing data file as they are', async () => {
    truncateSync(join(folder, 'graph.mdb'), 0);
    expect(await refusal()).toEqual(refused('StoreDamaged', /is empty/));
    writeFileSync(join(folder, 'graph.mdb'), 'SQLite format 3\0'.repeat(1000));
    expect(await refusal()).toEqual(refused('StoreDamaged', /is not an LMDB file/));
    rmSync(join(folder, 'graph.mdb'));
    expect(await refusal()).toEqual(refused('StoreDamaged', /is missing/));
  });

  it('leaves the data file of another store as it is', async () => {
    const other = await openEmbeddedStore({ folder: join(parent, 'other') });
    await other.close();
    cpSync(join(parent, 'other', 'graph.mdb'), join(folder, 'graph.mdb'));
    expect(await refusal()).toEqual(refused('StoreDamaged', /not the one that belongs there/));
  });

  it('leaves a newer format as it is', async () => {
    const meta = JSON.parse(readFileSync(join(folder, 'entente.json'), 'utf8')) as object;
    writeFileSync(join(folder, 'entente.json'), JSON.stringify({ ...meta, format: 99 }));
    expect(await refusal()).toEqual(refused('StoreFormatUnknown', /format 99.*up to 2/));
  });

  it('leaves a folder of other files and broken meta data as they are', async () => {
    writeFileSync(join(folder, 'entente.json'), '{"kind": "entente em');
    expect(await refusal()).toEqual(refused('StoreDamaged', /entente.json is not JSON/));
    writeFileSync(join(folder, 'entente.json'), '{"kind": "something else"}');
    expect(await refusal()).toEqual(refused('StoreDamaged', /not that of a store/));
    rmSync(join(folder, 'entente.json'));
    expect(await refusal()).toEqual(
      refused('StoreDamaged', /no entente.json in it, but other files \(graph.mdb/),
    );
  });

  it('opens where views were kept before there was a store', async () => {
    const early = join(parent, 'early');
    mkdirSync(join(early, 'views'), { recursive: true });
    writeFileSync(join(early, 'views', '0'.repeat(19)), 'abc');
    const store = await openEmbeddedStore({ folder: early });
    await store.close();
    expect(readFileSync(join(early, 'views', '0'.repeat(19)), 'utf8')).toBe('abc');
  });

  it('finishes a store whose creation was cut short', async () => {
    const meta = JSON.parse(readFileSync(join(folder, 'entente.json'), 'utf8')) as object;
    writeFileSync(join(folder, 'entente.json'), JSON.stringify({ ...meta, complete: false }));
    truncateSync(join(folder, 'graph.mdb'), 100);
    const store = await openEmbeddedStore({ folder });
    expect(await store.health()).toMatchObject({ nodes: 0 });
    await store.close();
  });

  it('tells of a path that is a file, or that cannot be written', async () => {
    writeFileSync(join(parent, 'file'), 'text');
    await expect(openEmbeddedStore({ folder: join(parent, 'file') })).rejects.toThrow(StoreNotWritable);
    await expect(openEmbeddedStore({ folder: join(parent, 'file') })).rejects.toThrow(
      /is a file, not a folder/,
    );
    await expect(openEmbeddedStore({ folder: join(parent, 'file', 'data') })).rejects.toThrow(
      StoreNotWritable,
    );
    await expect(openEmbeddedStore({ folder: '/proc/entente' })).rejects.toThrow(StoreNotWritable);
    expect(readFileSync(join(parent, 'file'), 'utf8')).toBe('text');
  });
});
