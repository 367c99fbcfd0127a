import type { Relationship } from '../../graph/model.ts';
import { nodeIn, countIn, relationshipsIn } from '../cells.ts';
import { Overview } from '../contract/api.ts';
import { OverviewQuery } from '../contract/parameters.ts';
import { idOf } from '../../graph/elements.ts';
import { nodeJson, relationshipJson } from '../json.ts';
import { route } from '../route.ts';

/** `GET /api/overview`: what is drawn first. @see cypher/queries/overview.cypher */
export const overviewRoute = route(
  {
    method: 'get',
    path: '/api/overview',
    summary: 'What is drawn first: the most connected actors, events and places, and the claims among them',
    query: OverviewQuery,
    reply: { schema: Overview },
    problems: [504],
  },
  async ({ query, askKept }) => {
    const [rows, counts] = await Promise.all([
      askKept('overview', { limit: BigInt(query.limit) }),
      askKept('overview-counts'),
    ]);
    const nodes = rows.map((row) => nodeIn(row, 'node'));
    const ids = new Map(nodes.map((node) => [node.elementId, idOf(node)]));
    const relationships = spread(
      rows.flatMap((row) => relationshipsIn(row, 'relationships')),
      query.relationshipLimit,
    );
    const [total] = counts;
    const left = (column: string, given: number): number =>
      // both are read one after the other, and the graph may have changed in between
      total === undefined ? 0 : Math.max(countIn(total, column) - given, 0);
    return {
      nodes: nodes.map(nodeJson),
      relationships: relationships.map((each) => relationshipJson(each, (id) => ids.get(id) ?? id)),
      omitted: {
        nodes: left('nodes', nodes.length),
        relationships: left('relationships', relationships.length),
      },
    };
  },
);

/** At most `limit` of them: first one between every two nodes, then a second … so that a cut shows as many ties as it can. */
function spread(relationships: readonly Relationship[], limit: number): readonly Relationship[] {
  if (relationships.length <= limit) return relationships;
  const rounds: Relationship[][] = [];
  const seen = new Map<string, number>();
  for (const relationship of relationships) {
    const pair = `${relationship.startNodeElementId} ${relationship.endNodeElementId}`;
    const round = seen.get(pair) ?? 0;
    seen.set(pair, round + 1);
    (rounds[round] ??= []).push(relationship);
  }
  return rounds.flat().slice(0, limit);
}
