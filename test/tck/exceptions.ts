/**
 * The scenarios that this engine does not pass, each with its reason. A listed one that passes fails the run, as does
 * one that fails and is not listed.
 */
export const EXCEPTIONS: ReadonlyMap<string, string> = new Map([
  // id of the scenario, such as 'expressions/map/Map1 [6] #2' → why
]);
