import { describe } from 'vitest';
import { describeStore } from './contract.ts';
import { EMBEDDED, EMBEDDED_THREAD } from './stores.ts';

describe.each([EMBEDDED, EMBEDDED_THREAD])('$name', (store) => {
  describeStore(store);
});
