/** Every claim of a node: those of the screen at once, the others as the server gives them. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { fetchNeighbours } from '../../api.ts';
import type { ApiError } from '../../api.ts';
import { claimOnScreen, claimsOf } from '../../state/claims.ts';
import type { Claim } from '../../state/claims.ts';
import { asApiError, watch } from '../../state/explore.ts';
import { nodeOf } from '../../state/graph.ts';
import { graph, useScreen } from '../../state/screen.ts';
import type { Entry } from './timeline-order.ts';

/** Fetched without being asked for; of more the reader decides. */
export const MOST_UNASKED = 1_000;
/** Fetched each time that the reader asks for more; a hub of event data has tens of thousands. */
export const MOST_AT_ONCE = 10_000;
/** Neighbours a call. */
const PAGE = 200;

export type Fetching =
  /** Not begun, or stopped at a bound. */
  | { readonly kind: 'part' }
  | { readonly kind: 'fetching' }
  | { readonly kind: 'whole' }
  | { readonly kind: 'failed'; readonly error: ApiError };

interface Fetched {
  readonly claims: ReadonlyMap<string, Claim>;
  readonly next: string | null;
  readonly fetching: Fetching;
}

const NONE: Fetched = { claims: new Map(), next: null, fetching: { kind: 'part' } };

/**
 * @param total how many the whole graph has; null while that is not known
 * @returns the entries so far, in no order, and `fetch` to go on with the others
 */
export function useEntries(
  id: string,
  total: number | null,
): { entries: readonly Entry[]; fetching: Fetching; fetch: () => void; stop: () => void } {
  const revision = useScreen((state) => state.revision);
  const [fetched, setFetched] = useState(NONE);
  const running = useRef<AbortController | null>(null);
  const state = useRef(NONE);
  const set = (next: Fetched): void => {
    state.current = next;
    setFetched(next);
  };

  const fetch = useCallback((): void => {
    if (running.current !== null) return;
    const controller = new AbortController();
    running.current = controller;
    const { signal } = controller;
    const run = async (): Promise<void> => {
      const claims = new Map(state.current.claims);
      const most = claims.size + MOST_AT_ONCE;
      let next = state.current.next;
      const tell = (fetching: Fetching): void => set({ claims: new Map(claims), next, fetching });
      tell({ kind: 'fetching' });
      try {
        do {
          const page = await watch(
            fetchNeighbours(id, { limit: PAGE, ...(next === null ? {} : { after: next }) }, signal),
          );
          if (!graph.hasNode(id)) return;
          const nodes = [nodeOf(graph, id), ...page.nodes];
          for (const each of claimsOf({ nodes, relationships: page.relationships }))
            claims.set(each.claim.id, each);
          next = page.next;
          if (next !== null) tell({ kind: 'fetching' });
        } while (next !== null && claims.size < most);
        tell({ kind: next === null ? 'whole' : 'part' });
      } catch (error) {
        tell(signal.aborted ? { kind: 'part' } : { kind: 'failed', error: asApiError(error) });
      } finally {
        running.current = null;
      }
    };
    void run();
  }, [id]);

  useEffect(() => () => running.current?.abort(), []);

  const onScreen = revision >= 0 && graph.hasNode(id) ? graph.edges(id) : [];
  // what is on the screen already need not be asked for
  const isNeeded = total !== null && total <= MOST_UNASKED && total > onScreen.length;
  useEffect(() => {
    if (isNeeded && state.current === NONE) fetch();
  }, [isNeeded, fetch]);

  const entries = useMemo(() => {
    const all = new Map(fetched.claims);
    if (graph.hasNode(id)) for (const edge of graph.edges(id)) all.set(edge, claimOnScreen(edge));
    return [...all.values()].map((each): Entry => ({
      ...each,
      direction: each.claim.source === id ? 'made' : 'received',
    }));
    // the graph is changed in place: its revision tells
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [id, fetched, revision]);

  const isWhole = total !== null && entries.length >= total;
  return {
    entries,
    fetching: isWhole && fetched.fetching.kind !== 'fetching' ? { kind: 'whole' } : fetched.fetching,
    fetch,
    stop: () => running.current?.abort(),
  };
}
