import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchNeo4j } from '../neo4j/launch.ts';

/** A place for a graph that a server can be started on. */
export interface Place {
  readonly name: 'embedded' | 'Neo4j';
  /** What the server and the loader are told by. */
  readonly environment: Record<string, string>;
  remove(): Promise<void>;
}

export async function embeddedPlace(): Promise<Place> {
  const folder = await mkdtemp(join(tmpdir(), 'entente-bench-'));
  return {
    name: 'embedded',
    environment: { ENTENTE_DATA: folder, NEO4J_URI: '' },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** A Neo4j 5.26 of its own, empty. */
export async function neo4jPlace(): Promise<Place> {
  const { uri, username, password, stop } = await launchNeo4j();
  return {
    name: 'Neo4j',
    environment: { NEO4J_URI: uri, NEO4J_USERNAME: username, NEO4J_PASSWORD: password },
    remove: stop,
  };
}
