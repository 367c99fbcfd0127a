/** All statements of the corpus by topic: a file each. A statement stands in one of them only. */
import { AGGREGATES } from './aggregates.ts';
import { CLAUSES } from './clauses.ts';
import { CREATE } from './create.ts';
import { CYPHER_25 } from './cypher-25.ts';
import { DELETE } from './delete.ts';
import { DURATIONS } from './durations.ts';
import { EXPRESSIONS } from './expressions.ts';
import { FAILURES } from './failures.ts';
import { LISTS } from './lists.ts';
import { MATCH } from './match.ts';
import { MERGE } from './merge.ts';
import { NUMBERS } from './numbers.ts';
import { OPTIONAL_MATCH } from './optional-match.ts';
import { PATHS } from './paths.ts';
import { RETURN } from './return.ts';
import { SET_AND_REMOVE } from './set-and-remove.ts';
import { SPATIAL } from './spatial.ts';
import { STRINGS } from './strings.ts';
import { SUBQUERIES } from './subqueries.ts';
import { TEMPORAL } from './temporal.ts';
import { TYPES } from './types.ts';
import { UPDATES } from './updates.ts';
import { WHERE } from './where.ts';
import { WITH_AND_UNWIND } from './with-and-unwind.ts';

export const CORPUS: Readonly<Record<string, readonly string[]>> = {
  aggregation: AGGREGATES,
  clauses: CLAUSES,
  CREATE: CREATE,
  'Cypher 25': CYPHER_25,
  DELETE: DELETE,
  durations: DURATIONS,
  expressions: EXPRESSIONS,
  failures: FAILURES,
  'lists and maps': LISTS,
  MATCH: MATCH,
  MERGE: MERGE,
  numbers: NUMBERS,
  'OPTIONAL MATCH': OPTIONAL_MATCH,
  'paths and labels': PATHS,
  RETURN: RETURN,
  'SET and REMOVE': SET_AND_REMOVE,
  points: SPATIAL,
  text: STRINGS,
  subqueries: SUBQUERIES,
  'dates and times': TEMPORAL,
  'types, equality and order': TYPES,
  updates: UPDATES,
  WHERE: WHERE,
  'WITH and UNWIND': WITH_AND_UNWIND,
};
