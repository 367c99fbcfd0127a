/** Loading an event file, as a user does it and over both stores. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { GDELT } from '../../server/load/event-writer.ts';
import { Faults } from '../../server/load/faults.ts';
import { fileBytes } from '../../server/load/lines.ts';
import { loadEvents } from '../../server/load/load-events.ts';
import { ROOT } from '../../server/root.ts';
import { prepareStore } from '../../server/seed.ts';
import { openEmbeddedStore } from '../../server/store/embedded.ts';
import { openNeo4jStore } from '../../server/store/neo4j.ts';
import type { Store } from '../../server/store/store.ts';
import { runRead, runWrite } from './collect.ts';
import { entente, launch } from '../support/entente-process.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { found } from './provided.ts';

const HEADER = 'source\trelation\ttarget\tdate\tsplit';
const GOOD = [
  'Russia\tCriticize or denounce\tSyria\t2018-01-25T00:15:00Z\tvalid',
  // the same again: an event of its own
  'Russia\tCriticize or denounce\tSyria\t2018-01-25T00:15:00Z\tvalid',
  'Taliban\tMake a visit\tMoscow\t2018-01-26T00:00:00Z\tvalid',
  'N. Korea\tThreaten\tN Korea\t2018-01-26\tvalid',
];
const BAD: readonly (readonly [row: string, why: string])[] = [
  ['Russia\tAccuse\tSyria', 'the row has 3 columns, the header 5'],
  ['\tAccuse\tSyria\t2018-01-25T00:15:00Z\tvalid', 'source is empty'],
  [
    'Russia\tAccuse\tSyria\t2018-02-30\tvalid',
    'date "2018-02-30" is no date such as 2018-01-25 or 2018-01-25T00:15:00Z',
  ],
];
/** Bad rows stand between the good ones, from line 3 on. */
const FILE = [HEADER, GOOD[0], ...BAD.map(([row]) => row), ...GOOD.slice(1), ''].join('\n');

describe.each([
  ['embedded', null],
  ['Neo4j', inject('neo4jLts')],
] as const)('loading into %s', (_name, neo4j) => {
  const skip = neo4j !== null && 'missing' in neo4j;
  const folder = temporaryFolder();
  const path = join(folder, 'events.tsv.gz');
  let store: Store;

  beforeAll(async () => {
    if (skip) return;
    store =
      neo4j === null
        ? await openEmbeddedStore({ folder: join(folder, 'data') })
        : await openNeo4jStore(found(neo4j));
    await runWrite(store, 'MATCH (n) DETACH DELETE n');
    await prepareStore(store, join(ROOT, 'cypher'), 'auto');
    writeFileSync(path, gzipSync(FILE));
  });
  afterAll(async () => {
    if (skip) return;
    await runWrite(store, 'MATCH (n) DETACH DELETE n');
    await store.close();
  });

  async function load() {
    const told: string[] = [];
    const faults = new Faults('events.tsv.gz', null, (line) => told.push(line));
    const report = await loadEvents(store, fileBytes(path), {
      dataSet: GDELT,
      faults,
      signal: new AbortController().signal,
    });
    return { report, told };
  }

  it.skipIf(skip)('takes every good row, once each, and tells every bad one', async () => {
    const before = await store.health();
    expect(await load()).toEqual({
      // Russia and the Taliban were there
      report: { rows: 4, actorsCreated: 4, claimsCreated: 4 },
      told: BAD.map(([, why], index) => `events.tsv.gz:${index + 3}: ${why}`),
    });
    const after = await store.health();
    // the actors and the source
    expect(after.nodes - before.nodes).toBe(5);
    expect(after.relationships - before.relationships).toBe(4);
    const { rows } = await runRead(
      store,
      `MATCH (a)-[r {source: 'gdelt'}]->(b)
       RETURN a.id, labels(a), type(r), r.phrase, toString(r.date), r.event, r.quad, r.id, b.id ORDER BY r.id`,
    );
    const criticized = (id: string) => [
      'russia',
      expect.arrayContaining(['Actor', 'State']),
      'CRITICIZED_OR_DENOUNCED',
      'Criticize or denounce',
      '2018-01-25T00:15:00Z',
      'ACCUSE',
      'verbal conflict',
      id,
      'syria',
    ];
    expect(rows.slice(1)).toEqual([
      criticized('russia.criticized-or-denounced.syria.2018-01-25T00:15:00Z'),
      criticized('russia.criticized-or-denounced.syria.2018-01-25T00:15:00Z.2'),
      // the seed's Moscow is a place, so the actor has an id of its own
      [
        'taliban',
        expect.arrayContaining(['Actor', 'Group']),
        'MADE_A_VISIT',
        'Make a visit',
        '2018-01-26T00:00:00Z',
        'CONSULT',
        'verbal cooperation',
        'taliban.made-a-visit.moscow-actor.2018-01-26T00:00:00Z',
        'moscow-actor',
      ],
    ]);
    expect([rows[0]?.[0], rows[0]?.[8], rows[0]?.[4]]).toEqual([
      expect.stringMatching(/^n-korea-/),
      'n-korea',
      '2018-01-26',
    ]);
    const { rows: states } = await runRead(store, "MATCH (a:State {id: 'syria'}) RETURN a.name, a.iso");
    expect(states).toEqual([['Syria', 'SYR']]);
  });

  it.skipIf(skip)('again adds nothing', async () => {
    const before = await store.health();
    expect((await load()).report).toEqual({ rows: 4, actorsCreated: 0, claimsCreated: 0 });
    expect(await store.health()).toEqual(before);
  });
});

describe('npm run load', () => {
  const folder = temporaryFolder();
  const data = join(folder, 'data');
  const file = (name: string, content: string | Uint8Array): string => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
  async function load(path: string, ...args: string[]) {
    const started = launch('load', [path, '--data', data, ...args]);
    return [await started.end(), started.stdout.replace(/^Building.*\n/, ''), started.stderr] as const;
  }

  it('sums up, shows what was left out, and keeps it in a file', async () => {
    const path = file('events.tsv.gz', gzipSync(FILE));
    const errors = join(folder, 'errors.tsv');
    const [code, stdout, stderr] = await load(path, '--errors', errors);
    expect([code, stdout]).toEqual([
      0,
      expect.stringMatching(/^4 rows in [\d.]+ s: 4 claims and 6 actors added; 3 bad rows left out\n$/),
    ]);
    expect(stderr.trim().split('\n')).toEqual(BAD.map(([, why], index) => `${path}:${index + 3}: ${why}`));
    expect(readFileSync(errors, 'utf8')).toBe(
      ['line\twhy\trow', ...BAD.map(([row, why], index) => `${index + 3}\t${why}\t${row}`), ''].join('\n'),
    );
  });

  it('takes a file that is not compressed, and adds nothing the second time', async () => {
    const [code, stdout] = await load(file('events.tsv', FILE));
    expect([code, stdout]).toEqual([
      0,
      expect.stringContaining(
        '0 claims and 0 actors added, 4 claims were there already; 3 bad rows left out',
      ),
    ]);
  });

  it('shows twenty bad rows and counts the rest', async () => {
    const path = file('bad.tsv', [HEADER, ...Array.from({ length: 100 }, () => 'x')].join('\n'));
    const [code, stdout, stderr] = await load(path);
    expect([code, stdout]).toEqual([0, expect.stringContaining('100 bad rows left out')]);
    expect(stderr.trim().split('\n')).toHaveLength(21);
    expect(stderr).toContain('--errors FILE keeps them');
  });

  it('takes what comes before the place where a file breaks off', async () => {
    const rows = Array.from(
      { length: 3000 },
      (_, index) => `Actor ${Math.sin(index)}\tMake statement\tRussia\t2019-01-01\tx`,
    );
    const whole = gzipSync([HEADER, ...rows].join('\n'));
    const [code, stdout, stderr] = await load(file('broken.tsv.gz', whole.subarray(0, whole.length >> 1)));
    expect([code, stdout]).toEqual([0, expect.stringMatching(/^1,\d{3} rows .*; 1 bad rows left out\n$/)]);
    expect(stderr).toContain('damaged or broken off here');
  });

  it('says what is wrong with a file that is none of its kind', async () => {
    expect(await load(join(folder, 'missing.tsv'))).toEqual([
      1,
      '',
      `${folder}/missing.tsv: there is no such file or folder\n`,
    ]);
    expect(await load(folder)).toEqual([1, '', `${folder}: it is a folder, not a file\n`]);
    expect(await load(file('empty.tsv', ''))).toEqual([1, '', `${folder}/empty.tsv: the file is empty\n`]);
    const [code, , stderr] = await load(file('other.csv', 'a,b,c\n1,2,3\n'));
    expect([code, stderr]).toEqual([1, expect.stringContaining('the first line must name the columns')]);
    expect((await load('--no-such-flag'))[0]).toBe(1);
  });

  it('is refused while a server has the folder', async () => {
    const server = await entente(['--data', data]);
    const [code, , stderr] = await load(join(folder, 'events.tsv'));
    expect([code, stderr]).toEqual([1, expect.stringContaining('is in use by process')]);
    expect(await server.end('SIGTERM')).toBe(0);
  });

  it('that is interrupted keeps what it wrote, and is carried on by the next one', async () => {
    const rows = Array.from(
      { length: 60_000 },
      (_, index) => `Actor ${index % 300}\tMake statement\tActor ${index % 299}\t2019-01-01\tx`,
    );
    const path = file('many.tsv', [HEADER, ...rows].join('\n'));
    const fresh = join(folder, 'interrupted');
    const first = launch('load', [path, '--data', fresh]);
    // The store is opened after the signals are taken care of.
    await expect.poll(() => existsSync(fresh), { timeout: 30_000 }).toBe(true);
    await sleep(1000);
    expect(await first.end('SIGINT')).toBe(130);
    expect(first.stderr).toContain('start the same load again to carry on');
    const second = launch('load', [path, '--data', fresh]);
    expect(await second.end()).toBe(0);
    const store = await openEmbeddedStore({ folder: fresh });
    const { rows: counted } = await runRead(
      store,
      "MATCH ()-[r {source: 'gdelt'}]->() RETURN count(r), count(DISTINCT r.id)",
    );
    await store.close();
    expect(counted).toEqual([[60_000n, 60_000n]]);
  });
});
