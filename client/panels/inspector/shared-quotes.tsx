/** The quotes on which claims of several selected ones rest. */
import { Button, Skeleton } from '@mantine/core';
import { BookOpen } from 'lucide-react';
import { useState } from 'react';
import { fetchElements } from '../../api.ts';
import { readQuote } from '../../state/read-quote.ts';
import { counted } from '../../state/words.ts';
import { notifyFailure } from '../status/notify.tsx';
import { ClaimRow } from './claim-row.tsx';
import { Failure } from './failure.tsx';
import type { Shared } from './shared.ts';
import { useReply } from './use-reply.ts';

/** Quotes listed at first, and each time that more are asked for. */
const AT_ONCE = 5;

export function SharedQuotes({ quotes }: { readonly quotes: readonly Shared[] }) {
  const [most, setMost] = useState(AT_ONCE);
  const listed = quotes.slice(0, most);
  const { reply, retry } = useReply(JSON.stringify(listed.map(({ id }) => id)), wordsOf);
  if (quotes.length === 0) return null;
  return (
    <section className="claims">
      <h3>
        Quotes that claims of several of them rest on <span className="count">{quotes.length}</span>
      </h3>
      {reply.kind === 'failed' && <Failure error={reply.error} onRetry={retry} />}
      {listed.map(({ id, claims }) => (
        <figure key={id} className="quotation">
          {reply.kind === 'loading' && <Skeleton height={14} />}
          {reply.kind === 'here' && (
            <blockquote>{reply.value.get(id) ?? 'This quote is not in the graph any more.'}</blockquote>
          )}
          <details className="shared">
            <summary>{counted(claims.length, 'claim rests', 'claims rest')} on it</summary>
            <ul>
              {claims.map((claim) => (
                <ClaimRow key={claim} id={claim} />
              ))}
            </ul>
          </details>
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={<BookOpen size={14} aria-hidden />}
            onClick={() =>
              void readQuote(id).catch((error: unknown) =>
                notifyFailure('The source could not be opened', error),
              )
            }
          >
            Read it in its source
          </Button>
        </figure>
      ))}
      {quotes.length > most && (
        <Button size="compact-sm" variant="subtle" onClick={() => setMost(most + AT_ONCE)}>
          {`Show ${Math.min(AT_ONCE, quotes.length - most)} more`}
        </Button>
      )}
    </section>
  );
}

/** The words of these quotes, by id. */
async function wordsOf(ids: string, signal: AbortSignal): Promise<ReadonlyMap<string, string>> {
  const nodes = JSON.parse(ids) as string[];
  if (nodes.length === 0) return new Map();
  const found = await fetchElements({ nodes, relationships: [] }, signal);
  return new Map(
    found.nodes.flatMap(({ id, properties: { quote } }) =>
      typeof quote === 'string' ? [[id, quote] as const] : [],
    ),
  );
}
