/** The words for kinds and verbs, as the legend and the claims have them. */
import { NODE_KINDS, relationshipPhrase } from '../../../graph/vocabulary.ts';

const PLURALS = new Map(NODE_KINDS.map(({ label, plural }) => [label, plural]));

export const kindTitle = (kind: string): string => PLURALS.get(kind) ?? 'Others';
export const verbTitle = (type: string): string => relationshipPhrase(type);
