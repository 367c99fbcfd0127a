/** A quotation as a newspaper sets it: the words, then where they stand. */
import type { EvidenceJson } from '../../../server/contract/api.ts';
import { writtenDate } from '../../state/words.ts';

export function Quotation({ evidence }: { readonly evidence: EvidenceJson }) {
  const { quote, paragraph, source } = evidence;
  return (
    <figure className="quotation">
      {quote === null ? (
        <p className="no-quote">This claim comes from a data set: it names its source and quotes no words.</p>
      ) : (
        <blockquote>{inQuotes(quote)}</blockquote>
      )}
      {source !== null && (
        <figcaption>
          {source.author !== null && <>{source.author}, </>}
          {source.url === null ? (
            <cite>{source.title}</cite>
          ) : (
            <a href={source.url} target="_blank" rel="noreferrer">
              <cite>{source.title}</cite>
            </a>
          )}
          {source.publisher !== null && <>, {source.publisher}</>}
          {source.published !== null && <>, {writtenDate(source.published)}</>}
          {paragraph !== null && <>, paragraph {paragraph}</>}
        </figcaption>
      )}
    </figure>
  );
}

/** Quotation marks around the words; marks inside them become single ones, as English sets quotes within quotes. */
export function inQuotes(quote: string): string {
  return `“${quote.replaceAll('“', '‘').replaceAll('”', '’')}”`;
}
