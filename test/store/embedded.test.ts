import { describe } from 'vitest';
import { describeStore } from './contract.ts';
import { EMBEDDED } from './stores.ts';

describe('the embedded store', () => {
  describeStore(EMBEDDED);
});
