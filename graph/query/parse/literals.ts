/** What a written number or string stands for. */
import { statementError } from '../syntax-error.ts';

const MAX_INTEGER = 2n ** 63n - 1n;

/** Ways to write an INTEGER that Cypher had once. */
function refuseOldForms(text: string, start: number, digits: string): void {
  const [kind, better] = /^0[XO]/.test(digits)
    ? [digits[1] === 'X' ? 'hex' : 'octal', digits.replace(/^0[XO]/, (prefix) => prefix.toLowerCase())]
    : /^0\d/.test(digits)
      ? ['octal', digits.replace(/^0+/, '0o')]
      : [];
  if (kind === undefined) return;
  throw statementError(
    text,
    start,
    `The ${kind} integer literal syntax \`${digits}\` is no longer supported, please use \`${better}\` instead`,
    '42I52',
  );
}

/**
 * @param sign 1, or -1 where a minus stands before it: only then is 9223372036854775808 in range
 * @throws CypherError when it does not fit in 64 bits, or begins as integers no longer do: `0X`, `01`
 */
export function integerValue(text: string, start: number, digits: string, sign: 1 | -1): bigint {
  refuseOldForms(text, start, digits);
  const magnitude = BigInt(digits.replaceAll('_', ''));
  const value = sign === 1 ? magnitude : -magnitude;
  if (value > MAX_INTEGER || value < -MAX_INTEGER - 1n) {
    throw statementError(text, start, 'integer is too large', '22003');
  }
  return value;
}

/** @throws CypherError when it is beyond the largest double */
export function floatValue(text: string, start: number, digits: string): number {
  const value = Number(digits.replaceAll('_', ''));
  if (!Number.isFinite(value))
    throw statementError(text, start, 'floating point number is too large', '22003');
  return value;
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['\\', '\\'],
  ["'", "'"],
  ['"', '"'],
  ['`', '`'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
]);

/** The string written in `text` from `start` to `end` (the quotation marks left out). @throws CypherError for a malformed Unicode escape */
export function unescapeString(text: string, start: number, end: number): string {
  let value = '';
  let from = start;
  for (;;) {
    const slash = text.indexOf('\\', from);
    if (slash < 0 || slash >= end) return value + text.slice(from, end);
    value += text.slice(from, slash);
    const letter = text[slash + 1] ?? '';
    if (letter === 'u' || letter === 'U') {
      const length = letter === 'u' ? 4 : 8;
      const hex = text.slice(slash + 2, slash + 2 + length);
      const code = /^[0-9a-fA-F]+$/.test(hex) ? Number.parseInt(hex, 16) : Number.NaN;
      if (hex.length < length || !(code <= 0x10ffff) || slash + 2 + length > end) {
        throw statementError(
          text,
          slash,
          `Invalid input '${hex}': expected ${length === 4 ? 'four' : 'eight'} hexadecimal digits specifying a unicode character`,
          '42I47',
        );
      }
      value += String.fromCodePoint(code);
      from = slash + 2 + length;
    } else {
      // any other escape stands for itself, backslash included
      value += ESCAPES.get(letter) ?? `\\${letter}`;
      from = slash + 2;
    }
  }
}
