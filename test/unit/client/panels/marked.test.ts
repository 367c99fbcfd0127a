import { describe, expect, it } from 'vitest';
import { piecesOf } from '../../../../client/panels/search/marked.tsx';

const marked = (text: string, query: string): string =>
  piecesOf(text, query)
    .map((piece) => (piece.isHit ? `[${piece.text}]` : piece.text))
    .join('');

describe('marking what was searched for', () => {
  it('marks words that begin with a word of the query', () => {
    expect(marked('the rights of ethnic groups, women and children', 'wom RIGHTS')).toBe(
      'the [rights] of ethnic groups, [women] and children',
    );
  });

  it('does not look inside words', () => {
    expect(marked('Uzbekistan', 'stan')).toBe('Uzbekistan');
  });

  it('takes accented letters for plain ones', () => {
    expect(marked('Türkiye and Turkey', 'turk')).toBe('[Türkiye] and [Turkey]');
  });

  it('marks nothing for a query without words, and keeps hostile text as it is', () => {
    expect([marked('a <b> c', ' “” '), marked('<script>alert(1)</script>', 'script')]).toEqual([
      'a <b> c',
      '<[script]>alert(1)</[script]>',
    ]);
  });
});
