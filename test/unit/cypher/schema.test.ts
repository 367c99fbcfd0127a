import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from '../../../graph/query/parse/parse.ts';
import { splitStatements } from '../../../graph/query/parse/script.ts';
import { RELATIONSHIP_KINDS } from '../../../graph/vocabulary.ts';
import { ROOT } from '../../../server/root.ts';

const commands = async () =>
  splitStatements(await readFile(join(ROOT, 'cypher', 'schema.cypher'), 'utf8')).map(
    ({ text }) => parse(text).body,
  );

describe('the schema', () => {
  it('can be applied again and again', async () => {
    const faulty = (await commands()).filter(
      (command) =>
        !((command.kind === 'CreateConstraint' || command.kind === 'CreateIndex') && command.ifNotExists),
    );
    expect(faulty).toEqual([]);
  });

  it.each(['claims_search', 'claims_evidence'])(
    'has claims of every type of the vocabulary in %s',
    async (name) => {
      const index = (await commands()).find(
        (command) => command.kind === 'CreateIndex' && command.name === name,
      );
      const types = index?.kind === 'CreateIndex' ? index.labelsOrTypes : [];
      const claims = RELATIONSHIP_KINDS.map(({ type }) => type).filter((type) => type !== 'FROM');
      expect(types.toSorted()).toEqual(claims.toSorted());
    },
  );
});
