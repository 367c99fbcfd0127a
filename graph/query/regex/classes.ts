/** Named classes of characters as `java.util.regex` has them; the platform's own tables of Unicode answer. */
import { RegexError } from './syntax.ts';
import type { CharTest, Flags } from './syntax.ts';

export const isLineEnd = (c: number): boolean =>
  c === 0x0a || c === 0x0d || c === 0x85 || c === 0x2028 || c === 0x2029;

export const not =
  (test: CharTest): CharTest =>
  (c) =>
    !test(c);

export const anyOf =
  (tests: readonly CharTest[]): CharTest =>
  (c) =>
    tests.some((test) => test(c));

/** Characters for which a class of JavaScript's regular expressions holds. */
function platform(source: string): CharTest {
  const regex = new RegExp(`^${source}$`, 'u');
  return (c) => regex.test(String.fromCodePoint(c));
}

const ASCII: Readonly<Record<string, CharTest>> = {
  Lower: platform('[a-z]'),
  Upper: platform('[A-Z]'),
  ASCII: platform('[\\0-\\x7f]'),
  Alpha: platform('[a-zA-Z]'),
  Digit: platform('[0-9]'),
  Alnum: platform('[a-zA-Z0-9]'),
  Punct: platform('[!-\\/:-@\\[-`{-~]'),
  Graph: platform('[!-~]'),
  Print: platform('[ -~]'),
  Blank: platform('[ \\t]'),
  Cntrl: platform('[\\0-\\x1f\\x7f]'),
  XDigit: platform('[0-9a-fA-F]'),
  Space: platform('[ \\t\\n\\v\\f\\r]'),
};

/** The same names where the flag `U` is set (UTS #18, annex C). */
const UNICODE: Readonly<Record<string, string>> = {
  Lower: '\\p{Lowercase}',
  Upper: '\\p{Uppercase}',
  Alpha: '\\p{Alphabetic}',
  Digit: '\\p{Nd}',
  Alnum: '[\\p{Alphabetic}\\p{Nd}]',
  Punct: '\\p{P}',
  Graph: '[^\\p{White_Space}\\p{Cc}\\p{Cs}\\p{Cn}]',
  Print: '(?:\\p{Zs}|[^\\p{White_Space}\\p{Cc}\\p{Cs}\\p{Cn}])',
  Blank: '[\\p{Zs}\\t]',
  Cntrl: '\\p{Cc}',
  XDigit: '[\\p{Nd}\\p{Hex_Digit}]',
  Space: '\\p{White_Space}',
};

const JAVA: Readonly<Record<string, string>> = {
  javaLowerCase: '\\p{Lowercase}',
  javaUpperCase: '\\p{Uppercase}',
  javaTitleCase: '\\p{Lt}',
  javaLetter: '\\p{L}',
  javaDigit: '\\p{Nd}',
  javaLetterOrDigit: '[\\p{L}\\p{Nd}]',
  javaAlphabetic: '\\p{Alphabetic}',
  javaIdeographic: '\\p{Ideographic}',
  javaSpaceChar: '\\p{Z}',
  javaWhitespace: '[\\t-\\r\\x1c-\\x1f\\p{Zs}\\p{Zl}\\p{Zp}]',
};

/** Where case does not count, these are letters of any case (Pattern.java: `caseIns`). */
const OF_ONE_CASE = /^(Is)?(Lu|Ll|Lt)$|^java(Lower|Upper|Title)Case$|^Is(Lowercase|Uppercase|Titlecase)$/i;

/** What Java calls some of Unicode's binary properties. */
const BINARY: Readonly<Record<string, string>> = {
  letter: 'L',
  titlecase: 'Lt',
  punctuation: 'P',
  control: 'Cc',
  digit: 'Nd',
  whitespace: 'White_Space',
  hexdigit: 'Hex_Digit',
  noncharactercodepoint: 'Noncharacter_Code_Point',
};

const SHORT: Readonly<Record<string, readonly [ascii: CharTest, unicode: string]>> = {
  d: [platform('[0-9]'), '\\p{Nd}'],
  s: [platform('[ \\t\\n\\v\\f\\r]'), '\\p{White_Space}'],
  w: [platform('[a-zA-Z0-9_]'), '[\\p{Alphabetic}\\p{M}\\p{Nd}\\p{Pc}\\p{Join_Control}]'],
  h: [platform('[ \\t\\xa0\\u1680\\u180e\\u2000-\\u200a\\u202f\\u205f\\u3000]'), ''],
  v: [platform('[\\n\\v\\f\\r\\x85\\u2028\\u2029]'), ''],
};

/** `\d`, `\S` and their like, or null where the letter is not one of them. */
export function shortClass(letter: string, flags: Flags): CharTest | null {
  const found = SHORT[letter.toLowerCase()];
  if (found === undefined) return null;
  const test = flags.U && found[1] !== '' ? platform(found[1]) : found[0];
  return letter === letter.toLowerCase() ? test : not(test);
}

/** A letter or digit of whichever script, or `_`: what `\b` stands between and beside, in Java up to version 18. */
export const isWordCharacter: CharTest = platform('[\\p{L}\\p{Nd}_]');

/** `\p{name}`. @throws RegexError there is no such property */
export function namedClass(name: string, flags: Flags): CharTest {
  const ascii = ASCII[name];
  if (ascii !== undefined) return flags.U && UNICODE[name] !== undefined ? platform(UNICODE[name]) : ascii;
  if (flags.i && OF_ONE_CASE.test(name)) return platform('[\\p{Lu}\\p{Ll}\\p{Lt}]');
  const java = JAVA[name];
  if (java !== undefined) return platform(java);
  const [, property, value] = /^(\w+)=(.+)$/.exec(name) ?? [];
  const sources =
    property !== undefined && value !== undefined
      ? withValue(property.toLowerCase(), value)
      : name.startsWith('Is')
        ? binaryOrScript(name.slice(2))
        : /^\w{1,2}$/.test(name)
          ? [name]
          : [];
  for (const source of sources) {
    try {
      return platform(`\\p{${source}}`);
    } catch {
      // not a name that the platform knows: the next one
    }
  }
  throw new RegexError(`Unknown character property name {${name}}`);
}

function withValue(property: string, value: string): readonly string[] {
  if (/^(sc|script)$/.test(property)) return [`Script=${capitalised(value)}`];
  if (/^(gc|general_category)$/.test(property)) return [value];
  return [];
}

const binaryOrScript = (name: string): readonly string[] => [
  BINARY[name.toLowerCase().replaceAll('_', '')] ?? capitalised(name),
  `Script=${capitalised(name)}`,
  name,
];

/** Java takes names in any case, Unicode writes `Old_Italic`. */
const capitalised = (name: string): string =>
  name.toLowerCase().replaceAll(/(^|_)[a-z]/g, (start) => start.toUpperCase());
