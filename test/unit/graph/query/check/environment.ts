import { environmentOf } from '../../../../../graph/query/check/environment.ts';
import { functions } from '../../../../../graph/query/functions/registry.ts';

/** Every function there is, and procedures of each shape. */
export const environment = environmentOf(functions, [
  {
    name: 'db.labels',
    args: [],
    minArgs: 0,
    results: [{ name: 'label', type: 'STRING' }],
    mode: 'read',
  },
  {
    name: 'find',
    args: [
      { name: 'text', type: 'STRING' },
      { name: 'limit', type: 'INTEGER' },
    ],
    minArgs: 1,
    results: [
      { name: 'node', type: 'NODE' },
      { name: 'score', type: 'FLOAT' },
    ],
    mode: 'read',
  },
  { name: 'touch', args: [], minArgs: 0, results: [], mode: 'write' },
]);
