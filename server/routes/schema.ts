import { SchemaReply } from '../contract/api.ts';
import type { Row } from '../named-queries.ts';
import { route } from '../route.ts';

/** The columns of the schema queries are called as the members of the reply. */
const rowJson = (row: Row) => Object.fromEntries(row);

/** `GET /api/schema`: what there is in the graph, as it is, not as it should be. */
export const schemaRoute = route(
  {
    method: 'get',
    path: '/api/schema',
    summary: 'Labels, relationship types with the labels they join, and properties with their types',
    reply: { schema: SchemaReply },
    problems: [504],
  },
  async ({ askKept }) => {
    const [labels, types, properties] = await Promise.all([
      askKept('schema-labels'),
      askKept('schema-types'),
      askKept('schema-properties'),
    ]);
    return {
      labels: labels.map(rowJson),
      relationshipTypes: types.map(rowJson),
      properties: properties.map(rowJson),
    };
  },
);
