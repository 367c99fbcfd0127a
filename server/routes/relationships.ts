import { nodeIn, relationshipIn } from '../cells.ts';
import { RelationshipReply } from '../contract/api.ts';
import { IdPath } from '../contract/parameters.ts';
import { NotFound } from '../errors.ts';
import { idOf } from '../../graph/elements.ts';
import { nodeJson, relationshipJson } from '../json.ts';
import { route } from '../route.ts';
import { evidenceJson } from '../source-json.ts';

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
