/** What the reader can do that needs the server: open, expand, go to something. Failures become state, never silence. */
import {
  ApiError,
  fetchHealth,
  fetchNeighbours,
  fetchNode,
  fetchOverview,
  fetchRelationship,
} from '../api.ts';
import type { Element } from './element.ts';
import { nameOf } from './graph.ts';
import { act } from './history.ts';
import { announce, graph, select, useScreen } from './screen.ts';
import { selectedCount, selectionOf, soleElement } from './selection.ts';
import type { Selection } from './selection.ts';
import { DEFAULT_SETTINGS } from './settings.ts';
import { counted } from './words.ts';

/** Loads the graph to open with, in place of what is on the screen. */
export async function open(signal?: AbortSignal): Promise<void> {
  useScreen.setState({ stage: { kind: 'loading' } });
  try {
    const [overview, health] = await Promise.all([fetchOverview(signal), fetchHealth(signal)]);
    act('Begin again', {
      kind: 'replace',
      nodes: overview.nodes,
      relationships: overview.relationships,
      settings: DEFAULT_SETTINGS,
    });
    useScreen.setState({ stage: { kind: 'ready' }, omitted: overview.omitted, health, away: null });
    announce(
      `${counted(overview.nodes.length, 'actor or event', 'actors and events')} and ${counted(overview.relationships.length, 'claim', 'claims')} on the screen.`,
    );
  } catch (error) {
    if (signal?.aborted === true) return;
    useScreen.setState({ stage: { kind: 'failed', error: asApiError(error) } });
  }
}

/** Asks the server how it is; sets or clears `away`. */
export async function checkHealth(signal?: AbortSignal): Promise<void> {
  try {
    const health = await fetchHealth(signal);
    const away = health.status === 'ok' ? null : (health.reason ?? 'The store cannot be reached.');
    useScreen.setState({ health, away });
  } catch (error) {
    if (signal?.aborted === true) return;
    useScreen.setState({ away: asApiError(error).detail });
  }
}

/** Neighbours asked for at a time. */
const PAGE = 50;

/**
 * Adds a node's neighbours that are not on the screen yet, up to 50 of them.
 *
 * @throws ApiError
 */
export async function expand(id: string, signal?: AbortSignal): Promise<{ added: number; left: number }> {
  const name = nameOnScreen(id);
  let after: string | undefined;
  for (;;) {
    const page = await watch(
      fetchNeighbours(id, { limit: PAGE, ...(after === undefined ? {} : { after }) }, signal),
    );
    const { addedNodes, addedRelationships } = act(`Expand ${name}`, {
      kind: 'merge',
      nodes: page.nodes,
      relationships: page.relationships,
    });
    const added = addedNodes.length + addedRelationships.length;
    if (added > 0 || page.next === null) {
      announce(
        added === 0
          ? `Everything that touches ${name} is on the screen already.`
          : `${counted(addedNodes.length, 'neighbour', 'neighbours')} and ${counted(addedRelationships.length, 'claim', 'claims')} added to ${name}.`,
      );
      return { added, left: page.omitted };
    }
    after = page.next;
  }
}

/**
 * Makes sure an element is on the screen, its ends with it, and selects it.
 *
 * @throws ApiError
 */
export async function goTo(element: Element, signal?: AbortSignal): Promise<void> {
  const isThere = element.kind === 'node' ? graph.hasNode(element.id) : graph.hasEdge(element.id);
  if (!isThere) {
    if (element.kind === 'node') {
      const { node } = await watch(fetchNode(element.id, signal));
      const around = await watch(fetchNeighbours(element.id, { limit: PAGE }, signal));
      // only what joins it to the screen: a hub would bring hundreds of strangers
      const known = around.relationships.filter(
        ({ source, target }) => graph.hasNode(source === element.id ? target : source) || source === target,
      );
      act(`Show ${nameOf(node)}`, { kind: 'merge', nodes: [node], relationships: known });
    } else {
      const { relationship, nodes } = await watch(fetchRelationship(element.id, signal));
      act('Show a claim', { kind: 'merge', nodes, relationships: [relationship] });
    }
  }
  select(element);
}

/** Takes one node or claim off the screen. */
export const dismiss = (element: Element): void => dismissSelected(selectionOf(element));

/** Takes nodes, with their claims, and claims off the screen. The graph itself stays as it is. */
export function dismissSelected(selection: Selection): void {
  const sole = soleElement(selection);
  const what =
    sole === null
      ? counted(selectedCount(selection), 'selected thing', 'selected things')
      : sole.kind === 'node'
        ? nameOnScreen(sole.id)
        : 'a claim';
  const { removedNodes, removedRelationships } = act(`Dismiss ${what}`, { kind: 'dismiss', ...selection });
  const [first] = removedNodes;
  const claims = counted(removedRelationships.length, 'claim', 'claims');
  const gone =
    first === undefined
      ? sole === null
        ? claims
        : 'The claim'
      : removedNodes.length === 1
        ? nameOf(first.node)
        : counted(removedNodes.length, 'actor or event', 'actors and events');
  const along = first !== undefined && removedRelationships.length > 0 ? ` with ${claims}` : '';
  announce(`${gone} taken off the screen${along}. The graph itself is unchanged.`);
}

const nameOnScreen = (id: string): string =>
  graph.hasNode(id) ? nameOf({ id, ...graph.getNodeAttributes(id) }) : id;

/** A call that finds the server away says so to the whole page, and one that succeeds takes it back. */
export async function watch<T>(call: Promise<T>): Promise<T> {
  try {
    const reply = await call;
    if (useScreen.getState().away !== null) useScreen.setState({ away: null });
    return reply;
  } catch (error) {
    if (error instanceof ApiError && error.isAway) useScreen.setState({ away: error.detail });
    throw error;
  }
}

export function asApiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error;
  const detail = error instanceof Error ? error.message : String(error);
  return new ApiError('Something went wrong in this page', detail, -1, { cause: error });
}
