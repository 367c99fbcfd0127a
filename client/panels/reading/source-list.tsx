/** Every source, to choose one to read. */
import { Skeleton, Title, UnstyledButton } from '@mantine/core';
import type { SourceJson } from '../../../server/contract/api.ts';
import { fetchSources } from '../../api.ts';
import { read } from '../../state/panels.ts';
import { counted, writtenDate } from '../../state/words.ts';
import { Failure } from '../inspector/failure.tsx';
import { useReply } from '../inspector/use-reply.ts';

const ask = (_key: string, signal: AbortSignal) => fetchSources(signal);

export function SourceList() {
  const { reply, retry } = useReply('sources', ask);
  return (
    <article className="page">
      <Title order={3} className="page-title">
        Which source?
      </Title>
      {reply.kind === 'loading' && <Skeleton height={14} mt="md" />}
      {reply.kind === 'failed' && <Failure error={reply.error} onRetry={retry} />}
      {reply.kind === 'here' && reply.value.sources.length === 0 && (
        <p className="summary">This graph names no sources.</p>
      )}
      {reply.kind === 'here' && (
        <ul className="sources">
          {reply.value.sources.map(({ source, quotes, claims }) => (
            <li key={source.id}>
              <UnstyledButton className="source-row" onClick={() => read(source.id)}>
                <cite>{source.title}</cite>
                <span>{sourceLine(source)}</span>
                <span>
                  {quotes === 0 ? 'no quotes' : counted(quotes, 'quote', 'quotes')},{' '}
                  {counted(claims, 'claim', 'claims')}
                </span>
              </UnstyledButton>
            </li>
          ))}
        </ul>
      )}
      {reply.kind === 'here' && reply.value.omitted > 0 && (
        <p className="aliases">
          {counted(reply.value.omitted, 'source more is', 'sources more are')} not listed.
        </p>
      )}
    </article>
  );
}

/** Author, publisher, date; what is not known is left out. */
export const sourceLine = ({ author, publisher, published }: SourceJson): string =>
  [author, publisher, published === null ? null : writtenDate(published)]
    .filter((part) => part !== null)
    .join(', ');
