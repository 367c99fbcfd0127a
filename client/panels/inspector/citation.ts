/** A claim as it is cited: the sentence, then the words it rests on, each with where they stand. */
import type { EvidenceJson, SourceJson } from '../../../server/contract/api.ts';
import { writtenDate } from '../../state/words.ts';

export interface Cited {
  /** With its full stop. */
  readonly sentence: string;
  /** Of the act, in words; null where it is not known. */
  readonly date: string | null;
  /** Who says so, where that is not the author of the source. */
  readonly attributedTo: string | null;
  readonly evidence: readonly EvidenceJson[];
}

export type CitationForm = 'plain' | 'markdown';

/**
 * The quote stands on lines of its own and without marks of ours, as it does in its source; under it author, “title”, publisher, date
 * and paragraph, and the address where there is one.
 */
export function citation(cited: Cited, form: CitationForm): string {
  const write = form === 'markdown' ? escaped : (text: string): string => text;
  const aside = [cited.date, cited.attributedTo === null ? null : `according to ${cited.attributedTo}`];
  const said = aside.filter((part) => part !== null).join(', ');
  const sentence = said === '' ? cited.sentence : `${cited.sentence} (${said})`;
  const passages = cited.evidence.map(({ quote, paragraph, source }) => {
    const from = source === null ? null : `— ${sourceLine(source, paragraph, form)}`;
    const words = quote === null ? 'This source names the claim and quotes no words.' : quote.trim();
    const lines = [quote === null ? words : write(words), from].filter((line) => line !== null);
    // an empty line in a quotation of Markdown keeps the source apart from the quote
    return form === 'markdown' ? quoted(lines.join('\n\n')) : lines.join('\n');
  });
  return [
    write(sentence),
    ...(passages.length > 0 ? passages : ['No source is recorded for this claim.']),
  ].join('\n\n');
}

/** Author, “title”, publisher, date, paragraph, address. */
function sourceLine(source: SourceJson, paragraph: number | null, form: CitationForm): string {
  const write = form === 'markdown' ? escaped : (text: string): string => text;
  const title = form === 'markdown' ? `*${escaped(source.title)}*` : `“${source.title}”`;
  const parts = [
    source.author === null ? null : write(source.author),
    form === 'markdown' && source.url !== null
      ? `[${title}](<${source.url.replaceAll(/[<>]/g, encodeURIComponent)}>)`
      : title,
    source.publisher === null ? null : write(source.publisher),
    source.published === null ? null : writtenDate(source.published),
    paragraph === null ? null : `paragraph ${paragraph}`,
    form === 'plain' ? source.url : null,
  ];
  return parts.filter((part) => part !== null).join(', ');
}

const quoted = (text: string): string =>
  text
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n');

/** A text whose signs mean nothing to Markdown. */
const escaped = (text: string): string => text.replaceAll(/([\\`*_[\]<>#|~])/g, String.raw`\$1`);
