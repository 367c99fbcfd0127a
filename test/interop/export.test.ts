/** Exports of a running Entente, opened in real readers and compared with what its store says, value by value. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decodeTyped } from '../../graph/formats/typed-json.ts';
import type { Node, Relationship, Value } from '../../graph/model.ts';
import { gdeltFile, GDELT_ACTORS, GDELT_RELATIONSHIPS } from '../support/gdelt.ts';
import { startServer } from '../support/server.ts';
import type { RunningServer } from '../support/server.ts';
import { readWithGephi, readWithNetworkx, sharedCheck, sharedGexf, whyNoReaders } from './readers.ts';
import type { GephiGraph, NetworkxGraph } from './readers.ts';

const why = await whyNoReaders();
if (why !== null) console.warn(`Exports in real readers: skipped. ${why}`);

/** Runs a statement over HTTP and gives its rows as values. */
async function query(server: RunningServer, statement: string): Promise<Value[][]> {
  const reply = await fetch(`${server.url}/db/neo4j/query/v2`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/vnd.neo4j.query.v1.1' },
    body: JSON.stringify({ statement }),
  });
  const { data } = (await reply.json()) as { data: { values: unknown[][] } };
  return data.values.map((row) => row.map(decodeTyped));
}

async function download(server: RunningServer, body: unknown, file: string): Promise<void> {
  const reply = await fetch(`${server.url}/api/export?format=gexf`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (reply.status !== 200) throw new Error(await reply.text());
  expect(reply.headers.get('content-disposition')).toMatch(/^attachment; filename="entente-.+\.gexf"$/);
  await writeFile(file, Buffer.from(await reply.arrayBuffer()));
}

/** A property as its column holds it. */
function text(value: Value): unknown {
  if (typeof value === 'bigint') return { long: String(value) };
  if (Array.isArray(value))
    return `[${value.map((item) => `"${String(item).replace(/["\\]/g, '\\$&')}"`).join(', ')}]`;
  return typeof value === 'boolean' || typeof value === 'number' ? value : String(value);
}

const attributesOf = ({ properties }: Node | Relationship, renamed: Record<string, string> = {}) =>
  Object.fromEntries(
    [...properties].filter(([key]) => key !== 'id').map(([key, value]) => [renamed[key] ?? key, text(value)]),
  );

describe.skipIf(why !== null)('the seed graph, exported as the picture shows it', () => {
  let server: RunningServer;
  let folder: string;
  let nodes: Node[];
  let claims: Relationship[];
  let quotes: Map<string, string>;
  let networkx: NetworkxGraph;
  let gephi: GephiGraph;
  const positions: Record<string, [number, number]> = {};
  const colors: Record<string, string> = {};
  const sizes: Record<string, number> = {};
  const idOf = (element: Node | Relationship) => String(element.properties.get('id'));

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'entente-interop-'));
    server = await startServer();
    nodes = (await query(server, 'MATCH (n) WHERE NOT n:Evidence RETURN n')).map(([node]) => node as Node);
    claims = (await query(server, 'MATCH ()-[r]->() WHERE r.evidence IS NOT NULL RETURN r')).map(
      ([claim]) => claim as Relationship,
    );
    quotes = new Map(
      (await query(server, 'MATCH (e:Evidence) RETURN e.id, e.quote')).map(([id, quote]) => [
        String(id),
        String(quote),
      ]),
    );
    for (const [at, node] of nodes.entries()) {
      positions[idOf(node)] = [at * 10.5, -2.25 - at];
      colors[idOf(node)] = `#${(0x103050 + at).toString(16).padStart(6, '0')}`;
      sizes[idOf(node)] = 4 + at / 8;
    }
    for (const claim of claims) colors[idOf(claim)] = '#0072b2';
    const file = join(folder, 'seed.gexf');
    await download(
      server,
      { nodes: nodes.map(idOf), relationships: claims.map(idOf), positions, colors, sizes },
      file,
    );
    networkx = await readWithNetworkx(file);
    gephi = await readWithGephi(file);
  }, 300_000);
  afterAll(async () => {
    await server?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('has every node in networkx, with every property, its place, colour and size', () => {
    expect(nodes.length).toBeGreaterThan(40);
    const byId = new Map(networkx.nodes.map((node) => [node.id, node]));
    expect(byId.size).toBe(nodes.length);
    for (const [at, node] of nodes.entries()) {
      const read = byId.get(idOf(node));
      expect(read?.label).toBe(node.properties.get('name') ?? node.properties.get('title'));
      expect(read?.attributes).toMatchObject(attributesOf(node, { start: 'start_', end: 'end_' }));
      expect(read?.attributes['labels']).toBe(text([...node.labels]));
      expect(read?.position).toEqual(positions[idOf(node)]);
      expect(read?.size).toBeCloseTo(4 + at / 8, 5);
      expect(read?.color).toEqual([0x10, 0x30 + Math.floor((0x50 + at) / 256), (0x50 + at) % 256, 1]);
    }
  });

  it('has every claim in networkx, with every property and every quote', () => {
    expect(claims.length).toBeGreaterThan(90);
    const byId = new Map(networkx.edges.map((edge) => [edge.id, edge]));
    expect(byId.size).toBe(claims.length);
    const idOfElement = new Map(nodes.map((node) => [node.elementId, idOf(node)]));
    for (const claim of claims) {
      const read = byId.get(idOf(claim));
      expect(read?.source).toBe(idOfElement.get(claim.startNodeElementId));
      expect(read?.target).toBe(idOfElement.get(claim.endNodeElementId));
      expect(read?.label).toBe(claim.type);
      expect(read?.attributes).toMatchObject({
        ...attributesOf(claim, { end: 'end_' }),
        relation: claim.type,
      });
      const evidence = claim.properties.get('evidence') as string[];
      expect(read?.attributes['quotes']).toBe(text(evidence.map((id) => quotes.get(id) ?? '')));
    }
  });

  it('is the same in Gephi: kinds, dates, colours, and quotes as lists', () => {
    expect(gephi.issues).toEqual([]);
    const byId = new Map(gephi.edges.map((edge) => [edge.id, edge]));
    expect([gephi.nodes.length, byId.size]).toEqual([nodes.length, claims.length]);
    for (const claim of claims) {
      const read = byId.get(idOf(claim));
      expect(read).toMatchObject({ kind: claim.type, color: [0, 114, 178, 1] });
      const evidence = claim.properties.get('evidence') as string[];
      expect(read?.attributes['quotes']).toEqual(evidence.map((id) => quotes.get(id)));
      const date = claim.properties.get('date');
      if (date !== undefined) expect(read?.spells[0]?.[0]).toBe(`${String(date)}T00:00:00Z`);
    }
    for (const node of gephi.nodes)
      expect(node.position?.map((x) => Math.round(x * 100) / 100)).toEqual(positions[node.id]);
  });

  it('passes the shared check, also as the result of a statement', async (context) => {
    const shared = await sharedGexf();
    if (shared === null) return context.skip('shared/gexf is not beside the checkout');
    const file = join(folder, 'statement.gexf');
    await download(server, { statement: 'MATCH (a)-[r]->(b) RETURN r' }, file);
    const said = await sharedCheck(shared, file);
    expect(said).toContain('validates');
    const [[nodeCount, edgeCount] = []] = await query(
      server,
      'MATCH (n) WITH count(n) AS nodes MATCH ()-[r]->() RETURN nodes, count(r)',
    );
    expect(said).toContain(`nodes: ${String(nodeCount)}\nedges: ${String(edgeCount)}\n`);
  });
});

describe.skipIf(why !== null || gdeltFile === null)('the GDELT graph, exported whole', () => {
  it('passes the shared check and has every event in networkx, with its date, phrase and source', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'entente-interop-'));
    const environment = { ENTENTE_DATA: join(folder, 'data') };
    await promisify(execFile)(process.execPath, ['scripts/start.mjs', 'load', gdeltFile ?? ''], {
      env: { ...process.env, ...environment },
    });
    const server = await startServer(['--no-seed'], environment);
    try {
      const file = join(folder, 'gdelt.gexf');
      await download(server, { statement: 'MATCH (:Actor)-[r]->(:Actor) RETURN r' }, file);
      const graph = await readWithNetworkx(file);
      expect([graph.nodes.length, graph.edges.length]).toEqual([GDELT_ACTORS, GDELT_RELATIONSHIPS]);
      const read = new Map(graph.edges.map((edge) => [edge.id, edge]));
      expect(read.size).toBe(GDELT_RELATIONSHIPS);
      const events = await query(
        server,
        'MATCH (a:Actor)-[r]->(b:Actor) RETURN r.id, a.id, b.id, type(r), r.phrase, toString(r.date) ORDER BY r.id LIMIT 20000',
      );
      for (const [id, source, target, relation, phrase, date] of events)
        expect(read.get(String(id))).toMatchObject({
          source,
          target,
          label: relation,
          attributes: { relation, phrase, date },
        });
      const shared = await sharedGexf();
      if (shared !== null)
        expect(await sharedCheck(shared, file)).toContain(`edges: ${GDELT_RELATIONSHIPS}\n`);
    } finally {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    }
  });
});
