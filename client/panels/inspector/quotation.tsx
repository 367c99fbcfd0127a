/** A quotation as a newspaper sets it: the words as they stand in the source, set off and without marks of our own, then where they stand. */
import { ExternalLink } from 'lucide-react';
import type { EvidenceJson } from '../../../server/contract/api.ts';
import { read } from '../../state/panels.ts';
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
          <a
            // a link and not a button: it has to break over lines with the words around it
            href={`#${encodeURIComponent(source.id)}`}
            className="source-link"
            title="Read this source"
            onClick={(event) => {
              event.preventDefault();
              read(source.id, quote === null ? null : evidence.id);
            }}
          >
            <cite>{source.title}</cite>
          </a>
          {source.publisher !== null && <>, {source.publisher}</>}
          {source.published !== null && <>, {writtenDate(source.published)}</>}
          {paragraph !== null && <>, paragraph {paragraph}</>}
          {source.url !== null && (
            <a
              href={source.url}
              target="_blank"
              rel="noreferrer"
              className="source-url"
              aria-label="Open its page in a new tab"
            >
              <ExternalLink size={13} aria-hidden />
            </a>
          )}
        </figcaption>
      )}
    </figure>
  );
}
