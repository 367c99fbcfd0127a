import { join } from 'node:path';
import express, { Router } from 'express';

/**
 * The built client. Files under `assets/` carry a hash in their names and may be kept for ever; everything else
 * is asked for again each time. An address without a file is one of the client's own: it gets the page.
 */
export function clientFiles(folder: string): Router {
  const router = Router();
  router.use('/assets', express.static(join(folder, 'assets'), { immutable: true, maxAge: '1y' }));
  router.use(
    express.static(folder, {
      cacheControl: false,
      setHeaders: (res) => res.setHeader('Cache-Control', 'no-cache'),
    }),
  );
  router.get('/{*path}', (req, res, next) => {
    if (req.accepts(['html', 'json']) !== 'html' || /\.\w+$/.test(req.path)) next();
    else res.set('Cache-Control', 'no-cache').sendFile('index.html', { root: folder });
  });
  return router;
}
