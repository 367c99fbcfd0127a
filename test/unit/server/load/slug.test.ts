import { describe, expect, it } from 'vitest';
import { Occurrences } from '../../../../server/load/occurrences.ts';
import { actorId, slug } from '../../../../server/load/slug.ts';
import { isoOfState } from '../../../../server/load/states.ts';

describe('the id of an actor', () => {
  it('is its slug where the name can be read back from it', () => {
    expect(['Russia', 'New York', 'The Us'].map(actorId)).toEqual(['russia', 'new-york', 'the-us']);
  });

  it('keeps names apart that have the same slug', () => {
    const names = ['N Korea', 'N. Korea', 'n korea', 'N-Korea', 'Ñ Korea'];
    const ids = names.map(actorId);
    expect(new Set(ids).size).toBe(names.length);
    expect(ids[0]).toBe('n-korea');
    expect(ids.slice(1).every((id) => /^n-korea-[0-9a-f]{8}$/.test(id))).toBe(true);
  });

  it('exists for names without a Latin letter', () => {
    expect(actorId('Талибан')).toMatch(/^actor-[0-9a-f]{8}$/);
    expect(actorId('طالبان')).not.toBe(actorId('Талибан'));
  });

  it('has no accents', () => {
    expect(slug(' Côte d’Ivoire!')).toBe('cote-d-ivoire');
  });
});

describe('occurrences', () => {
  it('are numbered from 1 for each text, beyond the first growth of the table', () => {
    const occurrences = new Occurrences();
    const texts = Array.from({ length: 5000 }, (_, index) => `text ${index}`);
    expect(texts.map((text) => occurrences.next(text)).every((n) => n === 1)).toBe(true);
    expect(texts.map((text) => occurrences.next(text)).every((n) => n === 2)).toBe(true);
    expect(occurrences.next('another')).toBe(1);
  });
});

describe('states', () => {
  it('are known by their names, whatever the case', () => {
    expect(
      ['Russia', 'UNITED STATES', 'The Us', "Cote D'Ivoire", 'N. Korea', 'Taliban', 'Moscow'].map(isoOfState),
    ).toEqual(['RUS', 'USA', 'USA', 'CIV', 'PRK', undefined, undefined]);
  });
});
