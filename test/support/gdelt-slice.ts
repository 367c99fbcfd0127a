/** The first events of the GDELT data as the server gives them to the page, without a store: for what is measured in the page alone. */
import { createReadStream, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip, gunzipSync } from 'node:zlib';
import type { NodeJson, RelationshipJson } from '../../server/contract/api.ts';
import { ploverOf } from '../../server/load/cameo.ts';
import { readEventRow, readHeader } from '../../server/load/event-row.ts';
import { actorId, slug } from '../../server/load/slug.ts';
import { isoOfState } from '../../server/load/states.ts';

export interface Slice {
  readonly nodes: NodeJson[];
  readonly relationships: RelationshipJson[];
}

/** @param file see `gdeltFile` */
export async function gdeltSlice(file: string, events: number): Promise<Slice> {
  const nodes = new Map<string, NodeJson>();
  const relationships: RelationshipJson[] = [];
  const actor = (name: string): string => {
    const id = actorId(name);
    const iso = isoOfState(name);
    if (!nodes.has(id))
      nodes.set(id, {
        id,
        elementId: `4:slice:${nodes.size}`,
        labels: iso === undefined ? ['Actor'] : ['Actor', 'State'],
        properties: { id, name, ...(iso === undefined ? {} : { iso }) },
      });
    return id;
  };
  let header: ReturnType<typeof readHeader> | null = null;
  const lines = createInterface({ input: createReadStream(file).pipe(createGunzip()) });
  for await (const line of lines) {
    if (header === null) header = readHeader(line);
    else {
      const { source, target, type, phrase, date } = readEventRow(line, header);
      const id = `${actorId(source)}.${slug(type)}.${actorId(target)}.${relationships.length}`;
      relationships.push({
        id,
        elementId: `5:slice:${relationships.length}`,
        type,
        source: actor(source),
        target: actor(target),
        properties: { id, phrase, date: date.toString(), ...ploverOf(phrase), source: 'gdelt' },
      });
    }
    if (relationships.length === events) break;
  }
  lines.close();
  return { nodes: [...nodes.values()], relationships };
}

/** The first events as a file that `npm run load` takes. */
export const gdeltLines = (file: string, events: number): string =>
  `${gunzipSync(readFileSync(file))
    .toString('utf8')
    .split('\n', events + 1)
    .join('\n')}\n`;
