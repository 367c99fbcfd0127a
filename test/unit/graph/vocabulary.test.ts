import { describe, expect, it } from 'vitest';
import {
  nodeKind,
  RELATIONSHIP_KINDS,
  relationshipKind,
  relationshipPhrase,
  toneOf,
} from '../../../graph/vocabulary.ts';

describe('a relationship type', () => {
  it('has a family, a PLOVER event type with its quad category, a tone and a phrase', () => {
    expect(relationshipKind('WITHHELD_RECOGNITION_FROM')).toEqual({
      type: 'WITHHELD_RECOGNITION_FROM',
      family: 'refusal',
      event: 'REJECT',
      quad: 'verbal conflict',
      tone: 'conflict',
      phrase: 'withheld recognition from',
    });
  });

  it('is written as Cypher writes types', () => {
    expect(RELATIONSHIP_KINDS.filter(({ type }) => !/^[A-Z]+(_[A-Z]+)*$/.test(type))).toEqual([]);
  });

  it('that the vocabulary does not know still reads as words', () => {
    expect(relationshipKind('MADE_AN_APPEAL_OR_REQUEST')).toBeUndefined();
    expect(relationshipPhrase('MADE_AN_APPEAL_OR_REQUEST')).toBe('made an appeal or request');
    expect(relationshipPhrase('worksFor')).toBe('works for');
    expect(relationshipPhrase('Meet at a ‘third’ location')).toBe('meet at a ‘third’ location');
    expect(relationshipPhrase('')).toBe('');
  });

  it('that the vocabulary knows is told in its words', () => {
    expect(relationshipPhrase('MEMBER_OF')).toBe('is one of');
    expect(relationshipPhrase('URGED')).toBe('urged');
  });

  it('is known by its own name only, not by what every object has', () => {
    expect(relationshipKind('constructor')).toBeUndefined();
    expect(relationshipPhrase('constructor')).toBe('constructor');
  });
});

describe('a node', () => {
  it('is of the most special kind that its labels name', () => {
    expect(nodeKind(['Actor', 'Official'])?.singular).toBe('official');
    expect(nodeKind(['Actor'])?.plural).toBe('Other actors');
  });

  it('of a kind that the vocabulary does not know has none', () => {
    expect(nodeKind(['Ship'])).toBeUndefined();
    expect(nodeKind([])).toBeUndefined();
  });

  it('that holds evidence is not drawn unasked', () => {
    expect([nodeKind(['Evidence'])?.drawn, nodeKind(['Source'])?.drawn]).toEqual([false, false]);
  });
});

describe('toneOf', () => {
  it('goes by the type where the vocabulary knows it, else by the event it was coded as', () => {
    expect(toneOf('URGED', 'ASSAULT')).toBe('request');
    expect(toneOf('MADE_AN_APPEAL_OR_REQUEST', 'REQUEST')).toBe('request');
    expect(toneOf('THREATENED_WITH_FORCE', 'THREATEN')).toBe('warning');
    expect(toneOf('CONSULTED', 'CONSULT')).toBe('cooperation');
    expect(toneOf('FOUGHT_WITH_SMALL_ARMS', 'ASSAULT')).toBe('conflict');
    expect(toneOf('OWNS', undefined)).toBe('standing');
    expect(toneOf('OWNS', 'no such event')).toBe('standing');
  });
});
