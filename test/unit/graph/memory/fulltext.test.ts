/** What a full-text index finds among many documents: the same as when everything is scored and ordered. */
import { describe, expect, it } from 'vitest';
import { BestHits } from '../../../../graph/memory/fulltext/best-hits.ts';
import { FulltextIndex } from '../../../../graph/memory/fulltext/fulltext-index.ts';

const WORDS = ['appeal', 'appeals', 'apeal', 'talks', 'moscow', 'urged', 'women', 'rights'];

function indexOf(texts: readonly string[]): FulltextIndex {
  const index = new FulltextIndex('node', ['text']);
  texts.forEach((text, id) => index.set(id, index.add(id, [text])));
  return index;
}

const everything = (index: FulltextIndex, query: string, limit = Number.MAX_SAFE_INTEGER) =>
  index.search(query, limit, Number.MAX_SAFE_INTEGER, () => true);

/** Documents of a few words each, the same every time. */
const many = indexOf(
  Array.from({ length: 2000 }, (_, i) =>
    Array.from(
      { length: 1 + (i % 5) },
      (_word, j) => WORDS[(i * 7 + j * j * 3 + (i >> 3)) % WORDS.length],
    ).join(' '),
  ),
);

describe('the best hits', () => {
  const QUERIES = [
    'appeal',
    '+(appeal^4 appeal*^2 appeal~1) +urged',
    'mos* -urged',
    '"moscow talks"~2 women',
    '*:* -appeal',
    'appeal OR rights^0.5',
    '+women appeal',
  ];
  it.each(QUERIES)('of %s are the first of all hits', (query) => {
    const all = everything(many, query);
    expect(all.length).toBeGreaterThan(100);
    expect(all).toEqual(all.toSorted((a, b) => b.score - a.score || a.id - b.id));
    for (const limit of [0, 1, 2, 7, 100, all.length, all.length + 1])
      expect(everything(many, query, limit)).toEqual(all.slice(0, limit));
  });

  it('are only those that may be seen', () => {
    const seen = many.search('appeal', 5, Number.MAX_SAFE_INTEGER, (id) => id % 2 === 1);
    expect(seen).toEqual(
      everything(many, 'appeal')
        .filter(({ id }) => id % 2 === 1)
        .slice(0, 5),
    );
  });

  it('come in order whatever order they are added in', () => {
    const best = new BestHits(3);
    for (const [id, score] of [
      [5, 1],
      [1, 2],
      [9, 1],
      [3, 2],
      [2, 3],
      [4, 1],
    ] as const)
      if (best.wants(id, score)) best.add(id, score);
    expect(best.inOrder()).toEqual([
      { id: 2, score: 3 },
      { id: 1, score: 2 },
      { id: 3, score: 2 },
    ]);
  });
});

describe('a query', () => {
  const index = indexOf(['moscow talks', 'talks', 'moscow', 'women rights']);
  const found = (query: string) =>
    everything(index, query)
      .map(({ id }) => id)
      .toSorted();
  it('combines what is required, what may be, and what must not be', () => {
    expect(found('+moscow +talks')).toEqual([0]);
    expect(found('+moscow -talks')).toEqual([2]);
    expect(found('moscow -talks')).toEqual([2]);
    expect(found('-talks')).toEqual([]);
    expect(found('+(moscow women) talks')).toEqual([0, 2, 3]);
    expect(found('+(+moscow +talks) women')).toEqual([0]);
    expect(found('rights OR "moscow talks"')).toEqual([0, 3]);
  });

  it('scores a boosted word as much higher', () => {
    const [plain, boosted] = ['women', 'women^3'].map((query) => everything(index, query)[0]?.score ?? 0);
    expect(boosted).toBeCloseTo(3 * (plain ?? 0), 12);
  });

  it('counts a document once for a beginning that many of its words have', () => {
    const twice = indexOf(['apple apply', 'apple']);
    expect(everything(twice, 'app*').map(({ score }) => score)).toEqual([1, 1]);
  });

  it('finds nothing of a document that was removed, and a new one in its place', () => {
    const changing = indexOf(['moscow', 'talks']);
    const first = changing.get(0);
    if (first === null) throw new Error('no document');
    changing.set(0, null);
    changing.remove(first);
    expect(everything(changing, 'moscow')).toEqual([]);
    changing.set(7, changing.add(7, ['women']));
    expect(everything(changing, 'women').map(({ id }) => id)).toEqual([7]);
    expect(everything(changing, 'talks').map(({ id }) => id)).toEqual([1]);
    expect(everything(changing, '*:*').map(({ id }) => id)).toEqual([1, 7]);
  });
});
