import { describe, expect, it } from 'vitest';
import { columnsFor } from '../../../../../graph/formats/gexf/columns.ts';

describe('columnsFor', () => {
  it('gives each property the narrowest type that holds all its values', () => {
    const columns = columnsFor('node', [
      { key: 'population', types: ['INTEGER'] },
      { key: 'area', types: ['FLOAT NOT NULL'] },
      { key: 'member', types: ['BOOLEAN'] },
      { key: 'aliases', types: ['LIST<STRING NOT NULL>'] },
      { key: 'since', types: ['DATE'] },
      { key: 'either', types: ['INTEGER', 'STRING'] },
      { key: 'number', types: ['INTEGER', 'FLOAT'] },
    ]);
    expect(columns.map(({ key, type }) => [key, type])).toEqual([
      ['aliases', 'liststring'],
      ['area', 'double'],
      ['either', 'string'],
      ['member', 'boolean'],
      ['number', 'string'],
      ['population', 'long'],
      ['since', 'string'],
    ]);
  });

  it('leaves out the id that is the element’s own, and keeps one that is not text', () => {
    expect(columnsFor('node', [{ key: 'id', types: ['STRING'] }])).toEqual([]);
    expect(columnsFor('node', [{ key: 'id', types: ['INTEGER'] }])).toEqual([
      { key: 'id', id: 'id_', type: 'long' },
    ]);
  });

  it('renames what a reader would overwrite, fail on, or not tell apart', () => {
    const string = ['STRING'];
    const ids = columnsFor(
      'relationship',
      ['key', 'weight', 'Name', 'name', 'NAME'].map((key) => ({ key, types: string })),
    ).map(({ key, id }) => [key, id]);
    expect(ids).toEqual([
      ['NAME', 'NAME'],
      ['Name', 'Name_'],
      ['key', 'key_'],
      ['name', 'name__'],
      ['weight', 'weight_'],
    ]);
  });
});
