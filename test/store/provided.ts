/** What the suite's global setup tells the test files. */

export interface FoundNeo4j {
  readonly uri: string;
  readonly httpUri: string;
  readonly username: string;
  readonly password: string;
}

/** Where a Neo4j is, or why there is none. */
export type ProvidedNeo4j = FoundNeo4j | { readonly missing: string };

declare module 'vitest' {
  interface ProvidedContext {
    neo4jLts: ProvidedNeo4j;
    neo4jCurrent: ProvidedNeo4j;
  }
}

/** For tests that are skipped where it is missing. */
export function found(neo4j: ProvidedNeo4j): FoundNeo4j {
  if ('missing' in neo4j) throw new Error(neo4j.missing);
  return neo4j;
}
