import { nodeIn, optionalNodeIn, paragraphOf, relationshipIn, textOf } from '../cells.ts';
import { RelationshipReply } from '../contract/api.ts';
import type { EvidenceJson } from '../contract/api.ts';
import { IdPath } from '../contract/parameters.ts';
import { NotFound } from '../errors.ts';
import { idOf } from '../../graph/elements.ts';
import { nodeJson, relationshipJson } from '../json.ts';
import type { Row } from '../named-queries.ts';
import { route } from '../route.ts';
import { sourceJson } from '../source-json.ts';

/** `GET /api/relationships/{id}`: the claim, its ends, and the words it rests on. */
export const relationshipRoute = route(
  {
    method: 'get',
    path: '/api/relationships/{id}',
    summary: 'A relationship, its two ends, and its evidence',
    description: 'By element id at once; by the `id` property after a pass over all relationships.',
    params: IdPath,
    reply: { schema: RelationshipReply },
    problems: [404, 504],
  },
  async ({ params, ask }) => {
    const [row] = await ask('relationship', { id: params.id });
    if (row === undefined)
      throw new NotFound(`There is no relationship with the id ${JSON.stringify(params.id)}.`);
    const relationship = relationshipIn(row, 'relationship');
    const ends = [nodeIn(row, 'source'), nodeIn(row, 'target')];
    const ids = new Map(ends.map((node) => [node.elementId, idOf(node)]));
    const evidence = await ask('evidence', { elementId: relationship.elementId });
    return {
      relationship: relationshipJson(relationship, (id) => ids.get(id) ?? id),
      nodes: ends.map(nodeJson),
      evidence: evidence.flatMap((each) => evidenceJson(each) ?? []),
    };
  },
);

/** Null where neither the quote nor its source is known. */
function evidenceJson(row: Row): EvidenceJson | null {
  const evidence = optionalNodeIn(row, 'evidence');
  const source = optionalNodeIn(row, 'source');
  const named = evidence ?? source;
  if (named === null) return null;
  return {
    id: idOf(named),
    quote: textOf(evidence?.properties.get('quote')),
    paragraph: paragraphOf(evidence),
    source: source === null ? null : sourceJson(source),
  };
}
