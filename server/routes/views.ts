import { KeepViewReply, KeepViewRequest, ViewReply } from '../contract/api.ts';
import { ViewPath } from '../contract/parameters.ts';
import { BodyTooLarge, NotFound } from '../errors.ts';
import { MOST_VIEW_BYTES } from '../kept-views.ts';
import { route } from '../route.ts';

/** `POST /api/views`: keeps a view, so that a link need only name it. */
export const keepViewRoute = route(
  {
    method: 'post',
    path: '/api/views',
    summary: 'Keeps a view of the picture under a short id',
    description:
      'The same text has the same id, and is kept once. Views lie in the data folder, also where the graph is in Neo4j, and no graph is changed. They are kept until somebody removes their files.',
    body: KeepViewRequest,
    reply: { schema: KeepViewReply },
    problems: [413, 415, 507],
  },
  async ({ body, views }) => {
    const bytes = Buffer.byteLength(body.view);
    if (bytes > MOST_VIEW_BYTES)
      throw new BodyTooLarge(`A view may have ${MOST_VIEW_BYTES} bytes, and this one has ${bytes}.`);
    return { id: await views.keep(body.view) };
  },
);

/** `GET /api/views/{id}` */
export const viewRoute = route(
  {
    method: 'get',
    path: '/api/views/{id}',
    summary: 'A view that was kept',
    params: ViewPath,
    reply: { schema: ViewReply },
    problems: [404],
  },
  async ({ params, views, res }) => {
    const view = await views.read(params.id);
    if (view === null)
      throw new NotFound(
        `No view is kept here under ${JSON.stringify(params.id)}. It was kept on another server, or has been removed.`,
      );
    // an id stands for its text for ever
    res.set('Cache-Control', 'private, max-age=31536000, immutable');
    return { view };
  },
);
