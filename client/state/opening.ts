/** What the page opens with: the view of its link, else the last session of this browser, else the overview. */
import { fetchElements, fetchHealth } from '../api.ts';
import type { Part } from '../picture/viewpoint.ts';
import { act } from './history.ts';
import { announce, dispatch, graph, selectAll, useScreen } from './screen.ts';
import { DEFAULT_SETTINGS } from './settings.ts';
import { asApiError, open } from './explore.ts';
import { decodeView, encodeView, viewOf } from './view.ts';
import type { View } from './view.ts';

/** Where a link holds its view: `#view=…`. */
const PREFIX = '#view=';
const SESSION = 'entente-session';
/** Most characters that a session may have: browsers keep some five million for a site. */
const MOST_SESSION = 1_000_000;

/** What the reader should know of how the picture was opened; null where there is nothing to tell. */
export type Note = { readonly title: string; readonly detail: string; readonly isFailure: boolean } | null;

export async function begin(signal?: AbortSignal): Promise<Note> {
  const isLink = location.hash.startsWith(PREFIX);
  const text = isLink ? location.hash.slice(PREFIX.length) : localStorage.getItem(SESSION);
  if (text === null) {
    await open(signal);
    return null;
  }
  try {
    const note = await openView(await decodeView(text), signal);
    return note ?? (isLink ? null : RETURNED);
  } catch (error) {
    if (signal?.aborted === true) return null;
    const failure = asApiError(error);
    if (failure.isAway) {
      // neither lost nor replaced: the reader tries again
      useScreen.setState({ stage: { kind: 'failed', error: failure } });
      return null;
    }
    await open(signal);
    // a session of another store, or of an older page: the reader has asked for nothing, so nothing has failed
    return isLink ? { title: 'The link could not be opened', ...told(error), isFailure: true } : null;
  }
}

const RETURNED: Note = {
  title: 'Your last picture is back',
  detail: 'To begin with the whole graph again: History, Begin again.',
  isFailure: false,
};

function told(error: unknown): { detail: string } {
  if (error instanceof Error && error.name === 'ViewUnreadable')
    return {
      detail: 'It is incomplete, or was made by a later Entente. The picture to begin with is shown instead.',
    };
  return { detail: asApiError(error).detail };
}

/** @throws ApiError; Error nothing of the view is in the store */
async function openView(view: View, signal: AbortSignal | undefined): Promise<Note> {
  useScreen.setState({ stage: { kind: 'loading' } });
  const [found, health] = await Promise.all([
    fetchElements({ nodes: view.nodes.map(([id]) => id), relationships: view.relationships }, signal),
    fetchHealth(signal),
  ]);
  if (found.nodes.length === 0) throw new Error('Nothing of it is in this graph.');
  act('Open a view', {
    kind: 'replace',
    nodes: found.nodes,
    relationships: found.relationships,
    settings: { ...DEFAULT_SETTINGS, ...view.settings },
  });
  dispatch({ kind: 'move', positions: new Map(view.nodes.map(([id, x, y]) => [id, [x, y]])) });
  useScreen.setState({
    stage: { kind: 'ready' },
    omitted: { nodes: 0, relationships: 0 },
    health,
    away: null,
    opening: view.part,
  });
  selectAll(view.selection);
  announce(`The picture is back: ${graph.order} actors and events, ${graph.size} claims.`);
  const gone = found.missing.nodes.length + found.missing.relationships.length;
  return gone === 0
    ? null
    : {
        title: 'Part of the picture is gone',
        detail: `${gone} of its actors, events or claims are no longer in the graph.`,
        isFailure: true,
      };
}

/** The address of this page with what is on the screen in it. */
export async function linkTo(part: Part | null): Promise<string> {
  const text = await encodeView(viewOf(graph, { ...useScreen.getState(), part }));
  return new URL(PREFIX + text, location.href).href;
}

/** Keeps what is on the screen for the next visit; forgets it where the picture is empty or too large to be kept. */
export async function keepSession(part: Part | null): Promise<void> {
  // before the picture is there, what was kept is still needed
  if (useScreen.getState().stage.kind !== 'ready') return;
  const isKept = graph.order > 0 && graph.everyNode((_id, { placed }) => placed);
  const text = isKept ? await encodeView(viewOf(graph, { ...useScreen.getState(), part })) : '';
  try {
    if (text !== '' && text.length <= MOST_SESSION) localStorage.setItem(SESSION, text);
    else localStorage.removeItem(SESSION);
  } catch {
    // a full or forbidden storage: the picture is not kept, and nothing else suffers
  }
}
