import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { StoreLocked } from '../../../../server/store/embedded/errors.ts';
import { FolderLock } from '../../../../server/store/embedded/folder-lock.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'entente-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const holder = (): Record<string, unknown> =>
  JSON.parse(readFileSync(join(folder, 'lock'), 'utf8')) as Record<string, unknown>;
const write = (content: object): void => writeFileSync(join(folder, 'lock'), JSON.stringify(content));

describe('the folder lock', () => {
  it('is refused while another has it, and given when that one lets go', async () => {
    const first = await FolderLock.take(folder);
    await expect(FolderLock.take(folder)).rejects.toThrow(StoreLocked);
    first.release();
    (await FolderLock.take(folder)).release();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('names the process that has it, and what to do', async () => {
    const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    await once(other, 'spawn');
    try {
      (await FolderLock.take(folder)).release();
      const lock = await FolderLock.take(folder);
      const started = readFileSync(`/proc/${other.pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[19];
      write({ ...holder(), pid: other.pid, started });
      await expect(FolderLock.take(folder)).rejects.toThrow(
        new RegExp(`in use by process ${other.pid} on .* Stop that one first, or name another folder`),
      );
      lock.release();
    } finally {
      other.kill('SIGKILL');
      await once(other, 'exit');
    }
  });

  it('is taken over at once from a process that was killed', async () => {
    const lock = await FolderLock.take(folder);
    const other = spawn(process.execPath, ['-e', '']);
    await once(other, 'exit');
    write({ ...holder(), pid: other.pid, started: '1', token: 'of the dead' });
    const before = performance.now();
    const second = await FolderLock.take(folder);
    expect(performance.now() - before).toBeLessThan(1_000);
    lock.release();
    expect(holder()['pid']).toBe(process.pid);
    second.release();
  });

  it('is taken over from a process whose number another has now', async () => {
    const lock = await FolderLock.take(folder);
    write({ ...holder(), started: 'long ago', token: 'of the dead' });
    const second = await FolderLock.take(folder);
    await expect(FolderLock.take(folder)).rejects.toThrow(StoreLocked);
    second.release();
    lock.release();
  });

  it('is given to one of many that find a dead holder', async () => {
    const lock = await FolderLock.take(folder);
    write({ ...holder(), started: 'long ago', token: 'of the dead' });
    const results = await Promise.allSettled(Array.from({ length: 8 }, () => FolderLock.take(folder)));
    expect(results.filter(({ status }) => status === 'fulfilled').length).toBe(1);
    for (const result of results) if (result.status === 'fulfilled') result.value.release();
    lock.release();
  });

  it('stays with a holder elsewhere that gives signs of life', async () => {
    const lock = await FolderLock.take(folder);
    write({ ...holder(), space: 'another host', host: 'elsewhere', pid: 1 });
    let beats = 0;
    const heart = setInterval(() => utimesSync(join(folder, 'lock'), 1, ++beats), 300);
    await expect(FolderLock.take(folder)).rejects.toThrow(/process 1 on elsewhere/);
    clearInterval(heart);
    lock.release();
  });

  it('is taken over from a holder elsewhere that is silent', async () => {
    write({ pid: 1, started: '1', host: 'elsewhere', space: 'another host', token: 'silent' });
    const lock = await FolderLock.take(folder);
    expect(holder()['pid']).toBe(process.pid);
    lock.release();
  }, 20_000);
});
