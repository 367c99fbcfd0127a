import express from 'express';
import { pino } from 'pino';
import { queryApi, type QueryApiServices } from '../../server/routes/query-api.ts';
import type { Store } from '../../server/store/store.ts';
import { serve } from './serve.ts';

const SETTINGS = { allowWrites: true, queryTimeoutMs: 60_000, maxRows: 10_000, maxBodyBytes: 1_000_000 };

export interface QueryApiServer {
  /** Without a slash at its end. */
  readonly url: string;
  /** Ends what runs, and closes the server; the store is its owner's. */
  close(): Promise<void>;
}

/** Our Query API over a store, on a free port. */
export async function serveQueryApi(
  store: Store,
  settings: Partial<QueryApiServices['settings']> = {},
  transactionIdleMs?: number,
): Promise<QueryApiServer> {
  const stopping = new AbortController();
  const router = queryApi({
    store,
    settings: { ...SETTINGS, ...settings },
    logger: pino({ level: 'silent' }),
    stopping: stopping.signal,
    transactionIdleMs,
  });
  const server = await serve(express().use(router));
  return {
    url: server.url,
    close: async () => {
      stopping.abort();
      await server.close();
    },
  };
}
