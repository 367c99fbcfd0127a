/** A story: steps through the graph, each with its words, what it brings out, and the quotes it cites. Written by hand or from the page. */
import { z } from 'zod';
import { EvidenceJson } from './api.ts';

const slug = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]*$/, 'is no readable id: small letters, digits and hyphens')
  .max(100);
const ids = z.array(z.string().min(1)).max(1_000);
const coordinate = z.number().min(-1e9).max(1e9);

export const StoryStep = z
  .strictObject({
    id: slug.describe('unique in the story: a link to the step names it'),
    title: z.string().min(1).max(200),
    /** A few sentences. */
    text: z.string().max(4_000).default(''),
    /** What is brought out, by `id`; what of it is not on the screen is added. */
    nodes: ids.default([]),
    relationships: ids.default([]),
    /** Ids of the quotes that are shown; each belongs to one of the relationships. */
    evidence: ids.default([]),
    /** What is seen: everything, what is brought out, or a part of the graph (left, low, right, high). */
    camera: z
      .union([z.enum(['all', 'highlight']), z.tuple([coordinate, coordinate, coordinate, coordinate])])
      .default('highlight'),
    /** A whole picture, as a link holds it, in place of the one that is there. */
    view: z.string().max(4_194_304).optional(),
  })
  .meta({ id: 'StoryStep' });
export type StoryStep = z.infer<typeof StoryStep>;

export const Story = z
  .strictObject({
    /** The form of this very object. */
    version: z.literal(1),
    id: slug,
    title: z.string().min(1).max(200),
    summary: z.string().max(1_000).default(''),
    steps: z
      .array(StoryStep)
      .min(1)
      .max(200)
      .refine((steps) => new Set(steps.map(({ id }) => id)).size === steps.length, 'has two steps of one id'),
  })
  .meta({ id: 'Story' });
export type Story = z.infer<typeof Story>;

/** A story, and the quotes that its steps cite, of those that the graph has. */
export const StoryReply = z
  .object({ story: Story, quotes: z.array(EvidenceJson) })
  .meta({ id: 'StoryReply' });
export type StoryReply = z.infer<typeof StoryReply>;

export const StoriesReply = z
  .object({
    stories: z.array(
      z.object({ id: z.string(), title: z.string(), summary: z.string(), steps: z.int().min(1) }),
    ),
    /** Files that are no stories, and why. */
    faults: z.array(z.object({ file: z.string(), why: z.string() })),
  })
  .meta({ id: 'Stories' });
export type StoriesReply = z.infer<typeof StoriesReply>;
