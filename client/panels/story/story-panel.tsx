/** A story beside the picture: the step's words, the quotes it cites, the claims it brings out; and the way on. */
import { ActionIcon, Button, Progress, Title } from '@mantine/core';
import { ArrowLeft, ArrowRight, Link, X } from 'lucide-react';
import { useRef } from 'react';
import { runCommand } from '../../commands/run-command.ts';
import { commandOf } from '../../commands/registry.ts';
import { titleWithKey } from '../../commands/command.ts';
import { graph, useScreen } from '../../state/screen.ts';
import { stepLink, stopStory, useStory } from '../../state/story.ts';
import { copyLink } from '../clipboard.ts';
import { useCover } from '../cover.ts';
import { ClaimRow } from '../inspector/claim-row.tsx';
import { Quotation } from '../inspector/quotation.tsx';
import { useNarrow } from '../narrow.ts';
import { ScrollRegion } from '../scroll-region.tsx';

export default function StoryPanel() {
  const followed = useStory((state) => state.followed);
  const ref = useRef<HTMLElement>(null);
  const isNarrow = useNarrow();
  // claims that a step adds are listed when they have come
  useScreen((state) => state.revision);
  useCover(ref, isNarrow ? 'bottom' : 'right');
  const at = followed?.at ?? 0;
  const step = followed?.story.steps[at];
  if (followed === null || step === undefined) return null;
  const { story, quotes, isLinked } = followed;
  const cited = step.evidence.flatMap((id) => quotes.get(id) ?? []);
  const claims = step.relationships.filter((id) => graph.hasEdge(id));
  return (
    <aside ref={ref} className="inspector panel story" aria-label="Story">
      <div className="inspector-tools">
        {isLinked && (
          <ActionIcon
            data-tip="Copy a link to this step"
            variant="subtle"
            color="gray"
            aria-label="Copy a link to this step"
            onClick={() => void copyLink(stepLink(story.id, step.id), 'It leads to this step of the story.')}
          >
            <Link size={17} aria-hidden />
          </ActionIcon>
        )}
        <ActionIcon variant="subtle" color="gray" aria-label="Leave the story" onClick={stopStory}>
          <X size={18} aria-hidden />
        </ActionIcon>
      </div>
      <ScrollRegion
        // each step begins at its top
        key={step.id}
        className="inspector-scroll"

        label="Step"
      >
        <article className="page">
          <p className="kicker">{story.title}</p>
          <Title order={2} className="page-title">
            {step.title}
          </Title>
          {step.text !== '' && <p className="summary">{step.text}</p>}
          {cited.map((evidence) => (
            <Quotation key={evidence.id} evidence={evidence} />
          ))}
          {claims.length > 0 && (
            <section className="claims">
              <h3>
                The claims <span className="count">{claims.length}</span>
              </h3>
              <ul>
                {claims.map((id) => (
                  <ClaimRow key={id} id={id} />
                ))}
              </ul>
            </section>
          )}
        </article>
      </ScrollRegion>
      <nav className="story-nav" aria-label="Steps">
        <Go id="story-back" Icon={ArrowLeft} isThere={at > 0} />
        <div className="story-at">
          <span className="count">
            {at + 1} of {story.steps.length}
          </span>
          <Progress size={4} value={((at + 1) / story.steps.length) * 100} aria-hidden />
        </div>
        <Go id="story-on" Icon={ArrowRight} isThere={at + 1 < story.steps.length} />
      </nav>
    </aside>
  );
}

function Go({
  id,
  Icon,
  isThere,
}: {
  readonly id: 'story-back' | 'story-on';
  readonly Icon: typeof ArrowLeft;
  readonly isThere: boolean;
}) {
  const command = commandOf(id);
  const isOn = id === 'story-on';
  return (
    <Button
      data-tip={titleWithKey(command)}
      variant={isOn ? 'filled' : 'default'}
      // not `disabled`: the focus would be lost at the last step
      aria-disabled={!isThere}
      data-disabled={!isThere || undefined}
      leftSection={isOn ? undefined : <Icon size={16} aria-hidden />}
      rightSection={isOn ? <Icon size={16} aria-hidden /> : undefined}
      onClick={() => runCommand(command)}
    >
      {isOn ? 'Next' : 'Back'}
    </Button>
  );
}
