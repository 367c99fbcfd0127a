import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importFolder } from '../../../../server/store/embedded/import-folder.ts';
import { openThreadStore } from '../../../../server/store/thread/store.ts';
import { rowsOf } from './rows-of.ts';

let top: string;
let folder: string;
beforeAll(() => {
  top = mkdtempSync(join(tmpdir(), 'entente-import-'));
  folder = join(top, 'import');
  mkdirSync(join(folder, 'sub'), { recursive: true });
  writeFileSync(join(top, 'secret.csv'), 'secret');
  writeFileSync(join(folder, 'a b.csv'), 'a');
  writeFileSync(join(folder, 'sub', 'c.csv.gz'), gzipSync('c'.repeat(300_000)));
  writeFileSync(join(folder, 'broken.csv.gz'), 'this is no gzip');
  symlinkSync(join(top, 'secret.csv'), join(folder, 'out.csv'));
  symlinkSync(join(folder, 'a b.csv'), join(folder, 'in.csv'));
  symlinkSync(top, join(folder, 'up'));
});
afterAll(() => rmSync(top, { recursive: true }));

async function read(url: string): Promise<string> {
  const { pieces } = await importFolder(folder).open(url);
  let text = '';
  for await (const piece of pieces) text += new TextDecoder().decode(piece);
  return text;
}

describe('the import folder', () => {
  it.each([
    ['file:///a%20b.csv', 1],
    ['file:///in.csv', 1],
    ['FILE:///sub/c.csv.gz', 300_000],
  ])('reads %s', async (url, length) => {
    expect(await read(url)).toHaveLength(length);
  });

  it.each([
    'file:///../secret.csv',
    'file:///%2e%2e/secret.csv',
    'file:///sub/../../secret.csv',
    'file:///out.csv',
    'file:///up/secret.csv',
    'file:///nope.csv',
    'file:///sub',
    'file:///',
    'file:///%00',
    'file:///%zz',
    'file://host/a.csv',
    'file:a.csv',
    'a.csv',
    'http://127.0.0.1/a.csv',
    'https://example.org/a.csv',
    'file:///broken.csv.gz',
  ])('refuses %s', async (url) => {
    await expect(read(url)).rejects.toMatchObject({
      code: 'Neo.ClientError.Statement.ExternalResourceFailed',
    });
  });

  it('is what LOAD CSV reads in a store, from its own thread', async () => {
    const store = await openThreadStore({ folder: join(top, 'data'), importFolder: folder });
    const rows = await rowsOf(store, "LOAD CSV FROM 'file:///a%20b.csv' AS row RETURN row");
    await store.close();
    expect(rows).toEqual([[['a']]]);
  });
});
