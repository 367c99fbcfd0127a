/** The HTTP application: what stands around the routes. It opens no port and starts nothing. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import compression from 'compression';
import express from 'express';
import type { Express, Request } from 'express';
import helmet from 'helmet';
import type { Logger } from 'pino';
import { pinoHttp } from 'pino-http';
import { clientFiles } from './client-files.ts';
import { NotFound, errorHandler } from './errors.ts';
import { refuseForeign, requireToken } from './guard.ts';
import { KeptAnswers } from './kept-answers.ts';
import { KeptViews } from './kept-views.ts';
import type { NamedQueries } from './named-queries.ts';
import { openApiRoutes } from './openapi.ts';
import { jsonBodies } from './route.ts';
import type { Services } from './route.ts';
import { ROUTES } from './routes.ts';
import { queryApi, queryApiErrors } from './routes/query-api.ts';
import type { Settings } from './settings.ts';
import type { Store } from './store/store.ts';

export interface AppOptions {
  readonly store: Store;
  readonly queries: NamedQueries;
  readonly questions: NamedQueries;
  readonly settings: Settings;
  readonly logger: Logger;
  /** Folder of the built client; without it only the API is served. */
  readonly clientFolder?: string;
  /** By default those of this application alone. */
  readonly kept?: KeptAnswers;
  /** Aborted when the server stops; by default never. */
  readonly stopping?: AbortSignal;
}

export function createApp(options: AppOptions): Express {
  const { settings, logger } = options;
  const services: Services = {
    ...options,
    views: new KeptViews(join(settings.dataFolder, 'views'), settings.maxViewsBytes),
    kept: options.kept ?? new KeptAnswers(options.store, options.queries),
    stopping: options.stopping ?? new AbortController().signal,
  };
  const app = express();
  app.disable('x-powered-by');
  app.set('query parser', 'simple');

  app.use(requestLog(logger));
  app.use(securityHeaders());
  app.use(refuseForeign(settings));
  app.use(requireToken(settings));
  app.use(compression());
  app.use('/api', jsonBodies(settings.maxBodyBytes));

  for (const route of [...ROUTES, ...openApiRoutes(ROUTES)]) route.mount(app, services);
  app.use(queryApi(services));
  app.use(['/api', '/db'], (req, _res, next) =>
    next(new NotFound(`There is no ${req.method} ${req.originalUrl.split('?')[0]}.`)),
  );

  const { clientFolder } = options;
  if (clientFolder !== undefined && existsSync(join(clientFolder, 'index.html')))
    app.use(clientFiles(clientFolder));
  app.use((req, _res, next) => next(new NotFound(`There is nothing at ${req.path}.`)));
  app.use('/db', queryApiErrors(logger));
  app.use(errorHandler(logger));
  return app;
}

function requestLog(logger: Logger) {
  return pinoHttp({
    logger,
    customLogLevel: (_req, res, error) => (error !== undefined || res.statusCode >= 500 ? 'error' : 'info'),
    // The handler of errors has told the cause already.
    customErrorObject: () => ({}),
    serializers: {
      err: () => undefined,
      req: (req: Request) => ({ method: req.method, url: req.url.replace(/([?&]token=)[^&]*/g, '$1…') }),
      res: (res: { statusCode: number }) => ({ status: res.statusCode }),
    },
  });
}

/** What the built client needs and nothing more: own scripts, workers from blobs, inline styles (Mantine, CodeMirror). */
function securityHeaders() {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        baseUri: ["'none'"],
        connectSrc: ["'self'"],
        fontSrc: ["'self'", 'data:'],
        formAction: ["'self'"],
        frameAncestors: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        objectSrc: ["'none'"],
        scriptSrc: ["'self'"],
        scriptSrcAttr: ["'none'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        workerSrc: ["'self'", 'blob:'],
      },
    },
    // Plain HTTP on loopback: a promise of HTTPS would lock browsers out. A proxy that has HTTPS can add it.
    strictTransportSecurity: false,
  });
}
