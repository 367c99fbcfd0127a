/** The text of an article with its quotes marked where they stand. */
import { memo, useMemo } from 'react';
import type { SourceReply } from '../../../server/contract/api.ts';
import { counted } from '../../state/words.ts';
import type { Passage, Span } from './find-quotes.ts';
import { piecesOf } from './marked-text.ts';

/** Paragraphs shown; a text with more is searched whole. */
const MOST_PARAGRAPHS = 4_000;
/** Characters shown of one paragraph that holds no quote. */
const MOST_CHARACTERS = 20_000;

interface ArticleTextProps {
  readonly text: string;
  readonly paragraphs: readonly Span[];
  readonly passages: readonly Passage[];
  readonly quotes: SourceReply['quotes'];
  /** Place in `quotes` of the one that is read. */
  readonly active: number;
}

export function ArticleText({ text, paragraphs, passages, quotes, active }: ArticleTextProps) {
  const places = useMemo(() => new Map(quotes.map(({ id }, at) => [id, at])), [quotes]);
  const blocks = useMemo(
    () => blocksOf(paragraphs.slice(0, MOST_PARAGRAPHS), passages),
    [paragraphs, passages],
  );
  const activeId = quotes[active]?.id;
  const left = paragraphs.length - MOST_PARAGRAPHS;
  return (
    <div className="reading-article">
      {blocks.map(({ span, inside }, at) => (
        <Paragraph
          key={span.from}
          text={text}
          span={span}
          number={at + 1}
          passages={inside}
          places={places}
          activeId={inside.some(({ quote }) => quote === activeId) ? activeId : undefined}
        />
      ))}
      {left > 0 && (
        <p className="reading-note">
          {counted(left, 'paragraph more is', 'paragraphs more are')} searched and not shown.
        </p>
      )}
    </div>
  );
}

interface ParagraphProps {
  readonly text: string;
  readonly span: Span;
  readonly number: number;
  readonly passages: readonly Passage[];
  readonly places: ReadonlyMap<string, number>;
  readonly activeId: string | undefined;
}

const Paragraph = memo(function Paragraph(props: ParagraphProps) {
  const { text, span, number, passages, places, activeId } = props;
  if (passages.length === 0) {
    const whole = text.slice(span.from, Math.min(span.to, span.from + MOST_CHARACTERS));
    return (
      <p data-number={number}>
        {whole}
        {span.to - span.from > MOST_CHARACTERS && ' … [the paragraph goes on]'}
      </p>
    );
  }
  return (
    <p data-number={number}>
      {piecesOf(span, passages).map(({ from, to, quotes }) => {
        const words = text.slice(from, to);
        if (quotes.length === 0) return words;
        const begins = passages.filter((passage) => Math.max(passage.from, span.from) === from);
        const at = begins.flatMap(({ quote }) => places.get(quote) ?? []);
        // the innermost quote is what is pointed at
        const own = places.get(quotes.at(-1) ?? '');
        // the reader listens for clicks; the same can be done with the keys
        return (
          <mark
            key={from}
            data-quotes={at.length > 0 ? at.join(' ') : undefined}
            data-active={activeId !== undefined && quotes.includes(activeId)}
            data-read={own}
          >
            {words}
          </mark>
        );
      })}
    </p>
  );
});

/** Paragraphs, each with the passages that touch it; both are in the order of the text. */
function blocksOf(paragraphs: readonly Span[], passages: readonly Passage[]) {
  let first = 0;
  return paragraphs.map((span) => {
    const inside: Passage[] = [];
    for (let at = first; at < passages.length; at++) {
      const passage = passages[at] as Passage;
      if (passage.from >= span.to) break;
      if (passage.to > span.from) inside.push(passage);
      // what ends before this paragraph does ends before every later one
      if (at === first && passage.to <= span.to) first++;
    }
    return { span, inside };
  });
}
