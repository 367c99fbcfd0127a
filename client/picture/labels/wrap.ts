/**
 * Breaks a name into at most `maxLines` lines of about `maxWidth`, at spaces; a last line that is still too wide ends in "…".
 * Lines are balanced: a name that needs two lines does not leave one word alone if both fit better otherwise.
 *
 * @param measure width of a text in the unit of `maxWidth`
 */
export function wrap(
  text: string,
  maxWidth: number,
  maxLines: number,
  measure: (text: string) => number,
): string[] {
  if (measure(text) <= maxWidth) return [text];
  const words = text.split(/\s+/).filter((word) => word !== '');
  for (let lines = 2; lines <= maxLines; lines++) {
    const broken = balanced(words, lines, measure);
    if (broken !== null && broken.every((line) => measure(line) <= maxWidth)) return broken;
  }
  return greedy(words, maxWidth, maxLines, measure);
}

/** The split into `lines` lines whose widest line is narrowest; null where there are too few words. */
function balanced(
  words: readonly string[],
  lines: number,
  measure: (text: string) => number,
): string[] | null {
  if (lines === 1) return [words.join(' ')];
  if (words.length < lines) return null;
  let best: string[] | null = null;
  let bestWidth = Infinity;
  for (let first = 1; first <= words.length - lines + 1; first++) {
    const rest = balanced(words.slice(first), lines - 1, measure);
    if (rest === null) continue;
    const candidate = [words.slice(0, first).join(' '), ...rest];
    const width = Math.max(...candidate.map(measure));
    if (width < bestWidth) [best, bestWidth] = [candidate, width];
  }
  return best;
}

function greedy(
  words: readonly string[],
  maxWidth: number,
  maxLines: number,
  measure: (text: string) => number,
): string[] {
  const lines: string[] = [];
  let line = '';
  for (const [index, word] of words.entries()) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line === '' || measure(longer) <= maxWidth) line = longer;
    else if (lines.length < maxLines - 1) {
      lines.push(line);
      line = word;
    } else {
      line = [line, ...words.slice(index)].join(' ');
      break;
    }
  }
  lines.push(line);
  return lines.map((each) => shorten(each, maxWidth, measure));
}

function shorten(text: string, maxWidth: number, measure: (text: string) => number): string {
  if (measure(text) <= maxWidth) return text;
  const letters = [...text];
  while (letters.length > 1 && measure(`${letters.join('').trimEnd()}…`) > maxWidth) letters.pop();
  return `${letters.join('').trimEnd()}…`;
}
