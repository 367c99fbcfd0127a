/** Where a story is followed and made; fetched when it is first wanted. */
import { ActionIcon } from '@mantine/core';
import { BookOpenText } from 'lucide-react';
import { togglePanel, usePanels } from '../../state/panels.ts';
import { stopStory, useStory } from '../../state/story.ts';
import { useLoaded } from '../loaded.ts';

const loadPanel = () => import('./story-panel.tsx');
const loadDialog = () => import('./stories-dialog.tsx');

export function StorySlot() {
  const isFollowed = useStory((state) => state.followed !== null);
  const isOpen = usePanels((state) => state.open.has('story'));
  const panel = useLoaded(loadPanel, isFollowed, 'The story', stopStory);
  const dialog = useLoaded(loadDialog, isOpen, 'The list of stories', () => togglePanel('story', false));
  return (
    <>
      {isFollowed && panel !== null && <panel.default />}
      {isOpen && dialog !== null && <dialog.default />}
    </>
  );
}

export function StoryButton() {
  return (
    <ActionIcon
      data-tip="Stories (Y)"
      variant="subtle"
      color="gray"
      size="lg"
      aria-label="Stories"
      onClick={() => togglePanel('story', true)}
    >
      <BookOpenText size={19} aria-hidden />
    </ActionIcon>
  );
}
