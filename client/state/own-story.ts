/** The story that the reader is making: views saved as steps, kept in this browser, and saved as a file to hand on. */
import { create } from 'zustand';
import type { Story, StoryStep } from '../../server/contract/story.ts';
import type { Part } from '../picture/viewpoint.ts';
import { viewText } from './opening.ts';
import { useScreen } from './screen.ts';
import { readStoryFile } from './story.ts';

const STORAGE = 'entente-story';

/** Null while there is no step. */
export const useOwnStory = create<{ readonly story: Story | null }>(() => ({ story: kept() }));

/** Readable, and not that of another step: "Who came?" → `who-came`, `who-came-2`. */
export function stepId(title: string, taken: readonly string[]): string {
  const slug =
    title
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 80) || 'step';
  if (!taken.includes(slug)) return slug;
  let count = 2;
  while (taken.includes(`${slug}-${count}`)) count++;
  return `${slug}-${count}`;
}

/**
 * Saves what is on the screen as the last step, with what is selected brought out.
 *
 * @param part what is seen of it
 */
export async function saveStep(title: string, text: string, part: Part | null): Promise<void> {
  const { selection } = useScreen.getState();
  const view = await viewText(part);
  const story: Story = useOwnStory.getState().story ?? {
    version: 1,
    id: 'my-story',
    title: 'My story',
    summary: '',
    steps: [],
  };
  const step: StoryStep = {
    id: stepId(
      title,
      story.steps.map(({ id }) => id),
    ),
    title,
    text,
    nodes: [...selection.nodes],
    relationships: [...selection.relationships],
    evidence: [],
    camera: 'all',
    view,
  };
  keep({ ...story, steps: [...story.steps, step] });
}

export const renameStory = (title: string): void => change((story) => ({ ...story, title }));

export const removeStep = (id: string): void =>
  change((story) => ({ ...story, steps: story.steps.filter((step) => step.id !== id) }));

/** Moves a step by `by` places; nothing happens beyond the ends. */
export const moveStep = (id: string, by: number): void =>
  change((story) => {
    const from = story.steps.findIndex((step) => step.id === id);
    const to = Math.min(story.steps.length - 1, Math.max(0, from + by));
    const steps = story.steps.filter((step) => step.id !== id);
    const step = story.steps[from];
    return step === undefined ? story : { ...story, steps: steps.toSpliced(to, 0, step) };
  });

function change(by: (story: Story) => Story): void {
  const { story } = useOwnStory.getState();
  if (story !== null) keep(by(story));
}

/** @throws DOMException the browser has no room for it; the story before is kept */
function keep(story: Story): void {
  const next = story.steps.length === 0 ? null : story;
  if (next === null) localStorage.removeItem(STORAGE);
  else localStorage.setItem(STORAGE, JSON.stringify(next));
  useOwnStory.setState({ story: next });
}

function kept(): Story | null {
  try {
    const text = localStorage.getItem(STORAGE);
    return text === null ? null : readStoryFile(text);
  } catch {
    // of a later page, or there is no storage here
    return null;
  }
}
