/** Words that two claims have in common, so that one can be seen to be about the matter of the other. */
import type { Node, Relationship } from '../graph/model.ts';
import { relationshipPhrase } from '../graph/vocabulary.ts';
import { textOf } from './cells.ts';

/** Words that say nothing of a matter: of grammar, and of telling. */
const COMMON = new Set(
  `the and for that this with from into onto over under about after before against between during since until till
  than then they them their theirs there these those his her hers its our ours your yours who whom whose which what when where
  while will would shall should could can may might must not nor but yet was were are been being have has had does did done
  all any each every both other others another more most much many some such only own same very already also now new said says
  say made make makes came come take took taken give gave given put called calls call urged taking going upon without within of
  because through including included towards toward was set sees see seen held`.split(/\s+/),
);

/**
 * What a claim says, word by word: its verb and its `what`, and the name of an event, a place or a collective that it is about.
 * By the beginning that a word shares with its other forms ("includes", "inclusive"); the word as it is written is the value.
 *
 * @param except names whose words are no matter: those of the two who speak
 */
export function mattersOf(
  claim: Relationship,
  target: Node,
  except: readonly Node[],
): ReadonlyMap<string, string> {
  const isMatter = !target.labels.includes('Actor') || target.labels.includes('Collective');
  const what = textOf(claim.properties.get('what'));
  // a verb alone says what was done and not about what
  const said = [
    ...(what === null ? [] : [relationshipPhrase(claim.type), what]),
    isMatter ? nameOf(target) : '',
  ];
  const left = new Set(except.flatMap((node) => wordsOf(nameOf(node)).map(stem)));
  const matters = new Map<string, string>();
  for (const word of said.flatMap(wordsOf)) {
    const beginning = stem(word);
    if (!COMMON.has(word) && !left.has(beginning) && !matters.has(beginning)) matters.set(beginning, word);
  }
  return matters;
}

/** Of the words of `answer`, in their order, those that `claim` says as well. */
export const sharedWords = (
  claim: ReadonlyMap<string, string>,
  answer: ReadonlyMap<string, string>,
): string[] => [...answer].filter(([beginning]) => claim.has(beginning)).map(([, word]) => word);

const nameOf = (node: Node): string => textOf(node.properties.get('name')) ?? '';

const wordsOf = (text: string): string[] =>
  (text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? []).filter((word) => word.length > 2);

/** Letters by which forms of one word are told from other words; crude, and therefore shown with every answer. */
const STEM = 6;

function stem(word: string): string {
  const plain = word.length > 4 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
  // include, includes, inclusive, inclusion
  return plain.startsWith('inclu') ? 'inclu' : plain.slice(0, STEM);
}
