/** The verb phrases of event codes as relationship types: `Make an appeal or request` → `MADE_AN_APPEAL_OR_REQUEST`. */

const IRREGULAR: Readonly<Record<string, string>> = {
  become: 'became', begin: 'began', break: 'broke', bring: 'brought', build: 'built', burn: 'burned', buy: 'bought', catch: 'caught',
  come: 'came', cut: 'cut', deal: 'dealt', draw: 'drew', drive: 'drove', fall: 'fell', fight: 'fought', find: 'found', flee: 'fled',
  forbid: 'forbade', forgive: 'forgave', get: 'got', give: 'gave', go: 'went', hang: 'hanged', have: 'had', hear: 'heard', hide: 'hid',
  hit: 'hit', hold: 'held', hurt: 'hurt', keep: 'kept', know: 'knew', lead: 'led', leave: 'left', lend: 'lent', let: 'let', lose: 'lost',
  make: 'made', meet: 'met', pay: 'paid', put: 'put', read: 'read', rise: 'rose', run: 'ran', say: 'said', see: 'saw', seek: 'sought',
  sell: 'sold', send: 'sent', set: 'set', shoot: 'shot', show: 'showed', shut: 'shut', sit: 'sat', speak: 'spoke', spend: 'spent',
  stand: 'stood', steal: 'stole', strike: 'struck', take: 'took', teach: 'taught', tell: 'told', think: 'thought', throw: 'threw',
  understand: 'understood', win: 'won', withdraw: 'withdrew', withhold: 'withheld', write: 'wrote',
}; // prettier-ignore
/** Verbs of more than one syllable whose last one is stressed, or of one that the rule below misses. */
const DOUBLED = new Set(['admit', 'commit', 'compel', 'defer', 'expel', 'occur', 'permit', 'prefer', 'rebel', 'refer', 'regret', 'submit', 'transfer']); // prettier-ignore

/** Words that carry on the verb at the head, where they follow a comma, `or` or `and`; in other places they may be nouns. */
const COORDINATED = new Set([
  'break', 'claim', 'damage', 'denounce', 'deny', 'deport', 'detain', 'endorse', 'hijack', 'increase', 'rally', 'release', 'riot', 'stop',
  'restrict', 'surrender', 'take', 'withdraw', 'block',
]); // prettier-ignore

/** The past tense of an English verb in lower case. */
export function pastTense(verb: string): string {
  const irregular = IRREGULAR[verb];
  if (irregular !== undefined) return irregular;
  if (verb.endsWith('e')) return `${verb}d`;
  if (/[^aeiou]y$/.test(verb)) return `${verb.slice(0, -1)}ied`;
  // one syllable that ends in consonant, vowel, consonant: ban, banned
  if (DOUBLED.has(verb) || /^[^aeiou]*[aeiou][^aeiouwxy]$/.test(verb)) return `${verb}${verb.at(-1)}ed`;
  return `${verb}ed`;
}

/**
 * The type for a phrase that begins with a verb: the verb, and those that share its place, in the past tense; words in
 * upper case joined by `_`. Letters of every script are kept; null where there is none.
 */
export function relationshipType(phrase: string): string | null {
  const tokens = phrase.toLowerCase().match(/[\p{L}\p{N}\p{M}]+|,/gu) ?? [];
  const words: string[] = [];
  let place: 'head' | 'joined' | 'object' | 'infinitive' = 'head';
  for (const token of tokens) {
    if (token === ',') {
      if (place === 'object') place = 'joined';
      continue;
    }
    // before the verb: PHYSICALLY_ASSAULTED, DE_ESCALATED
    const isPrefix =
      place === 'head' &&
      (token === 'de' || (token.endsWith('ly') && !COORDINATED.has(token))) &&
      tokens.length > 1;
    const isVerb = place === 'head' || (place === 'joined' && COORDINATED.has(token));
    words.push(isVerb && !isPrefix && /^[a-z]+$/.test(token) ? pastTense(token) : token);
    if (place === 'infinitive' || isPrefix) continue;
    // what follows `to` stays as it is: EXPRESSED_INTENT_TO_MEET_OR_NEGOTIATE
    if (token === 'to') place = 'infinitive';
    else place = token === 'or' || token === 'and' ? 'joined' : 'object';
  }
  if (words.length === 0) return null;
  return words.join('_').toUpperCase();
}
