import { Node, Relationship } from '../../graph/model.ts';
import type { Value } from '../../graph/model.ts';
import { DateTime, LocalDate } from '../../graph/temporal.ts';

/** Texts that break writers: each is a name, a property and a quote in the graph below. */
export const hostileTexts: readonly string[] = [
  'a "quoted" <tag attr=\'x\'> & an &amp; entity',
  ']]> <!-- not a comment --> <?pi?>',
  'emoji 👩‍👩‍👧‍👦 🇦🇫 and 𝔘𝔫𝔦𝔠𝔬𝔡𝔢',
  'طالبان — امارت اسلامی افغانستان (عربي מעורב)',
  'Россия, 中国, ქართული, हिन्दी',
  'line one\nline two\ttabbed\r\nline three',
  'comma, [bracket], "quote", back\\slash | pipe ; semicolon',
  'zero\u0000 bell\u0007 escape\u001b non-character\uffff',
  'lone high \ud83d and lone low \ude00 surrogate',
  '  leading and trailing  ',
  '',
  `${'ten thousand characters '.repeat(434)}”`,
];

/** What XML can hold of a text. */
export function readable(text: string): string {
  return text
    .split('')
    .map((unit, at, units) => {
      const code = unit.charCodeAt(0);
      const next = units[at + 1]?.charCodeAt(0) ?? 0;
      const before = units[at - 1]?.charCodeAt(0) ?? 0;
      const lone =
        (code >= 0xd800 && code < 0xdc00 && !(next >= 0xdc00 && next < 0xe000)) ||
        (code >= 0xdc00 && code < 0xe000 && !(before >= 0xd800 && before < 0xdc00));
      const control = code < 0x20 && unit !== '\n' && unit !== '\t' && unit !== '\r';
      return lone || control || code >= 0xfffe ? '\ufffd' : unit;
    })
    .join('');
}

const map = (entries: Record<string, Value>): ReadonlyMap<string, Value> => new Map(Object.entries(entries));

/** One node a text, and between each and the next three claims: two of one type, one of another; and a self-loop. */
export function hostileGraph(): { nodes: Node[]; relationships: Relationship[] } {
  const nodes = hostileTexts.map(
    (text, at) =>
      new Node(`4:x:${at}`, at % 2 === 0 ? ['Actor', 'State'] : ['Event'], map({
        id: `n${at}`,
        name: text === '' ? `n${at}` : text,
        text,
        big: 9_223_372_036_854_775_807n - BigInt(at),
        ratio: at / 3,
        flag: at % 2 === 0,
        names: [text, 'second, item'],
        mixed: at % 2 === 0 ? 1n : 'one',
        key: 'a name that networkx keeps for itself',
        Text: 'differs from text only in case',
        start: LocalDate.of(2021, 1, 1 + at),
        ...(at % 3 === 0 ? { end: LocalDate.of(2021, 12, 31) } : {}),
      })), // prettier-ignore
  );
  const relationships = nodes.flatMap((node, at) => {
    const next = nodes[(at + 1) % nodes.length] ?? node;
    const claim = (n: number, type: string, target: Node, more: Record<string, Value>) =>
      new Relationship(
        `5:x:${at * 10 + n}`,
        node.elementId,
        target.elementId,
        type,
        map({ id: `r${at}-${n}`, ...more }),
      );
    const what = hostileTexts[at] ?? '';
    return [
      claim(0, 'URGED', next, { what, date: LocalDate.of(2021, 10, 1), datePrecision: 'month' }),
      claim(1, 'URGED', next, { what, date: LocalDate.of(2021, 10, 20), key: 1n, weight: 0n }),
      claim(2, 'WARNED OF: "x" & <y>', next, {
        what,
        date: new DateTime(18_920, 36_000_000_000_000, 10_800, 'Europe/Moscow'),
      }),
      claim(3, 'SAID_TO_ITSELF', node, { what }),
    ];
  });
  return { nodes, relationships };
}
