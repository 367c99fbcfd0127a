import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Value } from '../../../../graph/model.ts';
import { openEmbeddedStore } from '../../../../server/store/embedded.ts';

const ROUNDS = Number(process.env['KILL_ROUNDS'] ?? 5);
const scriptOf = (name: string): string => join(import.meta.dirname, `kill-${name}.ts`);
const COMMIT = scriptOf('commit');

/** Lets a child work until it is killed, so long after its first line; gives the last number that it printed, -1 for none. */
async function untilKilled(script: string, parameters: readonly string[], afterMs: number): Promise<number> {
  const child = spawn(process.execPath, ['--import', 'tsx', script, ...parameters], {
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
          const acknowledged = await untilKilled(COMMIT, [folder, String(next)], 20 + Math.random() * 200);
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

  it(
    'while the graph is put away loses nothing either, and leaves no half of it to be taken up',
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'entente-kill-'));
      try {
        let next = 0;
        for (let round = 0; round < ROUNDS; round++) {
          const acknowledged = await untilKilled(
            scriptOf('close'),
            [folder, String(next)],
            Math.random() * 500,
          );
          const [[count]] = (await rowsOf(folder, 'MATCH (c:Commit) RETURN count(c)')) as [[bigint]];
          expect([acknowledged + 1, acknowledged + 2]).toContain(Number(count));
          const rows = await rowsOf(
            folder,
            'MATCH (n) RETURN labels(n)[0] AS label, count(n), count(DISTINCT n.n), max(n.n) ORDER BY label',
          );
          expect(rows).toEqual([
            ['Commit', count, count, count - 1n],
            ['Many', 20_000n, 20_000n, 20_000n],
          ]);
          next = Number(count);
        }
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
    30_000 * ROUNDS,
  );

  it(
    'while it puts the graph away at rest loses nothing, whichever commit was put away last',
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'entente-kill-'));
      try {
        let next = 0;
        for (let round = 0; round < ROUNDS; round++) {
          const acknowledged = await untilKilled(
            scriptOf('rest'),
            [folder, String(next)],
            Math.random() * 500,
          );
          const rows = await rowsOf(
            folder,
            'MATCH (m:Many) WITH count(m) AS many, min(m.n) AS first, max(m.n) AS last MATCH (c:Commit) RETURN many, first, last, count(c), count(DISTINCT c.n)',
          );
          const count = Number(rows[0]?.[3]);
          expect([acknowledged + 1, acknowledged + 2]).toContain(count);
          const last = BigInt(count - 1);
          expect(rows).toEqual([[20_000n, last, last, BigInt(count), BigInt(count)]]);
          next = count;
        }
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
    30_000 * ROUNDS,
  );

  it(
    'while a folder of an older format is upgraded leaves it whole',
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'entente-kill-'));
      try {
        for (let round = 0; round < ROUNDS; round++) {
          const last = await untilKilled(scriptOf('upgrade'), [folder], Math.random() * 150);
          for (const n of [last - 1, last].filter((each) => each >= 0)) {
            expect(
              await rowsOf(
                join(folder, String(n)),
                'MATCH (p:Person) OPTIONAL MATCH (p)-[r:KNOWS]->() RETURN count(DISTINCT p), sum(p.id), count(r), sum(r.ratio)',
              ),
            ).toEqual([[19n, 171n, 17n, 37.5]]);
          }
          rmSync(folder, { recursive: true });
          mkdirSync(folder);
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
        ['-c', `ulimit -f 400; exec "${process.execPath}" --import tsx "${COMMIT}" "${folder}"`],
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
