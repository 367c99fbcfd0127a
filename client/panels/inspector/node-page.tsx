/** A node: who or what it is, what it said and did, what was said and done about it. */
import { Button, Text, Title } from '@mantine/core';
import { EyeOff, Expand } from 'lucide-react';
import { useState } from 'react';
import { kindOfLabels, nodeKind, RELATIONSHIP_KINDS } from '../../../graph/vocabulary.ts';
import type { NodeReply } from '../../../server/contract/api.ts';
import { fetchNode } from '../../api.ts';
import { expand } from '../../state/expand.ts';
import { dismiss } from '../../state/explore.ts';
import { nameOf, nodeOf } from '../../state/graph.ts';
import { graph } from '../../state/screen.ts';
import { inSentence } from '../../state/sentence.ts';
import { capitalised, counted, writtenDate } from '../../state/words.ts';
import { KindSign } from '../signs.tsx';
import { notifyFailure } from '../status/notify.tsx';
import { ClaimRow } from './claim-row.tsx';
import { Failure } from './failure.tsx';
import { PropertyTable } from './property-table.tsx';
import { useReply } from './use-reply.ts';
import type { Reply } from './use-reply.ts';

/** Shown in words above the table, or by the page itself. */
const TOLD = new Set(['name', 'aliases', 'summary', 'start', 'end', 'datePrecision']);

export function NodePage({ id }: { readonly id: string }) {
  const node = nodeOf(graph, id);
  const { reply, retry } = useReply(id, fetchNode);
  const kind = nodeKind(node.labels);
  const { aliases, summary } = node.properties;
  const known = Array.isArray(aliases) ? aliases.filter((alias) => typeof alias === 'string') : [];
  const time = timeOf(node.properties);
  return (
    <article className="page">
      <p className="kicker">
        <KindSign kind={kindOfLabels(node.labels)} /> {capitalised(kind?.singular ?? node.labels.join(', '))}
      </p>
      <Title order={2} className="page-title">
        {nameOf(node)}
      </Title>
      {known.length > 0 && <p className="aliases">also known as {known.join(', ')}</p>}
      {time !== null && <p className="aliases">{time}</p>}
      {typeof summary === 'string' && <p className="summary">{summary}</p>}
      <Actions id={id} reply={reply} />
      {reply.kind === 'failed' && <Failure error={reply.error} onRetry={retry} />}
      <Claims title={`Said and done by ${inSentence(node)}`} ids={graph.outEdges(id)} about="subject" />
      <Claims title={`Said and done about ${inSentence(node)}`} ids={graph.inEdges(id)} about="object" />
      {graph.degree(id) === 0 && <Text c="dimmed">No claim about it is on the screen.</Text>}
      <PropertyTable properties={node.properties} except={TOLD} labels={node.labels} />
    </article>
  );
}

function Actions({ id, reply }: { readonly id: string; readonly reply: Reply<NodeReply> }) {
  const [isBusy, setBusy] = useState(false);
  const total = reply.kind === 'here' ? reply.value.counts.reduce((sum, { count }) => sum + count, 0) : null;
  const shown = graph.degree(id);
  const more = total === null ? null : Math.max(0, total - shown);
  const grow = (): void => {
    setBusy(true);
    expand(id).then(
      () => setBusy(false),
      (error: unknown) => {
        setBusy(false);
        notifyFailure('Nothing was added', error);
      },
    );
  };
  return (
    <div className="actions">
      {more !== 0 && (
        <Button
          size="compact-md"
          leftSection={<Expand size={15} aria-hidden />}
          loading={isBusy}
          onClick={grow}
        >
          {more === null ? 'Expand' : `Expand: ${counted(more, 'more claim', 'more claims')}`}
        </Button>
      )}
      <Button
        size="compact-md"
        variant="default"
        leftSection={<EyeOff size={15} aria-hidden />}
        onClick={() => dismiss({ kind: 'node', id })}
      >
        Dismiss
      </Button>
      {more === 0 && <span className="actions-note">Every claim about it is on the screen.</span>}
    </div>
  );
}

/** Claims shown before "show all": a hub has thousands. */
const FIRST = 60;
const ORDER = new Map(RELATIONSHIP_KINDS.map(({ type }, index) => [type, index]));

function Claims({
  title,
  ids,
  about,
}: {
  readonly title: string;
  readonly ids: readonly string[];
  readonly about: 'subject' | 'object';
}) {
  const [isWhole, setWhole] = useState(false);
  if (ids.length === 0) return null;
  const rank = (id: string): number => ORDER.get(graph.getEdgeAttribute(id, 'type')) ?? ORDER.size;
  const sorted = ids.toSorted((a, b) => rank(a) - rank(b));
  const listed = isWhole ? sorted : sorted.slice(0, FIRST);
  return (
    <section className="claims">
      <h3>
        {title} <span className="count">{ids.length}</span>
      </h3>
      <ul>
        {listed.map((id) => (
          <ClaimRow key={id} id={id} about={about} />
        ))}
      </ul>
      {listed.length < ids.length && (
        <Button size="compact-sm" variant="subtle" onClick={() => setWhole(true)}>
          Show all {ids.length}
        </Button>
      )}
    </section>
  );
}

function timeOf({ start, end, datePrecision }: Readonly<Record<string, unknown>>): string | null {
  const from = typeof start === 'string' ? writtenDate(start, datePrecision) : null;
  const to = typeof end === 'string' ? writtenDate(end, datePrecision) : null;
  if (from === null) return to === null ? null : `until ${to}`;
  if (to === null) return `since ${from}`;
  return from === to ? from : `${from} to ${to}`;
}
