import { idOf } from '../../graph/elements.ts';
import { ClaimsOfTypeReply } from '../contract/api.ts';
import { ClaimsOfTypeQuery, TypePath } from '../contract/parameters.ts';
import { NotFound } from '../errors.ts';
import { nodeJson, relationshipJson } from '../json.ts';
import { route } from '../route.ts';
import { claimsOfTypes, typeCounts } from '../search/types.ts';

/** `GET /api/types/{type}/relationships`: what a type that was found stands for. */
export const claimsOfTypeRoute = route(
  {
    method: 'get',
    path: '/api/types/{type}/relationships',
    summary: 'The relationships of a type, with their ends',
    description: 'In id order.',
    params: TypePath,
    query: ClaimsOfTypeQuery,
    reply: { schema: ClaimsOfTypeReply },
    problems: [404, 504],
  },
  async (call) => {
    const { type } = call.params;
    const count = (await typeCounts(call)).get(type);
    if (count === undefined) throw new NotFound(`No relationship is of the type ${JSON.stringify(type)}.`);
    const claims = await claimsOfTypes([type], 'by id', call.query.limit, call);
    const nodes = new Map(
      claims.flatMap(({ source, target }) => [source, target]).map((node) => [node.elementId, node]),
    );
    return {
      nodes: [...nodes.values()].map(nodeJson),
      relationships: claims.map(({ relationship, source, target }) =>
        relationshipJson(relationship, (id) => idOf(id === source.elementId ? source : target)),
      ),
      omitted: Math.max(count - claims.length, 0),
    };
  },
);
