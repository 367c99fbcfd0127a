import type { RunningServer } from '../support/server.ts';

/** Waits until what the server asks itself ahead when it starts is over: on Neo4j at GDELT's size that takes seconds. */
export async function askedAhead({ url }: RunningServer): Promise<void> {
  for (const path of ['overview', 'schema']) await (await fetch(`${url}/api/${path}`)).text();
}
