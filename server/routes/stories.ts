import { join } from 'node:path';
import { StoriesReply, StoryReply } from '../contract/story.ts';
import { StoryPath } from '../contract/parameters.ts';
import { NotFound } from '../errors.ts';
import { ROOT } from '../root.ts';
import { route } from '../route.ts';
import { evidenceJson } from '../source-json.ts';
import { readStories } from '../stories.ts';

const OURS = join(ROOT, 'cypher', 'stories');

/** `GET /api/stories` */
export const storiesRoute = route(
  {
    method: 'get',
    path: '/api/stories',
    summary: 'The stories that can be followed, and which files of their folder are none',
    reply: { schema: StoriesReply },
  },
  async ({ settings }) => {
    const { stories, faults } = await readStories(settings.storiesFolder ?? OURS);
    return {
      stories: stories.map(({ id, title, summary, steps }) => ({ id, title, summary, steps: steps.length })),
      faults,
    };
  },
);

/** `GET /api/stories/{id}` */
export const storyRoute = route(
  {
    method: 'get',
    path: '/api/stories/{id}',
    summary: 'A story with its steps, and the quotes they cite',
    params: StoryPath,
    reply: { schema: StoryReply },
    problems: [404],
  },
  async ({ params, settings, ask }) => {
    const { stories } = await readStories(settings.storiesFolder ?? OURS);
    const story = stories.find(({ id }) => id === params.id);
    if (story === undefined) throw new NotFound(`There is no story ${JSON.stringify(params.id)}.`);
    const ids = story.steps.flatMap(({ evidence }) => evidence);
    const rows = await ask('quotes-by-id', { ids });
    return { story, quotes: rows.flatMap((row) => evidenceJson(row) ?? []) };
  },
);
