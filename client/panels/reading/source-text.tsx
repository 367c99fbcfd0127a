/** One source: its quotes in order, or, where the reader has its text, the text with the quotes marked in it. */
import { Button, FileButton, SegmentedControl, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { Eye, FileText, X } from 'lucide-react';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { SourceReply } from '../../../server/contract/api.ts';
import { act } from '../../state/history.ts';
import { graph, useShown } from '../../state/screen.ts';
import { counted } from '../../state/words.ts';
import { ArticleUnreadable, articleOf } from './article-file.ts';
import { ArticleText } from './article-text.tsx';
import { dropArticle, keepArticle, useArticles } from './articles.ts';
import { findQuotes, paragraphsOf } from './find-quotes.ts';
import { QuoteClaims } from './quote-claims.tsx';
import { QuoteList } from './quote-list.tsx';
import { sourceLine } from './source-list.tsx';
import { useDrop } from './use-drop.ts';
import { useReader } from './use-reader.ts';
import { ScrollRegion } from '../scroll-region.tsx';

type Mode = 'quotes' | 'text';

interface SourceTextProps {
  readonly reply: SourceReply;
  /** Id of the quote to begin with; default the first. */
  readonly begin: string | null;
}

export function SourceText({ reply, begin }: SourceTextProps) {
  const { source, quotes } = reply;
  const article = useArticles((articles) => articles[source.id]);
  const [choice, setMode] = useState<Mode>('text');
  const mode = article === undefined ? 'quotes' : choice;
  const scroller = useRef<HTMLDivElement>(null);
  const found = useMemo(() => {
    if (article === undefined) return null;
    const paragraphs = paragraphsOf(article.text);
    return { paragraphs, passages: findQuotes(article.text, quotes, paragraphs) };
  }, [article, quotes]);
  const order = useMemo(() => {
    if (mode === 'quotes' || found === null) return quotes.map((_quote, at) => at);
    const places = new Map(quotes.map(({ id }, at) => [id, at]));
    return found.passages.flatMap(({ quote }) => places.get(quote) ?? []);
  }, [mode, found, quotes]);
  const first = begin === null ? 0 : quotes.findIndex(({ id }) => id === begin);
  const active = useReader(scroller, quotes, order, quotes.length === 0 ? -1 : Math.max(0, first));
  const take = useCallback((file: File) => void takeFile(source.id, file), [source.id]);
  const body = useRef<HTMLDivElement>(null);
  useDrop(body, take);
  const missing = quotes.filter(
    ({ id, quote }) => quote !== null && found?.passages.every((passage) => passage.quote !== id) === true,
  );
  return (
    <div ref={body} className="reading-body">
      {article !== undefined && (
        <div className="reading-strip">
          <Verdict
            of={quotes.filter(({ quote }) => quote !== null).length}
            missing={missing}
            file={article.name}
          />
          <div className="reading-file">
            <SegmentedControl
              size="xs"
              aria-label="What to read"
              value={mode}
              onChange={(value) => setMode(value as Mode)}
              data={[
                { value: 'text', label: 'The article' },
                { value: 'quotes', label: 'Only its quotes' },
              ]}
            />
            <Button
              size="compact-xs"
              variant="subtle"
              color="gray"
              leftSection={<X size={13} aria-hidden />}
              onClick={() => dropArticle(source.id)}
            >
              Put the file away
            </Button>
          </div>
        </div>
      )}
      <ScrollRegion ref={scroller} className="reading-scroll" label="Text of the source">
        <header className="reading-head">
          <Title order={3} className="page-title">
            {source.title}
          </Title>
          <p className="aliases">{sourceLine(source)}</p>
          {source.url !== null && (
            <p className="aliases">
              <a href={source.url} target="_blank" rel="noreferrer">
                Open its page in a new tab
              </a>
            </p>
          )}
          <Holdings reply={reply} />
          <div className="actions">
            <ShowAll reply={reply} />
            {quotes.length > 0 && (
              <FileButton
                onChange={(file) => file !== null && take(file)}
                accept=".txt,.md,.markdown,.html,.htm,.xhtml,text/plain,text/html,text/markdown"
                inputProps={{ 'aria-label': 'Text of the article' }}
              >
                {(props) => (
                  <Button
                    {...props}
                    size="compact-md"
                    variant="default"
                    leftSection={<FileText size={15} aria-hidden />}
                  >
                    {article === undefined ? 'Check against the article …' : 'Another file …'}
                  </Button>
                )}
              </FileButton>
            )}
          </div>
          {article === undefined && quotes.length > 0 && (
            <p className="reading-note">
              Choose the article’s text, or drop it here (.txt, .md, .html): its quotes are marked in it. The
              file stays in this page; nothing of it is sent anywhere.
            </p>
          )}
        </header>
        {mode === 'quotes' || article === undefined || found === null ? (
          <QuoteList reply={reply} active={active} />
        ) : (
          <ArticleText
            text={article.text}
            paragraphs={found.paragraphs}
            passages={found.passages}
            quotes={quotes}
            active={active}
          />
        )}
      </ScrollRegion>
      {mode === 'text' && article !== undefined && quotes[active] !== undefined && (
        <footer className="reading-tray">
          {missing.includes(quotes[active]) && (
            <p className="reading-note">The quote you were at does not stand in this text.</p>
          )}
          <QuoteClaims reply={reply} quote={quotes[active]} />
        </footer>
      )}
    </div>
  );
}

/** Reads a file as the text of a source, or says why not. */
async function takeFile(source: string, file: File): Promise<void> {
  try {
    keepArticle(source, { name: file.name, text: await articleOf(file) });
  } catch (error) {
    notifications.show({
      title: 'The file was not read',
      message: error instanceof ArticleUnreadable ? error.message : `${file.name} could not be read.`,
      color: 'orange',
      autoClose: 8000,
    });
  }
}

/** How much rests on it, and what is not quoted or not here. */
function Holdings({ reply: { quotes, relationships, unquoted, omitted } }: { readonly reply: SourceReply }) {
  const isCut = omitted.quotes > 0 || omitted.claims > 0;
  return (
    <>
      {quotes.length > 0 && (
        <p className="reading-note">
          {counted(quotes.length, 'quote', 'quotes')}, on which{' '}
          {counted(relationships.length, 'claim rests', 'claims rest')}. <kbd>↑</kbd> <kbd>↓</kbd> go from one
          to the next; each lights what rests on it.
        </p>
      )}
      {unquoted > 0 && (
        <p className="reading-note">
          {counted(unquoted, 'claim names', 'claims name')} this source and{' '}
          {unquoted === 1 ? 'quotes' : 'quote'} none of its words: there is nothing of{' '}
          {unquoted === 1 ? 'it' : 'them'} to read here.
        </p>
      )}
      {quotes.length === 0 && unquoted === 0 && <p className="reading-note">No claim rests on it.</p>}
      {isCut && (
        <p className="reading-note">
          It has more than can be shown at once: {counted(omitted.quotes, 'quote', 'quotes')} and{' '}
          {counted(omitted.claims, 'claim', 'claims')} are left out.
        </p>
      )}
    </>
  );
}

function ShowAll({ reply: { nodes, relationships, source } }: { readonly reply: SourceReply }) {
  useShown();
  const missing = relationships.filter(({ id }) => !graph.hasEdge(id)).length;
  if (missing === 0) return null;
  return (
    <Button
      size="compact-md"
      leftSection={<Eye size={15} aria-hidden />}
      onClick={() => act(`Show what rests on “${source.title}”`, { kind: 'merge', nodes, relationships })}
    >
      {missing === relationships.length
        ? `Show ${counted(missing, 'claim', 'claims')}`
        : `Show the other ${counted(missing, 'claim', 'claims')}`}
    </Button>
  );
}

interface VerdictProps {
  /** Quotes that were looked for. */
  readonly of: number;
  readonly missing: SourceReply['quotes'];
  readonly file: string;
}

/** Whether the quotes stand in the text, and which of them do not. */
function Verdict({ of, missing, file }: VerdictProps) {
  const where = <span>{file}</span>;
  if (missing.length === 0)
    return (
      <output className="reading-verdict" data-is="whole">
        All {of} quotes stand in {where}, word for word.
      </output>
    );
  if (missing.length === of)
    return (
      <output className="reading-verdict" data-is="missing">
        None of the {of} quotes stands in {where}. Is it the text of another article?
      </output>
    );
  return (
    <details className="reading-verdict" data-is="missing">
      <summary>
        {missing.length} of {of} quotes {missing.length === 1 ? 'does' : 'do'} not stand in {where}.
      </summary>
      <ul>
        {missing.map(({ id, quote, paragraph }) => (
          <li key={id}>
            {quote}
            {paragraph !== null && <span> (said to be in paragraph {paragraph})</span>}
          </li>
        ))}
      </ul>
    </details>
  );
}
