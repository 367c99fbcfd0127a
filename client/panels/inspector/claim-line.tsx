/** One claim in a list: a sentence that opens it; while it is pointed at, the picture shows its line. */
import { UnstyledButton } from '@mantine/core';
import { toneOf } from '../../../graph/vocabulary.ts';
import type { Claim } from '../../state/claims.ts';
import { goTo } from '../../state/explore.ts';
import { hover, isOnScreen, select } from '../../state/screen.ts';
import { claimSentence } from '../../state/sentence.ts';
import { LineSign } from '../signs.tsx';
import { notifyFailure } from '../status/notify.tsx';

interface ClaimLineProps extends Claim {
  /** The end that the list is about: as the subject it goes without saying, as the object it is said quietly. */
  readonly about?: 'subject' | 'object' | undefined;
  /** What a click does beside selecting it, and, where it is not on the screen, showing it there. */
  readonly onOpen?: (() => void) | undefined;
}

export function ClaimLine({ claim, source, target, about, onOpen }: ClaimLineProps) {
  const { subject, verb, object, rest } = claimSentence(claim, source, target);
  const element = { kind: 'relationship', id: claim.id } as const;
  const open = (): void => {
    onOpen?.();
    if (isOnScreen(element)) select(element);
    else goTo(element).catch((error: unknown) => notifyFailure('The claim could not be shown', error));
  };
  return (
    <UnstyledButton
      className="claim-row"
      onClick={open}
      onMouseEnter={() => hover(element)}
      onMouseLeave={() => hover(null)}
      onFocus={() => hover(element)}
      onBlur={() => hover(null)}
    >
      <LineSign tone={toneOf(claim.type, claim.properties['event'])} />
      <span>
        {about !== 'subject' && <b>{subject} </b>}
        {verb}
        {about === 'object' ? ` ${object}` : <b> {object}</b>}
        {rest}
      </span>
    </UnstyledButton>
  );
}
