/** A `.cypher` file as its statements. */
import { skipBlank } from './lexer.ts';

/**
 * Splits at every `;` that is in no string, comment or back-ticked name. Each statement is given without its `;` and
 * without the white space and comments around it; `offset` is where it begins in `text`, in UTF-16 units. Empty
 * statements are left out. Nothing is checked: an unclosed string or comment reaches to the end of the text.
 */
export function splitStatements(text: string): { text: string; offset: number }[] {
  const statements: { text: string; offset: number }[] = [];
  let start = -1;
  let end = 0;
  const finish = () => {
    if (start >= 0) statements.push({ text: text.slice(start, end), offset: start });
    start = -1;
  };
  for (let at = afterBlank(text, 0); at < text.length; at = afterBlank(text, end)) {
    if (text[at] === ';') {
      finish();
      end = at + 1;
      continue;
    }
    if (start < 0) start = at;
    end = pieceEnd(text, at);
  }
  finish();
  return statements;
}

function afterBlank(text: string, at: number): number {
  return skipBlank(text, at) ?? text.length;
}

/** The end of the string, back-ticked name or plain character that begins at `at`. */
function pieceEnd(text: string, at: number): number {
  const quote = text[at];
  if (quote !== "'" && quote !== '"' && quote !== '`') return at + 1;
  let end = at + 1;
  // a doubled back-tick closes one name and opens another here, which comes to the same
  while (end < text.length && text[end] !== quote) end += text[end] === '\\' && quote !== '`' ? 2 : 1;
  return Math.min(end + 1, text.length);
}
