import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Matcher } from '../../../../../graph/query/regex/matcher.ts';
import { RegexError } from '../../../../../graph/query/regex/syntax.ts';

const nothing = (): void => {};
const matches = (pattern: string, text: string): boolean => new Matcher(pattern).matches(text, nothing);
const replaced = (text: string, pattern: string, by: string): string =>
  new Matcher(pattern).replaceAll(text, by, nothing, nothing);

describe('a whole text matches', () => {
  const table: readonly (readonly [pattern: string, text: string, matches: boolean])[] = [
    ['', '', true],
    ['', 'a', false],
    ['Ka.*', 'Kabul', true],
    ['Ka', 'Kabul', false],
    ['(?i)kabul', 'KABUL', true],
    // as Java: ASCII only, unless told
    ['(?i)é', 'É', false],
    ['(?iu)é', 'É', true],
    ['(?i:a)b', 'Ab', true],
    ['(?i:a)b', 'AB', false],
    ['a(?i)b', 'aB', true],
    ['(?i)[a-c]+', 'ABC', true],
    ['a.b', 'a\nb', false],
    ['(?s)a.b', 'a\nb', true],
    ['a.b', 'a\u2028b', false],
    ['(?d)a.b', 'a\rb', true],
    ['.', '😀', true],
    ['[😀-😂]', '😁', true],
    ['a|b|', '', true],
    ['(a|b)*c', 'ababc', true],
    ['a{2,3}', 'a', false],
    ['a{2,3}', 'aaa', true],
    ['a{2}', 'aaa', false],
    ['a{2,}', 'aaaaa', true],
    ['(a*)*', 'aaa', true],
    ['a+?b??', 'aab', true],
    ['\\d+-\\D', '12-x', true],
    ['\\d', '٣', false],
    ['(?U)\\d', '٣', true],
    ['\\w+', 'naïve', false],
    ['(?U)\\w+', 'naïve', true],
    ['\\s\\S\\h\\v', ' a\t\n', true],
    ['\\R', '\r\n', true],
    ['\\p{L}+', 'Дмитрий', true],
    ['\\p{Lu}\\p{Ll}', 'Ab', true],
    ['\\pL', 'é', true],
    ['\\P{L}', '1', true],
    ['\\p{IsCyrillic}+', 'Москва', true],
    ['\\p{script=greek}', 'α', true],
    ['\\p{IsAlphabetic}', 'é', true],
    ['\\p{Alpha}', 'é', false],
    ['(?U)\\p{Alpha}', 'é', true],
    ['\\p{Punct}+', '!-/:@[`{~', true],
    ['\\p{javaUpperCase}', 'É', true],
    ['[a-z&&[^aeiou]]+', 'xyz', true],
    ['[a-z&&[^aeiou]]+', 'a', false],
    ['[a-d[m-p]]+', 'am', true],
    ['[^a-c]', 'd', true],
    ['[]a]', ']', true],
    ['[a-]', '-', true],
    ['[\\d.-]+', '1.5-2', true],
    ['\\Qa.b\\E+', 'a.bb', true],
    ['\\x41\\u0042\\x{43}\\0104\\t', 'ABCD\t', true],
    ['\\x61b', 'ab', true],
    ['\\u00e9e', 'ée', true],
    ['(?i)\\p{Lu}', 'é', true],
    ['^a$', 'a', true],
    ['a$\n', 'a\n', true],
    ['a$\nb', 'a\nb', false],
    ['(?m)a$\n^b', 'a\nb', true],
    ['\\ba\\b b\\B.', 'a bc', true],
    ['\\bé\\b', 'é', true],
    ['\\Aa\\z', 'a', true],
    ['(?<year>\\d{4})-(?:\\d\\d)', '2021-10', true],
    ['(?x) a b # c\n d', 'abd', true],
  ];
  it.each(table)('%j of %j: %s', (pattern, text, expected) => {
    expect(matches(pattern, text)).toBe(expected);
  });

  it('or fails to, as JavaScript’s own says of patterns that mean the same in both', () => {
    fc.assert(
      fc.property(patterns, texts, (pattern, text) => {
        expect(matches(pattern, text)).toBe(new RegExp(`^(?:${pattern})$`).test(text));
      }),
      { numRuns: 3_000 },
    );
  });
});

describe('matches are replaced', () => {
  it.each([
    ['a-b-c', '-', '+', 'a+b+c'],
    ['2021-10-20', '(\\d+)-(\\d+)-(\\d+)', '$3.$2.$1', '20.10.2021'],
    ['2021-10', '(?<y>\\d{4})-(?<m>\\d\\d)', '${m}/${y}', '10/2021'],
    ['abc', '', '-', '-a-b-c-'],
    ['😀', '', '-', '-😀-'],
    ['aaa', 'a*', 'x', 'xx'],
    ['aaa', 'a*?', 'x', 'xaxaxax'],
    ['abcd', 'a|ab', 'x', 'xbcd'],
    ['abcd', 'ab|a', 'x', 'xcd'],
    ['cost 5', '\\d', '\\$$0', 'cost $5'],
    ['ab', '(a)|(b)', '[$1$2]', '[a][b]'],
    ['ab', '(a)(b)', '$12', 'a2'],
    ['a\nb', '(?m)^', '> ', '> a\n> b'],
  ])('%j, %j by %j: %j', (text, pattern, by, expected) => {
    expect(replaced(text, pattern, by)).toBe(expected);
  });

  it('as JavaScript’s own does with patterns that mean the same in both', () => {
    fc.assert(
      fc.property(patterns, texts, (pattern, text) => {
        expect(replaced(text, pattern, '<$0>')).toBe(text.replaceAll(new RegExp(pattern, 'g'), '<$&>'));
      }),
      { numRuns: 3_000 },
    );
  });
});

describe('what is no pattern', () => {
  it.each([
    ['(', 'Unclosed group near index 1'],
    [')', "Unmatched closing ')' near index 0"],
    ['[a', 'Unclosed character class near index 2'],
    ['*a', "Dangling meta character '*' near index 0"],
    ['a{', 'Illegal repetition near index 1'],
    ['a{2,1}', 'Illegal repetition range near index 6'],
    ['[b-a]', 'Illegal character range near index 4'],
    ['\\y', 'Illegal/unsupported escape sequence near index 1'],
    ['a\\', 'Illegal/unsupported escape sequence near index 2'],
    ['\\x{110000}', 'Hexadecimal codepoint is too big near index 10'],
    ['\\p{Nope}', 'Unknown character property name {Nope}'],
    ['(a)\\1', 'Back references are not supported near index 4'],
    ['(?=a)', 'Look-around and atomic groups are not supported near index 3'],
    ['(?<!a)', 'Look-around and atomic groups are not supported near index 4'],
    ['a++', 'Possessive quantifiers are not supported near index 2'],
    ['(((a{1000}){1000}){1000}', 'Unclosed group near index 24'],
    ['((a{1000}){1000}){1000}', 'The pattern is too large, its repetitions written out'],
    ['('.repeat(100_000), 'Too many groups within each other near index 251'],
  ])('%.20s: %s', (pattern, message) => {
    expect(() => new Matcher(pattern)).toThrow(new RegexError(message));
  });

  it('nor a replacement that names what is not there', () => {
    expect(() => replaced('a', 'a', '$1')).toThrow(new RegexError('No group 1'));
    expect(() => replaced('a', 'a', '${x}')).toThrow(new RegexError('No group with name {x}'));
    expect(() => replaced('a', 'a', '\\')).toThrow(new RegexError('Character to be escaped is missing'));
  });
});

describe('time', () => {
  it('is linear in the text, whatever the pattern', () => {
    const text = 'a'.repeat(100_000);
    for (const pattern of ['(a+)+b', '(a|a)*b', '(a|aa)+$b', '(.*)*(.*)*b', '\\b(a?){50}a*b'])
      expect(matches(pattern, text)).toBe(false);
  });

  it('ends when it is told to', () => {
    let ticks = 0;
    const tick = (): void => {
      if (++ticks === 1000) throw new Error('enough');
    };
    expect(() => new Matcher('(a|b)*').matches('ab'.repeat(1e6), tick)).toThrow('enough');
    ticks = 0;
    expect(() => new Matcher('(a|b)*c').replaceAll('ab'.repeat(1e6), '', tick, nothing)).toThrow('enough');
  });
});

/** Patterns without what JavaScript takes in a way of its own: a group that may match nothing, repeated. */
const atoms = fc.oneof(
  fc.constantFrom('a', 'b', 'c', '.', '[ab]', '[^a]', '\\w', '\\d', '\\s', '\\.'),
  fc.constantFrom('a|b', 'ab|c', 'a|ab|abc').map((choice) => `(?:${choice})`),
);
const repeated = fc
  .tuple(atoms, fc.constantFrom('', '', '', '*', '+', '?', '{2}', '{1,2}', '*?', '+?', '??', '{0,2}?'))
  .map((parts) => parts.join(''));
const sequences = fc.array(repeated, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(''));
const patterns = fc.oneof(
  sequences,
  fc.tuple(sequences, sequences).map(([a, b]) => `${a}|${b}`),
  fc.tuple(sequences, sequences).map(([a, b]) => `(${a}|)${b}`),
  fc.tuple(sequences, fc.constantFrom('^', '$', '\\b', '\\B')).map(([a, place]) => `${place}${a}`),
);
const texts = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '1', '.', ' '), maxLength: 8 });
