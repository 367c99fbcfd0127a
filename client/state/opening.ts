/**
 * What the page opens with: the view of its link, else the last picture of this browser, else the overview.
 *
 * A link holds its view (`#view=…`) as long as it is short, and else the id under which the server keeps it (`#v=…`).
 */
import { fetchElements, fetchHealth, fetchView, keepView } from '../api.ts';
import type { OnBytes } from '../api.ts';
import type { Part } from '../picture/viewpoint.ts';
import { asApiError, notOpened, open, watch } from './explore.ts';
import { act, useHistory } from './history.ts';
import { remember, remembered } from './memory.ts';
import { announce, dispatch, graph, selectAll, useScreen } from './screen.ts';
import { DEFAULT_SETTINGS } from './settings.ts';
import { decodeView, encodeView, viewOf, ViewUnreadable } from './view.ts';
import type { View } from './view.ts';
import { counted } from './words.ts';
import { bytesOf, Stopped, work } from './work.ts';

const WHOLE = '#view=';
const KEPT = '#v=';
const STORY = '#story=';
/** Links beyond this are cut by mail programs and chats. */
const LONGEST_LINK = 8_000;
const SESSION = 'entente-session';
/** Most characters that a session may have: browsers keep some five million for a site. */
const MOST_SESSION = 4_000_000;

/** What the reader should know of how the picture was opened; null where there is nothing to tell. */
export type Note = { readonly title: string; readonly detail: string; readonly isFailure: boolean } | null;

export async function begin(signal?: AbortSignal): Promise<Note> {
  const { hash } = location;
  const isLink = isViewLink(hash);
  // a story begins with the whole graph
  const session = isLink || hash.startsWith(STORY) ? null : (remembered(SESSION) ?? null);
  if (!isLink && session === null) {
    await open(signal);
    return null;
  }
  try {
    useScreen.setState({ stage: { kind: 'loading' } });
    const note = await work(
      isLink ? 'Open the picture of the link' : 'Open your last picture',
      async (stop, report) => {
        const view = await decodeView(session ?? (await linkedText(hash, stop, bytesOf(report))));
        return openView(view, stop, { onBytes: bytesOf(report) });
      },
      signal,
    );
    return note ?? (isLink ? null : RETURNED);
  } catch (error) {
    if (signal?.aborted === true) return null;
    if (error instanceof Stopped || asApiError(error).isAway) {
      // neither lost nor replaced: the reader tries again
      notOpened(error);
      return null;
    }
    await open(signal);
    // a session of another store, or of an older page: the reader has asked for nothing, so nothing has failed
    return isLink
      ? { title: 'The link could not be opened', detail: `${told(error)} The picture to begin with is shown instead.`, isFailure: true } // prettier-ignore
      : null;
  }
}

const isViewLink = (hash: string): boolean => hash.startsWith(WHOLE) || hash.startsWith(KEPT);

const RETURNED: Note = {
  title: 'Your last picture is back',
  detail: 'To begin with the whole graph again: History, Begin again.',
  isFailure: false,
};

const told = (error: unknown): string =>
  error instanceof ViewUnreadable
    ? 'It is incomplete, or was made by a later Entente.'
    : asApiError(error).detail;

async function linkedText(hash: string, signal: AbortSignal, onBytes: OnBytes): Promise<string> {
  if (hash.startsWith(WHOLE)) return hash.slice(WHOLE.length);
  return (await watch(fetchView(hash.slice(KEPT.length), signal, onBytes))).view;
}

/**
 * Shows a view in place of what is on the screen. What of it is no longer in the graph is told.
 *
 * @param title of the step in the history
 * @throws ApiError; Error nothing of the view is in the store
 */
export async function openView(
  view: View,
  signal: AbortSignal,
  { title = 'Open a view', onBytes }: { readonly title?: string; readonly onBytes: OnBytes },
): Promise<Note> {
  const ids = { nodes: view.nodes.map(([id]) => id), relationships: view.relationships };
  const [found, health] = await Promise.all([
    watch(fetchElements(ids, signal, onBytes)),
    fetchHealth(signal),
  ]);
  if (found.nodes.length === 0) throw new Error('Nothing of it is in this graph.');
  act(title, {
    kind: 'replace',
    nodes: found.nodes,
    relationships: found.relationships,
    settings: { ...DEFAULT_SETTINGS, ...view.settings },
  });
  dispatch({ kind: 'move', positions: new Map(view.nodes.map(([id, x, y]) => [id, [x, y]])) });
  useScreen.setState({
    stage: { kind: 'ready' },
    health,
    away: null,
    opening: view.part,
  });
  selectAll(view.selection);
  announce(
    `The picture is back: ${counted(graph.order, 'actor or event', 'actors and events')}, ${counted(graph.size, 'claim', 'claims')}.`,
  );
  const gone = found.missing.nodes.length + found.missing.relationships.length;
  return gone === 0
    ? null
    : {
        title: 'Part of the picture is gone',
        detail: `${gone} of its actors, events or claims are no longer in the graph.`,
        isFailure: true,
      };
}

// once the reader goes on from a link, a reload brings back where they are, and not where it began
useHistory.subscribe(() => {
  if (isViewLink(location.hash)) history.replaceState(null, '', location.pathname + location.search);
});

/** What is on the screen, and how, as a text that a link or a story can hold. @param part what is seen of it */
export const viewText = (part: Part | null): Promise<string> =>
  encodeView(viewOf(graph, { ...useScreen.getState(), part }));

/**
 * The address of this page with what is on the screen in it; one that would be too long names what the server keeps.
 *
 * @throws ApiError the view is too large for a link, and the server cannot keep it
 */
export async function linkTo(part: Part | null, signal?: AbortSignal): Promise<string> {
  const text = await viewText(part);
  const whole = new URL(WHOLE + text, location.href).href;
  if (whole.length <= LONGEST_LINK) return whole;
  const { id } = await watch(keepView(text, signal));
  return new URL(KEPT + id, location.href).href;
}

/** Keeps what is on the screen for the next visit; forgets it where the picture is empty or too large to be kept. */
export async function keepSession(part: Part | null): Promise<void> {
  // before the picture is there, what was kept is still needed
  if (useScreen.getState().stage.kind !== 'ready') return;
  const isKept = graph.order > 0 && graph.everyNode((_id, { placed }) => placed);
  const text = isKept ? await viewText(part) : '';
  remember(SESSION, text !== '' && text.length <= MOST_SESSION ? text : null);
}
