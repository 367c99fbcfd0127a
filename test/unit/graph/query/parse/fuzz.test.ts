import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CypherError } from '../../../../../graph/errors.ts';
import { parse } from '../../../../../graph/query/parse/parse.ts';
import { splitStatements } from '../../../../../graph/query/parse/script.ts';
import { STATEMENTS } from './statements.ts';

/** Whether `parse` gives a tree or a CypherError whose place lies in the text; anything else is thrown on. */
function answers(text: string): boolean {
  try {
    return parse(text).span.end <= text.length;
  } catch (error) {
    if (!(error instanceof CypherError)) throw error;
    return error.position !== undefined && error.position.offset <= text.length;
  }
}

const FRAGMENTS = [
  ...new Set(STATEMENTS.flatMap((text) => text.match(/\w+|\s+|[^\w\s]/g) ?? [])),
  '"',
  "'",
  '`',
  '\\',
  '/*',
  '*/',
  '//',
  '\u0000',
  '\ud800',
  '😀',
  '0x',
  '1e',
  '..',
  '$',
  '::',
  '((((((',
];

describe('parse, whatever it is given', () => {
  it('answers any text with a tree or a CypherError', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expect(answers(text)).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });

  it('answers any sequence of words and symbols of Cypher', () => {
    const text = fc.array(fc.constantFrom(...FRAGMENTS), { maxLength: 40 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, (words) => {
        expect(answers(words)).toBe(true);
      }),
      { numRuns: 1_500 },
    );
  });

  it('answers statements with a piece cut out, doubled or replaced', () => {
    const mutation = fc.record({
      text: fc.constantFrom(...STATEMENTS),
      from: fc.nat(),
      length: fc.nat({ max: 12 }),
      put: fc.oneof(fc.constantFrom(...FRAGMENTS), fc.constant('')),
    });
    const mutate = ({
      text,
      from,
      length,
      put,
    }: {
      text: string;
      from: number;
      length: number;
      put: string;
    }) => {
      const at = from % (text.length + 1);
      return text.slice(0, at) + put + text.slice(at + length);
    };
    fc.assert(
      fc.property(mutation, (m) => {
        expect(answers(mutate(m))).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  it.each(['(', '[', '{a: ', 'NOT ', '-', 'CASE WHEN ', 'x[', 'size(', '[x IN ', 'EXISTS { MATCH ', 'n:!'])(
    'refuses 100,000 times "%s" with a CypherError, not a stack overflow',
    (opening) => {
      expect(() => parse(`RETURN ${opening.repeat(100_000)}`)).toThrow(CypherError);
      expect(() => parse(`MATCH ${opening.repeat(100_000)}`)).toThrow(CypherError);
    },
  );

  it('takes 200 levels of brackets, and 20,000 operands of one OR', () => {
    expect(parse(`RETURN ${'('.repeat(200)}1${')'.repeat(200)}`).body.kind).toBe('SingleQuery');
    expect(parse(`RETURN ${Array.from({ length: 20_000 }, (_, i) => `n.x = ${i}`).join(' OR ')}`).mode).toBe(
      'run',
    );
  });
});

describe('splitStatements, whatever it is given', () => {
  it('gives pieces that lie in the text where it says, in order', () => {
    const text = fc
      .array(fc.constantFrom(...FRAGMENTS, ';', '; ', ';;'), { maxLength: 60 })
      .map((p) => p.join(''));
    fc.assert(
      fc.property(text, (script) => {
        let end = 0;
        for (const { text: piece, offset } of splitStatements(script)) {
          expect([offset >= end, piece !== '', script.startsWith(piece, offset)]).toEqual([true, true, true]);
          end = offset + piece.length;
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('gives back the statements that were joined', () => {
    const statements = fc.array(fc.constantFrom(...STATEMENTS), { maxLength: 6 });
    const joint = fc.constantFrom(';', ' ;\n', '; // next; one\n', ';;', '; /* a;b */ ');
    fc.assert(
      fc.property(statements, joint, (list, separator) => {
        expect(splitStatements(list.join(separator)).map((statement) => statement.text)).toEqual(list);
      }),
    );
  });
});
