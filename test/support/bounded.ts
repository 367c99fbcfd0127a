/** Entente under statements that would never end: what its test and its benchmark ask it. */
import { setTimeout as sleep } from 'node:timers/promises';
import { SETUP } from './runaways.ts';
import type { Runaway } from './runaways.ts';
import { startServer } from './server.ts';
import type { RunningServer } from './server.ts';

export interface Answer {
  /** Null where there was no answer: the request was given up. */
  readonly code: string | null;
  readonly values: readonly unknown[];
}

export class Bounded {
  readonly server: RunningServer;

  private constructor(server: RunningServer) {
    this.server = server;
  }

  /** With what the runaways run over; writes are allowed. */
  static async start(args: readonly string[] = []): Promise<Bounded> {
    const bounded = new Bounded(await startServer(['--no-seed', '--allow-writes', ...args]));
    for (const statement of SETUP) await bounded.ask({ statement, access: 'write' });
    return bounded;
  }

  /** Runs a statement to its end, or to the `signal`'s abort. */
  async ask(
    { statement, access }: Pick<Runaway, 'statement' | 'access'>,
    options: { readonly signal?: AbortSignal; readonly seconds?: number } = {},
  ): Promise<Answer> {
    try {
      const reply = await fetch(`${this.server.url}/db/neo4j/query/v2`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ statement, accessMode: access ?? 'read', maxExecutionTime: options.seconds }),
        ...(options.signal === undefined ? {} : { signal: options.signal }),
      });
      const body = (await reply.json()) as {
        data?: { values: unknown[] };
        errors?: { code: string }[];
      };
      return { code: body.errors?.[0]?.code ?? 'none', values: body.data?.values ?? [] };
    } catch (error) {
      if (options.signal?.aborted === true) return { code: null, values: [] };
      throw error;
    }
  }

  /**
   * Lets a statement run for a while, asks something else meanwhile, and goes away.
   *
   * @returns how long it took from then until a write was on disk, for which the engine must be free
   */
  async cancel(
    runaway: Runaway,
    runsForMs: number,
  ): Promise<{ readonly answer: Answer; readonly beside: Answer; readonly freeMs: number }> {
    const gone = new AbortController();
    const answer = this.ask(runaway, { signal: gone.signal });
    await sleep(runsForMs);
    const beside = await this.ask(ORDINARY);
    const began = performance.now();
    gone.abort();
    await this.ask(PROBE);
    const freeMs = performance.now() - began;
    return { answer: await answer, beside, freeMs };
  }

  /** How long such a write takes where nothing else goes on. */
  async idleWriteMs(): Promise<number> {
    const began = performance.now();
    await this.ask(PROBE);
    return performance.now() - began;
  }

  /** Asks for the health every few milliseconds until `work` is done; gives how long each answer took. */
  async healthDuring(work: () => Promise<unknown>): Promise<number[]> {
    const times: number[] = [];
    const done = new AbortController();
    const watch = async (): Promise<void> => {
      while (!done.signal.aborted) {
        const began = performance.now();
        const reply = await fetch(`${this.server.url}/api/health`);
        const { status } = (await reply.json()) as { status: string };
        if (status !== 'ok') throw new Error('not healthy');
        times.push(performance.now() - began);
        await sleep(5);
      }
    };
    const watched = watch();
    try {
      await work();
    } finally {
      done.abort();
      await watched;
    }
    return times;
  }
}

const PROBE = {
  statement: 'MERGE (p:Probe) SET p.times = coalesce(p.times, 0) + 1',
  access: 'write',
} as const;
export const ORDINARY = { statement: 'MATCH (n:Mesh {i: 5})--(m) RETURN count(m)' } as const;
export const ORDINARY_ANSWER: Answer = { code: 'none', values: [[8]] };
