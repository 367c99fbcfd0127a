import { expect, it } from 'vitest';
import { givenElementIds, numberedElementIds } from '../../../../graph/memory/element-ids.ts';

it('numbered element ids have Neo4j’s shape, and only their own are read', () => {
  const ids = numberedElementIds('u');
  expect([ids.ofNode(7), ids.ofRelationship(0)]).toEqual(['4:u:7', '5:u:0']);
  expect([ids.node('4:u:7'), ids.relationship('5:u:0')]).toEqual([7, 0]);
  for (const foreign of ['4:v:7', '5:u:7', '4:u:07', '4:u:', '4:u:99999999999', '7'])
    expect(ids.node(foreign)).toBe(-1);
});

it('given element ids are kept, and lead back to their numbers', () => {
  const ids = givenElementIds(['4:x:900', 'other'], ['5:x:3']);
  expect([ids.ofNode(1), ids.ofRelationship(0)]).toEqual(['other', '5:x:3']);
  expect([ids.node('4:x:900'), ids.node('5:x:3'), ids.relationship('5:x:3')]).toEqual([0, -1, 0]);
  expect(() => ids.ofNode(2)).toThrow('There is no element id for number 2.');
});
