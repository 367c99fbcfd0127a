import { describe, expect, it } from 'vitest';
import { functions } from '../../graph/query/functions/registry.ts';
import { DIFFERENCES } from '../store/corpus/differences.ts';
import { CORPUS } from '../store/corpus/topics.ts';

const statements = Object.values(CORPUS).flat();

describe('the corpus that is compared with Neo4j', () => {
  it('names every function', () => {
    const called = new Set(
      statements.flatMap((statement) =>
        [...statement.matchAll(/[\w.]+(?=\s*\()/g)].map(([name]) => name.toLowerCase()),
      ),
    );
    expect(functions.map(({ name }) => name).filter((name) => !called.has(name.toLowerCase()))).toEqual([]);
  });

  it('holds each statement once, and at least 700', () => {
    expect(new Set(statements).size).toBe(statements.length);
    expect(statements.length).toBeGreaterThanOrEqual(700);
  });

  it('holds every statement that is listed as a difference, and lists it once', () => {
    const listed = DIFFERENCES.flatMap((difference) => difference.statements);
    expect(listed.filter((statement) => !statements.includes(statement))).toEqual([]);
    expect(new Set(listed).size).toBe(listed.length);
  });
});
