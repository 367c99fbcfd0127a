/** What the other side said about the matter of a claim, and why each is taken to be that. */
import { Button, Skeleton } from '@mantine/core';
import { useState } from 'react';
import type { AnswerReason, AnswersReply, NodeJson } from '../../../server/contract/api.ts';
import { claimsOf } from '../../state/claims.ts';
import type { Claim } from '../../state/claims.ts';
import { inSentence } from '../../state/sentence.ts';
import { counted } from '../../state/words.ts';
import { ClaimLine } from './claim-line.tsx';
import { Failure } from './failure.tsx';
import type { Reply } from './use-reply.ts';

/** Answers listed before the reader asks for the rest. */
const FIRST = 4;

interface AnswersProps {
  readonly about: Claim;
  readonly reply: Reply<AnswersReply>;
  readonly onRetry: () => void;
}

export function Answers({ about, reply, onRetry }: AnswersProps) {
  const [isWhole, setWhole] = useState(false);
  const { source, target } = about;
  const isActor = target.labels.includes('Actor');
  const title = isActor
    ? `What ${inSentence(target)} said about the same matter`
    : `What others said about ${inSentence(target)}`;
  if (reply.kind === 'here' && reply.value.answers.length === 0) return null;
  const claims =
    reply.kind === 'here' ? new Map(claimsOf(reply.value).map((each) => [each.claim.id, each])) : null;
  const answers = reply.kind === 'here' ? reply.value.answers : [];
  const omitted = reply.kind === 'here' ? reply.value.omitted : 0;
  const listed = isWhole ? answers : answers.slice(0, FIRST);
  return (
    <section className="claims" aria-label={title}>
      <h3>
        {title} {claims !== null && <span className="count">{answers.length + omitted}</span>}
      </h3>
      {reply.kind === 'loading' && <Skeleton height={14} mt="sm" />}
      {reply.kind === 'failed' && <Failure error={reply.error} onRetry={onRetry} />}
      <ul>
        {listed.map(({ relationship, tie, reasons }) => {
          const answer = claims?.get(relationship);
          if (answer === undefined) return null;
          return (
            <li key={relationship}>
              <ClaimLine {...answer} />
              <p className="why">{whyText(reasons, tie, answer, source, target)}</p>
            </li>
          );
        })}
      </ul>
      {listed.length < answers.length && (
        <Button size="compact-sm" variant="subtle" onClick={() => setWhole(true)}>
          {`Show ${answers.length - listed.length} more`}
        </Button>
      )}
      {isWhole && omitted > 0 && (
        <p className="why">{counted(omitted, 'more is', 'more are')} not listed: see the claims of each.</p>
      )}
    </section>
  );
}

/** "Listed because both say “rights” and “women”". */
function whyText(
  reasons: readonly AnswerReason[],
  tie: string | null,
  answer: Claim,
  source: NodeJson,
  target: NodeJson,
): string {
  const parts = reasons.map((reason) => {
    switch (reason.kind) {
      case 'quote':
        return 'both rest on the same words';
      case 'about':
        return `both are about ${inSentence(target)}`;
      case 'words':
        return `both speak of ${inWords(reason.words.slice(0, 4).map((word) => `“${word}”`))}`;
      case 'back':
        return `it was said to ${inSentence(source)} on that day or in the week after`;
    }
  });
  const who =
    tie === null ? [] : [`${inSentence(answer.source)} ${TIES[tie] ?? 'belongs to'} ${inSentence(target)}`];
  return `Listed because ${inWords([...parts, ...who])}.`;
}

const TIES: Readonly<Record<string, string>> = {
  HOLDS_OFFICE_IN: 'holds office under',
  SPEAKS_FOR: 'speaks for',
  LEADS: 'leads',
  INSTITUTION_OF: 'is an institution of',
  BRANCH_OF: 'is a branch of',
  MEMBER_OF: 'is one of',
};

const inWords = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
