import { idOf } from '../../graph/elements.ts';
import { isList } from '../../graph/model.ts';
import type { Node, Relationship } from '../../graph/model.ts';
import { countIn, nodeIn, paragraphOf, relationshipIn, textOf } from '../cells.ts';
import { SourceReply, SourcesReply } from '../contract/api.ts';
import { IdPath, SourceQuery, SourcesQuery } from '../contract/parameters.ts';
import { NotFound } from '../errors.ts';
import { nodeJson, relationshipJson } from '../json.ts';
import type { Row } from '../named-queries.ts';
import { route } from '../route.ts';
import { sourceJson } from '../source-json.ts';

/** `GET /api/sources`: what the claims of this graph rest on. */
export const sourcesRoute = route(
  {
    method: 'get',
    path: '/api/sources',
    summary: 'The sources, and how many quotes and claims each of them has',
    description: 'Most claims first. A claim that rests on two sources counts under both.',
    query: SourcesQuery,
    reply: { schema: SourcesReply },
    problems: [504],
  },
  async ({ query, ask }) => {
    const rows = await ask('sources', { limit: BigInt(query.limit) });
    return {
      sources: rows.map((row) => ({
        source: sourceJson(nodeIn(row, 'source')),
        quotes: countIn(row, 'quotes'),
        claims: countIn(row, 'claims'),
      })),
      omitted: omittedIn(rows),
    };
  },
);

/** `GET /api/sources/{id}`: a source to read: its quotes in order, and the claims that rest on them. */
export const sourceRoute = route(
  {
    method: 'get',
    path: '/api/sources/{id}',
    summary: 'A source, its quotes in their order, and the claims that rest on each',
    description:
      'A data set has claims without quotes: they are counted, not given. A claim that rests on several quotes is named under each of them and given once.',
    params: IdPath,
    query: SourceQuery,
    reply: { schema: SourceReply },
    problems: [404, 504],
  },
  async ({ params, query, ask }) => {
    const [found] = await ask('node', { id: params.id });
    const source = found === undefined ? null : nodeIn(found, 'node');
    if (source === null || !source.labels.includes('Source'))
      throw new NotFound(`There is no source with the id ${JSON.stringify(params.id)}.`);
    const [quoteRows, unquoted] = await Promise.all([
      ask('source-quotes', { elementId: source.elementId, limit: BigInt(query.limit) }),
      ask('unquoted-claims', { id: idOf(source) }),
    ]);
    const quotes = quoteRows.map((row) => nodeIn(row, 'evidence'));
    const ids = quotes.map(idOf);
    const claimRows =
      ids.length === 0 ? [] : await ask('claims-on-quotes', { ids, limit: BigInt(query.claimLimit) });
    const claims = claimRows.map((row) => relationshipIn(row, 'relationship'));
    const ends = endsIn(claimRows);
    const claimsOn = claimsByQuote(claims);
    return {
      source: sourceJson(source),
      node: nodeJson(source),
      quotes: quotes.map((quote) => ({
        id: idOf(quote),
        quote: textOf(quote.properties.get('quote')),
        paragraph: paragraphOf(quote),
        claims: claimsOn.get(idOf(quote)) ?? [],
      })),
      nodes: [...ends.values()].map(nodeJson),
      relationships: claims.map((claim) =>
        relationshipJson(claim, (elementId) => {
          const end = ends.get(elementId);
          return end === undefined ? elementId : idOf(end);
        }),
      ),
      unquoted: unquoted[0] === undefined ? 0 : countIn(unquoted[0], 'claims'),
      omitted: { quotes: omittedIn(quoteRows), claims: omittedIn(claimRows) },
    };
  },
);

const omittedIn = ([row]: readonly Row[]): number => (row === undefined ? 0 : countIn(row, 'omitted'));

/** Both ends of every claim, each once, by element id. */
function endsIn(rows: readonly Row[]): ReadonlyMap<string, Node> {
  const ends = new Map<string, Node>();
  for (const row of rows)
    for (const column of ['source', 'target']) {
      const node = nodeIn(row, column);
      ends.set(node.elementId, node);
    }
  return ends;
}

/** The ids of the claims that name a quote, by the quote's id. */
function claimsByQuote(claims: readonly Relationship[]): ReadonlyMap<string, readonly string[]> {
  const byQuote = new Map<string, string[]>();
  for (const claim of claims) {
    const evidence = claim.properties.get('evidence') ?? null;
    for (const quote of new Set(isList(evidence) ? evidence : [])) {
      if (typeof quote !== 'string') continue;
      const named = byQuote.get(quote);
      if (named === undefined) byQuote.set(quote, [idOf(claim)]);
      else named.push(idOf(claim));
    }
  }
  return byQuote;
}
