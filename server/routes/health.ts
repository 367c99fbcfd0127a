import { Health } from '../contract/api.ts';
import { RETRY_AFTER_SECONDS } from '../errors.ts';
import { route } from '../route.ts';
import { StoreUnavailable } from '../store/store.ts';

/** `GET /api/health`: 200, or 503 with the same shape and a reason while the store cannot be reached. */
export const healthRoute = route(
  {
    method: 'get',
    path: '/api/health',
    summary: 'Whether the store can be reached, and how much it holds',
    reply: { schema: Health },
    problems: [503],
  },
  async ({ store, settings, signal, res }): Promise<Health> => {
    const common = { database: store.database, allowWrites: settings.allowWrites };
    res.set('Cache-Control', 'no-store');
    try {
      const { version, nodes, relationships } = await store.health(signal);
      return { status: 'ok', store: { kind: store.kind, version, nodes, relationships }, ...common };
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
      res.status(503).set('Retry-After', String(RETRY_AFTER_SECONDS));
      const unknown = { kind: store.kind, version: null, nodes: null, relationships: null };
      return { status: 'unavailable', reason: error.reason, store: unknown, ...common };
    }
  },
);
