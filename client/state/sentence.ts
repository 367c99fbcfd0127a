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

export function claimSentence(
  relationship: Pick<RelationshipJson, 'type' | 'properties'>,
  source: Pick<NodeJson, 'id' | 'properties'>,
  target: Pick<NodeJson, 'id' | 'properties'>,
): Sentence {
  const { what, role, phrase } = relationship.properties;
  const verb =
    typeof phrase === 'string' && phrase !== ''
      ? phrase.toLowerCase()
      : relationshipPhrase(relationship.type);
  const parts: string[] = [];
  if (typeof role === 'string' && role !== '') parts.push(` as ${role}`);
  if (typeof what === 'string' && what !== '') parts.push(GOES_ON.test(what) ? ` ${what}` : `: ${what}`);
  return {
    subject: withArticle(nameOf(source), true),
    verb,
    object: withArticle(nameOf(target), false),
    rest: parts.join(''),
  };
}

export const sentenceText = ({ subject, verb, object, rest }: Sentence): string =>
  `${subject} ${verb} ${object}${rest}`;

/** Names that English gives an article although they carry none: by how they begin, or by the noun they turn on. */
const TAKES_THE =
  /^(United|Taliban\b|Soviet Union|Netherlands|Philippines|European Union)|^[^,–]*?\b(?:talks|statement|conference|crisis|withdrawal|takeover|attacks|war|Senate|Ministry|embassy|government|invasion|collapse|destabilisation|spillover|infiltration|neighbours)(?=$| (?:of|in|on|for|at|from|by|after|to)\b|,)/i;
const HAS_ONE = /^(the|an?)\s/i;
/** "Afghanistan’s neighbours", "Russia’s regional allies": the possessor stands for the article. */
const POSSESSIVE_FIRST = /^\S+[’']s\s/;

/** The name as it reads in a sentence: "the United Nations", "an inclusive Afghan government" inside it. */
export function withArticle(name: string, isFirst: boolean): string {
  if (HAS_ONE.test(name)) return isFirst ? name : name.charAt(0).toLowerCase() + name.slice(1);
  if (POSSESSIVE_FIRST.test(name) || !TAKES_THE.test(name)) return name;
  return `${isFirst ? 'The' : 'the'} ${name}`;
}
