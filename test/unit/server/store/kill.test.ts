import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Value } from '../../../../graph/model.ts';
import { openEmbeddedStore } from '../../../../server/store/embedded.ts';

const ROUNDS = Number(process.env['KILL_ROUNDS'] ?? 5);
const CHILD = join(import.meta.dirname, 'kill-child.ts');

/** Lets a child commit until it is killed; gives the last number that it acknowledged, -1 for none. */
async function commitUntilKilled(folder: string, first: number, afterMs: number): Promise<number> {
  const child = spawn(process.execPath, ['--import', 'tsx', CHILD, folder, String(first)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    if (output === '') setTimeout(() => child.kill('SIGKILL'), afterMs);
    output += text;
  });
  await once(child, 'close');
  // the last line may have been cut short
  return Number(output.split('\n').at(-2) ?? -1);
}

async function rowsOf(folder: string, statement: string): Promise<(readonly Value[])[]> {
  const store = await openEmbeddedStore({ folder });
  try {
    const rows: (readonly Value[])[] = [];
    for await (const event of store.run(statement)) if (event.event === 'rows') rows.push(...event.rows);
    return rows;
  } finally {
    await store.close();
  }
}

describe('a process that is killed', () => {
  it(
    'loses no commit that was acknowledged, and leaves none in part',
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'entente-kill-'));
      try {
        let next = 0;
        for (let round = 0; round < ROUNDS; round++) {
          const acknowledged = await commitUntilKilled(folder, next, 20 + Math.random() * 200);
          expect(acknowledged).toBeGreaterThanOrEqual(next);
          const rows = await rowsOf(
            folder,
            'MATCH (c:Commit)-[:OF]->(p:Part) WHERE c.n = p.n RETURN c.n AS n, count(p) AS parts ORDER BY n',
          );
          // one more may be on disk, whose acknowledgement did not get out
          expect([acknowledged + 1, acknowledged + 2]).toContain(rows.length);
          expect(rows).toEqual(rows.map((_, n) => [BigInt(n), 20n]));
          next = rows.length;
        }
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
    20_000 * ROUNDS,
  );

  it('leaves the disk full for nobody: a commit without room is taken back, and reading goes on', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'entente-full-'));
    try {
      // the largest file that the child may write, in blocks of 1,024 bytes
      const child = spawn(
        'bash',
        ['-c', `ulimit -f 400; exec "${process.execPath}" --import tsx "${CHILD}" "${folder}"`],
        {
          stdio: ['ignore', 'pipe', 'pipe'],
        },
      );
      let output = '';
      let errors = '';
      child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
      child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
      await once(child, 'close');
      expect(errors).toContain('There is no room left on the disk');
      const acknowledged = Number(output.split('\n').at(-2));
      expect(await rowsOf(folder, 'MATCH (c:Commit) RETURN count(DISTINCT c.n), count(*)')).toEqual([
        [BigInt(acknowledged + 1), BigInt((acknowledged + 1) * 20)],
      ]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  }, 60_000);
});
