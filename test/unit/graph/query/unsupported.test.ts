import { describe, expect, it } from 'vitest';
import { Database } from './statements.ts';
import { UNSUPPORTED } from './unsupported.ts';

async function outcome(statement: string): Promise<string> {
  const database = new Database();
  try {
    return (await database.rows(statement)).join('\n');
  } catch {
    return database.failure(statement);
  }
}

describe('what is not supported is said so', () => {
  it.each(UNSUPPORTED.map((each) => [each.what, each] as const))(
    '%s',
    async (_what, { example, entente }) => {
      expect(await outcome(example)).toContain(entente);
    },
  );
});
