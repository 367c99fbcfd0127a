import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { idOf } from '../../../graph/elements.ts';
import type { Stories } from '../../../server/stories.ts';
import type { Story } from '../../../server/contract/story.ts';
import { readStories } from '../../../server/stories.ts';
import { CYPHER, openSeededGraph, texts } from './seeded-graph.ts';
import type { SeededGraph } from './seeded-graph.ts';

describe('the story that comes with the seed', () => {
  let seeded: SeededGraph;
  let story: Story;
  let [stories, faults]: [Stories['stories'], Stories['faults']] = [[], []];
  beforeAll(async () => {
    seeded = await openSeededGraph();
    ({ stories, faults } = await readStories(join(CYPHER, 'stories')));
    story = stories[0] as Story;
  });
  afterAll(() => seeded.close());

  it('is the only one, and every file there is a story', () => {
    expect([stories.length, faults]).toEqual([1, []]);
  });

  it('has six to nine steps, the last of which shows everything', () => {
    expect(story.steps.length).toBeGreaterThanOrEqual(6);
    expect(story.steps.length).toBeLessThanOrEqual(9);
    expect(story.steps.at(-1)?.camera).toBe('all');
  });

  it('names only what is in the graph', () => {
    const nodes = new Set(seeded.nodes.map((node) => idOf(node)));
    const relationships = new Set(seeded.relationships.map((each) => idOf(each)));
    for (const step of story.steps)
      expect([
        step.id,
        step.nodes.filter((id) => !nodes.has(id)),
        step.relationships.filter((id) => !relationships.has(id)),
      ]).toEqual([step.id, [], []]);
  });

  it('cites only quotes that a claim it brings out rests on', () => {
    const claims = new Map(seeded.relationships.map((each) => [idOf(each), each]));
    for (const { id, relationships, evidence } of story.steps) {
      const cited = new Set(
        relationships.flatMap((claim) => {
          const found = claims.get(claim);
          return found === undefined ? [] : texts(found, 'evidence');
        }),
      );
      expect([id, evidence.filter((quote) => !cited.has(quote))]).toEqual([id, []]);
    }
  });
});

describe('a folder of stories', () => {
  const folder = mkdtempSync(join(tmpdir(), 'entente-stories-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const step = { id: 'one', title: 'One' };
  const story = { version: 1, id: 'mine', title: 'Mine', steps: [step] };
  const write = (file: string, content: unknown): void =>
    writeFileSync(join(folder, file), typeof content === 'string' ? content : JSON.stringify(content));

  it('gives those that are good, and says of each other file why it is none', async () => {
    write('a.json', story);
    write('b.json', story);
    write('c.json', '{"version": 1,');
    write('d.json', { ...story, id: 'twice', steps: [step, step] });
    write('e.json', { ...story, id: 'Of Mine', sneps: [] });
    write('f.txt', 'no story');
    const { stories, faults } = await readStories(folder);
    expect(stories.map(({ id }) => id)).toEqual(['mine']);
    expect(stories[0]?.steps).toEqual([{ ...step, text: '', nodes: [], relationships: [], evidence: [], camera: 'highlight' }]); // prettier-ignore
    expect(faults).toEqual([
      { file: 'b.json', why: 'another file has the id mine already' },
      { file: 'c.json', why: expect.stringContaining('JSON') },
      { file: 'd.json', why: 'steps: has two steps of one id' },
      { file: 'e.json', why: expect.stringMatching(/^id: is no readable id: .*sneps/) },
    ]);
  });

  it('that is missing is told, not thrown', async () => {
    expect(await readStories(join(folder, 'none'))).toEqual({
      stories: [],
      faults: [{ file: join(folder, 'none'), why: expect.stringContaining('ENOENT') }],
    });
  });
});
