/** The quotes of a source in their order, each with its paragraph and what rests on it. */
import { UnstyledButton } from '@mantine/core';
import { memo } from 'react';
import type { SourceReply } from '../../../server/contract/api.ts';
import { QuoteClaims } from './quote-claims.tsx';

interface QuoteListProps {
  readonly reply: SourceReply;
  readonly active: number;
}

export function QuoteList({ reply, active }: QuoteListProps) {
  return (
    <ol className="reading-quotes">
      {reply.quotes.map((quote, at) => (
        <QuoteItem
          key={quote.id}
          reply={reply}
          at={at}
          isActive={at === active}
          isFirstOf={quote.paragraph !== reply.quotes[at - 1]?.paragraph}
        />
      ))}
    </ol>
  );
}

interface QuoteItemProps {
  readonly reply: SourceReply;
  readonly at: number;
  readonly isActive: boolean;
  /** Whether it is the first of its paragraph, so that the number is said once. */
  readonly isFirstOf: boolean;
}

/** A source may have thousands: what is not changed is not drawn again. */
const QuoteItem = memo(function QuoteItem({ reply, at, isActive, isFirstOf }: QuoteItemProps) {
  const quote = reply.quotes[at];
  if (quote === undefined) return null;
  const { paragraph } = quote;
  return (
    <li data-quotes={at} data-active={isActive} aria-current={isActive ? 'true' : undefined}>
      {paragraph !== null && isFirstOf && <span className="reading-number">Paragraph {paragraph}</span>}
      <UnstyledButton className="reading-quote" data-read={at}>
        {quote.quote ?? 'This evidence quotes no words.'}
      </UnstyledButton>
      <QuoteClaims reply={reply} quote={quote} />
    </li>
  );
});
