/** Functions over text. Positions and lengths are in characters (code points), as `size()` counts them. */
import type { Context, RunValue } from '../runtime.ts';
import { argumentError } from '../temporal/errors.ts';
import { reserve, reserveText } from '../values/memory.ts';
import { bulkWork } from '../../work.ts';
import { isList } from '../values/types.ts';
import { characterLength } from './scalar.ts';
import { SharedTexts } from '../values/shared-texts.ts';
import { compilePattern, replaceMatches } from '../expressions/text.ts';
import { category, integer, invalidInput, text } from './definition.ts';
import type { FunctionDefinition } from './definition.ts';

const { strict } = category('String');
const since25 = category('String', 25);

const hasSurrogates = (value: string): boolean => /[\ud800-\udfff]/.test(value);

/** The characters from `start` to before `end`; text without surrogates, nearly all of it, needs no walk. */
function slice(value: string, start: number, end: number): string {
  if (!hasSurrogates(value)) return value.slice(start, end);
  return [...value].slice(start, end).join('');
}

function position(value: RunValue): number {
  const n = integer(value);
  if (n < 0)
    throw argumentError('Cannot handle negative start index nor negative length', ['22N38', '22N03']);
  return n;
}

function substring(original: RunValue, start: RunValue, length: RunValue | undefined): string {
  const from = position(start);
  const end = length === undefined ? Number.POSITIVE_INFINITY : from + position(length);
  return slice(text('substring', original), from, end);
}

function right(value: string, length: number): string {
  if (length === 0) return '';
  return hasSurrogates(value) ? [...value].slice(-length).join('') : value.slice(-length);
}

/** The first `limit` occurrences are replaced; an empty text is found before each character and at the end. */
/** A character is a code point, as everywhere in Cypher: not half of one. */
const BETWEEN_CHARACTERS = /(?:)/gu;

function replaceFirst(original: string, search: string, replacement: string, limit: number): string {
  let left = limit;
  return original.replaceAll(search === '' ? BETWEEN_CHARACTERS : search, (found) => {
    left -= 1;
    return left < 0 ? found : replacement;
  });
}

function indexOf(original: string, search: string): bigint {
  const at = original.indexOf(search);
  return BigInt(at < 0 ? -1 : characterLength(original.slice(0, at)));
}

/** A null among the texts is left out. */
function join(context: Context, items: RunValue, delimiter: string): string {
  if (!isList(items)) throw invalidInput('string.join', 'a List of Strings', items);
  const texts = items.filter((item) => item !== null).map((item) => text('string.join', item));
  reserveText(
    context,
    texts.reduce((sum, item) => sum + item.length + delimiter.length, 0),
  );
  return texts.join(delimiter);
}

/** Java's replacement texts: `$1`, `${name}` and a backslash before what stands for itself. */
function regexReplace(context: Context, original: string, regex: string, replacement: string): string {
  return replaceMatches(compilePattern(regex), original, replacement, (length) =>
    reserveText(context, length),
  );
}

function replace(context: Context, original: string, search: string, replacement: string): string {
  if (search === '') {
    reserveText(context, (original.length + 1) * (replacement.length + 1));
    return original.replaceAll(BETWEEN_CHARACTERS, () => replacement);
  }
  const joined: string[] = [];
  let parts: string[] = [];
  let length = 0;
  const joinParts = (): void => {
    const made = parts.join(replacement);
    parts = [];
    length += made.length + (joined.length === 0 ? 0 : replacement.length);
    reserveText(context, length);
    joined.push(made);
  };
  eachPiece(context, original, search, (piece) => {
    parts.push(piece);
    if (parts.length === PIECES_PER_JOIN) joinParts();
  });
  if (parts.length > 0) joinParts();
  return joined.join(replacement);
}

// Soon joined, so that they are gone before collecting garbage would have to go through millions of them.
const PIECES_PER_JOIN = 4096;
// A slot, and a text that points into another.
const BYTES_PER_PIECE = 40;
const PIECES_PER_CHARGE = 4096;

/** The characters of a text, in a list that takes far more memory than it. */
function singles(context: Context, original: string): string[] {
  reserve(context, original.length * 16);
  bulkWork(original.length * 16);
  return original === '' ? [''] : [...original];
}

/** What is between the occurrences of a text, each counted as work. */
function eachPiece(context: Context, original: string, search: string, take: (piece: string) => void): void {
  let from = 0;
  for (;;) {
    const at = original.indexOf(search, from);
    take(original.slice(from, at === -1 ? original.length : at));
    context.tick();
    if (at === -1) return;
    from = at + search.length;
  }
}

/** The same in a list. */
function pieces(context: Context, original: string, search: string): string[] {
  const found: string[] = [];
  const shared = new SharedTexts();
  eachPiece(context, original, search, (piece) => {
    found.push(shared.of(piece));
    if (found.length % PIECES_PER_CHARGE === 0) reserve(context, found.length * BYTES_PER_PIECE);
  });
  return found;
}

/** Text is split by one text or by any of several, the first that fits. */
function split(context: Context, original: string, delimiter: RunValue): RunValue {
  const delimiters = (isList(delimiter) ? delimiter : [delimiter]).map((item) => text('split', item));
  const [only] = delimiters;
  if (only !== undefined && delimiters.length === 1) {
    if (original === '') return [''];
    return only === '' ? singles(context, original) : pieces(context, original, only);
  }
  const parts: string[] = [];
  let from = 0;
  let at = 0;
  while (at < original.length) {
    context.tick();
    const found = delimiters.find((item) => item !== '' && original.startsWith(item, at));
    if (found === undefined) {
      at++;
      continue;
    }
    parts.push(original.slice(from, at));
    at += found.length;
    from = at;
  }
  parts.push(original.slice(from));
  return parts;
}

// Java's: unlike JavaScript's without the no-break spaces and U+FEFF, and with the information separators.
const SPACES = '[\\t-\\r\\u001c-\\u001f \\u1680\\u2000-\\u2006\\u2008-\\u200a\\u2028\\u2029\\u205f\\u3000]';
const LEADING_SPACE = new RegExp(`^${SPACES}+`);
const TRAILING_SPACE = new RegExp(`${SPACES}+$`);

/** Cuts the given characters off; without them, white space. */
function trim(
  name: string,
  side: 'both' | 'start' | 'end',
  value: RunValue,
  characters: RunValue | undefined,
): string {
  const original = text(name, value);
  if (characters === undefined) {
    const begun = side === 'end' ? original : original.replace(LEADING_SPACE, '');
    return side === 'start' ? begun : begun.replace(TRAILING_SPACE, '');
  }
  const cut = new Set(text(name, characters));
  const all = [...original];
  let start = 0;
  let end = all.length;
  if (side !== 'end') while (start < end && cut.has(all[start] ?? '')) start++;
  if (side !== 'start') while (end > start && cut.has(all[end - 1] ?? '')) end--;
  return all.slice(start, end).join('');
}

const FORMS = ['NFC', 'NFD', 'NFKC', 'NFKD'] as const;

function normalize(value: RunValue, form: RunValue): string {
  const name = text('normalize', form).toUpperCase();
  const known = FORMS.find((candidate) => candidate === name);
  if (known === undefined) throw argumentError(`Unknown normal form: ${name}`);
  return text('normalize', value).normalize(known);
}

const textToText = (
  name: string,
  description: string,
  convert: (value: string) => string,
): FunctionDefinition =>
  strict(`${name}(input :: STRING) :: STRING`, description, (_context, value = null) =>
    convert(text(name, value)),
  );

export const stringFunctions: readonly FunctionDefinition[] = [
  textToText('toLower', 'Returns the given STRING in lowercase.', (value) => value.toLowerCase()),
  textToText('lower', 'Returns the given STRING in lowercase.', (value) => value.toLowerCase()),
  textToText('toUpper', 'Returns the given STRING in uppercase.', (value) => value.toUpperCase()),
  textToText('upper', 'Returns the given STRING in uppercase.', (value) => value.toUpperCase()),
  strict(
    'substring(original :: STRING, start :: INTEGER, length = rest :: INTEGER) :: STRING',
    'Returns a substring of a given length from the given STRING, beginning with a 0-based index start.',
    (_context, original = null, start = null, length = undefined) => substring(original, start, length),
  ),
  strict(
    'left(original :: STRING, length :: INTEGER) :: STRING',
    'Returns a STRING containing the specified number of leftmost characters of the given STRING.',
    (_context, original = null, length = null) => slice(text('left', original), 0, position(length)),
  ),
  strict(
    'right(original :: STRING, length :: INTEGER) :: STRING',
    'Returns a STRING containing the specified number of rightmost characters in the given STRING.',
    (_context, original = null, length = null) => right(text('right', original), position(length)),
  ),
  strict(
    'replace(original :: STRING, search :: STRING, replace :: STRING, limit = all :: INTEGER) :: STRING',
    'Returns a STRING in which all occurrences of a search STRING, or the first of them, have been replaced by another STRING.',
    (context, original = null, search = null, replacement = null, limit = undefined) => {
      const texts = [original, search, replacement].map((each) => text('replace', each));
      const [from = '', what = '', by = ''] = texts;
      if (limit === undefined) return replace(context, from, what, by);
      reserve(context, (from.length + 1) * (by.length + 1) * 2);
      return replaceFirst(from, what, by, position(limit));
    },
  ),
  since25.strict(
    'string.indexOf(input :: STRING, value :: STRING) :: INTEGER',
    'Returns the index of the first occurrence of the given value within the input STRING, or -1 if no match is found.',
    (_context, input = null, value = null) =>
      indexOf(text('string.indexOf', input), text('string.indexOf', value)),
  ),
  since25.strict(
    'string.join(input :: LIST<STRING>, delimiter :: STRING) :: STRING',
    'Concatenates the elements in input, inserting delimiter between each element, and returns the resulting STRING.',
    (context, input = null, delimiter = null) => join(context, input, text('string.join', delimiter)),
  ),
  since25.strict(
    'string.regexReplace(original :: STRING, regex :: STRING, replacement :: STRING) :: STRING',
    'Returns a STRING where all matches of regex in the original STRING are replaced with the replacement STRING.',
    (context, original = null, regex = null, replacement = null) =>
      regexReplace(
        context,
        text('string.regexReplace', original),
        text('string.regexReplace', regex),
        text('string.regexReplace', replacement),
      ),
  ),
  strict(
    'split(original :: STRING, splitDelimiters :: STRING | LIST<STRING>) :: LIST<STRING>',
    'Returns a LIST resulting from the splitting of the given STRING around matches of the given delimiter(s).',
    (context, original = null, delimiter = null) => {
      if (typeof delimiter !== 'string' && !isList(delimiter)) {
        throw invalidInput('split', 'a String or List of Strings', delimiter);
      }
      if (isList(delimiter) && delimiter.includes(null)) return null;
      return split(context, text('split', original), delimiter);
    },
  ),
  strict(
    'trim(input :: STRING) :: STRING',
    'Returns the given STRING with leading and trailing whitespace removed.',
    (_context, value = null) => trim('trim', 'both', value, undefined),
  ),
  strict(
    'btrim(input :: STRING, trimCharacterString = none :: STRING) :: STRING',
    'Returns the given STRING with leading and trailing whitespace, or the given characters, removed.',
    (_context, value = null, characters = undefined) => trim('btrim', 'both', value, characters),
  ),
  strict(
    'ltrim(input :: STRING, trimCharacterString = none :: STRING) :: STRING',
    'Returns the given STRING with leading whitespace, or the given characters, removed.',
    (_context, value = null, characters = undefined) => trim('ltrim', 'start', value, characters),
  ),
  strict(
    'rtrim(input :: STRING, trimCharacterString = none :: STRING) :: STRING',
    'Returns the given STRING with trailing whitespace, or the given characters, removed.',
    (_context, value = null, characters = undefined) => trim('rtrim', 'end', value, characters),
  ),
  strict(
    'normalize(input :: STRING, normalForm = NFC :: STRING) :: STRING',
    'Returns the given STRING normalized in the given Unicode normalization form.',
    (_context, value = null, form = 'NFC') => normalize(value, form),
  ),
];
