/** What joins things on the screen: paths between two, neighbours in common, claims that were not loaded yet. */
import { fetchBetween, fetchCommonNeighbours, fetchPaths } from '../api.ts';
import { watch } from './explore.ts';
import { act } from './history.ts';
import { nameOnScreen, namedNodes } from './named.ts';
import { graph, selectAll, shownNow } from './screen.ts';
import { counted } from './words.ts';
import { bytesOf, tell, work } from './work.ts';

/** Longest path that is looked for unless the reader says otherwise, and the longest that can be asked for. */
export const DEFAULT_HOPS = 6;
export const MOST_HOPS = 8;
/** Most claims that the server is told of as known. */
const MOST_KNOWN = 100_000;
/** Most paths that are shown at once. */
const MOST_PATHS = 100;
const MOST_COMMON = 200;
/** Most nodes whose common neighbours can be asked for at once: the server's bound. */
export const MOST_ASKED = 100;

export interface FoundPaths {
  /** 0 where there is none within the bound. */
  readonly paths: number;
  /** Claims on each. */
  readonly hops: number;
  /** True where there are more of this length. */
  readonly more: boolean;
}

/**
 * Adds the shortest path between two nodes, or all of that length, and selects it.
 *
 * @param maxHops longest path to look for, 1 to `MOST_HOPS`
 * @throws ApiError; Stopped
 */
export async function addPaths(
  from: string,
  to: string,
  { isAll = false, maxHops = DEFAULT_HOPS } = {},
): Promise<FoundPaths> {
  const ends = `${nameOnScreen(from)} and ${nameOnScreen(to)}`;
  const title = `${isAll ? 'All shortest paths' : 'Path'} between ${ends}`;
  return work(title, async (signal, report) => {
    const limit = isAll ? MOST_PATHS : 1;
    const { paths, nodes, relationships, more } = await watch(
      fetchPaths(from, to, { maxHops, limit }, signal, bytesOf(report)),
    );
    const found = { paths: paths.length, hops: paths[0]?.relationships.length ?? 0, more };
    if (paths.length > 0) {
      act(title, { kind: 'merge', nodes, relationships });
      selectAll({ nodes: nodes.map(({ id }) => id), relationships: relationships.map(({ id }) => id) });
    }
    tell(pathsText(found, ends, { isAll, maxHops }));
    return found;
  });
}

/** What was found, as a sentence. */
export function pathsText(
  { paths, hops, more }: FoundPaths,
  ends: string,
  { isAll, maxHops }: { readonly isAll: boolean; readonly maxHops: number },
): string {
  const bound = counted(maxHops, 'step', 'steps');
  if (paths === 0) return `No path of up to ${bound} joins ${ends}.`;
  const length = counted(hops, 'step', 'steps');
  if (!isAll)
    return `A shortest path between ${ends}: ${length}${more ? '. There are others as short' : ''}.`;
  return `${counted(paths, 'path', 'paths')} of ${length} between ${ends}${more ? '; there are more' : ''}.`;
}

/**
 * Adds what is a neighbour of every one of these nodes, and selects it with them.
 *
 * @returns how many there are on the screen now, and how many were left out
 * @throws ApiError; Stopped
 */
export async function addCommonNeighbours(ids: readonly string[]): Promise<{ found: number; left: number }> {
  const name = namedNodes(ids);
  const title = `Common neighbours of ${ids.length === 2 ? ids.map(nameOnScreen).join(' and ') : name}`;
  return work(title, async (signal, report) => {
    const { nodes, relationships, omitted } = await watch(
      fetchCommonNeighbours({ nodes: [...ids], limit: MOST_COMMON }, signal, bytesOf(report)),
    );
    const asked = new Set(ids);
    const common = nodes.filter(({ id }) => !asked.has(id));
    if (common.length > 0) {
      act(title, { kind: 'merge', nodes, relationships });
      selectAll({ nodes: [...ids, ...common.map(({ id }) => id)], relationships: [] });
    }
    tell(
      common.length === 0
        ? `${title}: none.`
        : `${title}: ${common.length}.${omitted > 0 ? ` ${counted(omitted, 'more is', 'more are')} left out.` : ''}`,
    );
    return { found: common.length, left: omitted };
  });
}

/**
 * Adds every claim of the graph that joins two nodes on the screen and is not loaded yet.
 *
 * @throws ApiError; Stopped
 */
export async function revealClaims(): Promise<{ added: number; left: number }> {
  const title = 'Reveal claims among what is shown';
  const { nodes } = shownNow();
  return work(title, async (signal, report) => {
    const { relationships, omitted } = await watch(
      fetchBetween({ nodes: [...nodes], known: graph.edges().slice(0, MOST_KNOWN) }, signal, bytesOf(report)),
    );
    const { addedRelationships } = act(title, { kind: 'merge', nodes: [], relationships });
    const added = addedRelationships.length;
    const rest = omitted > 0 ? ` ${counted(omitted, 'is', 'are')} left out.` : '';
    tell(
      added === 0
        ? `Every claim among what is shown is on the screen already.${rest}`
        : `${counted(added, 'claim', 'claims')} added among ${namedNodes([...nodes])}.${rest}`,
    );
    return { added, left: omitted };
  });
}
