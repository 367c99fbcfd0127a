/** The claims that rest on one quote, and an offer to show those that are not on the screen. */
import { Button } from '@mantine/core';
import { Eye } from 'lucide-react';
import { useMemo } from 'react';
import type { SourceReply } from '../../../server/contract/api.ts';
import { claimsOf } from '../../state/claims.ts';
import { act } from '../../state/history.ts';
import { stopReading } from '../../state/panels.ts';
import { graph, isOnScreen, selectAll, useShown } from '../../state/screen.ts';
import { counted } from '../../state/words.ts';
import { ClaimLine } from '../inspector/claim-line.tsx';

interface QuoteClaimsProps {
  readonly reply: SourceReply;
  readonly quote: SourceReply['quotes'][number];
}

export function QuoteClaims({ reply, quote }: QuoteClaimsProps) {
  useShown();
  const claims = useMemo(() => {
    const ids = new Set(quote.claims);
    const relationships = reply.relationships.filter(({ id }) => ids.has(id));
    return claimsOf({ nodes: reply.nodes, relationships });
  }, [reply, quote]);
  if (claims.length === 0) return <p className="reading-note">No claim rests on this quote.</p>;
  const missing = claims.filter(({ claim }) => !graph.hasEdge(claim.id));
  const hidden = claims.filter(
    ({ claim }) => graph.hasEdge(claim.id) && !isOnScreen({ kind: 'relationship', id: claim.id }),
  );
  const show = (): void => {
    act(`Show what rests on a quote`, {
      kind: 'merge',
      nodes: missing.flatMap(({ source, target }) => [source, target]),
      relationships: missing.map(({ claim }) => claim),
    });
    selectAll({ nodes: [], relationships: claims.map(({ claim }) => claim.id) });
  };
  return (
    <>
      <ul>
        {claims.map((claim) => (
          <li key={claim.claim.id} data-missing={!graph.hasEdge(claim.claim.id)}>
            <ClaimLine {...claim} onOpen={stopReading} />
          </li>
        ))}
      </ul>
      {missing.length > 0 && (
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<Eye size={14} aria-hidden />}
          onClick={show}
        >
          {missing.length === claims.length
            ? claims.length === 1
              ? 'Show this claim'
              : `Show these ${counted(claims.length, 'claim', 'claims')}`
            : `Show the other ${counted(missing.length, 'claim', 'claims')}`}
        </Button>
      )}
      {hidden.length > 0 && (
        <p className="why">
          {counted(hidden.length, 'of them is', 'of them are')} hidden by hand, by the legend or by a filter.
        </p>
      )}
    </>
  );
}
