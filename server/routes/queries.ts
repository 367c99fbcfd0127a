import { QueriesReply } from '../contract/api.ts';
import { route } from '../route.ts';

/** `GET /api/queries`: the named queries, for the console to offer. */
export const queriesRoute = route(
  {
    method: 'get',
    path: '/api/queries',
    summary: 'The statements that the server itself answers with, as examples',
    reply: { schema: QueriesReply },
  },
  async ({ queries }) => ({ queries: queries.all }),
);
