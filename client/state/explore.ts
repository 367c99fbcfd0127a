/** Opening, going to something, taking it off the screen. Failures become state, never silence. */
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
import type { PlacedNode } from './graph.ts';
import { act } from './history.ts';
import { namedNodes, namedSelection } from './named.ts';
import { announce, graph, select, useScreen } from './screen.ts';
import { selectedCount, selectionOf } from './selection.ts';
import type { Selection } from './selection.ts';
import { DEFAULT_SETTINGS } from './settings.ts';
import { capitalised, counted } from './words.ts';
import { bytesOf, Stopped, work } from './work.ts';

/** Loads the graph to open with, in place of what is on the screen. */
export async function open(signal?: AbortSignal): Promise<void> {
  useScreen.setState({ stage: { kind: 'loading' } });
  try {
    const [overview, health] = await work(
      'Open the graph',
      (stop, report) => Promise.all([fetchOverview(stop, bytesOf(report)), fetchHealth(stop)]),
      signal,
    );
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
    if (signal?.aborted !== true) notOpened(error);
  }
}

/** Says why nothing was opened. Where the reader stopped it, what was on the screen is there still. */
export function notOpened(error: unknown): void {
  const isStopped = error instanceof Stopped;
  if (isStopped && graph.order > 0) useScreen.setState({ stage: { kind: 'ready' } });
  else
    useScreen.setState({
      stage: {
        kind: 'failed',
        error: isStopped ? new ApiError('Nothing was opened', 'You stopped it.', -1, { cause: error }) : asApiError(error), // prettier-ignore
      },
    });
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

/** Neighbours looked through for what joins a node to the screen. */
const AROUND = 50;

/**
 * Makes sure an element is on the screen, its ends with it, and selects it.
 *
 * @throws ApiError; Stopped
 */
export async function goTo(element: Element, signal?: AbortSignal): Promise<void> {
  const isThere = element.kind === 'node' ? graph.hasNode(element.id) : graph.hasEdge(element.id);
  if (!isThere)
    await work(
      element.kind === 'node' ? 'Show an actor or event' : 'Show a claim',
      (stop) => bring(element, stop),
      signal,
    );
  select(element);
}

async function bring({ kind, id }: Element, signal: AbortSignal): Promise<void> {
  if (kind === 'relationship') {
    const { relationship, nodes } = await watch(fetchRelationship(id, signal));
    act('Show a claim', { kind: 'merge', nodes, relationships: [relationship] });
    return;
  }
  const [{ node }, around] = await Promise.all([
    watch(fetchNode(id, signal)),
    watch(fetchNeighbours(id, { limit: AROUND }, signal)),
  ]);
  // only what joins it to the screen: a hub would bring hundreds of strangers
  const known = around.relationships.filter(
    ({ source, target }) => graph.hasNode(source === id ? target : source) || source === target,
  );
  act(`Show ${nameOf(node)}`, { kind: 'merge', nodes: [node], relationships: known });
}

/** Takes one node or claim off the screen. */
export const dismiss = (element: Element): void => dismissSelected(selectionOf(element));

/** Takes nodes, with their claims, and claims off the screen. The graph itself stays as it is. */
export function dismissSelected(selection: Selection): void {
  if (selectedCount(selection) === 0) return;
  const title = `Dismiss ${namedSelection(selection)}`;
  const { removedNodes, removedRelationships } = act(title, { kind: 'dismiss', ...selection });
  announce(`${dismissed(removedNodes, removedRelationships.length)} The graph itself is unchanged.`);
}

/** Takes everything off the screen but these nodes, the ends of these claims, and what joins them. */
export function dismissOthers({ nodes, relationships }: Selection): void {
  const kept = new Set([...nodes, ...relationships.flatMap((id) => graph.extremities(id))]);
  if (kept.size === 0) return;
  const others = graph.filterNodes((id) => !kept.has(id));
  const { removedNodes, removedRelationships } = act(`Dismiss all but ${namedNodes([...kept])}`, {
    kind: 'dismiss',
    nodes: others,
    relationships: [],
  });
  announce(`${dismissed(removedNodes, removedRelationships.length)} The graph itself is unchanged.`);
}

function dismissed(nodes: readonly PlacedNode[], relationships: number): string {
  const claims = relationships === 1 ? 'the claim' : counted(relationships, 'claim', 'claims');
  const [first] = nodes;
  if (first === undefined) return `${capitalised(claims)} taken off the screen.`;
  const name =
    nodes.length === 1 ? nameOf(first.node) : counted(nodes.length, 'actor or event', 'actors and events');
  const along = relationships > 0 ? ` with ${counted(relationships, 'claim', 'claims')}` : '';
  return `${name} taken off the screen${along}.`;
}

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
