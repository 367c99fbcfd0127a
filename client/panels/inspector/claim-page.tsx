/** A claim: the sentence, and the words it rests on. */
import { Anchor, Skeleton, Text, Title } from '@mantine/core';
import { FAMILIES, relationshipKind, toneOf } from '../../../graph/vocabulary.ts';
import type { RelationshipReply } from '../../../server/contract/api.ts';
import { fetchAnswers, fetchRelationship } from '../../api.ts';
import { claimOnScreen } from '../../state/claims.ts';
import type { Claim } from '../../state/claims.ts';
import { graph, hover, select } from '../../state/screen.ts';
import { claimSentence, fullStop, sentenceText, writtenSentence } from '../../state/sentence.ts';
import { writtenDate } from '../../state/words.ts';
import { LineSign } from '../signs.tsx';
import { Answers } from './answers.tsx';
import type { Cited } from './citation.ts';
import { ClaimRow } from './claim-row.tsx';
import { CopyCitation } from './copy-citation.tsx';
import { Failure } from './failure.tsx';
import { PropertyTable } from './property-table.tsx';
import { Quotation } from './quotation.tsx';
import { useReply } from './use-reply.ts';

const TOLD = new Set(['what', 'role', 'date', 'datePrecision', 'evidence', 'event', 'quad', 'attributedTo']);

export function ClaimPage({ id }: { readonly id: string }) {
  const whole = claimOnScreen(id);
  const { claim } = whole;
  const { reply, retry } = useReply(id, fetchRelationship);
  const answers = useReply(id, fetchAnswers);
  const sentence = claimSentence(claim, whole.source, whole.target);
  const { subject, verb, object, rest } = sentence;
  const kind = relationshipKind(claim.type);
  const { date, datePrecision, attributedTo, event, quad } = claim.properties;
  const answering = new Set(
    answers.reply.kind === 'here' ? answers.reply.value.answers.map(({ relationship }) => relationship) : [],
  );
  // each is told once, with the reason for which it is listed where there is one
  const others = othersBetween(claim.source, claim.target, id).filter((other) => !answering.has(other));
  return (
    <article className="page">
      <p className="kicker">
        <LineSign tone={toneOf(claim.type, claim.properties['event'])} />{' '}
        {kind === undefined ? 'Claim' : FAMILIES[kind.family].title}
      </p>
      <Title order={2} className="page-title sentence">
        <NodeLink id={claim.source}>{subject}</NodeLink> {verb}{' '}
        <NodeLink id={claim.target}>{object}</NodeLink>
        {rest}
        {fullStop(sentenceText(sentence))}
      </Title>
      {typeof date === 'string' && <p className="aliases">{writtenDate(date, datePrecision)}</p>}
      {typeof attributedTo === 'string' && <p className="aliases">according to {attributedTo}</p>}

      <section className="evidence" aria-label="Sources">
        {reply.kind === 'loading' && (
          <>
            <Skeleton height={14} mt="sm" />
            <Skeleton height={14} mt={8} width="80%" />
          </>
        )}
        {reply.kind === 'failed' && <Failure error={reply.error} onRetry={retry} />}
        {reply.kind === 'here' &&
          reply.value.evidence.map((evidence) => <Quotation key={evidence.id} evidence={evidence} />)}
        {reply.kind === 'here' && reply.value.evidence.length === 0 && (
          <Text c="dimmed">No source is recorded for this claim.</Text>
        )}
      </section>

      <div className="actions">
        <CopyCitation cited={reply.kind === 'here' ? citedFrom(whole, reply.value) : null} />
      </div>
      <Answers about={whole} reply={answers.reply} onRetry={answers.retry} />
      {others.length > 0 && (
        <section className="claims">
          <h3>
            Other claims between the two <span className="count">{others.length}</span>
          </h3>
          <ul>
            {others.map((other) => (
              <ClaimRow key={other} id={other} />
            ))}
          </ul>
        </section>
      )}
      <PropertyTable
        properties={claim.properties}
        except={TOLD}
        coded={codedAs(event ?? kind?.event, quad ?? kind?.quad)}
        type={claim.type}
      />
    </article>
  );
}

function citedFrom({ claim, source, target }: Claim, { evidence }: RelationshipReply): Cited {
  const { date, datePrecision, attributedTo } = claim.properties;
  return {
    sentence: writtenSentence(claimSentence(claim, source, target)),
    date: typeof date === 'string' ? writtenDate(date, datePrecision) : null,
    attributedTo: typeof attributedTo === 'string' ? attributedTo : null,
    evidence,
  };
}

function NodeLink({ id, children }: { readonly id: string; readonly children: string }) {
  const element = { kind: 'node', id } as const;
  return (
    <Anchor
      // a link and not a button: it has to break over lines with the sentence
      href={`#${encodeURIComponent(id)}`}
      inherit
      underline="hover"
      className="name-link"
      onClick={(event) => {
        event.preventDefault();
        select(element);
      }}
      onMouseEnter={() => hover(element)}
      onMouseLeave={() => hover(null)}
    >
      {children}
    </Anchor>
  );
}

function othersBetween(source: string, target: string, id: string): string[] {
  const between = graph.edges(source, target);
  if (source !== target) between.push(...graph.edges(target, source));
  return [...new Set(between)].filter((other) => other !== id);
}

function codedAs(event: unknown, quad: unknown): string | null {
  if (typeof event !== 'string') return null;
  return typeof quad === 'string' && quad !== 'none' ? `${event} · ${quad}` : event;
}
