/** The story that is followed: its step brings out what it tells of, and stands in the address, so that a link leads to it. */
import { create } from 'zustand';
import { Story } from '../../server/contract/story.ts';
import type { StoryStep } from '../../server/contract/story.ts';
import type { EvidenceJson } from '../../server/contract/api.ts';
import { fetchElements, fetchStory } from '../api.ts';
import { shownPicture } from '../picture/shown.ts';
import { watch } from './explore.ts';
import { act } from './history.ts';
import { openView } from './opening.ts';
import { announce, graph, highlight, select } from './screen.ts';
import { NOTHING } from './selection.ts';
import { decodeView } from './view.ts';
import { bytesOf, work } from './work.ts';

interface Followed {
  readonly story: Story;
  /** Of the quotes that its steps cite, those that the graph has, by id. */
  readonly quotes: ReadonlyMap<string, EvidenceJson>;
  /** Index of the step that is shown. */
  readonly at: number;
  /** True where the server has it, so that a link to a step leads there. */
  readonly isLinked: boolean;
}

/** Null while no story is followed. */
export const useStory = create<{ readonly followed: Followed | null }>(() => ({ followed: null }));

const LINK = '#story=';

/** Story and step that an address names; null where it names none. */
export function linkedStory(hash: string): { readonly id: string; readonly step: string | null } | null {
  if (!hash.startsWith(LINK)) return null;
  const [id = '', step = null] = hash.slice(LINK.length).split('/').map(decodeURIComponent);
  return { id, step };
}

/** The address of this page at a step. */
export const stepLink = (story: string, step: string): string =>
  new URL(`${LINK}${encodeURIComponent(story)}/${encodeURIComponent(step)}`, location.href).href;

/**
 * Begins to follow a story of the server.
 *
 * @param step id of the step to begin with; default, and where the story has none of that id, its first
 * @throws ApiError; Stopped
 */
export async function followStory(
  id: string,
  step: string | null = null,
  signal?: AbortSignal,
): Promise<void> {
  const { story, quotes } = await work('Open a story', (stop) => watch(fetchStory(id, stop)), signal);
  const byId = new Map(quotes.map((quote) => [quote.id, quote]));
  const at = Math.max(
    0,
    story.steps.findIndex((each) => each.id === step),
  );
  useStory.setState({ followed: { story, quotes: byId, at, isLinked: true } });
  await showStep(at);
}

/** Follows a story of the reader's own; its quotes are read where its claims are. */
export async function followOwn(story: Story, at = 0): Promise<void> {
  useStory.setState({ followed: { story, quotes: new Map(), at, isLinked: false } });
  await showStep(at);
}

/** @throws StoryUnreadable with a line that says where */
export function readStoryFile(text: string): Story {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (cause) {
    throw new StoryUnreadable('The file is no JSON.', { cause });
  }
  const parsed = Story.safeParse(content);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new StoryUnreadable(`It is no story: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}.`);
}

export class StoryUnreadable extends Error {
  override readonly name = 'StoryUnreadable';
}

export function stopStory(): void {
  useStory.setState({ followed: null });
  highlight(NOTHING);
  if (linkedStory(location.hash) !== null)
    history.replaceState(null, '', location.pathname + location.search);
}

/** Goes on by `by` steps; nothing happens beyond the first and the last. */
export async function goOn(by: number): Promise<void> {
  const { followed } = useStory.getState();
  const at = (followed?.at ?? 0) + by;
  if (followed !== null && at >= 0 && at < followed.story.steps.length) await showStep(at);
}

let latest = 0;

/**
 * Shows a step of the story that is followed: adds what of it is not on the screen, brings it out, moves the camera.
 *
 * @throws ApiError; Stopped. The step's words are shown all the same
 */
export async function showStep(at: number): Promise<void> {
  const { followed } = useStory.getState();
  const step = followed?.story.steps[at];
  if (followed === null || step === undefined) return;
  const mine = ++latest;
  useStory.setState({ followed: { ...followed, at } });
  if (followed.isLinked) history.replaceState(null, '', stepLink(followed.story.id, step.id));
  select(null);
  announce(`${step.title}. ${step.text} Step ${at + 1} of ${followed.story.steps.length}.`);
  await bringToScreen(step);
  // another step was asked for meanwhile
  if (mine !== latest) return;
  const elements = { nodes: step.nodes, relationships: step.relationships };
  highlight(elements);
  if (step.view === undefined) look(step);
}

async function bringToScreen(step: StoryStep): Promise<void> {
  if (step.view !== undefined) {
    const view = await decodeView(step.view);
    await work(`Show “${step.title}”`, (signal, report) =>
      openView(view, signal, { title: `Step “${step.title}”`, onBytes: bytesOf(report) }),
    );
    return;
  }
  const nodes = step.nodes.filter((id) => !graph.hasNode(id));
  const relationships = step.relationships.filter((id) => !graph.hasEdge(id));
  if (nodes.length + relationships.length === 0) return;
  const found = await work(`Show “${step.title}”`, (signal, report) =>
    watch(fetchElements({ nodes, relationships }, signal, bytesOf(report))),
  );
  act(`Step “${step.title}”`, { kind: 'merge', nodes: found.nodes, relationships: found.relationships });
}

function look({ camera, nodes, relationships }: StoryStep): void {
  const picture = shownPicture();
  if (camera === 'all') picture?.fit();
  else if (camera === 'highlight') {
    const ends = relationships.filter((id) => graph.hasEdge(id)).flatMap((id) => graph.extremities(id));
    picture?.lookAt([...new Set([...nodes, ...ends])]);
  } else picture?.lookAtPart(camera);
}
