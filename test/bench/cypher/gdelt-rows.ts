/** The GDELT relationships as rows to load: an actor a name, a relationship a line, its type from its verb phrase. */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { relationshipType } from '../../../server/load/relationship-type.ts';
import { Batches, createRelationships, mergeNodes, type DataSet } from './graph.ts';

/** Created, not merged: merging is measured on the other graph, and between hubs takes a peer a quarter of an hour. Days are text, which all engines order alike. */
export const gdeltGraph = (file: string): DataSet => ({
  labels: ['Actor'],
  async *batches() {
    const batches = new Batches();
    const actors = new Set<string>();
    for await (const [from, , to] of rowsOf(file)) actors.add(from).add(to);
    for (const id of actors) yield* batches.add(mergeNodes('Actor'), { id, properties: { name: id } });
    yield* batches.rest();
    let count = 0n;
    for await (const [from, phrase, to, date] of rowsOf(file)) {
      const statement = createRelationships('Actor', relationshipType(phrase) ?? 'RELATED', 'Actor');
      const row = { id: count, from, to, properties: { phrase, date: date.slice(0, 10) } };
      yield* batches.add(statement, row);
      count += 1n;
    }
    yield* batches.rest();
  },
});

/** Source, phrase, target, date. */
async function* rowsOf(file: string): AsyncGenerator<readonly [string, string, string, string]> {
  let header = true;
  for await (const line of createInterface({ input: createReadStream(file).pipe(createGunzip()) })) {
    const [from, phrase, to, date] = line.split('\t');
    if (!header && from !== undefined && phrase !== undefined && to !== undefined && date !== undefined)
      yield [from, phrase, to, date];
    header = false;
  }
}
