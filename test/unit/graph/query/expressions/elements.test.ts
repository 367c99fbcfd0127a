import { beforeAll, describe, expect, it } from 'vitest';
import { MemoryGraph } from '../../../../../graph/memory/memory-graph.ts';
import type { Writer } from '../../../../../graph/memory/graph.ts';
import { NodeRef, PathRef, RelationshipRef } from '../../../../../graph/query/runtime.ts';
import type { RunValue } from '../../../../../graph/query/runtime.ts';
import { evaluate, failure } from './evaluate.ts';

let writer: Writer;
let variables: Record<string, RunValue>;

beforeAll(async () => {
  writer = await new MemoryGraph().write();
  const russia = writer.createNode();
  const taliban = writer.createNode();
  writer.addLabel(russia, writer.ensureLabel('State'));
  writer.addLabel(russia, writer.ensureLabel('Actor'));
  writer.setNodeProperty(russia, writer.ensureKey('name'), 'Russia');
  const urged = writer.createRelationship(writer.ensureType('URGED'), russia, taliban);
  writer.setRelationshipProperty(urged, writer.ensureKey('what'), 'an inclusive government');
  variables = {
    n: new NodeRef(russia),
    m: new NodeRef(taliban),
    r: new RelationshipRef(urged),
    p: new PathRef([russia, taliban], [urged]),
  };
});

describe('nodes, relationships and paths', () => {
  it.each([
    ['n.name', 'Russia'],
    ['n.unknown', null],
    [`n['name']`, 'Russia'],
    ['r.what', 'an inclusive government'],
    ['labels(n)', ['Actor', 'State']],
    ['type(r)', 'URGED'],
    ['keys(n)', ['name']],
    ['n:Actor', true],
    ['n:Actor&State', true],
    ['n:Actor&!State', false],
    ['n:Place|State', true],
    ['m:Actor', false],
    ['n:%', true],
    ['m:%', false],
    ['r:URGED', true],
    ['r:WARNED_OF|URGED', true],
    ['startNode(r) = n', true],
    ['endNode(r) = n', false],
    ['length(p)', 1n],
    ['nodes(p) = [n, m]', true],
    ['relationships(p)[0] = r', true],
    ['n = m', false],
    ['n < m', true],
    ['n IS :: NODE', true],
  ])('%s is %s', (text, value) => expect(evaluate(text, { writer, variables })).toStrictEqual(value));

  it('a projection takes what it names', () =>
    expect(evaluate(`n {.name, .unknown, m, two: 1 + 1}`, { writer, variables })).toStrictEqual(
      new Map<string, RunValue>([
        ['name', 'Russia'],
        ['unknown', null],
        ['m', variables['m'] ?? null],
        ['two', 2n],
      ]),
    ));
  it('`.*` takes all properties', () =>
    expect(evaluate(`r {.*}`, { writer, variables })).toStrictEqual(
      new Map([['what', 'an inclusive government']]),
    ));
  it('what was deleted in the transaction cannot be read', () => {
    const gone = writer.createNode();
    writer.deleteNode(gone);
    expect(failure('x.name', { writer, variables: { x: new NodeRef(gone) } })).toContain(
      'Neo.ClientError.Statement.EntityNotFound',
    );
  });
  it('a number has no properties', () =>
    expect(failure('x.name', { variables: { x: 1n } })).toBe(
      'Neo.ClientError.Statement.TypeError: Type mismatch: expected a map but was Long(1)',
    ));
});

describe('names', () => {
  it('an unknown variable, function and parameter are told', () => {
    expect(failure('x')).toContain('Variable `x` not defined');
    expect(failure('foo(1)')).toContain("Unknown function 'foo'");
    expect(failure('$x')).toBe('Neo.ClientError.Statement.ParameterMissing: Expected parameter(s): x');
  });
  it('the number of arguments is checked', () => {
    expect(failure('size()')).toContain("Insufficient parameters for function 'size'");
    expect(failure('size([], [])')).toContain("Too many parameters for function 'size'");
  });
  it('functions are found without regard to case', () => expect(evaluate(`TOUPPER('a')`)).toBe('A'));
});
