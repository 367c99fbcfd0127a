import { once } from 'node:events';
import type { Response } from 'express';
import { ExportRequest } from '../contract/api.ts';
import { ExportLinkQuery, ExportQuery } from '../contract/parameters.ts';
import { BadRequest } from '../errors.ts';
import { NothingToExport, exportGexf } from '../export/gexf.ts';
import type { Selection } from '../export/selection.ts';
import { decodePlain } from '../../graph/formats/plain-json.ts';
import type { Parameters } from '../../graph/model.ts';
import { route } from '../route.ts';
import type { Services } from '../route.ts';

const GEXF = 'application/gexf+xml';
const REPLY = { mediaType: GEXF, description: 'A GEXF 1.3 file, as it is made' };

/** `POST /api/export`: elements of the picture, or of a statement. */
export const exportRoute = route(
  {
    method: 'post',
    path: '/api/export',
    summary: 'Export a subgraph as a file',
    description:
      'What a statement returns of nodes, relationships and paths, or the elements with these ids as the picture shows them. Nodes at the ends of relationships are exported too.',
    query: ExportQuery,
    body: ExportRequest,
    reply: REPLY,
    problems: [413, 415, 422, 504],
  },
  async ({ query, body, bodyText, res, signal, ...services }) => {
    const selection: Selection =
      'statement' in body ? { statement: body.statement, parameters: parametersIn(bodyText) } : body;
    await sendGexf(res, selection, query.profile, signal, services);
  },
);

/** `GET /api/export?statement=…`: the same for links. */
export const exportLinkRoute = route(
  {
    method: 'get',
    path: '/api/export',
    summary: 'Export the result of a statement as a file',
    query: ExportLinkQuery,
    reply: REPLY,
    problems: [422, 504],
  },
  async ({ query, res, signal, ...services }) => {
    const selection = { statement: query.statement, parameters: new Map() };
    await sendGexf(res, selection, query.profile, signal, services);
  },
);

/** Read from the text itself, so that an integer keeps all its digits and `1.0` stays a FLOAT. */
function parametersIn(bodyText: string): Parameters {
  const body = decodePlain(bodyText);
  const parameters = body instanceof Map ? body.get('parameters') : undefined;
  return parameters instanceof Map ? parameters : new Map();
}

async function sendGexf(
  res: Response,
  selection: Selection,
  profile: 'compatible' | 'gephi-dynamic',
  signal: AbortSignal,
  { store, queries, settings }: Pick<Services, 'store' | 'queries' | 'settings'>,
): Promise<void> {
  const chunks = exportGexf(selection, {
    store,
    profile,
    description: 'statement' in selection ? selection.statement : 'The picture as it was shown in Entente',
    signal,
    timeoutMs: settings.exportTimeoutMs,
    query: (name) => queries.get(name).statement,
  });
  try {
    for await (const chunk of chunks) {
      if (!res.headersSent) {
        const moment = new Date().toISOString().slice(0, 16).replaceAll(':', '-');
        res.set({
          'Content-Type': `${GEXF}; charset=utf-8`,
          'Content-Disposition': `attachment; filename="entente-${moment}.gexf"`,
          'Cache-Control': 'no-store',
        });
      }
      if (!res.write(chunk)) await once(res, 'drain', { signal });
    }
    res.end();
  } catch (error) {
    throw error instanceof NothingToExport ? new BadRequest(error.message) : error;
  }
}
