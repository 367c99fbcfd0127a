import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, afterAll, describe, expect, it } from 'vitest';
import { MemoryGraph } from '../../../../graph/memory/memory-graph.ts';
import { readCheckpoint, writeCheckpoint } from '../../../../server/store/embedded/checkpoint.ts';
import { openEmbeddedStore } from '../../../../server/store/embedded.ts';
import type { Store } from '../../../../server/store/store.ts';
import type { Value } from '../../../../graph/model.ts';
import { rowsOf } from './rows-of.ts';

const VALUES = `RETURN [true, -7, 9223372036854775807, -0.5, 'Über 東京 🙂', '', $half, [1, 2], ['a', 'b'], date('2018-03-04'),
  localtime('12:31:14.5'), time('12:31:14+02:00'), datetime('2018-03-04T12:31:14+03:00[Europe/Moscow]'),
  duration('P1Y2M3DT4H5M6.7S'), point({longitude: 12.5, latitude: 55.7}), $long] AS values`;
const FILE = 'graph.columns';
/** More than one after another are looked through for a node. */
const TYPES = Array.from({ length: 20 }, (_, i) => `T${i}`);

let original: string;
let parent: string;
let folder: string;

/** What a store holds, in an order of its own. */
async function contents(of: string): Promise<Value[][][]> {
  const store = await openEmbeddedStore({ folder: of });
  try {
    return [
      await rowsOf(store, 'MATCH (n:Odd) RETURN id(n), labels(n), properties(n) ORDER BY id(n)'),
      await rowsOf(store, 'MATCH (n:Many {n: 12345}) RETURN id(n), properties(n)'),
      await rowsOf(
        store,
        'MATCH (n:Many) RETURN count(n), sum(n.n), count(DISTINCT n.kind), count(DISTINCT n.name)',
      ),
      await rowsOf(
        store,
        'MATCH (a)-[r]->(b) RETURN id(a), type(r), properties(r), id(b) ORDER BY id(r) LIMIT 50',
      ),
      await rowsOf(store, 'MATCH ()-[r]->() RETURN type(r), count(r), sum(r.weight) ORDER BY type(r)'),
      ...(await aroundHubs(store)),
      await rowsOf(store, 'SHOW INDEXES YIELD name, type, properties RETURN * ORDER BY name'),
      await rowsOf(
        store,
        "CALL db.index.fulltext.queryNodes('texts', 'tokyo') YIELD node RETURN id(node) ORDER BY id(node)",
      ),
    ];
  } finally {
    await store.close();
  }
}

/** Every chain of the hubs, walked from both ends, and how long each is said to be. */
async function aroundHubs(store: Store): Promise<Value[][][]> {
  return [
    await rowsOf(
      store,
      'MATCH (h:Hub)-[r]-(o) RETURN h.n, type(r), startNode(r) = h, id(r), id(o) ORDER BY h.n, id(r), startNode(r) = h',
    ),
    await rowsOf(store, 'MATCH (o:Many)-[r]-(h:Hub) RETURN id(o), type(r), id(r) ORDER BY id(r)'),
    await rowsOf(
      store,
      `MATCH (h:Hub) RETURN h.n, COUNT { (h)--() }, COUNT { (h)-->() }, COUNT { (h)<--() }, ${TYPES.map((type) => `COUNT { (h)-[:${type}]-() }`).join()} ORDER BY h.n`,
    ),
  ];
}

beforeAll(async () => {
  original = mkdtempSync(join(tmpdir(), 'entente-checkpoint-'));
  const store = await openEmbeddedStore({ folder: original });
  const write = (statement: string, parameters?: Record<string, Value>): Promise<Value[][]> =>
    rowsOf(store, statement, parameters, 'write');
  await write('CREATE CONSTRAINT many_n FOR (m:Many) REQUIRE m.n IS UNIQUE');
  await write('CREATE FULLTEXT INDEX texts FOR (m:Many) ON EACH [m.name]');
  await write(
    `UNWIND range(1, 21000) AS n CREATE (:Many {n: n, kind: 'kind ' + (n % 7), name: CASE n % 500 WHEN 0 THEN 'Tokyo 東京 ' ELSE 'name ' END + n})`,
  );
  await write(
    'MATCH (a:Many), (b:Many {n: a.n + 1}) WHERE a.n < 2000 CREATE (a)-[:NEXT {weight: a.n / 2.0}]->(b)',
  );
  for (const type of TYPES)
    await write(
      `MERGE (h:Hub {n: 1}) MERGE (g:Hub {n: 2}) WITH h, g MATCH (o:Many) WHERE o.n < 4
       CREATE (h)-[:${type}]->(o), (o)-[:${type}]->(h), (h)-[:${type}]->(h), (g)-[:${type}]->(o)`,
    );
  await write('MATCH (h:Hub {n: 1})-[r:T3]->() DELETE r');
  const [[values]] = (await rowsOf(store, VALUES, { half: '\ud83d', long: 'x'.repeat(70_000) })) as [
    [Value[]],
  ];
  for (const value of values) await write('CREATE (:Odd:Value {value: $value})', { value });
  // holes: a node, a relationship, a label, a property
  await write('MATCH (m:Many {n: 700}) DETACH DELETE m');
  await write('MATCH (:Many {n: 70})-[r]->() DELETE r');
  await write('MATCH (m:Many {n: 71}) REMOVE m:Many SET m.name = null');
  await store.close();
}, 60_000);
afterAll(() => rmSync(original, { recursive: true }));
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'entente-checkpoint-'));
  folder = join(parent, 'data');
  cpSync(original, folder, { recursive: true });
});
afterEach(() => rmSync(parent, { recursive: true }));

describe('a checkpoint', () => {
  it('gives the same graph as the records', async () => {
    expect(existsSync(join(folder, FILE))).toBe(true);
    const fromCheckpoint = await contents(folder);
    rmSync(join(folder, FILE));
    expect(await contents(folder)).toEqual(fromCheckpoint);
    expect(fromCheckpoint[0]).toHaveLength(16);
  });

  it('can be written on as the records can', async () => {
    const change = async (): Promise<Value[][][]> => {
      const store = await openEmbeddedStore({ folder });
      const write = (statement: string): Promise<Value[][]> => rowsOf(store, statement, {}, 'write');
      await write('MATCH (h:Hub {n: 1})-[r:T5|T7]-() DELETE r');
      await write('MATCH (g:Hub {n: 2}), (o:Many) WHERE o.n < 9 CREATE (g)-[:T5]->(o)-[:T20]->(g)');
      await write('CREATE (h:Hub {n: 3}) WITH h MATCH (g:Hub) CREATE (h)-[:T1]->(g)');
      const found = await aroundHubs(store);
      await store.close();
      return [...found, ...(await contents(folder))];
    };
    const fromCheckpoint = await change();
    rmSync(folder, { recursive: true });
    cpSync(original, folder, { recursive: true });
    rmSync(join(folder, FILE));
    expect(await change()).toEqual(fromCheckpoint);
  });

  it('is written again by closing after a change, and left alone without one', async () => {
    const before = readFileSync(join(folder, FILE));
    await contents(folder);
    expect(readFileSync(join(folder, FILE)).equals(before)).toBe(true);
    const store = await openEmbeddedStore({ folder });
    await rowsOf(store, 'CREATE (:Odd {value: 0})', {}, 'write');
    await store.close();
    expect(readFileSync(join(folder, FILE)).equals(before)).toBe(false);
    const after = await contents(folder);
    rmSync(join(folder, FILE));
    expect(await contents(folder)).toEqual(after);
  });

  it('of another commit, another store or another layout is passed over', async () => {
    const before = readFileSync(join(folder, FILE));
    const expected = await contents(folder);
    const store = await openEmbeddedStore({ folder });
    await rowsOf(store, 'MATCH (o:Odd) SET o.value = 1', {}, 'write');
    await store.close();
    const changed = await contents(folder);
    expect(changed).not.toEqual(expected);
    writeFileSync(join(folder, FILE), before);
    expect(await contents(folder)).toEqual(changed);
    const layout = readFileSync(join(folder, FILE));
    layout[0]! ^= 2;
    writeFileSync(join(folder, FILE), layout);
    expect(await contents(folder)).toEqual(changed);
  });

  it('that cannot be written keeps nobody from closing', async () => {
    const before = readFileSync(join(folder, FILE));
    mkdirSync(join(folder, `${FILE}.new`));
    const store = await openEmbeddedStore({ folder });
    await rowsOf(store, 'MATCH (o:Odd) SET o.value = 1', {}, 'write');
    await store.close();
    expect(readFileSync(join(folder, FILE)).equals(before)).toBe(true);
    const reopened = await openEmbeddedStore({ folder });
    expect(await rowsOf(reopened, 'MATCH (o:Odd) RETURN DISTINCT o.value')).toEqual([[1n]]);
    await reopened.close();
  });

  it('that is cut short or has a wrong byte anywhere is passed over', async () => {
    const graph = new MemoryGraph();
    const writer = await graph.write();
    const [a, b] = [writer.createNode(), writer.createNode()];
    for (const type of TYPES.slice(0, 10)) {
      const r = writer.createRelationship(writer.ensureType(type), a, b);
      writer.setRelationshipProperty(r, writer.ensureKey('k'), [type]);
    }
    writer.prepare();
    writer.commit();
    const of = { uuid: graph.uuid, mark: 'm' };
    writeCheckpoint(parent, of, graph.parts());
    const bytes = readFileSync(join(parent, FILE));
    expect(readCheckpoint(parent, of)).toMatchObject({ version: 1 });
    expect(readCheckpoint(parent, { ...of, mark: 'n' })).toBeNull();
    for (let length = 0; length < bytes.length; length++) {
      writeFileSync(join(parent, FILE), bytes.subarray(0, length));
      expect(readCheckpoint(parent, of)).toBeNull();
    }
    for (let at = 0; at < bytes.length; at++) {
      const broken = Buffer.from(bytes);
      broken[at]! ^= 1 << (at & 7);
      writeFileSync(join(parent, FILE), broken);
      expect(readCheckpoint(parent, of)).toBeNull();
    }
  });
});
