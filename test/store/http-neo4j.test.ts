import { describe, inject } from 'vitest';
import { openNeo4jStore } from '../../server/store/neo4j.ts';
import { describeHttp } from './http-suite.ts';
import { found } from './provided.ts';

const lts = inject('neo4jLts');
describe.skipIf('missing' in lts)('/api over Neo4j', () => {
  describeHttp(() => openNeo4jStore(found(lts)));
});
