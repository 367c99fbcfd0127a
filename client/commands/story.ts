import { togglePanel } from '../state/panels.ts';
import { goOn, useStory } from '../state/story.ts';
import type { Command } from './command.ts';

const isFollowed = (): boolean => useStory.getState().followed !== null;

export const STORY_COMMANDS: readonly Command[] = [
  {
    id: 'stories',
    title: 'Open the stories, or save this view as a step',
    group: 'Panels',
    keys: ['Y'],
    run: () => togglePanel('story', true),
  },
  {
    id: 'story-on',
    title: 'Next step of the story',
    group: 'Picture',
    keys: ['ArrowRight'],
    isEnabled: isFollowed,
    failure: 'The step could not be shown',
    run: () => goOn(1),
  },
  {
    id: 'story-back',
    title: 'Step before in the story',
    group: 'Picture',
    keys: ['ArrowLeft'],
    isEnabled: isFollowed,
    failure: 'The step could not be shown',
    run: () => goOn(-1),
  },
];
