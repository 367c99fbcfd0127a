import { describe, expect, it } from 'vitest';
import { Node, Relationship } from '../../../graph/model.ts';
import { LocalDate } from '../../../graph/temporal.ts';
import { idOf } from '../../../graph/elements.ts';
import { nodeJson, relationshipJson, writeJson } from '../../../server/json.ts';

const russia = new Node('4:x:1', ['Actor', 'State'], new Map([['id', 'russia']]));

describe('JSON text', () => {
  it('keeps every digit of an integer, and tells floats of the graph from counts of ours', () => {
    const properties = new Map([['n', [9_007_199_254_740_993n, -1n, 1]]]);
    expect(writeJson({ count: 1, properties })).toBe(
      '{"count":1,"properties":{"n":[9007199254740993,-1,1.0]}}',
    );
  });

  it('leaves undefined members out, and escapes what JSON escapes', () => {
    expect(writeJson({ a: undefined, 'b"': 'é\n\u0000', c: null, d: [undefined, true] })).toBe(
      '{"b\\"":"é\\n\\u0000","c":null,"d":[null,true]}',
    );
  });

  it('keeps a property that is called __proto__', () => {
    expect(writeJson(new Map([['__proto__', 1n]]))).toBe('{"__proto__":1}');
  });

  it('holds dates as strings', () => {
    expect(writeJson({ date: LocalDate.of(2021, 10, 20) })).toBe('{"date":"2021-10-20"}');
  });
});

describe('an element', () => {
  it('is called by its id property, or by its element id where that is no string', () => {
    expect(idOf(russia)).toBe('russia');
    expect(idOf(new Node('4:x:2', [], new Map([['id', 7n]])))).toBe('4:x:2');
  });

  it('is written with its labels and properties', () => {
    expect(writeJson(nodeJson(russia))).toBe(
      '{"id":"russia","elementId":"4:x:1","labels":["Actor","State"],"properties":{"id":"russia"}}',
    );
  });

  it('names the ends of a relationship by their ids', () => {
    const urged = new Relationship('5:x:9', '4:x:1', '4:x:2', 'URGED', new Map([['id', 'u']]));
    expect(relationshipJson(urged, (id) => (id === '4:x:1' ? 'russia' : 'taliban'))).toEqual({
      id: 'u',
      elementId: '5:x:9',
      type: 'URGED',
      source: 'russia',
      target: 'taliban',
      properties: new Map([['id', 'u']]),
    });
  });
});
