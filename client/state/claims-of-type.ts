/** All claims of one type: those on the screen, and more of them from the store. */
import { relationshipPhrase } from '../../graph/vocabulary.ts';
import { fetchClaimsOfType } from '../api.ts';
import { watch } from './explore.ts';
import { act } from './history.ts';
import { graph, selectAll, shownNow } from './screen.ts';
import { counted } from './words.ts';
import { bytesOf, tell, work } from './work.ts';

/** Most claims of a type that are brought in at a time: more lines than this hide one another. */
export const MOST_OF_TYPE = 100;
/** The most that the server gives at once. */
const MOST_ASKED = 10_000;

/** Claims of a type that are shown. */
export const shownOfType = (type: string): readonly string[] =>
  [...shownNow().relationships].filter((id) => graph.getEdgeAttribute(id, 'type') === type);

/** Claims of a type that are loaded, shown or not. */
export const loadedOfType = (type: string): number =>
  graph.reduceEdges((count, _id, each) => count + (each.type === type ? 1 : 0), 0);

/** Selects the claims of a type that are shown. */
export function selectType(type: string): void {
  const ids = shownOfType(type);
  selectAll({ nodes: [], relationships: ids });
  tell(
    ids.length === 0
      ? `What says “${relationshipPhrase(type)}” is hidden, or filtered out.`
      : `${counted(ids.length, 'claim', 'claims')} selected: “${relationshipPhrase(type)}”.`,
  );
}

/**
 * Adds claims of a type that are not loaded, in id order, up to `MOST_OF_TYPE`, and selects all of the type that are shown then.
 *
 * @throws ApiError; Stopped
 */
export async function addOfType(type: string): Promise<void> {
  const title = `Add claims: “${relationshipPhrase(type)}”`;
  await work(title, async (signal, report) => {
    // any of those that come first may be loaded already
    const limit = Math.min(loadedOfType(type) + MOST_OF_TYPE, MOST_ASKED);
    const { nodes, relationships, omitted } = await watch(
      fetchClaimsOfType(type, { limit }, signal, bytesOf(report)),
    );
    const fresh = relationships.filter(({ id }) => !graph.hasEdge(id));
    const added = fresh.slice(0, MOST_OF_TYPE);
    const ends = new Set(added.flatMap(({ source, target }) => [source, target]));
    act(title, { kind: 'merge', nodes: nodes.filter(({ id }) => ends.has(id)), relationships: added });
    selectAll({ nodes: [], relationships: shownOfType(type) });
    const left = omitted + fresh.length - added.length;
    tell(
      `${counted(added.length, 'claim', 'claims')} added: “${relationshipPhrase(type)}”.${left > 0 ? ` ${counted(left, 'more is', 'more are')} left out.` : ''}`,
    );
  });
}
