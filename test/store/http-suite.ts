/** What `/api/*` answers, over any store: real requests to a real server on the seed graph, every reply parsed with its schema. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createApp } from '../../server/app.ts';
import {
  BetweenReply,
  ClaimsOfTypeReply,
  CommonNeighboursReply,
  AnswersReply,
  ElementsReply,
  Health,
  KeepViewReply,
  NeighboursReply,
  NodeReply,
  Overview,
  PathsReply,
  QueriesReply,
  RelationshipReply,
  SchemaReply,
  SearchReply,
  SourceReply,
  SourcesReply,
  ViewReply,
} from '../../server/contract/api.ts';
import { createLogger } from '../../server/logger.ts';
import { loadNamedQueries } from '../../server/named-queries.ts';
import { ROOT } from '../../server/root.ts';
import { prepareStore } from '../../server/seed.ts';
import { readSettings } from '../../server/settings.ts';
import type { SearchHit } from '../../server/contract/api.ts';
import type { Store } from '../../server/store/store.ts';
import { runRead, runWrite } from './collect.ts';
import { get, postJson, problem, raw } from './http-client.ts';
import { listening } from './listening.ts';
import { serve } from './serve.ts';

const CYPHER = join(ROOT, 'cypher');
/** Runs until it is stopped. */
const ENDLESS =
  'UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b WITH a, b WHERE a + b < 0 MATCH (n) RETURN n';

export function describeHttp(open: () => Promise<Store>): void {
  let store: Store;
  let url: string;
  let close: () => Promise<void>;
  /** Where views are kept; the store has a place of its own. */
  let folder: string;
  /** The statements that the application has asked the store to run. */
  const statements: string[] = [];

  beforeAll(async () => {
    store = await open();
    await runWrite(store, 'MATCH (n) DETACH DELETE n');
    expect(await prepareStore(store, CYPHER, 'auto')).toBe('seeded');
    folder = await mkdtemp(join(tmpdir(), 'entente-http-'));
    const { settings } = readSettings(
      ['--query-timeout', '2', '--export-timeout', '2', '--max-body', '100kb', '--data', folder],
      {},
    );
    const app = createApp({
      store: listening(store, statements),
      queries: await loadNamedQueries(join(CYPHER, 'queries')),
      questions: await loadNamedQueries(join(CYPHER, 'queries', 'questions')),
      settings,
      logger: createLogger({ logLevel: 'silent' }),
    });
    const server = await serve(app);
    ({ url } = server);
    close = () => server.close();
  });
  afterAll(async () => {
    await close?.();
    await runWrite(store, 'MATCH (n) DETACH DELETE n');
    await store.close();
    await rm(folder, { recursive: true, force: true });
  });

  describe('the seed', () => {
    it('changes nothing the second time, whether it is asked for or not', async () => {
      const before = await store.health();
      expect(await prepareStore(store, CYPHER, 'auto')).toBe('present');
      expect(await prepareStore(store, CYPHER, 'never')).toBe('not-wanted');
      expect(await prepareStore(store, CYPHER, 'always')).toBe('seeded');
      expect(await store.health()).toEqual(before);
    });
  });

  describe('health', () => {
    it('says what the store is and how much it holds', async () => {
      const { version, nodes, relationships } = await store.health();
      expect(await get(`${url}/api/health`, Health)).toEqual({
        status: 'ok',
        store: { kind: store.kind, version, nodes, relationships },
        database: store.database,
        allowWrites: false,
      });
    });
  });

  describe('the overview', () => {
    it('is the whole seed graph without quotes and sources, and no relationship has a loose end', async () => {
      const overview = await get(`${url}/api/overview`, Overview);
      expect(overview.omitted).toEqual({ nodes: 0, relationships: 0 });
      expect(overview.nodes.length).toBeGreaterThan(40);
      expect(overview.relationships.length).toBeGreaterThan(90);
      expect(
        overview.nodes.filter(({ labels }) => labels.includes('Evidence') || labels.includes('Source')),
      ).toEqual([]);
      const ids = new Set(overview.nodes.map(({ id }) => id));
      expect(
        overview.relationships.filter(({ source, target }) => !ids.has(source) || !ids.has(target)),
      ).toEqual([]);
    });

    it('counts what its limits leave out', async () => {
      const whole = await get(`${url}/api/overview`, Overview);
      const part = await get(`${url}/api/overview?limit=5&relationshipLimit=3`, Overview);
      expect(part.nodes).toEqual(whole.nodes.slice(0, 5));
      expect(part.relationships).toHaveLength(3);
      expect(part.omitted).toEqual({
        nodes: whole.nodes.length - 5,
        relationships: whole.relationships.length - 3,
      });
    });
  });

  describe('search', () => {
    const search = async (q: string, limit = 20) =>
      (await get(`${url}/api/search?limit=${limit}&q=${encodeURIComponent(q)}`, SearchReply)).hits;
    const idOfHit = (hit: SearchHit) =>
      hit.kind === 'node' ? hit.node.id : hit.kind === 'type' ? hit.type : hit.relationship.id;
    const first = async (q: string) => {
      const [hit] = await search(q, 1);
      if (hit === undefined) return null;
      const { field, text } = hit.matched;
      return [idOfHit(hit), { field, text }];
    };

    it('finds an actor by name, alias, the beginning of a name, and despite a slip of the pen', async () => {
      const taliban = ['taliban', { field: 'name', text: 'Taliban' }];
      expect(await first('taliban')).toEqual(taliban);
      expect(await first('TALIB')).toEqual(taliban);
      expect(await first('talbian')).toEqual(taliban);
      expect(await first('Kremlin')).toEqual(['russia', { field: 'alias', text: 'the Kremlin' }]);
    });

    it('finds claims by words of their quotes, and says which quote', async () => {
      const { rows } = await runRead(
        store,
        "MATCH (e:Evidence {id: 'afp-p10-moderate-policies'}) RETURN e.quote",
      );
      const quote = String(rows[0]?.[0]);
      const hits = await search(quote.split(/\s+/).slice(0, 6).join(' '));
      expect(hits.map(({ matched }) => matched)).toContainEqual({ field: 'quote', text: quote, as: 'words' });
      expect(
        hits.some(
          (hit) =>
            hit.kind === 'relationship' && hit.relationship.id === 'ten-countries-urged-moderate-policies',
        ),
      ).toBe(true);
    });

    it('finds claims by what they say and by their type, with both ends', async () => {
      const [hit] = await search('moderate policies urged', 1);
      expect(hit).toMatchObject({ kind: 'relationship', relationship: { type: 'URGED' } });
      if (hit?.kind !== 'relationship') throw new Error('no claim');
      expect(hit.nodes.map(({ id }) => id)).toEqual([hit.relationship.source, hit.relationship.target]);
      const frozen = await search('froze assets');
      expect(
        frozen.some((each) => each.kind === 'relationship' && each.relationship.type === 'FROZE_ASSETS_OF'),
      ).toBe(true);
    });

    it('says whether what matched is spelt as it was typed', async () => {
      const as = async (q: string) => (await search(q, 1))[0]?.matched.as;
      expect(await as('taliban')).toBe('words');
      expect(await as('Kreml')).toBe('beginning');
      expect(await as('talbian')).toBe('spelling');
      expect(await as('sergei lavorv')).toBe('spelling');
      expect(await as('sergei lavr')).toBe('beginning');
    });

    it('finds relationship types by their words, however they are spelt, with how many have each', async () => {
      const { rows } = await runRead(store, 'MATCH ()-[r:FROZE_ASSETS_OF]->() RETURN count(r)');
      const frozen = (await search('froze assets')).find(({ kind }) => kind === 'type');
      expect(frozen).toMatchObject({
        kind: 'type',
        type: 'FROZE_ASSETS_OF',
        count: Number(rows[0]?.[0]),
        matched: { field: 'type', text: 'froze assets of', as: 'words' },
      });
      expect((await search('partcipated')).find(({ kind }) => kind === 'type')).toMatchObject({
        type: 'PARTICIPATED_IN',
        matched: { as: 'spelling' },
      });
      const types = async (q: string) => (await search(q)).filter(({ kind }) => kind === 'type').map(idOfHit);
      // a type is found by all of its words, not by any
      expect(await types('froze nothing')).toEqual([]);
      expect(await types('from')).not.toContain('FROM');
    });

    it('opens all the types that were found with one statement, and counts them with none but the one that is kept', async () => {
      await search('exercised');
      statements.length = 0;
      const hits = await search('exercised');
      const types = hits.filter(({ kind }) => kind === 'type').map(idOfHit);
      expect(types.toSorted()).toEqual(['EXERCISED_NEAR', 'EXERCISED_WITH']);
      const claims = hits.flatMap((hit) => (hit.kind === 'relationship' ? [hit.relationship.type] : []));
      expect(new Set(claims)).toEqual(new Set(types));
      // Neo4j plans every text that it has not seen, and a type cannot be a parameter
      expect(statements.filter((statement) => statement.includes('EXERCISED'))).toHaveLength(1);
      expect(statements.filter((statement) => statement.includes('count('))).toEqual([]);
    });

    it('counts the claims of a type as they are now, whoever has written them', async () => {
      const counted = async () =>
        (await search('outwitted')).flatMap((hit) => (hit.kind === 'type' ? [hit.count] : []));
      const outwit = (id: string) =>
        runWrite(
          store,
          `MATCH (a:Actor {id: 'iran'}), (b:Actor {id: 'india'}) CREATE (a)-[:OUTWITTED {id: '${id}'}]->(b)`,
        );
      expect(await counted()).toEqual([]);
      await outwit('outwitted-once');
      expect(await counted()).toEqual([1]);
      await outwit('outwitted-twice');
      expect(await counted()).toEqual([2]);
      await runWrite(store, 'MATCH ()-[r:OUTWITTED]->() DELETE r');
      expect(await counted()).toEqual([]);
      expect((await problem(`${url}/api/types/OUTWITTED/relationships`)).status).toBe(404);
    });

    it('gives the claims of a type that was found, in id order, and counts what its limit leaves out', async () => {
      const whole = await get(`${url}/api/types/URGED/relationships`, ClaimsOfTypeReply);
      const { rows } = await runRead(store, 'MATCH ()-[r:URGED]->() RETURN r.id ORDER BY r.id');
      expect(whole.relationships.map(({ id }) => id)).toEqual(rows.map(([id]) => id));
      expect(whole.omitted).toBe(0);
      const ends = whole.relationships.flatMap(({ source, target }) => [source, target]);
      expect(new Set(whole.nodes.map(({ id }) => id))).toEqual(new Set(ends));
      expect(whole.nodes).toHaveLength(new Set(ends).size);
      const part = await get(`${url}/api/types/URGED/relationships?limit=2`, ClaimsOfTypeReply);
      expect(part.relationships).toEqual(whole.relationships.slice(0, 2));
      expect(part.omitted).toBe(whole.relationships.length - 2);
      expect((await problem(`${url}/api/types/NO_SUCH%60TYPE/relationships`)).status).toBe(404);
    });

    it('finds the claims of a quote whose type the index does not know', async () => {
      await runWrite(
        store,
        `MATCH (a:Actor {id: 'iran'}), (b:Actor {id: 'india'}), (s:Source {id: 'afp-2021-10-20'})
         CREATE (:Evidence {id: 'a "quoted\\" id', quote: 'They spoke of zirconium.'})-[:FROM]->(s)
         CREATE (a)-[:MET {id: 'met', evidence: ['a "quoted\\" id']}]->(b),
                (b)-[:URGED {id: 'urged', evidence: ['a "quoted\\" id']}]->(a)`,
      );
      const hits = await search('zirconium');
      await runWrite(store, 'MATCH ()-[r {id: "urged"}]->() DELETE r');
      const without = await search('zirconium');
      await runWrite(store, 'MATCH (e:Evidence {quote: "They spoke of zirconium."}) DETACH DELETE e');
      await runWrite(store, 'MATCH ()-[r {id: "met"}]->() DELETE r');
      // its own types are read only for a quote that no other claim rests on
      expect(hits.map(idOfHit)).toEqual(['urged']);
      expect(without.map(idOfHit)).toEqual(['met']);
      expect(await search('zirconium')).toEqual([]);
    });

    it('leaves room for each kind of hit, whatever one kind has', async () => {
      const kinds = new Set((await search('taliban', 24)).map(({ kind }) => kind));
      expect(kinds).toEqual(new Set(['node', 'relationship']));
      expect(new Set((await search('urged', 24)).map(({ kind }) => kind))).toEqual(
        new Set(['type', 'relationship']),
      );
    });

    it('gives what holds some of the words where nothing holds all', async () => {
      expect((await search('taliban xylophone', 1))[0]?.matched.as).toBe('words');
      expect(await first('taliban xylophone')).toEqual(['taliban', { field: 'name', text: 'Taliban' }]);
      expect(await search('xylophone')).toEqual([]);
    });

    it('takes any text for words, never for a query', async () => {
      for (const q of [
        '")(*~^[]{}:/\\!&|+-',
        'name:russia',
        'russia AND',
        'NOT',
        '* OR *',
        "'; MATCH (n) DETACH DELETE n //",
        '🕊',
        'a'.repeat(500),
      ])
        expect(Array.isArray(await search(q))).toBe(true);
    });

    it('is best first, and no longer than its limit', async () => {
      const hits = await search('afghanistan', 100);
      const scores = hits.map(({ score }) => score);
      expect(scores).toEqual(scores.toSorted((a, b) => b - a));
      expect(await search('afghanistan', 3)).toHaveLength(3);
    });
  });

  describe('a node', () => {
    it('is found by its id and by its element id, with its counts', async () => {
      const byId = await get(`${url}/api/nodes/taliban`, NodeReply);
      expect(byId.node).toMatchObject({ id: 'taliban', labels: ['Actor', 'Group'] });
      expect(await get(`${url}/api/nodes/${encodeURIComponent(byId.node.elementId)}`, NodeReply)).toEqual(
        byId,
      );
      const { rows } = await runRead(store, "RETURN COUNT { (:Actor {id: 'taliban'})--() }");
      expect(byId.counts.reduce((sum, { count }) => sum + count, 0)).toBe(Number(rows[0]?.[0]));
    });

    it('that is not there is told as that', async () => {
      for (const path of [
        'nodes/nobody',
        'nodes/nobody/neighbours',
        'relationships/nothing',
        'paths?from=russia&to=nobody',
      ])
        expect((await problem(`${url}/api/${path}`)).status).toBe(404);
      expect(await problem(`${url}/api/nodes/nobody`)).toEqual({
        type: 'about:blank',
        status: 404,
        title: 'Not found',
        detail: 'There is no node with the id "nobody".',
      });
    });
  });

  describe('neighbours', () => {
    it('page by page are the same as at once', async () => {
      const whole = await get(`${url}/api/nodes/taliban/neighbours?limit=5000`, NeighboursReply);
      expect(whole.omitted).toBe(0);
      expect(whole.next).toBeNull();
      const nodes: unknown[] = [];
      const relationships: unknown[] = [];
      let after = '';
      for (let left = Infinity; left > 0;) {
        const page = await get(`${url}/api/nodes/taliban/neighbours?limit=7${after}`, NeighboursReply);
        nodes.push(...page.nodes);
        relationships.push(...page.relationships);
        left = page.omitted;
        after = `&after=${encodeURIComponent(page.next ?? '')}`;
        expect(page.next === null).toBe(left === 0);
      }
      expect(nodes).toEqual(whole.nodes);
      expect(relationships).toEqual(whole.relationships);
    });

    it('can be narrowed to types and a direction', async () => {
      const { relationships } = await get(
        `${url}/api/nodes/taliban/neighbours?types=URGED,CALLED_ON&direction=in`,
        NeighboursReply,
      );
      expect(relationships.length).toBeGreaterThan(0);
      expect(
        relationships.filter(
          ({ type, target }) => !['URGED', 'CALLED_ON'].includes(type) || target !== 'taliban',
        ),
      ).toEqual([]);
      expect(await get(`${url}/api/nodes/taliban/neighbours?types=NO_SUCH_TYPE`, NeighboursReply)).toEqual({
        nodes: [],
        relationships: [],
        omitted: 0,
        left: [],
        next: null,
      });
    });

    it('tells what is left after a page by type and direction, most first', async () => {
      const counts = (relationships: readonly { type: string; source: string }[]) => {
        const sums = new Map<string, number>();
        for (const { type, source } of relationships) {
          const key = `${type} ${source === 'taliban' ? 'out' : 'in'}`;
          sums.set(key, (sums.get(key) ?? 0) + 1);
        }
        return sums;
      };
      const whole = await get(`${url}/api/nodes/taliban/neighbours?limit=5000`, NeighboursReply);
      expect(whole.left).toEqual([]);
      for (const query of ['limit=7', 'limit=7&direction=in', 'limit=3&types=URGED,CALLED_ON,FEARED']) {
        const all = await get(`${url}/api/nodes/taliban/neighbours?${query}&limit=5000`.replace(/limit=\d&/, ''), NeighboursReply); // prettier-ignore
        const page = await get(`${url}/api/nodes/taliban/neighbours?${query}`, NeighboursReply);
        const given = new Set(page.relationships.map(({ id }) => id));
        const later = counts(all.relationships.filter(({ id }) => !given.has(id)));
        expect(later.size).toBeGreaterThan(0);
        expect(new Map(page.left.map(({ type, direction, count }) => [`${type} ${direction}`, count]))).toEqual(later); // prettier-ignore
        const sizes = page.left.map(({ count }) => count);
        expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
      }
    });
  });

  describe('a relationship', () => {
    it('comes with its ends and every quote it rests on, with its source', async () => {
      const id = 'russia-participated-in-moscow-talks';
      const reply = await get(`${url}/api/relationships/${id}`, RelationshipReply);
      expect(reply.relationship).toMatchObject({ id, source: 'russia', target: 'moscow-talks-2021-10-20' });
      expect(reply.nodes.map((node) => node.id)).toEqual(['russia', 'moscow-talks-2021-10-20']);
      expect(reply.evidence.map((each) => [each.id, each.source?.id, each.source?.published])).toEqual([
        ['afp-p05-ten-countries', 'afp-2021-10-20', '2021-10-20'],
        ['report-p02-ten-countries', 'report-2021-10-20', '2021-10-20'],
      ]);
      expect(reply.evidence.every(({ quote, paragraph }) => quote !== null && paragraph !== null)).toBe(true);
      const byElementId = `${url}/api/relationships/${encodeURIComponent(reply.relationship.elementId)}`;
      expect(await get(byElementId, RelationshipReply)).toEqual(reply);
    });
  });

  describe('what the other side said', () => {
    const answersTo = async (id: string, query = '') => {
      const reply = await get(`${url}/api/relationships/${id}/answers${query}`, AnswersReply);
      const told = reply.answers.map(({ relationship, tie, reasons }) => ({ relationship, tie, reasons }));
      return { reply, told };
    };

    it('is found by the words in common, among those who speak for it too', async () => {
      const { reply, told } = await answersTo('russia-called-on-taliban-to-form-inclusive-government');
      const words = (...list: string[]) => [{ kind: 'words', words: list }];
      expect(told).toEqual([
        {
          relationship: 'taliban-promised-inclusive-government',
          tie: null,
          reasons: words('government', 'political', 'ethnic', 'inclusive'),
        },
        {
          relationship: 'abdul-salam-hanafi-declared-inclusive-government-achieved',
          tie: 'HOLDS_OFFICE_IN',
          reasons: words('government', 'inclusive'),
        },
        {
          relationship: 'taliban-reported-progress-on-inclusive-government',
          tie: null,
          reasons: words('government', 'inclusive'),
        },
        { relationship: 'taliban-agreed-to-cooperate-with-russia', tie: null, reasons: [{ kind: 'back' }] },
      ]);
      expect(reply.relationships.map(({ id }) => id)).toEqual(told.map(({ relationship }) => relationship));
      const ends = new Set(reply.nodes.map(({ id }) => id));
      expect(reply.relationships.every(({ source, target }) => ends.has(source) && ends.has(target))).toBe(
        true,
      );
      expect(reply.omitted).toBe(0);
    });

    it('is found by the quote that both rest on, and about an event by the event', async () => {
      const accused = await answersTo('observers-accused-taliban');
      expect(accused.told.map(({ relationship, reasons }) => [relationship, reasons[0]?.kind])).toEqual([
        ['taliban-ruled-out-persecution', 'quote'],
        ['taliban-persecuted-enemies', 'quote'],
      ]);
      const called = await answersTo('russia-called-for-inclusive-government');
      expect(called.told.map(({ relationship, reasons }) => [relationship, reasons[0]?.kind])).toEqual([
        ['abdul-salam-hanafi-declared-inclusive-government-achieved', 'about'],
        ['russian-foreign-ministry-called-for-inclusive-government', 'about'],
        ['taliban-promised-inclusive-government', 'about'],
        ['taliban-reported-progress-on-inclusive-government', 'about'],
      ]);
    });

    it('says how much a limit left out, and nothing where nothing was said', async () => {
      const { told, reply } = await answersTo('observers-accused-taliban', '?limit=1');
      expect([told.length, reply.omitted]).toEqual([1, 1]);
      const { reply: none } = await answersTo('russia-kept-embassy-in-kabul', '?limit=500');
      expect(none.answers.map(({ relationship }) => relationship)).toEqual([
        'many-other-countries-evacuated-embassies-in-kabul',
      ]);
      expect(await problem(`${url}/api/relationships/nothing/answers`)).toMatchObject({
        status: 404,
        detail: 'There is no relationship with the id "nothing".',
      });
    });

    it('counts what is said back within a week of event data, which has no words', async () => {
      await runWrite(
        store,
        `MATCH (a:Actor {id: 'iran'}), (b:Actor {id: 'india'})
         CREATE (a)-[:MET {id: 'm-0', date: date('2018-03-01')}]->(b),
                (b)-[:MET {id: 'm-1', date: date('2018-02-28')}]->(a),
                (b)-[:MET {id: 'm-2', date: date('2018-03-01')}]->(a),
                (b)-[:MET {id: 'm-3', date: date('2018-03-08')}]->(a),
                (b)-[:MET {id: 'm-4', date: date('2018-03-09')}]->(a),
                (b)-[:MET {id: 'm-5', date: '2018-03-02'}]->(a),
                (b)-[:MET {id: 'm-6'}]->(a),
                (a)-[:MET {id: 'm-7', date: '2018-03-01'}]->(b)`,
      );
      const dated = await answersTo('m-0');
      const worded = await answersTo('m-7');
      await runWrite(store, 'MATCH ()-[r:MET]->() DELETE r');
      expect(dated.told).toEqual([
        { relationship: 'm-2', tie: null, reasons: [{ kind: 'back' }] },
        { relationship: 'm-3', tie: null, reasons: [{ kind: 'back' }] },
      ]);
      expect(worded.told).toEqual([]);
    });
  });

  describe('the sources', () => {
    const DATA_SET = 'MERGE (:Source {id: $id, name: $id})';

    it('are told with their quotes and claims, those of a data set too', async () => {
      await runWrite(store, DATA_SET, { id: 'some-data-set' });
      await runWrite(
        store,
        `MATCH (a:Actor {id: 'iran'}), (b:Actor {id: 'india'})
         CREATE (a)-[:MET {id: 'met-1', source: 'some-data-set'}]->(b),
                (a)-[:MET {id: 'met-2', source: 'some-data-set', evidence: ['afp-p05-ten-countries']}]->(b)`,
      );
      const { sources, omitted } = await get(`${url}/api/sources`, SourcesReply);
      const data = await get(`${url}/api/sources/some-data-set`, SourceReply);
      const cut = await get(`${url}/api/sources?limit=1`, SourcesReply);
      await runWrite(store, 'MATCH ()-[r:MET]->() DELETE r');
      await runWrite(store, "MATCH (s:Source {id: 'some-data-set'}) DELETE s");
      const before = await get(`${url}/api/sources`, SourcesReply);

      expect(omitted).toBe(0);
      const counts = sources.map(({ source, quotes, claims }) => [source.id, quotes, claims]);
      const { rows } = await runRead(
        store,
        `MATCH (e:Evidence)-[:FROM]->(s:Source)
         WITH s, collect(e.id) AS ids
         MATCH ()-[r]->() WHERE any(id IN r.evidence WHERE id IN ids)
         RETURN s.id, size(ids), count(r) ORDER BY count(r) DESC`,
      );
      const own = rows.map(([id, quotes, claims]) => [id, Number(quotes), Number(claims)]);
      // met-2 rests on a quote of the agency's as well
      expect(counts.toSorted()).toEqual(
        [
          ...own.map(([id, quotes, claims]) => [
            id,
            quotes,
            Number(claims) + (id === 'afp-2021-10-20' ? 1 : 0),
          ]),
          ['some-data-set', 0, 2],
        ].toSorted(),
      );
      expect(sources.map(({ claims }) => claims)).toEqual(
        sources.map(({ claims }) => claims).toSorted((a, b) => b - a),
      );
      expect([cut.sources, cut.omitted]).toEqual([sources.slice(0, 1), 2]);
      expect(data).toMatchObject({ quotes: [], relationships: [], nodes: [], unquoted: 2 });
      expect(before.sources.map(({ source }) => source.id)).not.toContain('some-data-set');
    });

    it('can be read: every quote in its order, with the claims that rest on it', async () => {
      const reply = await get(`${url}/api/sources/afp-2021-10-20`, SourceReply);
      expect(reply.source).toMatchObject({ id: 'afp-2021-10-20', published: '2021-10-20' });
      expect(reply.node.properties['file']).toBe('000_3a0695fa8bce62a8.txt');
      const { rows } = await runRead(
        store,
        `MATCH (e:Evidence)-[:FROM]->(:Source {id: 'afp-2021-10-20'}) RETURN e.id ORDER BY e.paragraph, e.position`,
      );
      expect(reply.quotes.map(({ id }) => id)).toEqual(rows.map(([id]) => id));
      expect(reply.quotes.slice(0, 3).map(({ id, paragraph }) => [id, paragraph])).toEqual([
        ['afp-p01-ready-to-collaborate', 1],
        // as they come in the paragraph, not in the order of their ids
        ['afp-p02-agreed-on-security', 2],
        ['afp-p02-fears-of-destabilization', 2],
      ]);
      expect(reply.quotes.filter(({ paragraph }) => paragraph === 5).map(({ id }) => id)).toEqual([
        'afp-p05-ten-countries',
        'afp-p05-not-the-united-states',
      ]);
      const given = new Map(reply.relationships.map((each) => [each.id, each]));
      const nodes = new Set(reply.nodes.map(({ id }) => id));
      for (const { id, quote, claims } of reply.quotes) {
        expect([id, quote === null, claims.length > 0]).toEqual([id, false, true]);
        for (const claim of claims) expect(given.get(claim)?.properties['evidence']).toContain(id);
      }
      expect([...given.values()].every(({ source, target }) => nodes.has(source) && nodes.has(target))).toBe(
        true,
      );
      expect(new Set(reply.quotes.flatMap(({ claims }) => claims))).toEqual(new Set(given.keys()));
      expect([reply.unquoted, reply.omitted]).toEqual([0, { quotes: 0, claims: 0 }]);
    });

    it('are cut at their limits, which is told', async () => {
      const whole = await get(`${url}/api/sources/report-2021-10-20`, SourceReply);
      const part = await get(`${url}/api/sources/report-2021-10-20?limit=3&claimLimit=2`, SourceReply);
      expect(part.quotes.map(({ id }) => id)).toEqual(whole.quotes.slice(0, 3).map(({ id }) => id));
      expect(part.relationships).toHaveLength(2);
      expect(part.omitted.quotes).toBe(whole.quotes.length - 3);
      const resting = new Set(whole.quotes.slice(0, 3).flatMap(({ claims }) => claims));
      expect(part.omitted.claims).toBe(resting.size - 2);
    });

    it('that are not there, or are no sources, are told as that', async () => {
      for (const id of ['nothing', 'russia'])
        expect(await problem(`${url}/api/sources/${id}`)).toMatchObject({
          status: 404,
          detail: `There is no source with the id "${id}".`,
        });
    });
  });

  describe('elements', () => {
    it('come by their ids or element ids with the ends they need, and what is gone is named', async () => {
      const id = 'russia-participated-in-moscow-talks';
      const { node } = await get(`${url}/api/nodes/iran`, NodeReply);
      const asked = { nodes: [node.elementId, 'nobody'], relationships: [id, 'nothing'] };
      const reply = await get(`${url}/api/elements`, ElementsReply, postJson(asked));
      expect(reply.nodes.map((each) => each.id).toSorted()).toEqual([
        'iran',
        'moscow-talks-2021-10-20',
        'russia',
      ]);
      expect(reply.relationships.map(({ id: found, source, target }) => [found, source, target])).toEqual([
        [id, 'russia', 'moscow-talks-2021-10-20'],
      ]);
      expect(reply.missing).toEqual({ nodes: ['nobody'], relationships: ['nothing'] });
    });

    it('that are not asked for as lists of ids are refused', async () => {
      const { status, detail } = await problem(
        `${url}/api/elements`,
        postJson({ nodes: [1], relationships: [] }),
      );
      expect([status, detail]).toEqual([400, expect.stringContaining('nodes')]);
    });
  });

  describe('what is between', () => {
    const among = (body: object) => get(`${url}/api/between`, BetweenReply, postJson(body));
    const nodes = ['russia', 'taliban', 'moscow-talks-2021-10-20', 'nobody'];

    it('nodes are all relationships among them but those known, and whom nobody knows is named', async () => {
      const { rows } = await runRead(
        store,
        'MATCH (a)-[r]->(b) WHERE a.id IN $ids AND b.id IN $ids RETURN r.id ORDER BY r.id',
        { ids: nodes },
      );
      const all = rows.map(([id]) => id);
      expect(all.length).toBeGreaterThan(5);
      const reply = await among({ nodes });
      expect(reply.relationships.map(({ id }) => id)).toEqual(all);
      expect([reply.omitted, reply.missing]).toEqual([0, ['nobody']]);
      expect(
        reply.relationships.every(({ source, target }) => nodes.includes(source) && nodes.includes(target)),
      ).toBe(true);
      const rest = await among({ nodes, known: all.slice(0, 2) });
      expect(rest.relationships.map(({ id }) => id)).toEqual(all.slice(2));
      const part = await among({ nodes, known: all.slice(0, 2), limit: 1 });
      expect([part.relationships.map(({ id }) => id), part.omitted]).toEqual([
        all.slice(2, 3),
        all.length - 3,
      ]);
    });

    it('several nodes are those joined to all of them, most first', async () => {
      const common = (body: object) =>
        get(`${url}/api/common-neighbours`, CommonNeighboursReply, postJson(body));
      const whole = await common({ nodes: ['russia', 'taliban'] });
      expect(whole.nodes.map(({ id }) => id)).toContain('moscow-talks-2021-10-20');
      const ends = whole.relationships.map(({ source, target }) => [source, target]);
      const ties = whole.nodes.map(({ id }) => ends.filter((pair) => pair.includes(id)).length);
      expect(ties).toEqual(ties.toSorted((a, b) => b - a));
      for (const { id } of whole.nodes)
        for (const asked of ['russia', 'taliban'])
          expect(ends.some((pair) => pair.includes(id) && pair.includes(asked))).toBe(true);
      expect(whole.nodes.filter(({ labels }) => labels.includes('Evidence'))).toEqual([]);
      const part = await common({ nodes: ['russia', 'taliban'], limit: 1 });
      expect(part).toMatchObject({ nodes: whole.nodes.slice(0, 1), omitted: whole.nodes.length - 1 });
      const fewer = await common({ nodes: ['russia', 'taliban', 'united-states'] });
      expect(fewer.nodes.length).toBeLessThanOrEqual(whole.nodes.length);
    });

    it('is not asked of too few, too many or unknown nodes', async () => {
      const refused = async (path: string, body: object) =>
        (await problem(`${url}/api/${path}`, postJson(body))).status;
      expect(await refused('common-neighbours', { nodes: ['russia'] })).toBe(400);
      expect(await refused('common-neighbours', { nodes: ['russia', 'russia'] })).toBe(400);
      expect(await refused('common-neighbours', { nodes: ['russia', 'nobody'] })).toBe(404);
      expect(await refused('between', { nodes: ['russia'], limit: 0 })).toBe(400);
      expect(await refused('between', { nodes: 'russia' })).toBe(400);
    });
  });

  describe('paths', () => {
    it('are walks of one length from one node to the other', async () => {
      const reply = await get(`${url}/api/paths?from=united-states&to=moscow&limit=100`, PathsReply);
      expect(reply.paths.length).toBeGreaterThan(0);
      const lengths = new Set(reply.paths.map(({ relationships }) => relationships.length));
      expect(lengths.size).toBe(1);
      for (const { nodes, relationships } of reply.paths) {
        expect([nodes[0], nodes.at(-1)]).toEqual(['united-states', 'moscow']);
        expect(nodes).toHaveLength(relationships.length + 1);
      }
      const given = new Set(reply.nodes.map(({ id }) => id));
      expect(reply.paths.flatMap(({ nodes }) => nodes).every((id) => given.has(id))).toBe(true);
      const one = await get(`${url}/api/paths?from=united-states&to=moscow&limit=1`, PathsReply);
      expect(one.paths).toHaveLength(1);
      expect(one.more).toBe(reply.paths.length > 1);
    });

    it('are none where the two are the same or too far apart', async () => {
      const none = { paths: [], nodes: [], relationships: [], more: false };
      expect(await get(`${url}/api/paths?from=russia&to=russia`, PathsReply)).toEqual(none);
      expect(await get(`${url}/api/paths?from=united-states&to=moscow&maxHops=1`, PathsReply)).toEqual(none);
    });
  });

  describe('views', () => {
    it('are kept beside the graph, which stays as it is', async () => {
      const before = await store.health();
      const view = 'a-view_of-the_graph';
      const { id } = await get(`${url}/api/views`, KeepViewReply, postJson({ view }));
      expect(await get(`${url}/api/views`, KeepViewReply, postJson({ view }))).toEqual({ id });
      expect(await get(`${url}/api/views/${id}`, ViewReply)).toEqual({ view });
      expect(await store.health()).toEqual(before);
    });
  });

  describe('the schema', () => {
    it('holds labels, types with what they join, and properties with their types', async () => {
      const schema = await get(`${url}/api/schema`, SchemaReply);
      const { rows } = await runRead(store, 'MATCH (a:State) RETURN count(a)');
      expect(schema.labels).toContainEqual({ label: 'State', count: Number(rows[0]?.[0]) });
      const urged = schema.relationshipTypes.find(({ type }) => type === 'URGED');
      expect(urged?.triples.map(({ from, to }) => [from, to])).toContainEqual(['Collective', 'Group']);
      expect(
        schema.properties.find(({ entity, key }) => entity === 'relationship' && key === 'evidence'),
      ).toMatchObject({
        types: ['LIST<STRING>'],
      });
    });
  });

  describe('the named queries', () => {
    it('are told with their statements', async () => {
      const { questions, queries } = await get(`${url}/api/queries`, QueriesReply);
      expect(questions.find(({ name }) => name === 'what-each-fears')?.summary).toContain('fear');
      const neighbours = queries.find(({ name }) => name === 'neighbours');
      expect(neighbours?.parameters.map(({ name }) => name)).toEqual([
        'elementId',
        'types',
        'direction',
        'after',
        'limit',
      ]);
      expect(neighbours?.statement).toContain('MATCH');
    });
  });

  describe('the description', () => {
    it('names only routes that are there, and every parameter of a path', async () => {
      const document = await get(
        `${url}/api/openapi.json`,
        z.object({
          openapi: z.literal('3.1.0'),
          paths: z.record(
            z.string(),
            z.record(
              z.string(),
              z.object({ parameters: z.array(z.object({ name: z.string(), in: z.string() })) }),
            ),
          ),
        }),
      );
      expect(Object.keys(document.paths)).toContain('/db/{database}/query/v2');
      for (const [path, methods] of Object.entries(document.paths)) {
        const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
        for (const [method, { parameters }] of Object.entries(methods)) {
          expect(parameters.filter((each) => each.in === 'path').map(({ name }) => name)).toEqual(inPath);
          const response = await fetch(
            url + path.replace('{database}', store.database).replace(/\{\w+\}/g, 'x'),
            { method },
          );
          const body = await response.text();
          expect(`${method} ${path}: ${body}`).not.toMatch(/There is no (GET|POST|DELETE) /);
        }
      }
    });

    it('is also a page, which refers to nothing elsewhere', async () => {
      const page = await (await fetch(`${url}/api/docs`)).text();
      expect(page).toContain('/api/nodes/{id}/neighbours');
      expect(page).not.toMatch(/<script|(?:src|href)="https?:/);
    });
  });

  describe('an export', () => {
    const STATEMENT = 'MATCH (a:Actor)-[r:URGED]->(b) RETURN a, r, b';
    const count = (gexf: string, element: string) => gexf.match(new RegExp(`<${element} `, 'g'))?.length ?? 0;

    it('of a statement holds the elements it returns, each once, and is offered as a file', async () => {
      const response = await fetch(`${url}/api/export?format=gexf`, postJson({ statement: STATEMENT }));
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toBe('application/gexf+xml; charset=utf-8');
      expect(response.headers.get('content-disposition')).toMatch(
        /^attachment; filename="entente-[\dT-]+\.gexf"$/,
      );
      const gexf = await response.text();
      const { rows } = await runRead(
        store,
        'MATCH (a:Actor)-[r:URGED]->(b) UNWIND [a, b] AS n RETURN count(DISTINCT n), count(DISTINCT r)',
      );
      expect([count(gexf, 'node'), count(gexf, 'edge')]).toEqual(rows[0]?.map(Number));
      expect(gexf.trimEnd().endsWith('</gexf>')).toBe(true);
      const link = await fetch(`${url}/api/export?statement=${encodeURIComponent(STATEMENT)}`);
      expect(await link.text()).toBe(gexf);
    });

    it('takes parameters, and keeps all digits of an integer', async () => {
      const statement = 'MATCH (n) WHERE n.id = $id AND $big = 9007199254740993 RETURN n';
      const body = `{"statement":${JSON.stringify(statement)},"parameters":{"id":"russia","big":9007199254740993}}`;
      expect(count(await (await fetch(`${url}/api/export`, postJson(body))).text(), 'node')).toBe(1);
    });

    it('of ids holds these, as the picture shows them', async () => {
      const body = {
        nodes: ['russia', 'moscow-talks-2021-10-20'],
        relationships: ['russia-participated-in-moscow-talks'],
        positions: { russia: [1.5, -2] },
        colors: { russia: '#0072b2' },
      };
      const gexf = await (await fetch(`${url}/api/export`, postJson(body))).text();
      expect([count(gexf, 'node'), count(gexf, 'edge')]).toEqual([2, 1]);
      expect(gexf).toMatch(/viz:position x="1.5" y="-2(\.0)?"/);
      expect(gexf).toMatch(/viz:color r="0" g="114" b="178"/);
    });

    it('of a statement that cannot be run is refused before it begins, with the place', async () => {
      expect(await problem(`${url}/api/export`, postJson({ statement: 'MATCH (n) RETRUN n' }))).toMatchObject(
        {
          status: 400,
          code: 'Neo.ClientError.Statement.SyntaxError',
          position: { line: 1, column: 11, offset: 10 },
        },
      );
      expect((await problem(`${url}/api/export`, postJson({ statement: 'RETURN nosuch(1)' }))).status).toBe(
        400,
      );
      expect(
        (await problem(`${url}/api/export`, postJson({ statement: 'CREATE (n) RETURN n' }))).status,
      ).toBe(403);
      expect((await problem(`${url}/api/export`, postJson({ statement: 'RETURN 1' }))).detail).toContain(
        'no graph to export',
      );
    });

    it('that takes too long is stopped and told', async () => {
      expect(await problem(`${url}/api/export`, postJson({ statement: ENDLESS }))).toMatchObject({
        status: 504,
        title: 'The statement took too long',
      });
    });

    it('whose client goes away stops in the store', async () => {
      const gone = new AbortController();
      const reply = fetch(`${url}/api/export`, { ...postJson({ statement: ENDLESS }), signal: gone.signal });
      await sleep(300);
      gone.abort();
      await expect(reply).rejects.toThrow('abort');
      await sleep(300);
      // the bound of 2 s has not passed: nothing but the cancellation can have ended it
      const began = Date.now();
      expect((await fetch(`${url}/api/health`)).status).toBe(200);
      expect(Date.now() - began).toBeLessThan(1000);
      if (store.kind === 'neo4j') {
        const { rows } = await runRead(store, 'SHOW TRANSACTIONS YIELD currentQuery');
        expect(rows.filter(([query]) => String(query).includes('1000000'))).toEqual([]);
      }
    });
  });

  describe('a bad request', () => {
    it('names the field that does not fit', async () => {
      const detail = async (path: string) => {
        const { status, detail: words } = await problem(`${url}/api/${path}`);
        return [status, words.split(':')[0]];
      };
      expect(await detail('search')).toEqual([400, 'q']);
      expect(await detail('search?q=a&limit=1000')).toEqual([400, 'limit']);
      expect(await detail('nodes/russia/neighbours?direction=up')).toEqual([400, 'direction']);
      expect(await detail('paths?from=russia')).toEqual([400, 'to']);
      expect(await detail('overview?limit=many')).toEqual([400, 'limit']);
      expect(await detail('export?statement=RETURN%201&format=csv')).toEqual([400, 'format']);
    });

    it('with a body that is no JSON, too large, or of the wrong type is told as that', async () => {
      expect(await problem(`${url}/api/export`, postJson('{"statement": '))).toMatchObject({
        status: 400,
        detail: expect.stringContaining('not valid JSON'),
      });
      expect((await problem(`${url}/api/export`, postJson({ statement: 'x'.repeat(200_000) }))).status).toBe(
        413,
      );
      expect((await problem(`${url}/api/export`, { method: 'POST', body: 'RETURN 1' })).status).toBe(415);
      expect((await problem(`${url}/api/export`, postJson({ statement: 1 }))).status).toBe(400);
      expect(
        (
          await problem(`${url}/api/export`, {
            method: 'POST',
            headers: { 'Content-Type': 'application/json' },
          })
        ).status,
      ).toBe(400);
    });

    it('to nowhere is told as that, in the shape of its part', async () => {
      expect((await problem(`${url}/api/nowhere`)).status).toBe(404);
      expect((await problem(`${url}/api/search`, { method: 'DELETE' })).status).toBe(404);
      const query = await fetch(`${url}/db/nowhere/query/v2`, postJson({ statement: 'RETURN 1' }));
      expect([query.status, Object.keys((await query.json()) as object)]).toEqual([404, ['errors']]);
    });

    it('from another site is refused in either part', async () => {
      expect((await raw(`${url}/api/health`, { Host: 'evil.example' })).status).toBe(403);
      const query = await raw(
        `${url}/db/${store.database}/query/v2`,
        { Origin: 'http://evil.example' },
        'POST',
      );
      expect([query.status, Object.keys(JSON.parse(query.body) as object)]).toEqual([403, ['errors']]);
    });
  });

  describe('writing', () => {
    it('is refused without --allow-writes, and leaves nothing', async () => {
      const before = await store.health();
      const write = (accessMode: string) =>
        fetch(
          `${url}/db/${store.database}/query/v2`,
          postJson({ statement: 'CREATE (n:Stray) RETURN n', accessMode }),
        );
      expect((await write('Write')).status).toBe(403);
      expect((await write('Read')).status).toBeGreaterThanOrEqual(400);
      expect(await store.health()).toEqual(before);
    });
  });
}
