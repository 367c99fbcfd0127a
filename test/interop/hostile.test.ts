import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { columnsFor } from '../../graph/formats/gexf/columns.ts';
import { GexfWriter } from '../../graph/formats/gexf/writer.ts';
import type { Profile } from '../../graph/formats/gexf/writer.ts';
import { hostileGraph, hostileTexts, readable } from './hostile-graph.ts';
import { readWithGephi, readWithNetworkx, sharedCheck, sharedGexf, whyNoReaders } from './readers.ts';
import type { GephiGraph, NetworkxGraph } from './readers.ts';

const why = await whyNoReaders();
if (why !== null) console.warn(`GEXF in real readers: skipped. ${why}`);

const graph = hostileGraph();
const quotes = (at: number): string[] => [hostileTexts[at] ?? '', 'a second “quote”, with a comma'];
/** Gephi reads an empty item of a list as no item. */
const inGephi = (item: string): string | null => (item === '' ? null : item);
const look = { position: [1.5, -2.25] as const, color: '#c81e1e', size: 12 };

function write(profile: Profile): string {
  const string = ['STRING'];
  const writer = new GexfWriter({
    profile,
    description: 'Hostile <text> & "quotes"',
    lastModified: '2026-11-21',
    nodeColumns: columnsFor('node', [
      { key: 'id', types: string },
      { key: 'name', types: string },
      { key: 'text', types: string },
      { key: 'Text', types: string },
      { key: 'key', types: string },
      { key: 'big', types: ['INTEGER'] },
      { key: 'ratio', types: ['FLOAT'] },
      { key: 'flag', types: ['BOOLEAN'] },
      { key: 'names', types: ['LIST<STRING NOT NULL>'] },
      { key: 'mixed', types: ['INTEGER', 'STRING'] },
      { key: 'start', types: ['DATE'] },
      { key: 'end', types: ['DATE'] },
    ]),
    edgeColumns: columnsFor('relationship', [
      { key: 'id', types: string },
      { key: 'what', types: string },
      { key: 'date', types: ['DATE', 'ZONED DATETIME'] },
      { key: 'datePrecision', types: string },
      { key: 'key', types: ['INTEGER'] },
      { key: 'weight', types: ['INTEGER'] },
    ]),
    dated: true,
  });
  let xml = writer.open();
  const id = (elementId: string) => `n${elementId.slice(4)}`;
  for (const node of graph.nodes)
    xml += writer.node(id(node.elementId), String(node.properties.get('name')), node, look);
  xml += writer.beginEdges();
  graph.relationships.forEach((relationship, index) => {
    const at = Math.floor(index / 4);
    const citations = quotes(at).map((quote) => ({ quote, source: 'A title, An author, paragraph 3' }));
    xml += writer.edge(
      String(relationship.properties.get('id')),
      id(relationship.startNodeElementId),
      id(relationship.endNodeElementId),
      relationship,
      citations,
      { color: '#0072b2', size: 2 },
    );
  });
  return xml + writer.close();
}

describe.skipIf(why !== null)('a graph of hostile text, in the compatible profile', () => {
  let folder: string;
  let file: string;
  let networkx: NetworkxGraph;
  let gephi: GephiGraph;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'entente-interop-'));
    file = join(folder, 'hostile.gexf');
    await writeFile(file, write('compatible'));
    networkx = await readWithNetworkx(file);
    gephi = await readWithGephi(file);
  }, 600_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('is opened by networkx with every node and value', () => {
    expect(networkx.type).toBe('MultiDiGraph');
    expect(networkx.nodes).toEqual(
      graph.nodes.map((node, at) => {
        const text = readable(hostileTexts[at] ?? '');
        return {
          id: `n${at}`,
          label: readable(String(node.properties.get('name'))),
          color: [200, 30, 30, 1],
          position: [1.5, -2.25],
          size: 12,
          start: `2021-01-${String(at + 1).padStart(2, '0')}`,
          end: at % 3 === 0 ? '2021-12-31' : null,
          attributes: {
            kind: at % 2 === 0 ? 'State' : 'Event',
            labels: at % 2 === 0 ? '["Actor", "State"]' : '["Event"]',
            name: readable(String(node.properties.get('name'))),
            text_: text,
            Text: 'differs from text only in case',
            key: 'a name that networkx keeps for itself',
            big: { long: String(9_223_372_036_854_775_807n - BigInt(at)) },
            ratio: at / 3,
            flag: at % 2 === 0,
            names: `["${text.replace(/["\\]/g, '\\$&')}", "second, item"]`,
            mixed: at % 2 === 0 ? '1' : 'one',
            start_: `2021-01-${String(at + 1).padStart(2, '0')}`,
            ...(at % 3 === 0 ? { end_: '2021-12-31' } : {}),
          },
        };
      }),
    );
  });

  it('is opened by networkx with every edge, parallel ones and self-loops too, and its quotes', () => {
    const byId = new Map(networkx.edges.map((edge) => [edge.id, edge]));
    expect(byId.size).toBe(graph.relationships.length);
    for (const [index, relationship] of graph.relationships.entries()) {
      const at = Math.floor(index / 4);
      const edge = byId.get(String(relationship.properties.get('id')));
      expect(edge?.source).toBe(`n${relationship.startNodeElementId.slice(4)}`);
      expect(edge?.target).toBe(`n${relationship.endNodeElementId.slice(4)}`);
      expect(edge?.label).toBe(relationship.type);
      expect(edge?.attributes['relation']).toBe(relationship.type);
      expect(edge?.attributes['what']).toBe(readable(hostileTexts[at] ?? ''));
      expect(edge?.attributes['quotes']).toBe(`[${quotes(at).map((quote) => `"${readable(quote).replace(/["\\]/g, '\\$&')}"`).join(', ')}]`); // prettier-ignore
    }
    expect(byId.get('r0-0')).toMatchObject({
      start: '2021-10-01',
      end: '2021-10-31',
      attributes: { date: '2021-10-01' },
    });
    expect(byId.get('r0-1')?.attributes).toMatchObject({ key_: { long: '1' }, weight_: { long: '0' } });
    expect(byId.get('r0-2')).toMatchObject({
      start: '2021-10-20T07:00:00Z',
      end: '2021-10-20T07:00:00Z',
      attributes: { date: '2021-10-20T10:00:00+03:00[Europe/Moscow]' },
    });
    expect(byId.get('r0-3')).toMatchObject({ source: 'n0', target: 'n0', start: null, end: null });
  });

  it('is opened by Gephi without a warning, with every node and value', () => {
    expect(gephi.issues).toEqual([]);
    expect(gephi.directed).toBe(true);
    const byId = new Map(gephi.nodes.map((node) => [node.id, node]));
    expect(byId.size).toBe(graph.nodes.length);
    for (const [at] of graph.nodes.entries()) {
      const node = byId.get(`n${at}`);
      const text = readable(hostileTexts[at] ?? '');
      expect(node).toMatchObject({ color: [200, 30, 30, 1], position: [1.5, -2.25], size: 12 });
      expect(node?.attributes).toMatchObject({
        big: { long: String(9_223_372_036_854_775_807n - BigInt(at)) },
        flag: at % 2 === 0,
        names: [inGephi(text), 'second, item'],
        Text: 'differs from text only in case',
      });
      if (text !== '') expect(node?.attributes['text_']).toBe(text);
      expect(Number(node?.attributes['ratio'])).toBeCloseTo(at / 3, 12);
    }
  });

  it('is opened by Gephi with every edge, its kind, dates and quotes', () => {
    const byId = new Map(gephi.edges.map((edge) => [edge.id, edge]));
    expect(byId.size).toBe(graph.relationships.length);
    for (const [index, relationship] of graph.relationships.entries()) {
      const at = Math.floor(index / 4);
      const edge = byId.get(String(relationship.properties.get('id')));
      expect(edge).toMatchObject({
        kind: relationship.type,
        label: relationship.type,
        weight: 1,
        color: [0, 114, 178, 1],
      });
      expect(edge?.attributes['quotes']).toEqual(quotes(at).map((quote) => inGephi(readable(quote))));
    }
    expect(byId.get('r0-0')?.spells).toEqual([['2021-10-01T00:00:00Z', '2021-10-31T00:00:00Z']]);
    expect(byId.get('r0-2')?.spells).toEqual([['2021-10-20T07:00:00Z', '2021-10-20T07:00:00Z']]);
  });

  it('passes the shared check: schema, networkx, Gephi', async (context) => {
    const shared = await sharedGexf();
    if (shared === null) return context.skip('shared/gexf is not beside the checkout');
    expect(await sharedCheck(shared, file)).toContain('validates');
  });
});

describe.skipIf(why !== null)('the same graph in the gephi-dynamic profile', () => {
  it('is opened by Gephi without a warning, with the same nodes and edges', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'entente-interop-'));
    try {
      const file = join(folder, 'dynamic.gexf');
      await writeFile(file, write('gephi-dynamic'));
      const gephi = await readWithGephi(file);
      expect(gephi.issues).toEqual([]);
      expect([gephi.nodes.length, gephi.edges.length]).toEqual([
        graph.nodes.length,
        graph.relationships.length,
      ]);
      const dated = gephi.edges.find(({ id }) => id === 'r0-0');
      expect(String(dated?.attributes['datePrecision'])).toContain('month');
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});
