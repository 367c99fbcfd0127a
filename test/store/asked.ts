/** What the named queries are asked of the seed graph. */
import type { Value } from '../../graph/model.ts';
import type { Store } from '../../server/store/store.ts';
import { rowsOf } from './collect.ts';

export type Given = Record<string, Value>;
/** What each query with parameters is asked, first what it finds something for; `elementId` gives a node's or relationship's own in the store. */
export const ASKED: Readonly<Record<string, (elementId: (id: string) => Value) => readonly Given[]>> = {
  between: (elementId) => {
    const ids = ['russia', 'taliban', 'moscow', 'ten-countries'].map(elementId);
    return [
      { ids, known: [], limit: 100n },
      { ids, known: ['russia-banned-taliban', 'nope'], limit: 2n },
    ];
  },
  'common-neighbours': (elementId) => [
    { ids: ['russia', 'taliban'].map(elementId), limit: 100n },
    { ids: ['russia', 'taliban', 'china'].map(elementId), limit: 1n },
  ],
  citations: () => [{ ids: ['afp-2021-10-20'] }, { ids: ['nope'] }],
  answers: (elementId) => [{ elementId: elementId('relationship'), limit: 50n }],
  'quotes-by-id': () => [{ ids: ['afp-p10-moderate-policies', 'nope', 'afp-p10-moderate-policies'] }],
  'claims-on-quotes': () => [
    { ids: ['afp-p05-ten-countries', 'nope'], limit: 100n },
    { ids: ['afp-p05-ten-countries', 'report-p02-ten-countries'], limit: 3n },
  ],
  evidence: (elementId) => [{ elementId: elementId('relationship') }],
  neighbours: (elementId) => {
    const all = { elementId: elementId('russia'), types: null, direction: 'both', after: null, limit: 1000n };
    return [
      all,
      { ...all, direction: 'out', limit: 5n },
      { ...all, direction: 'in' },
      { ...all, after: 'm', limit: 3n },
      { ...all, types: ['URGED', 'HOSTED'] },
    ];
  },
  'node-degrees': (elementId) => [{ elementId: elementId('taliban') }],
  node: () => [{ id: 'russia' }, { id: 'nope' }],
  'nodes-by-id': () => [{ ids: ['russia', 'taliban', 'nope'] }],
  overview: () => [{ limit: 1000n }, { limit: 7n }],
  paths: (elementId) => [
    { from: elementId('russia'), to: elementId('taliban'), maxHops: 5n, limit: 10n },
    { from: elementId('russia'), to: elementId('russia'), maxHops: 3n, limit: 10n },
  ],
  relationship: () => [{ id: 'russia-banned-taliban' }, { id: 'nope' }],
  'relationships-by-id': () => [{ ids: ['russia-banned-taliban', 'nope'] }, { ids: ['nope'] }],
  'relationships-from': (elementId) => [{ ids: [elementId('russia'), elementId('taliban')] }],
  'search-claims': () => [{ q: 'inclusive', limit: 50n }],
  'search-nodes': () => [
    { q: 'Russia', limit: 50n },
    { q: 'tal*', limit: 50n },
  ],
  'search-quotes': () => [{ q: 'government', limit: 50n }],
  'source-quotes': (elementId) => [
    { elementId: elementId('afp-2021-10-20'), limit: 100n },
    { elementId: elementId('report-2021-10-20'), limit: 4n },
  ],
  sources: () => [{ limit: 100n }, { limit: 1n }],
  'unquoted-claims': () => [{ id: 'afp-2021-10-20' }, { id: 'nope' }],
};

/** What each query is asked of this store, by its name; those without parameters nothing, once. */
export async function askedOf(store: Store): Promise<(name: string) => readonly Given[]> {
  const [nodes, [relationship]] = [
    await rowsOf(store, 'MATCH (n) WHERE n.id IS NOT NULL RETURN n.id, elementId(n)'),
    await rowsOf(store, 'MATCH (:Actor)-[r]->(:Actor) RETURN elementId(r) ORDER BY r.id LIMIT 1'),
  ];
  const elementIds = new Map(nodes.map(([id, elementId]) => [id, elementId ?? null]));
  const elementId = (id: string): Value =>
    id === 'relationship' ? (relationship?.[0] ?? null) : (elementIds.get(id) ?? null);
  return (name) => ASKED[name]?.(elementId) ?? [{}];
}
