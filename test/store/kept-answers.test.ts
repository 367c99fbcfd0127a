/** Answers that are kept: asked again only after a commit, and then of what is there now; on every store. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Value } from '../../graph/model.ts';
import { KeptAnswers } from '../../server/kept-answers.ts';
import { loadNamedQueries } from '../../server/named-queries.ts';
import { ROOT } from '../../server/root.ts';
import type { Store } from '../../server/store/store.ts';
import { runWrite } from './collect.ts';
import { listening } from './listening.ts';
import { EMBEDDED, EMBEDDED_THREAD, NEO4J_CURRENT, NEO4J_LTS } from './stores.ts';

const OPTIONS = { timeoutMs: 60_000 };

for (const tested of [EMBEDDED, EMBEDDED_THREAD, NEO4J_LTS, NEO4J_CURRENT]) {
  describe.skipIf(tested.missing)(`kept answers of ${tested.name}`, () => {
    let store: Store;
    let kept: KeptAnswers;
    /** The statements that the store was asked to run. */
    const asked: string[] = [];

    beforeAll(async () => {
      store = await tested.open();
      await runWrite(store, 'MATCH (n) DETACH DELETE n');
      await runWrite(store, 'CREATE (:Actor {id: 1})-[:URGED]->(:Event {id: 2})');
      const queries = await loadNamedQueries(join(ROOT, 'cypher', 'queries'));
      kept = new KeptAnswers(listening(store, asked), queries);
    });
    afterAll(async () => {
      await runWrite(store, 'MATCH (n) DETACH DELETE n');
      await store.close();
    });

    const labels = async (): Promise<(Value | undefined)[]> => {
      asked.length = 0;
      const rows = await kept.rows('schema-labels', new Map(), OPTIONS);
      return rows.map((row) => row.get('label'));
    };
    const scans = (): number => asked.filter((statement) => statement !== 'RETURN 1').length;

    it('are given again until something is committed', async () => {
      expect(await labels()).toEqual(['Actor', 'Event']);
      expect(scans()).toBe(1);
      expect(await labels()).toEqual(['Actor', 'Event']);
      expect(scans()).toBe(0);
      await runWrite(store, 'CREATE (:Place {id: 3})');
      expect(await labels()).toEqual(['Actor', 'Event', 'Place']);
      expect(scans()).toBe(1);
      expect(await labels()).toEqual(['Actor', 'Event', 'Place']);
      expect(scans()).toBe(0);
    });

    it('are not changed by what is rolled back', async () => {
      await labels();
      const tx = await store.begin({ access: 'write' });
      for await (const _ of tx.run('MATCH (n) SET n:Other'));
      await tx.rollback();
      expect(await labels()).toEqual(['Actor', 'Event', 'Place']);
    });

    it('are asked once by several at a time, and again with other parameters', async () => {
      await runWrite(store, 'MATCH (p:Place) DELETE p');
      asked.length = 0;
      const overview = (limit: bigint) => kept.rows('overview', new Map([['limit', limit]]), OPTIONS);
      const [a, b] = await Promise.all([overview(2n), overview(2n)]);
      expect(a).toHaveLength(2);
      expect(b).toEqual(a);
      expect(scans()).toBe(1);
      expect(await overview(1n)).toHaveLength(1);
      expect(scans()).toBe(2);
    });

    it('that failed are not kept', async () => {
      await runWrite(store, 'MATCH (e:Event) SET e.id = 3');
      await expect(kept.rows('overview', new Map(), OPTIONS)).rejects.toThrow('limit');
      expect(await kept.rows('overview', new Map([['limit', 2n]]), OPTIONS)).toHaveLength(2);
    });
  });
}
