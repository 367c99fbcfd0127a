/** Statements that would never end: how soon the engine is free after one is cancelled, and what the health check notices of them. */
import { setTimeout as sleep } from 'node:timers/promises';
import { Bounded } from '../support/bounded.ts';
import { RUNAWAYS } from '../support/runaways.ts';
import { printHeader, printLine, quantile } from './report.ts';

const ROUNDS = 3;

export async function run(): Promise<void> {
  const bounded = await Bounded.start();
  try {
    const idleWrites: number[] = [];
    for (let i = 0; i < 100; i++) idleWrites.push(await bounded.idleWriteMs());
    const idle = await bounded.healthDuring(() => sleep(5_000));
    const freed: { name: string; ms: number }[] = [];
    const busy = await bounded.healthDuring(async () => {
      for (let round = 0; round < ROUNDS; round++)
        for (const [name, runaway] of Object.entries(RUNAWAYS))
          freed.push({ name, ms: (await bounded.cancel(runaway, 250)).freeMs });
    });
    const { length } = Object.keys(RUNAWAYS);
    printHeader(`${length} statements that would never end, ${ROUNDS} rounds, each cancelled after 250 ms`);
    const times = freed.map(({ ms }) => ms);
    const goal = '≤ 50 ms';
    for (const [name, q] of [
      ['p50', 0.5],
      ['p90', 0.9],
      ['p99', 0.99],
    ] as const)
      printLine({
        what: `cancelled → a write of another is on disk, ${name}`,
        unit: 'ms',
        ours: quantile(times, q),
        peer: { name: 'a write alone', figure: quantile(idleWrites, q) },
        goal,
      });
    for (const [name, q] of [
      ['p50', 0.5],
      ['p99', 0.99],
    ] as const)
      printLine({
        what: `GET /api/health while they run, ${name} of ${busy.length}`,
        unit: 'ms',
        ours: quantile(busy, q),
        peer: { name: 'idle', figure: quantile(idle, q) },
        goal,
      });
    const slowest = freed.toSorted((a, b) => b.ms - a.ms).slice(0, 3);
    console.log(`\nSlowest: ${slowest.map(({ name, ms }) => `${name} (${Math.round(ms)} ms)`).join(', ')}`);
  } finally {
    await bounded.server.stop();
  }
}
