import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadNamedQueries, parseNamedQuery } from '../../../server/named-queries.ts';
import { ROOT } from '../../../server/root.ts';

describe('a named query', () => {
  it('is told by its header', () => {
    const text = [
      '// Who is near a node,',
      '// in a sentence or two.',
      '// Parameters: id (string): the node; types (list of strings, or null): only these types;',
      '// null for all; limit (integer).',
      '// Columns: node, relationship',
      '//   (null where there is none).',
      '// Order: by id.',
      '',
      'MATCH (n) // not of the header',
      'RETURN n;',
      '',
    ].join('\n');
    expect(parseNamedQuery('near', text)).toEqual({
      name: 'near',
      summary: 'Who is near a node, in a sentence or two.',
      parameters: [
        { name: 'id', type: 'string', meaning: 'the node' },
        { name: 'types', type: 'list of strings, or null', meaning: 'only these types; null for all' },
        { name: 'limit', type: 'integer', meaning: '' },
      ],
      columns: 'node, relationship (null where there is none).',
      order: 'by id.',
      statement: 'MATCH (n) // not of the header\nRETURN n;',
    });
  });

  it('has a header that says what it answers and gives, each of those in the folder', async () => {
    const { all } = await loadNamedQueries(join(ROOT, 'cypher', 'queries'));
    expect(
      all.filter(({ summary, columns, statement }) => summary === '' || columns === '' || statement === ''),
    ).toEqual([]);
  });

  it('uses just the parameters that its header tells', async () => {
    const { all } = await loadNamedQueries(join(ROOT, 'cypher', 'queries'));
    const used = all.map(({ name, statement }) => [name, [...new Set(statement.match(/\$\w+/g))].toSorted()]);
    const told = all.map(({ name, parameters }) => [
      name,
      parameters.map((each) => `$${each.name}`).toSorted(),
    ]);
    expect(used).toEqual(told);
  });
});
