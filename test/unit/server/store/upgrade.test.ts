import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Value } from '../../../../graph/model.ts';
import { openEmbeddedStore } from '../../../../server/store/embedded.ts';
import { StoreFormatUnknown } from '../../../../server/store/embedded/errors.ts';
import {
  META_FORMAT,
  META_STATE,
  decodeState,
  openRecords,
} from '../../../../server/store/embedded/records.ts';
import { makeFormat1 } from './format-1.ts';
import { rowsOf } from './rows-of.ts';

const UUID = '206ed372-228d-48ac-97d9-5bfa119e238d';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'entente-upgrade-'));
  makeFormat1(folder);
});
afterEach(() => rmSync(folder, { recursive: true }));

const meta = (): unknown => JSON.parse(readFileSync(join(folder, 'entente.json'), 'utf8'));
const inMeta = (changes: object): void =>
  writeFileSync(join(folder, 'entente.json'), JSON.stringify({ ...(meta() as object), ...changes }));

const bytes = (): string =>
  ['entente.json', 'graph.mdb'].map((name) => readFileSync(join(folder, name)).toString('hex')).join();

async function inRecords<T>(use: (records: ReturnType<typeof openRecords>) => T): Promise<T> {
  const records = openRecords(folder);
  try {
    return use(records);
  } finally {
    await records.close();
  }
}

async function contents(): Promise<Value[][][]> {
  const store = await openEmbeddedStore({ folder });
  try {
    return [
      await rowsOf(
        store,
        'MATCH (p:Person) RETURN count(p), count(p.name), sum(p.id), max(toString(p.born))',
      ),
      await rowsOf(store, 'MATCH (p:Author) RETURN count(p)'),
      await rowsOf(store, 'MATCH (:Person)-[r:KNOWS]->(:Person) RETURN count(r), sum(r.since), sum(r.ratio)'),
      await rowsOf(
        store,
        'MATCH (v:Value) RETURN v.long, v.text, v.list, v.words, v.boolean, v.integer, v.float',
      ),
      await rowsOf(store, 'SHOW INDEXES YIELD name, type, labelsOrTypes, properties RETURN * ORDER BY name'),
      await rowsOf(
        store,
        "CALL db.index.fulltext.queryNodes('person_text', 'number') YIELD node RETURN count(node)",
      ),
    ];
  } finally {
    await store.close();
  }
}

describe('a folder of format 1', () => {
  it('is brought to format 2 with all that is in it', async () => {
    const found = await contents();
    expect(found[0]).toEqual([[19n, 18n, 171n, '1900-01-19']]);
    expect(found[1]).toEqual([[18n]]);
    expect(found[2]).toEqual([[17n, 150n, 37.5]]);
    expect(found[3]).toEqual([
      [9223372036854775807n, 'Über 東京 🙂', [1n, 2n, 3n], ['a', 'b'], true, -7n, -0.5],
    ]);
    expect(found[5]).toEqual([[18n]]);
    expect(meta()).toEqual({
      kind: 'entente embedded store',
      format: 2,
      uuid: UUID,
      created: '2026-11-22T01:56:21.828Z',
      complete: true,
    });
    expect(await inRecords((records) => decodeState(records.getBinary(META_STATE)!))).toMatchObject({
      commits: 9,
    });
    // and stays there
    expect(await contents()).toEqual(found);
  });

  it('is upgraded to the end where that was cut short before the records or after them', async () => {
    const expected = await contents();
    // after the records: the folder still says the old format
    inMeta({ format: 1 });
    expect(await contents()).toEqual(expected);
    expect(meta()).toMatchObject({ format: 2 });
    // before the records: the folder already says the new one
    const upgraded = meta() as object;
    makeFormat1(folder);
    inMeta(upgraded);
    rmSync(join(folder, 'graph.mdb-lock'));
    expect(await contents()).toEqual(expected);
  });

  it('is left as it was where its records are not what they should be', async () => {
    await inRecords((records) => records.putSync(META_STATE, Buffer.from([0xff, 0xff])));
    const before = bytes();
    await expect(openEmbeddedStore({ folder })).rejects.toThrow(/are not those of format 1/);
    expect(bytes()).toBe(before);
  });
});

describe('a folder of a newer format', () => {
  it('is left as it is, whether the folder says so or the records do', async () => {
    await contents();
    await inRecords((records) => records.putSync(META_FORMAT, Buffer.of(3)));
    const before = bytes();
    await expect(openEmbeddedStore({ folder })).rejects.toThrow(StoreFormatUnknown);
    expect(bytes()).toBe(before);
    inMeta({ format: 3 });
    await expect(openEmbeddedStore({ folder })).rejects.toThrow(/format 3.*up to 2/);
  });
});
