/** All that a node said and did, and all that was said and done about it, as sentences in the order of time. */
import { Button, NativeSelect, SegmentedControl, Text } from '@mantine/core';
import { ArrowDownLeft, ArrowUpRight } from 'lucide-react';
import { useMemo, useState } from 'react';
import { relationshipPhrase } from '../../../graph/vocabulary.ts';
import type { NodeJson } from '../../../server/contract/api.ts';
import { isOnScreen, useShown } from '../../state/screen.ts';
import { inSentence } from '../../state/sentence.ts';
import { counted } from '../../state/words.ts';
import { ClaimLine } from './claim-line.tsx';
import { Failure } from './failure.tsx';
import { LongList } from './long-list.tsx';
import { isWanted, spansOf } from './timeline-order.ts';
import type { Direction, Entry, Span } from './timeline-order.ts';
import { MOST_AT_ONCE, useEntries } from './use-entries.ts';

/** Beyond this many claims only those in view are in the page. */
const MOST_PLAIN = 150;

interface TimelineProps {
  readonly node: NodeJson;
  /** How many claims the whole graph has of it; null while that is not known. */
  readonly total: number | null;
}

export function Timeline({ node, total }: TimelineProps) {
  const { entries, fetching, fetch, stop } = useEntries(node.id, total);
  const [direction, setDirection] = useState<Direction | null>(null);
  const [type, setType] = useState<string | null>(null);
  const types = useMemo(() => typesOf(entries), [entries]);
  const spans = useMemo(
    () => spansOf(entries.filter((entry) => isWanted(entry, { direction, type }))),
    [entries, direction, type],
  );
  const made = entries.filter((entry) => entry.direction === 'made').length;
  const name = inSentence(node);
  if (entries.length === 0 && (total === 0 || fetching.kind === 'whole'))
    return (
      <Text c="dimmed" mt="md">
        Nothing is said by it or about it.
      </Text>
    );
  const all = Math.max(total ?? 0, entries.length);
  const shown = spans.reduce((sum, span) => sum + span.entries.length, 0);
  return (
    <section className="claims timeline" aria-label="Claims">
      <h3>
        Claims by and about {name} <span className="count">{all.toLocaleString('en')}</span>
      </h3>
      {entries.length > 1 && (
        <div className="timeline-tools">
          <SegmentedControl
            size="xs"
            aria-label="Which claims"
            value={direction ?? 'all'}
            onChange={(value) => setDirection(value === 'all' ? null : (value as Direction))}
            data={[
              { value: 'all', label: 'All' },
              { value: 'made', label: `Made ${made.toLocaleString('en')}` },
              { value: 'received', label: `Received ${(entries.length - made).toLocaleString('en')}` },
            ]}
          />
          {types.length > 1 && (
            <NativeSelect
              size="xs"
              aria-label="What was said or done"
              value={type ?? ''}
              onChange={({ currentTarget }) => setType(currentTarget.value || null)}
              data={[
                { value: '', label: 'Whatever was said or done' },
                ...types.map(([each, count]) => ({
                  value: each,
                  label: `${relationshipPhrase(each)} (${count.toLocaleString('en')})`,
                })),
              ]}
            />
          )}
        </div>
      )}
      {shown === 0 && <Text c="dimmed">None of its claims is like that.</Text>}
      {shown > MOST_PLAIN ? (
        <LongList rows={rowsOf(spans)} />
      ) : (
        spans.map((span) => <PlainSpan key={`${span.year} ${span.title}`} span={span} />)
      )}
      {fetching.kind === 'failed' && <Failure error={fetching.error} onRetry={fetch} />}
      {fetching.kind === 'fetching' && (
        <p className="timeline-more">
          {`${counted(entries.length, 'claim', 'claims')} of ${all.toLocaleString('en')} …`}{' '}
          <Button size="compact-sm" variant="subtle" onClick={stop}>
            Stop
          </Button>
        </p>
      )}
      {fetching.kind === 'part' && total !== null && entries.length < total && (
        <p className="timeline-more">
          {`${counted(entries.length, 'claim', 'claims')} of ${all.toLocaleString('en')} listed so far.`}{' '}
          <Button size="compact-sm" variant="default" onClick={fetch}>
            {total - entries.length > MOST_AT_ONCE
              ? `List ${MOST_AT_ONCE.toLocaleString('en')} more`
              : 'List the others'}
          </Button>
        </p>
      )}
    </section>
  );
}

function PlainSpan({ span }: { readonly span: Span }) {
  return (
    <>
      <SpanTitle span={span} />
      <ul>
        {span.entries.map((entry) => (
          <li key={entry.claim.id} className="timeline-entry">
            <EntryLine entry={entry} />
          </li>
        ))}
      </ul>
    </>
  );
}

function SpanTitle({ span: { year, title, entries } }: { readonly span: Span }) {
  return (
    <h4>
      {year !== null && <span className="timeline-year">{year}</span>}
      {title} <span className="count">{entries.length.toLocaleString('en')}</span>
    </h4>
  );
}

function EntryLine({ entry }: { readonly entry: Entry }) {
  useShown();
  const isHere = isOnScreen({ kind: 'relationship', id: entry.claim.id });
  const isMade = entry.direction === 'made';
  return (
    <>
      <ClaimLine {...entry} about={isMade ? 'subject' : 'object'} />
      <span className="timeline-note">
        <span>
          {isMade ? <ArrowUpRight size={13} aria-hidden /> : <ArrowDownLeft size={13} aria-hidden />}
          {entry.direction}
        </span>
        {!isHere && <span>not on the screen</span>}
      </span>
    </>
  );
}

/** Titles and claims, one after the other. */
const rowsOf = (spans: readonly Span[]) =>
  spans.flatMap((span) => [
    { key: `span ${span.year} ${span.title}`, height: 40, content: <SpanTitle span={span} /> },
    ...span.entries.map((entry) => ({
      key: entry.claim.id,
      height: 52,
      content: (
        <div className="timeline-entry">
          <EntryLine entry={entry} />
        </div>
      ),
    })),
  ]);

/** Most frequent first. */
function typesOf(entries: readonly Entry[]): [type: string, count: number][] {
  const counts = new Map<string, number>();
  for (const { claim } of entries) counts.set(claim.type, (counts.get(claim.type) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1]);
}
