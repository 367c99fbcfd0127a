/** What is on the screen, by the names its reader knows. */
import { nameOf } from './graph.ts';
import { graph } from './screen.ts';
import type { Selection } from './selection.ts';
import { counted } from './words.ts';

export const nameOnScreen = (id: string): string =>
  graph.hasNode(id) ? nameOf({ id, ...graph.getNodeAttributes(id) }) : id;

/** `Russia`, `3 actors and events`; for what has been taken off the screen as well, where `name` knows it. */
export function namedNodes(ids: readonly string[], name: (id: string) => string = nameOnScreen): string {
  const [only] = ids;
  return only !== undefined && ids.length === 1
    ? name(only)
    : counted(ids.length, 'actor or event', 'actors and events');
}

/** `Russia`, `a claim`, `2 actors and events and 5 claims`. */
export function namedSelection({ nodes, relationships }: Selection): string {
  const claims = relationships.length === 1 ? 'a claim' : counted(relationships.length, 'claim', 'claims');
  if (nodes.length === 0) return claims;
  return relationships.length === 0 ? namedNodes(nodes) : `${namedNodes(nodes)} and ${claims}`;
}
