/** Every function, by name. */
import { aggregateDefinitions } from './aggregates.ts';
import { collectionFunctions } from './collection.ts';
import { conversionFunctions } from './conversion.ts';
import type { FunctionDefinition } from './definition.ts';
import { graphFunctions } from './graph.ts';
import { listFunctions } from './list.ts';
import { mathFunctions } from './math.ts';
import { scalarFunctions } from './scalar.ts';
import { spatialFunctions } from './spatial.ts';
import { stringFunctions } from './string.ts';
import { temporalFunctions } from './temporal.ts';

/** All definitions, by name. */
export const functions: readonly FunctionDefinition[] = [
  ...scalarFunctions,
  ...conversionFunctions,
  ...graphFunctions,
  ...listFunctions,
  ...collectionFunctions,
  ...mathFunctions,
  ...stringFunctions,
  ...temporalFunctions,
  ...spatialFunctions,
  ...aggregateDefinitions,
].toSorted((a, b) => (a.name < b.name ? -1 : 1));

const byName = new Map(functions.map((definition) => [definition.name.toLowerCase(), definition]));

/** The function of a name, without regard to case; undefined where there is none. */
export function findFunction(name: string): FunctionDefinition | undefined {
  return byName.get(name.toLowerCase());
}

/** True for `count`, `sum`, `collect` … */
export function isAggregate(name: string): boolean {
  return findFunction(name)?.aggregate === true;
}
