import { describe } from 'vitest';
import { describeStore } from './contract.ts';
import { NEO4J_CURRENT, NEO4J_LTS } from './stores.ts';

describe.skipIf(NEO4J_LTS.missing)('Neo4j, the LTS release', () => {
  describeStore(NEO4J_LTS);
});

describe.skipIf(NEO4J_CURRENT.missing)('Neo4j, the current release', () => {
  describeStore(NEO4J_CURRENT);
});
