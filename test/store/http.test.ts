import { describe } from 'vitest';
import { describeHttp } from './http-suite.ts';
import { EMBEDDED, NEO4J_LTS } from './stores.ts';

for (const store of [EMBEDDED, NEO4J_LTS])
  describe.skipIf(store.missing)(`/api over ${store.name}`, () => {
    describeHttp(store.open);
  });
