/** What each engine is made to do, and what is measured of it; runs in the engine's own process. */
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ROOT } from '../../../server/root.ts';
import { residentMb } from '../process.ts';
import { quantile } from '../report.ts';
import type { Answer, Engine } from './engine.ts';
import { PERSONS, popular, randomNumbers, type DataSet, type Plain } from './graph.ts';

/** Figures by name (`load`, `1-hop p50` …; ms, or MB for memory), and what was answered, to be compared between engines. */
export interface Outcome {
  readonly figures: Record<string, number>;
  /** A text instead: the engine could not answer, and why. */
  readonly answers: Record<string, Answer | string>;
}

const HOPS = 1000;
const TWO_HOPS = 100;
/** As many as a p99 needs: of fewer it would be the worst one. */
const PATHS = 100;
/** So often everything is asked before it is measured: 1,000 small statements are over before a compiler has begun. */
const WARM_UPS = 5;
/** What is asked once is asked so often, and the middle is told. */
const ROUNDS = 5;
/** An engine that is so slow is not asked again. */
const SLOW_MS = 5000;

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
};

/** The memory of this process when it has come to rest. */
async function restingMb(): Promise<number> {
  await sleep(1000);
  return residentMb(process.pid);
}

const EVERYTHING = 'MATCH ()-[r]->() RETURN r';

/** Loads a graph in transactions of so many rows each, durable one by one; what the process holds then, and once everything was read. */
export async function load(engine: Engine, { labels, batches }: DataSet): Promise<Outcome> {
  for (const label of labels) await engine.run(engine.indexId(label));
  let loadMs = 0;
  for await (const { statement, rows } of batches()) {
    const parameters = engine.parameters({ rows });
    loadMs += await timed(() => engine.run(statement, parameters));
  }
  const loaded = await restingMb();
  await engine.drain(EVERYTHING);
  return {
    figures: {
      load: loadMs,
      'resident after load': loaded,
      'resident after a full scan': await restingMb(),
    },
    answers: {},
  };
}

/** The first question to an engine just opened: it must have read what it needs. */
export async function firstAnswer(engine: Engine): Promise<Outcome> {
  const rows = await engine.run('MATCH (node) RETURN count(node) AS nodes');
  return { figures: {}, answers: { nodes: rows.map(engine.plain) } };
}

/**
 * What is told is the steady state: how long an engine takes whose plans are made and whose code a just-in-time compiler (V8's,
 * the JVM's) has seen enough of. So everything is asked before it is timed, of all engines alike. Timed is the statement until its
 * rows are there as the engine's own JavaScript values; what only serves to compare answers is done after.
 */
class Measurement implements Outcome {
  readonly figures: Record<string, number> = {};
  readonly answers: Record<string, Answer | string> = {};
  readonly #engine: Engine;

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /** One statement, asked again and again; the middle figure. */
  async ask(
    name: string,
    statement: string,
    parameters: Readonly<Record<string, Plain>> = {},
  ): Promise<void> {
    const given = this.#engine.parameters(parameters);
    const times: number[] = [];
    let rows: readonly unknown[] = [];
    try {
      for (let round = 0; round < WARM_UPS + ROUNDS; round += 1) {
        times.push(await timed(async () => (rows = await this.#engine.run(statement, given))));
        if (times[0]! > SLOW_MS) break;
      }
      this.figures[name] = quantile(times.slice(-ROUNDS), 0.5);
      this.answers[name] = rows.map(this.#engine.plain);
    } catch (error) {
      this.answers[name] = error instanceof Error ? error.message : String(error);
    }
  }

  /** One statement for each of many parameters; p50 and p99. */
  async each(
    name: string,
    statement: string,
    parameters: readonly Readonly<Record<string, Plain>>[],
  ): Promise<void> {
    const engine = this.#engine;
    const given = parameters.map((each) => engine.parameters(each));
    const times: number[] = [];
    const answers: (readonly unknown[])[] = [];
    for (const each of Array.from({ length: WARM_UPS + 1 }, () => given).flat()) {
      let rows: readonly unknown[] = [];
      let failure: unknown = null;
      const ms = await timed(async () => {
        try {
          rows = await engine.run(statement, each);
        } catch (error) {
          failure = error;
        }
      });
      times.push(ms);
      if (failure !== null) answers.push([failure instanceof Error ? failure.message : String(failure)]);
      else answers.push(rows.length === 1 ? engine.plain(rows[0]) : [rows.length]);
    }
    const measured = times.slice(-given.length);
    this.figures[`${name} p50`] = quantile(measured, 0.5);
    this.figures[`${name} p99`] = quantile(measured, 0.99);
    this.answers[name] = answers.slice(-given.length);
  }
}

/** Lookups, scans, paths and streams over the generated graph. */
export async function synthetic(engine: Engine): Promise<Outcome> {
  const measured = new Measurement(engine);
  const random = randomNumbers(7);
  const anyone = (): Plain => BigInt(Math.floor(random() * PERSONS));
  // every fourth is one of those that many know
  const some = (many: number): { readonly id: Plain }[] =>
    Array.from({ length: many }, (_, i) => ({
      id: i % 4 === 0 ? BigInt(popular('Person', random)) : anyone(),
    }));
  await measured.each(
    '1-hop',
    'MATCH (:Person {id: $id})-[r]-(other) RETURN type(r), r.weight, other.id, other.name',
    some(HOPS),
  );
  await measured.each(
    '2-hop distinct count',
    'MATCH (:Person {id: $id})--()--(other) RETURN count(DISTINCT other)',
    some(TWO_HOPS),
  );
  await measured.ask(
    'filter over all nodes',
    'MATCH (n:Person) WHERE n.age >= 30 AND n.age < 40 AND n.score > 0.5 RETURN count(n)',
  );
  await measured.ask(
    'aggregation over all nodes',
    'MATCH (n) RETURN n.team AS team, count(*) AS members, avg(n.age) AS age ORDER BY team',
  );
  await measured.each(
    'shortestPath',
    'MATCH (a:Person {id: $from}), (b:Person {id: $to}) MATCH p = shortestPath((a)-[*..15]-(b)) RETURN length(p)',
    Array.from({ length: PATHS }, () => ({ from: anyone(), to: anyone() })),
  );
  const scans: number[] = [];
  for (let round = 0; round < 3; round += 1)
    scans.push(
      await timed(async () => {
        const rows = await engine.drain(EVERYTHING);
        measured.answers['all relationships to JavaScript'] = [[rows]];
      }),
    );
  measured.figures['all relationships to JavaScript'] = quantile(scans, 0.5);
  return measured;
}

/** The analytical questions of `gdelt-queries/`, one a file. */
export async function gdelt(engine: Engine): Promise<Outcome> {
  const measured = new Measurement(engine);
  const folder = join(ROOT, 'test', 'bench', 'gdelt-queries');
  for (const file of (await readdir(folder)).toSorted())
    await measured.ask(file.replace('.cypher', ''), await readFile(join(folder, file), 'utf8'));
  return measured;
}
