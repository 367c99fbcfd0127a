import type { Environment, ProcedureSignature } from '../../../../../graph/query/check/environment.ts';
import { functions } from '../../../../../graph/query/functions/registry.ts';

const procedures: Readonly<Record<string, ProcedureSignature>> = {
  'db.labels': { args: [], minArgs: 0, results: [{ name: 'label', type: 'STRING' }], mode: 'read' },
  find: {
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
  touch: { args: [], minArgs: 0, results: [], mode: 'write' },
};

/** Every function there is, and procedures of each shape. */
export const environment: Environment = {
  functions: new Map(functions.map((definition) => [definition.name.toLowerCase(), definition])),
  procedures: new Map(Object.entries(procedures)),
};
