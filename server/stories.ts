/** The stories of a folder, one JSON file each. Read anew each time, so that who writes one sees it with the next look. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Story } from './contract/story.ts';
import { zodDetail } from './errors.ts';

export interface Stories {
  /** In the order of their files' names. */
  readonly stories: readonly Story[];
  readonly faults: readonly { readonly file: string; readonly why: string }[];
}

const MOST_BYTES = 8 * 2 ** 20;

/** A file that is no story is told, and the others are there all the same; so is a folder that cannot be read. */
export async function readStories(folder: string): Promise<Stories> {
  let files: string[];
  try {
    files = (await readdir(folder)).filter((file) => file.endsWith('.json')).toSorted();
  } catch (error) {
    return { stories: [], faults: [{ file: folder, why: messageOf(error) }] };
  }
  const stories = new Map<string, Story>();
  const faults: { file: string; why: string }[] = [];
  for (const file of files) {
    try {
      const story = readStory(await readFile(join(folder, file), 'utf8'));
      if (stories.has(story.id)) throw new Error(`another file has the id ${story.id} already`);
      stories.set(story.id, story);
    } catch (error) {
      faults.push({ file, why: messageOf(error) });
    }
  }
  return { stories: [...stories.values()], faults };
}

/** @throws Error it is no JSON, or no story; the message says where */
function readStory(text: string): Story {
  if (text.length > MOST_BYTES) throw new Error('it has more than 8 MB');
  const parsed = Story.safeParse(JSON.parse(text));
  if (!parsed.success) throw new Error(zodDetail(parsed.error));
  return parsed.data;
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
