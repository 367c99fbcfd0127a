import { QueriesReply } from '../contract/api.ts';
import { route } from '../route.ts';

/** `GET /api/queries`: questions for the console to offer, and the named queries behind the other routes. */
export const queriesRoute = route(
  {
    method: 'get',
    path: '/api/queries',
    summary: 'Questions to begin with, and the statements that the server itself answers with',
    reply: { schema: QueriesReply },
  },
  async ({ questions, queries }) => ({ questions: questions.all, queries: queries.all }),
);
