/** A claim: the sentence, and the words it rests on. */
import { Anchor, Button, Skeleton, Text, Title } from '@mantine/core';
import { EyeOff } from 'lucide-react';
import { FAMILIES, relationshipKind, toneOf } from '../../../graph/vocabulary.ts';
import { fetchRelationship } from '../../api.ts';
import { dismiss } from '../../state/explore.ts';
import { nodeOf, relationshipOf } from '../../state/graph.ts';
import { graph, hover, select } from '../../state/screen.ts';
import { claimSentence } from '../../state/sentence.ts';
import { writtenDate } from '../../state/words.ts';
import { LineSign } from '../signs.tsx';
import { ClaimRow } from './claim-row.tsx';
import { Failure } from './failure.tsx';
import { PropertyTable } from './property-table.tsx';
import { Quotation } from './quotation.tsx';
import { useReply } from './use-reply.ts';

const TOLD = new Set(['what', 'role', 'date', 'datePrecision', 'evidence', 'event', 'quad', 'attributedTo']);

export function ClaimPage({ id }: { readonly id: string }) {
  const claim = relationshipOf(graph, id);
  const { reply, retry } = useReply(id, fetchRelationship);
  const { subject, verb, object, rest } = claimSentence(
    claim,
    nodeOf(graph, claim.source),
    nodeOf(graph, claim.target),
  );
  const kind = relationshipKind(claim.type);
  const { date, datePrecision, attributedTo, event, quad } = claim.properties;
  const others = othersBetween(claim.source, claim.target, id);
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
        {/[.!?]”?$/.test(rest) ? '' : '.'}
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
      <div className="actions">
        <Button
          size="compact-md"
          variant="default"
          leftSection={<EyeOff size={15} aria-hidden />}
          onClick={() => dismiss({ kind: 'relationship', id })}
        >
          Dismiss
        </Button>
      </div>
      <PropertyTable
        properties={claim.properties}
        except={TOLD}
        coded={codedAs(event ?? kind?.event, quad ?? kind?.quad)}
        type={claim.type}
      />
    </article>
  );
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
