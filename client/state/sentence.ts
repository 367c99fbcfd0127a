/** A claim as a sentence: "The ten countries at the Moscow talks | urged | the Taliban | to put in place “moderate policies”". */
import { relationshipPhrase } from '../../graph/vocabulary.ts';
import type { NodeJson, RelationshipJson } from '../../server/contract/api.ts';
import { nameOf } from './graph.ts';

export interface Sentence {
  readonly subject: string;
  readonly verb: string;
  readonly object: string;
  /** What follows the object, with the space or mark before it; empty where there is nothing more to say. */
  readonly rest: string;
}

/** Words with which the object of a claim goes straight on from its target: "urged the Taliban | to form …". */
const GOES_ON =
  /^(to|that|by|for|as|on|in|into|from|until|till|with|within|without|because|if|of|at|over|after|before|against|between|during|since|about|and|but|not|when|where|whether|which|who|while)\b/i;

type NamedNode = Pick<NodeJson, 'id' | 'labels' | 'properties'>;

export function claimSentence(
  relationship: Pick<RelationshipJson, 'type' | 'properties'>,
  source: NamedNode,
  target: NamedNode,
): Sentence {
  const { what, role, phrase } = relationship.properties;
  const verb =
    typeof phrase === 'string' && phrase !== ''
      ? phrase.toLowerCase()
      : relationshipPhrase(relationship.type);
  const parts: string[] = [];
  if (typeof role === 'string' && role !== '') parts.push(` as ${role}`);
  if (typeof what === 'string' && !isSaid(what, nameOf(target)))
    parts.push(GOES_ON.test(what) ? ` ${what}` : `: ${what}`);
  return {
    subject: inSentence(source, true),
    verb,
    object: inSentence(target),
    rest: parts.join(''),
  };
}

export const sentenceText = ({ subject, verb, object, rest }: Sentence): string =>
  `${subject} ${verb} ${object}${rest}`;

/** The same with its full stop, which a quotation at its end may have already. */
export function writtenSentence(sentence: Sentence): string {
  const text = sentenceText(sentence);
  return `${text}${fullStop(text)}`;
}

/** What is still to be set after a text that ends a sentence: a full stop, or nothing. */
export const fullStop = (text: string): string => (/[.!?…][”’"')]*$/.test(text) ? '' : '.');

/** True where `what` says nothing that the target's name does not say. */
function isSaid(what: string, name: string): boolean {
  const plain = (text: string): string =>
    text
      .toLowerCase()
      .replace(/^(the|an?)\s/, '')
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  return what === '' || plain(name).includes(plain(what));
}

/** Names that English gives an article although they carry none: by how they begin, or by the noun they turn on. */
const TAKES_THE =
  /^(United|Taliban\b|Soviet Union|Netherlands|Philippines|European Union)|^[^,–]*?\b(?:talks|statement|conference|crisis|withdrawal|takeover|attacks|war|Senate|Ministry|embassy|government|invasion|collapse|destabilisation|spillover|infiltration|isolation|neighbours)(?=$| (?:of|in|on|for|at|from|by|after|to)\b|,)/i;
const HAS_ONE = /^(the|an?)\s/i;
/** "Afghanistan’s neighbours", "Russia’s regional allies": the possessor stands for the article. */
const POSSESSIVE_FIRST = /^\S+[’']s\s/;
/** Words with which the names of events and collectives begin that are written small inside a sentence. */
const COMMON_FIRST =
  /^(International|Humanitarian|Economic|Security|Refugee|Joint|Next|Lack|Collapse|Isolation|Destabilisation|Spillover|Infiltration|Chaos|Return|Troubles|Decades|Invasion|Withdrawal|Governments|Women|Children|Minorities|Enemies|Critics|Observers|Influential|Many|Some|Several|Other|Jihadist|Armed|Foreign|Military|Political|Regional|Western|Eastern|Northern|Southern|Donors|Peace|Civil|Talks|Attacks?|Meeting|Summit|War)\b/;

/** A node's name as it reads inside a sentence, or (`isFirst`) at its head: "the United Nations", "an inclusive Afghan government". */
export function inSentence(node: NamedNode, isFirst = false): string {
  const name = nameOf(node);
  const small = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
  if (HAS_ONE.test(name)) return isFirst ? name : small(name);
  const isNamedByNoun = node.labels.includes('Event') || node.labels.includes('Collective');
  const plain = isNamedByNoun && COMMON_FIRST.test(name) ? small(name) : name;
  if (!POSSESSIVE_FIRST.test(name) && TAKES_THE.test(name)) return `${isFirst ? 'The' : 'the'} ${plain}`;
  return isFirst ? name : plain;
}
