/** A quotation as a newspaper sets it: the words as they stand in the source, set off and without marks of our own, then where they stand. */
import type { EvidenceJson } from '../../../server/contract/api.ts';
import { writtenDate } from '../../state/words.ts';

export function Quotation({ evidence }: { readonly evidence: EvidenceJson }) {
  const { quote, paragraph, source } = evidence;
  return (
    <figure className="quotation">
      {quote === null ? (
        <p className="no-quote">This claim comes from a data set: it names its source and quotes no words.</p>
      ) : (
        <blockquote>{quote}</blockquote>
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
