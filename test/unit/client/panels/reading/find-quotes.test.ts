import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findQuotes, paragraphsOf } from '../../../../../client/panels/reading/find-quotes.ts';
import { piecesOf } from '../../../../../client/panels/reading/marked-text.ts';

const find = (text: string, quote: string, paragraph: number | null = null): string | null => {
  const [passage] = findQuotes(text, [{ id: 'q', quote, paragraph }]);
  return passage === undefined ? null : text.slice(passage.from, passage.to);
};

describe('a quote in its article', () => {
  it('is found whatever marks, dashes and spaces the text is set with, and given as the text has it', () => {
    expect(find('He said: "already\n  inclusive" - so.', '“already inclusive” – so')).toBe(
      '"already\n  inclusive" - so',
    );
    expect(find('the party\u2019s\u00a0own IS\u2011Khorasan', "party's own IS-Khorasan")).toBe(
      'party\u2019s\u00a0own IS\u2011Khorasan',
    );
    expect(find('co\u00adope\u200bration…', 'cooperation...')).toBe('co\u00adope\u200bration…');
  });

  it('is found whether an accent is composed or a character of its own', () => {
    expect(find('Le ministe\u0300re a dit', 'minist\u00e8re')).toBe('ministe\u0300re');
    expect(find('Le minist\u00e8re a dit', 'ministe\u0300re')).toBe('minist\u00e8re');
    expect(find('\ud55c\uad6d', '\ud55c\uad6d'.normalize('NFD'))).toBe('\ud55c\uad6d');
  });

  it('is not found where a word, an accent or the case differs: verbatim is verbatim', () => {
    expect(find('the café', 'the cafe')).toBeNull();
    expect(find('the ﬁrst', 'the f')).toBeNull();
    expect(find('They Urged the Taliban', 'They urged')).toBeNull();
    expect(find('They urged them', 'They urge  them')).toBeNull();
  });

  it('that is repeated is marked in its own paragraph, and the first time where that is not known', () => {
    const text = 'No.\n\nYes, no.\n\nNo again: Yes, no.';
    const at = (paragraph: number | null) =>
      findQuotes(text, [{ id: 'q', quote: 'no.', paragraph }]).map(({ from }) => from);
    expect(at(null)).toEqual([text.indexOf('no.')]);
    expect(at(3)).toEqual([text.lastIndexOf('no.')]);
    expect(at(9)).toEqual([text.indexOf('no.')]);
  });

  it('may lie in another one or overlap with it', () => {
    const text = 'The ten countries urged the Taliban.';
    const passages = findQuotes(text, [
      { id: 'inner', quote: 'ten countries', paragraph: null },
      { id: 'outer', quote: 'The ten countries urged', paragraph: null },
      { id: 'late', quote: 'urged the Taliban', paragraph: null },
      { id: 'none', quote: 'the Taliban urged', paragraph: null },
    ]);
    expect(passages.map(({ quote }) => quote)).toEqual(['outer', 'inner', 'late']);
    const pieces = piecesOf({ from: 0, to: text.length }, passages);
    expect(pieces.map(({ from, to, quotes }) => [text.slice(from, to), ...quotes])).toEqual([
      ['The ', 'outer'],
      ['ten countries', 'outer', 'inner'],
      [' ', 'outer'],
      ['urged', 'outer', 'late'],
      [' the Taliban', 'late'],
      ['.'],
    ]);
  });

  it('without words is found nowhere', () => {
    expect(find('', 'a')).toBeNull();
    expect(find('a', '')).toBeNull();
    expect(find('a \n b', ' \u200b ')).toBeNull();
    expect(findQuotes('a', [{ id: 'q', quote: null, paragraph: 1 }])).toEqual([]);
  });

  it('is found wherever it is cut out of a text, however strange the text is', () => {
    const strange =
      'a|é|e\u0301|\u0301|“|"|-|—| |\n|\u00a0|\u00ad|ﬁ|…|`|´|한|\u1112|\u1161|😀|\ud83d|\ude00|\0|\u2033|①|ß|\ufeff|\u0345';
    const unit = fc
      .array(fc.constantFrom(...strange.split('|')), { minLength: 1, maxLength: 30 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(unit, unit, unit, (before, quote, after) => {
        // a space on both sides: accents at an edge would join the character beside them
        const text = `${before} . ${quote} . ${after}`;
        const found = find(text, `. ${quote} .`);
        expect(found).not.toBeNull();
      }),
      { numRuns: 500 },
    );
  });

  it('takes a text of 5 MB, and one that repeats a letter a million times', () => {
    const line = 'The ten countries called on the Taliban to respect “the rights” — of all.\n\n';
    const text = `${line.repeat(66_000)}The end of it.`;
    expect(text.length).toBeGreaterThan(4_900_000);
    const began = process.cpuUsage();
    expect(find(text, 'The end of it.', 66_001)).toBe('The end of it.');
    expect(find('a'.repeat(1_000_000), 'a'.repeat(500_000))?.length).toBe(500_000);
    const { user } = process.cpuUsage(began);
    // some 0.4 s; ten times that would be another order of growth
    expect(user / 1e6).toBeLessThan(8);
  });
});

describe('paragraphs', () => {
  it('are the blocks between empty lines', () => {
    const text = '\n \nOne\nand one.\n \t\n\n\nTwo  \n';
    expect(paragraphsOf(text).map(({ from, to }) => text.slice(from, to))).toEqual(['One\nand one.', 'Two']);
    expect(paragraphsOf('')).toEqual([]);
    expect(paragraphsOf('\n\n')).toEqual([]);
  });
});

const articles = resolve(dirname(fileURLToPath(import.meta.url)), '../../../../../../shared/articles');
const seed = resolve(dirname(fileURLToPath(import.meta.url)), '../../../../../cypher/seed');

describe.skipIf(!existsSync(articles))('the two articles', () => {
  it.each([
    ['02-quotes-afp.cypher', '000_3a0695fa8bce62a8.txt'],
    ['03-quotes-report.cypher', '003_555477d2da9cdd02.txt'],
  ])('hold every quote of %s, each in the paragraph that it names', (quoted, file) => {
    const text = readFileSync(resolve(articles, file), 'utf8');
    const rows = [
      ...readFileSync(resolve(seed, quoted), 'utf8').matchAll(
        /paragraph: (\d+), id: '([^']+)',\s+quote: '([^']+)'/g,
      ),
    ];
    const quotes = rows.map(([, paragraph, id = '', quote = '']) => ({
      id,
      quote,
      paragraph: Number(paragraph),
    }));
    expect(quotes.length).toBeGreaterThan(30);
    const paragraphs = paragraphsOf(text);
    const passages = findQuotes(text, quotes, paragraphs);
    expect(passages).toHaveLength(quotes.length);
    for (const { id, quote, paragraph } of quotes) {
      const passage = passages.find((each) => each.quote === id);
      const around = paragraphs[paragraph - 1];
      expect(text.slice(passage?.from, passage?.to)).toBe(quote);
      expect(around !== undefined && passage !== undefined && passage.from >= around.from).toBe(true);
      expect(passage?.to).toBeLessThanOrEqual(around?.to ?? 0);
    }
  });
});
