import { describe, expect, it } from 'vitest';
import { Node } from '../../../graph/model.ts';
import { luceneQuery, searchTerms } from '../../../server/search/lucene-query.ts';
import { bestMatch, isWithin, nodeFields } from '../../../server/search/match.ts';

describe('what is typed', () => {
  it('is split into terms, each once and in lower case', () => {
    expect(searchTerms('Jean-Yves le Drian, LE drian')).toEqual(['jean', 'yves', 'le', 'drian']);
    expect(searchTerms(' ?! ')).toEqual([]);
  });

  it('becomes a query in which only the last term may go on, and only long ones may be misspelt', () => {
    expect(luceneQuery(['un', 'talks', 'conference'], 'every')).toBe(
      '+(un^4) +(talks^4 talks~1) +(conference^4 conference*^2 conference~2)',
    );
    expect(luceneQuery(['2021'], 'some')).toBe('(2021^4 2021*^2)');
  });

  it('cannot speak to the parser', () => {
    expect(luceneQuery(searchTerms('a:b OR (c~'), 'every')).toBe('+(a\\:b^4) +(or^4) +(c^4 c*^2)');
  });
});

describe('the best match', () => {
  const node = (properties: Record<string, string | string[]>) =>
    nodeFields(new Node('4:x:1', [], new Map(Object.entries(properties))));
  const russia = node({
    name: 'Russia',
    aliases: ['Moscow', 'the Kremlin'],
    summary: 'A state that hosted the talks.',
  });

  it('is the field that fits best, with its text', () => {
    expect(bestMatch(['kremlin'], russia)?.matched).toEqual({
      field: 'alias',
      text: 'the Kremlin',
      as: 'words',
    });
    expect(bestMatch(['hosted', 'talk'], russia)?.matched.field).toBe('summary');
    expect(bestMatch(['france'], russia)).toBeNull();
  });

  it('counts the whole name above its beginning, and that above a slip of the pen', () => {
    const scores = ['russia', 'rus', 'rusia'].map((term) => bestMatch([term], russia)?.score ?? 0);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    expect(new Set(scores).size).toBe(3);
  });

  it('tells the loosest way in which a word was found', () => {
    const as = (...terms: string[]) => bestMatch(terms, russia)?.matched.as;
    expect(as('kremlin')).toBe('words');
    expect(as('the', 'krem')).toBe('beginning');
    expect(as('the', 'kremiln')).toBe('spelling');
    // what is in no field says nothing of the one that is
    expect(as('xylophone', 'kremlin')).toBe('words');
  });

  it('is whole where every word is somewhere', () => {
    expect(bestMatch(['moscow', 'talks'], russia)?.isWhole).toBe(true);
    expect(bestMatch(['moscow', 'xylophone'], russia)?.isWhole).toBe(false);
  });

  it('forgives accents', () => {
    expect(bestMatch(['cote'], node({ name: 'Côte d’Ivoire' }))?.matched.field).toBe('name');
  });
});

describe('slips of the pen', () => {
  it('are letters left out, added, changed or swapped', () => {
    expect(
      ['taliban', 'talban', 'talliban', 'talibon', 'tailban'].map((word) => isWithin(word, 'taliban', 1)),
    ).toEqual([true, true, true, true, true]);
    expect(isWithin('talon', 'taliban', 1)).toBe(false);
    expect(isWithin('', 'ab', 2)).toBe(true);
  });
});
