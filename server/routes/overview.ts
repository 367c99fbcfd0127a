import { nodeIn, countIn, relationshipsIn } from '../cells.ts';
import { Overview } from '../contract/api.ts';
import { OverviewQuery } from '../contract/parameters.ts';
import { idOf, nodeJson, relationshipJson } from '../json.ts';
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
  async ({ query, ask }) => {
    const [rows, counts] = await Promise.all([
      ask('overview', { limit: BigInt(query.limit) }),
      ask('overview-counts'),
    ]);
    const nodes = rows.map((row) => nodeIn(row, 'node'));
    const ids = new Map(nodes.map((node) => [node.elementId, idOf(node)]));
    const relationships = rows
      .flatMap((row) => relationshipsIn(row, 'relationships'))
      .slice(0, query.relationshipLimit);
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
