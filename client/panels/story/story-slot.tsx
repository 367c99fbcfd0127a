/** Where a story is followed and made; fetched when it is first wanted. */
import { BookOpenText } from 'lucide-react';
import { togglePanel, usePanels } from '../../state/panels.ts';
import { stopStory, useStory } from '../../state/story.ts';
import { useLoaded } from '../loaded.ts';
import { BarButton } from '../bar/bar-button.tsx';

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
    <BarButton
      label="Stories"
      tip="Stories (Y)"
      Icon={BookOpenText}
      onClick={() => togglePanel('story', true)}
    />
  );
}
