import { describe, expect, it } from 'vitest';
import { encodePlain } from '../../../../graph/formats/plain-json.ts';
import { encodeTyped } from '../../../../graph/formats/typed-json.ts';
import type { Value } from '../../../../graph/model.ts';
import { rowPieces } from '../../../../server/routes/query-api/pieces.ts';

const TYPED = (value: Value): string => JSON.stringify(encodeTyped(value));

describe.each([
  ['plain', encodePlain],
  ['typed', TYPED],
])('a row in %s JSON', (_name, encode) => {
  const media = { type: '', lines: false, encode };
  const pieces = (row: readonly Value[]): string[] => [...rowPieces(row, media, '<', '>')];

  it('is one text where it is small', () => {
    const row = [1n, 'a', [1n, [2n]], new Map([['k', null]]), [], new Map()];
    expect(pieces(row)).toEqual([`<[${row.map(encode).join(',')}]>`]);
  });

  it('is the same text in pieces where it is large', () => {
    const numbers = Array.from({ length: 40_000 }, (_, i) => BigInt(i));
    const row = [
      'x',
      numbers,
      new Map<string, Value>([
        ['a"b', numbers.map(String)],
        ['c', new Map([['d', [[], numbers]]])],
      ]),
      [[1n], new Map([['[{', numbers]])],
    ];
    const found = pieces(row);
    expect(found.join('')).toBe(`<[${row.map(encode).join(',')}]>`);
    expect(found.length).toBeGreaterThan(10);
    expect(Math.max(...found.map((piece) => piece.length))).toBeLessThan(200_000);
  });
});
