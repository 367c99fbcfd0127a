import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ElementIdSet, SeenTexts } from '../../../../server/export/id-set.ts';

describe('ElementIdSet', () => {
  it('adds each id once, as a Set of texts does', () => {
    const id = fc.oneof(
      fc
        .tuple(fc.constantFrom('4:a', '5:a', '5:b'), fc.nat({ max: 5000 }))
        .map(([prefix, n]) => `${prefix}:${n}`),
      fc.string(),
      fc.constantFrom(
        '5:a:-1',
        '5:a:1.5',
        '5:a:99999999999',
        '5:a:',
        '5:a:0',
        '5:a:00',
        '5:a:1e3',
        '5:a: 7',
        '',
      ),
    );
    fc.assert(
      fc.property(fc.array(id, { maxLength: 300 }), (ids) => {
        const set = new ElementIdSet();
        const model = new Set<string>();
        for (const each of ids) {
          expect(set.add(each)).toBe(!model.has(each));
          model.add(each);
        }
      }),
    );
  });
});

describe('SeenTexts', () => {
  it('never calls a text new twice, and 100,000 different ones all new', () => {
    const seen = new SeenTexts();
    let fresh = 0;
    for (let n = 0; n < 100_000; n++) if (seen.add(`russia-urged-taliban-${n}`)) fresh++;
    expect(fresh).toBe(100_000);
    for (let n = 0; n < 100_000; n++) if (seen.add(`russia-urged-taliban-${n}`)) fresh++;
    expect(fresh).toBe(100_000);
  });
});
