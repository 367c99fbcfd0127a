/** What takes the place of a match, as Java writes it: `$1`, `${name}`, and a backslash before what stands for itself. */
import type { Found } from './find.ts';
import { RegexError } from './syntax.ts';
import type { Pattern } from './syntax.ts';

/** @throws RegexError the replacement names a group that is not there, or ends too early */
export function fillIn(
  replacement: string,
  { groups, names }: Pattern,
): (text: string, found: Found) => string {
  const parts: (string | number)[] = [];
  const pieces = replacement.matchAll(/\\([\s\S]?)|\$(?:(\d+)|\{([^}]*)\})?|[^\\$]+/g);
  for (const [piece, escaped, digits, name] of pieces) {
    if (escaped !== undefined) {
      if (escaped === '') throw new RegexError('Character to be escaped is missing');
      parts.push(escaped);
    } else if (digits !== undefined) {
      // as many digits as still name a group, at least one
      let length = 1;
      while (length < digits.length && Number(digits.slice(0, length + 1)) <= groups) length++;
      const group = Number(digits.slice(0, length));
      if (group > groups) throw new RegexError(`No group ${group}`);
      parts.push(group, digits.slice(length));
    } else if (name !== undefined) {
      const group = names.get(name);
      if (group === undefined) throw new RegexError(`No group with name {${name}}`);
      parts.push(group);
    } else if (piece === '$') throw new RegexError('Illegal group reference');
    else parts.push(piece);
  }
  return (text, found) =>
    parts.map((part) => (typeof part === 'string' ? part : groupText(text, found, part))).join('');
}

function groupText(text: string, found: Found, group: number): string {
  const [start, end] = [found[group * 2], found[group * 2 + 1]];
  return start === undefined || end === undefined ? '' : text.slice(start, end);
}
