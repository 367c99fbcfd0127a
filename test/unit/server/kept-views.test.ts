/** Views on disk: what is kept comes back, what is not whole is found out, and nothing else is touched. */
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { KeptViews, MOST_VIEW_BYTES, ViewDamaged, ViewNotKept } from '../../../server/kept-views.ts';

const root = mkdtempSync(join(tmpdir(), 'entente-views-'));
afterAll(() => rmSync(root, { recursive: true }));

let folder: string;
beforeEach(() => {
  folder = join(mkdtempSync(join(root, 'data-')), 'views');
});
const shelf = (maxBytes = 1_000_000) => new KeptViews(folder, maxBytes);

describe('a kept view', () => {
  it('comes back under its id, also in another process, and the folder is made for the first', async () => {
    expect(existsSync(folder)).toBe(false);
    const id = await shelf().keep('abc');
    expect(id).toMatch(/^[0-9a-z]{19}$/);
    expect(await shelf().read(id)).toBe('abc');
    expect(readdirSync(folder)).toEqual([id]);
  });

  it('has one id for the same text and another for another, and is kept once', async () => {
    const views = shelf();
    const ids = await Promise.all(['abc', 'abd', 'abc', 'abc'].map((text) => views.keep(text)));
    expect(new Set(ids).size).toBe(2);
    expect([ids[0], ids[0]]).toEqual([ids[2], ids[3]]);
    expect(readdirSync(folder).toSorted()).toEqual([...new Set(ids)].toSorted());
  });

  it('is not there under any other id, and no id leads out of the folder', async () => {
    const views = shelf();
    const id = await views.keep('abc');
    writeFileSync(join(folder, '..', 'secret'), 'secret');
    for (const other of [
      '',
      '..',
      '../secret',
      '../../etc/passwd',
      'secret',
      `${id}/`,
      `./${id}`,
      id.toUpperCase(),
      `${id}0`,
      '0'.repeat(19),
      `${id}\0`,
    ])
      expect([other, await views.read(other)]).toEqual([other, null]);
  });

  it('that was cut short or changed on disk is refused, and is whole again when it is kept again', async () => {
    const views = shelf();
    const id = await views.keep('abcdef');
    for (const damage of [
      () => truncateSync(join(folder, id), 3),
      () => truncateSync(join(folder, id), 0),
      () => writeFileSync(join(folder, id), 'abcdeg'),
      () => writeFileSync(join(folder, id), 'a'.repeat(MOST_VIEW_BYTES + 1)),
    ]) {
      damage();
      await expect(views.read(id)).rejects.toThrow(ViewDamaged);
      await expect(views.read(id)).rejects.toThrow(join(folder, id));
      expect(await views.keep('abcdef')).toBe(id);
      expect(readFileSync(join(folder, id), 'utf8')).toBe('abcdef');
    }
  });

  it('that cannot be written is told with the folder and the cause, and what was there is safe', async () => {
    const readOnly = process.getuid?.() === 0 ? '/sys/entente' : join(root, 'read-only');
    if (readOnly.startsWith(root)) {
      mkdirSync(readOnly);
      chmodSync(readOnly, 0o500);
    }
    const refused = new KeptViews(join(readOnly, 'views'), 1000).keep('abc');
    await expect(refused).rejects.toThrow(ViewNotKept);
    await expect(refused).rejects.toThrow(
      /\/views cannot be written: this user may not do that\. Nothing was changed/,
    );
    writeFileSync(folder, 'a file');
    await expect(shelf().keep('abc')).rejects.toThrow('file');
    expect(readFileSync(folder, 'utf8')).toBe('a file');
  });
});

describe('the room for views', () => {
  it('has an end, which is told; what is kept stays, and what is removed makes room', async () => {
    const views = shelf(10);
    const first = await views.keep('abcdef');
    await expect(views.keep('ghijkl')).rejects.toThrow(
      /The 1 views kept .* take up 6 bytes, and all together may take 10/,
    );
    // it is there already and takes no more
    expect(await views.keep('abcdef')).toBe(first);
    expect(await views.keep('ghij')).not.toBe(first);
    expect(await views.read(first)).toBe('abcdef');
    await expect(shelf(10).keep('k')).rejects.toThrow(ViewNotKept);
    rmSync(join(folder, first));
    expect(await views.read(await views.keep('klmnop'))).toBe('klmnop');
  });

  it('is not taken twice by views that come at once', async () => {
    const views = shelf(10);
    const outcomes = await Promise.allSettled(['aaaaaa', 'bbbbbb', 'cccccc'].map((text) => views.keep(text)));
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected']);
  });

  it('is not lost to the drafts of processes that died', async () => {
    const id = await shelf().keep('abcdef');
    const draft = join(folder, `.${id}.half`);
    writeFileSync(draft, 'abc');
    const longAgo = new Date(Date.now() - 7_200_000);
    utimesSync(draft, longAgo, longAgo);
    await shelf(12).keep('ghijkl');
    expect(readdirSync(folder)).not.toContain(`.${id}.half`);
  });
});
