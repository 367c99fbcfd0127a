/** The seed graph as the embedded store holds it, read once for a test file. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { idOf } from '../../../graph/elements.ts';
import type { Node, Relationship, Value } from '../../../graph/model.ts';
import { collect, type Row } from '../../../server/named-queries.ts';
import { ROOT } from '../../../server/root.ts';
import { prepareStore } from '../../../server/seed.ts';
import { openEmbeddedStore } from '../../../server/store/embedded.ts';
import type { Store } from '../../../server/store/store.ts';

export const CYPHER = join(ROOT, 'cypher');

export interface SeededGraph {
  readonly store: Store;
  readonly nodes: readonly Node[];
  readonly relationships: readonly Relationship[];
  /** The rows of a reading statement, by column. */
  rows(statement: string, parameters?: Readonly<Record<string, Value>>): Promise<readonly Row[]>;
  close(): Promise<void>;
}

export async function openSeededGraph(): Promise<SeededGraph> {
  const { store, close } = await openPreparedStore('always');
  const rows: SeededGraph['rows'] = async (statement, parameters = {}) =>
    (await collect(store, statement, new Map(Object.entries(parameters)), { access: 'read' })).rows;
  const column = async <T extends Value>(statement: string): Promise<T[]> =>
    (await rows(statement)).map((row) => row.get('found') as T);
  return {
    store,
    nodes: await column<Node>('MATCH (found) RETURN found'),
    relationships: await column<Relationship>('MATCH ()-[found]->() RETURN found'),
    rows,
    close,
  };
}

/** An embedded store in a folder of its own that has the schema, and the seed where it is wanted. */
export async function openPreparedStore(
  seed: 'always' | 'never',
): Promise<{ store: Store; close: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'entente-seed-'));
  const store = await openEmbeddedStore({ folder });
  await prepareStore(store, CYPHER, seed);
  const close = async () => {
    await store.close();
    await rm(folder, { recursive: true });
  };
  return { store, close };
}

/** A property that must be a string. */
export function text(element: Node | Relationship, key: string): string {
  const value = element.properties.get(key);
  if (typeof value !== 'string') throw new Error(`${key} is ${String(value)} on ${idOf(element)}`);
  return value;
}

/** A property that is a list of strings; empty where there is none. */
export function texts(element: Node | Relationship, key: string): string[] {
  const value = element.properties.get(key) ?? [];
  if (!Array.isArray(value)) throw new Error(`${key} is no list on ${idOf(element)}`);
  return value.map(String);
}
