/** Writes the GDELT graph as GEXF, in a process of its own: `gexf-worker.ts ours|graphology FILE`; prints what writing alone took. */
import { createReadStream } from 'node:fs';
import { writeFileSync, openSync, writeSync, closeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { MultiDirectedGraph } from 'graphology';
import gexf from 'graphology-gexf';
import { columnsFor } from '../../graph/formats/gexf/columns.ts';
import { GexfWriter } from '../../graph/formats/gexf/writer.ts';
import { Node, Relationship } from '../../graph/model.ts';
import { DateTime, LocalDate } from '../../graph/temporal.ts';
import { gdeltFile } from '../support/gdelt.ts';

const [whose = 'ours', out = '/dev/null'] = process.argv.slice(2);
if (gdeltFile === null) throw new Error('no GDELT data');

const rows: string[][] = [];
for await (const line of createInterface({ input: createReadStream(gdeltFile).pipe(createGunzip()) }))
  rows.push(line.split('\t'));
rows.shift();
const names = [...new Set(rows.flatMap(([source = '', , target = '']) => [source, target]))];
const write = whose === 'ours' ? prepareOurs() : prepareGraphology();
globalThis.gc?.();

const before = { rss: process.memoryUsage.rss(), cpu: process.cpuUsage(), time: performance.now() };
write();
const cpu = process.cpuUsage(before.cpu);
console.log(
  JSON.stringify({
    wallMs: performance.now() - before.time,
    cpuMs: (cpu.user + cpu.system) / 1000,
    growthMb: process.resourceUsage().maxRSS / 1024 - before.rss / 2 ** 20,
    edges: rows.length,
  }),
);

function prepareOurs(): () => void {
  const ids = new Map(names.map((name, at) => [name, `4:x:${at}`]));
  const nodes = names.map((name) => new Node(ids.get(name) ?? '', ['Actor'], new Map([['name', name]])));
  const relationships = rows.map(([source = '', phrase = '', target = '', date = ''], at) => {
    const day = LocalDate.of(Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10)));
    const nanos = (Number(date.slice(11, 13)) * 60 + Number(date.slice(14, 16))) * 60e9;
    const type = phrase.toUpperCase().replaceAll(/[^A-Z]+/g, '_');
    const properties = new Map<string, string | DateTime>([
      ['phrase', phrase],
      ['date', new DateTime(day.epochDay, nanos, 0)],
    ]);
    return new Relationship(`5:x:${at}`, ids.get(source) ?? '', ids.get(target) ?? '', type, properties);
  });
  return () => {
    const file = openSync(out, 'w');
    const writer = new GexfWriter({
      profile: 'compatible',
      description: 'GDELT',
      lastModified: '2026-11-21',
      nodeColumns: columnsFor('node', [{ key: 'name', types: ['STRING'] }]),
      edgeColumns: columnsFor('relationship', [
        { key: 'phrase', types: ['STRING'] },
        { key: 'date', types: ['ZONED DATETIME'] },
      ]),
      dated: true,
    });
    let held = writer.open();
    const flush = () => {
      writeSync(file, held);
      held = '';
    };
    for (const node of nodes) held += writer.node(node.elementId, String(node.properties.get('name')), node);
    held += writer.beginEdges();
    for (const relationship of relationships) {
      held += writer.edge(
        relationship.elementId,
        relationship.startNodeElementId,
        relationship.endNodeElementId,
        relationship,
        [],
      );
      if (held.length > 64 * 1024) flush();
    }
    held += writer.close();
    flush();
    closeSync(file);
  };
}

function prepareGraphology(): () => void {
  const graph = new MultiDirectedGraph();
  for (const name of names) graph.addNode(name, { label: name, name });
  for (const [at, [source, phrase = '', target, date = '']] of rows.entries()) {
    const relation = phrase.toUpperCase().replaceAll(/[^A-Z]+/g, '_');
    graph.addEdgeWithKey(String(at), source, target, {
      label: relation,
      relation,
      phrase,
      date,
      start: date,
      end: date,
      weight: 1,
    });
  }
  return () => writeFileSync(out, gexf.write(graph, { version: '1.3' }));
}
