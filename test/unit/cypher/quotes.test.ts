import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../../../server/root.ts';
import { openSeededGraph, text, type SeededGraph } from './seeded-graph.ts';

const ARTICLES = join(ROOT, '..', 'shared', 'articles');
const MOST_WORDS = 30;

/** A paragraph is a block of text between empty lines, counted from 1, headings and bylines too. */
function paragraphsOf(article: string): string[] {
  return article.split(/\n[ \t]*\n/).filter((block) => block.trim() !== '');
}

let graph: SeededGraph;
beforeAll(async () => {
  graph = await openSeededGraph();
});
afterAll(() => graph.close());

describe('a quote', () => {
  // the articles are not ours to ship, so they lie beside the checkout and not in it
  it.skipIf(!existsSync(ARTICLES))(
    'is in its article letter for letter, in the paragraph it names',
    async () => {
      const rows = await graph.rows(
        `MATCH (evidence:Evidence)-[:FROM]->(source:Source)
       RETURN evidence.id AS id, evidence.quote AS quote, evidence.paragraph AS paragraph, source.file AS file`,
      );
      const paragraphs = new Map<string, string[]>();
      for (const file of new Set(rows.map((row) => String(row.get('file')))))
        paragraphs.set(file, paragraphsOf(await readFile(join(ARTICLES, file), 'utf8')));
      expect(rows.length).toBeGreaterThan(100);
      expect(
        rows.filter((row) => {
          const paragraph = paragraphs.get(String(row.get('file')))?.[Number(row.get('paragraph')) - 1];
          return !paragraph?.includes(String(row.get('quote')));
        }),
      ).toEqual([]);
    },
  );

  it(`has at most ${MOST_WORDS} words`, () => {
    const quotes = graph.nodes.filter(({ labels }) => labels.includes('Evidence'));
    expect(quotes.filter((node) => text(node, 'quote').split(/\s+/).length > MOST_WORDS)).toEqual([]);
  });

  it('is from exactly one source', async () => {
    const rows = await graph.rows(
      `MATCH (evidence:Evidence) WHERE COUNT { (evidence)-[:FROM]->(:Source) } <> 1 RETURN evidence.id AS id`,
    );
    expect(rows).toEqual([]);
  });

  it('is quoted once: claims that rest on the same words share it', () => {
    const quotes = graph.nodes
      .filter(({ labels }) => labels.includes('Evidence'))
      .map((node) => text(node, 'quote'));
    expect(quotes.filter((quote, index) => quotes.indexOf(quote) !== index)).toEqual([]);
  });
});

describe('paragraphs', () => {
  it('are blocks between empty lines, counted with headings and bylines', () => {
    expect(paragraphsOf('Title\n\n\n \nJane Doe\nAn Agency\n\nText.\n')).toEqual([
      'Title',
      'Jane Doe\nAn Agency',
      'Text.\n',
    ]);
  });
});
