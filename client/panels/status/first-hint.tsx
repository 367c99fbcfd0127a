/** One line for who is here for the first time: what to do. It goes once it has been followed, or closed, and does not come again. */
import { Anchor, CloseButton } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { CSSProperties } from 'react';
import { remember, remembered } from '../../state/memory.ts';
import { graph, useScreen } from '../../state/screen.ts';
import { selectedCount } from '../../state/selection.ts';
import { followStory, useStory } from '../../state/story.ts';
import { useCover } from '../cover.ts';
import { notifyFailure } from './notify.tsx';

const STORAGE = 'entente-hinted';
/** The story of the sample. */
const STORY = 'moscow-talks';
const SAMPLE_NODE = 'moscow-talks-2021-10-20';

export function FirstHint() {
  const [isClosed, setClosed] = useState(false);
  const [isKnown] = useState(wasHinted);
  const isReady = useScreen((state) => state.stage.kind === 'ready' && state.revision > 0 && graph.order > 0);
  const isFollowed = useScreen((state) => selectedCount(state.selection) > 0);
  const isStory = useStory((state) => state.followed !== null);
  const isDone = isFollowed || isStory;
  useEffect(() => {
    if (isDone) remember(STORAGE, 'yes');
  }, [isDone]);
  if (isClosed || isKnown || !isReady) return null;
  return (
    <Hint
      // it goes unseen, and keeps its room: a picture that moved at the first click would be another
      isSeen={!isDone && !wasHinted()}
      hasStory={graph.hasNode(SAMPLE_NODE)}
      onClose={() => {
        setClosed(true);
        remember(STORAGE, 'yes');
      }}
    />
  );
}

interface HintProps {
  readonly hasStory: boolean;
  readonly isSeen: boolean;
  readonly onClose: () => void;
}

function Hint({ hasStory, isSeen, onClose }: HintProps) {
  const ref = useRef<HTMLParagraphElement>(null);
  useCover(ref, 'top');
  // in the middle of what the panels leave
  const { left, right } = useScreen((state) => state.covered);
  const middle = { '--hint-left': `${left}px`, '--hint-right': `${right}px` } as CSSProperties;
  return (
    <p ref={ref} className="hint" style={isSeen ? middle : { ...middle, visibility: 'hidden' }}>
      <span>
        Every line is a claim: click one to read its words
        {hasStory ? (
          <>
            , or{' '}
            <Anchor
              component="button"
              type="button"
              inherit
              underline="always"
              onClick={() =>
                void followStory(STORY).catch((error: unknown) =>
                  notifyFailure('The story could not be shown', error),
                )
              }
            >
              follow the story of the talks
            </Anchor>
            .
          </>
        ) : (
          '.'
        )}
      </span>
      <CloseButton size="sm" aria-label="Close this hint" onClick={onClose} />
    </p>
  );
}

/** Where nothing can be kept it would be shown for ever: there it never is. */
const wasHinted = (): boolean => remembered(STORAGE) !== null;
