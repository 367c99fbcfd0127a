/** Whatever a statement does, it can be stopped, has a bound in time and memory, and holds up nobody: over HTTP, the server in a process of its own. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Bounded, ORDINARY_ANSWER } from '../support/bounded.ts';
import { RUNAWAYS } from '../support/runaways.ts';

/** Generous, for a machine that others use: the bench tells what it takes alone. */
const HARD_CAP_MS = 3_000;
const TIMED_OUT = 'Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration';
const OUT_OF_MEMORY = 'Neo.TransientError.General.MemoryPoolOutOfMemoryError';

const middle = (figures: readonly number[]): number =>
  figures.toSorted((a, b) => a - b)[Math.floor(figures.length / 2)] ?? NaN;

describe('a statement that would never end', () => {
  let bounded: Bounded;
  const health: number[] = [];
  const freed: number[] = [];
  beforeAll(async () => {
    bounded = await Bounded.start(['--max-memory', '256mb']);
  });
  afterAll(() => bounded?.server.stop());

  it.each(Object.entries(RUNAWAYS))('is stopped when its client goes away: %s', async (_name, runaway) => {
    const times = await bounded.healthDuring(async () => {
      const { beside, freeMs } = await bounded.cancel(runaway, 100);
      expect(beside).toEqual(ORDINARY_ANSWER);
      expect(freeMs).toBeLessThan(HARD_CAP_MS);
      freed.push(freeMs);
    });
    health.push(...times);
  });

  it('frees the engine within 50 ms, in the middle of all, beside what a write takes in any case', async () => {
    const idle: number[] = [];
    for (let i = 0; i < 20; i++) idle.push(await bounded.idleWriteMs());
    expect(middle(freed) - middle(idle)).toBeLessThan(50);
  });

  it('leaves nothing behind', async () => {
    expect(await bounded.ask({ statement: 'MATCH (n:Runaway) RETURN count(n)' })).toEqual({
      code: 'none',
      values: [[0]],
    });
    const { values } = await bounded.ask({ statement: 'MATCH (n:Mesh) RETURN count(n), count(n.sum)' });
    expect(values).toEqual([[100, 0]]);
  });

  it('ends at its time, many at once, while others are answered', async () => {
    const endless = Object.entries(RUNAWAYS).filter(([, { fillsMemory }]) => fillsMemory !== true);
    const times = await bounded.healthDuring(async () => {
      for (let at = 0; at < endless.length; at += 4) {
        const some = endless.slice(at, at + 4);
        const answers = await Promise.all(some.map(([, runaway]) => bounded.ask(runaway, { seconds: 1 })));
        expect(some.map(([name], i) => [name, answers[i]?.code])).toEqual(
          // a value that is made larger and larger may reach its other bound first
          some.map(([name], i) => [name, answers[i]?.code === OUT_OF_MEMORY ? OUT_OF_MEMORY : TIMED_OUT]),
        );
      }
    });
    health.push(...times);
  }, 240_000);

  it('leaves the health check alone: half of more than 200 answers within 50 ms, none ever slow', () => {
    expect(health.length).toBeGreaterThan(200);
    expect(middle(health)).toBeLessThan(50);
    expect(Math.max(...health)).toBeLessThan(HARD_CAP_MS);
  });

  it('leaves fifty increments at once alone: all succeed and add up', async () => {
    const gone = new AbortController();
    const running = bounded.ask(RUNAWAYS['a cartesian product'] as { statement: string }, {
      signal: gone.signal,
    });
    await bounded.ask({ statement: 'CREATE (:Counter {n: 0})', access: 'write' });
    const increment = { statement: 'MATCH (c:Counter) SET c.n = c.n + 1', access: 'write' } as const;
    const answers = await Promise.all(Array.from({ length: 50 }, () => bounded.ask(increment)));
    expect(answers.filter(({ code }) => code !== 'none')).toEqual([]);
    gone.abort();
    await running;
    expect((await bounded.ask({ statement: 'MATCH (c:Counter) RETURN c.n' })).values).toEqual([[50]]);
  });
});

describe('a statement that takes all memory', () => {
  let bounded: Bounded;
  beforeAll(async () => {
    bounded = await Bounded.start(['--max-memory', '16mb']);
  });
  afterAll(() => bounded?.server.stop());

  it.each(Object.entries(RUNAWAYS).filter(([, { fillsMemory }]) => fillsMemory === true))(
    'ends at its bound: %s',
    async (_name, runaway) => {
      expect((await bounded.ask(runaway, { seconds: 60 })).code).toBe(OUT_OF_MEMORY);
    },
  );
});
