/** A node: who or what it is, what it said and did, what was said and done about it. */
import { Button, Title } from '@mantine/core';
import { BookOpen, Expand } from 'lucide-react';
import { useState } from 'react';
import { kindOfLabels, nodeKind } from '../../../graph/vocabulary.ts';
import type { NodeReply } from '../../../server/contract/api.ts';
import { fetchNode } from '../../api.ts';
import { expand } from '../../state/expand.ts';
import { nameOf, nodeOf } from '../../state/graph.ts';
import { graph } from '../../state/screen.ts';
import { read } from '../../state/panels.ts';
import { readQuote } from '../../state/read-quote.ts';
import { capitalised, counted, writtenDate } from '../../state/words.ts';
import { KindSign } from '../signs.tsx';
import { notifyFailure } from '../status/notify.tsx';
import { Failure } from './failure.tsx';
import { PropertyTable } from './property-table.tsx';
import { Timeline } from './timeline.tsx';
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
      <Timeline key={id} node={node} total={reply.kind === 'here' ? totalOf(reply.value) : null} />
      <PropertyTable properties={node.properties} except={TOLD} labels={node.labels} />
    </article>
  );
}

const totalOf = ({ counts }: NodeReply): number => counts.reduce((sum, { count }) => sum + count, 0);

function Actions({ id, reply }: { readonly id: string; readonly reply: Reply<NodeReply> }) {
  const [isBusy, setBusy] = useState(false);
  const total = reply.kind === 'here' ? totalOf(reply.value) : null;
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
  const { labels } = graph.getNodeAttributes(id);
  const open = (): void => {
    if (labels.includes('Source')) read(id);
    else readQuote(id).catch((error: unknown) => notifyFailure('The source could not be opened', error));
  };
  return (
    <div className="actions">
      {(labels.includes('Source') || labels.includes('Evidence')) && (
        <Button size="compact-md" leftSection={<BookOpen size={15} aria-hidden />} onClick={open}>
          {labels.includes('Source') ? 'Read this source' : 'Read it in its source'}
        </Button>
      )}
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
      {more === 0 && <span className="actions-note">Every claim about it is on the screen.</span>}
    </div>
  );
}

function timeOf({ start, end, datePrecision }: Readonly<Record<string, unknown>>): string | null {
  const from = typeof start === 'string' ? writtenDate(start, datePrecision) : null;
  const to = typeof end === 'string' ? writtenDate(end, datePrecision) : null;
  if (from === null) return to === null ? null : `until ${to}`;
  if (to === null) return `since ${from}`;
  return from === to ? from : `${from} to ${to}`;
}
