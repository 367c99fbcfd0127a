import { describe, expect, it } from 'vitest';
import { wrap } from '../../../../client/picture/labels/wrap.ts';

const byLetters = (text: string): number => text.length;

describe('breaking a name into lines', () => {
  it('leaves a short name whole', () => {
    expect(wrap('Russia', 16, 3, byLetters)).toEqual(['Russia']);
  });

  it('balances the lines', () => {
    expect(wrap('The ten countries at the Moscow talks', 22, 3, byLetters)).toEqual([
      'The ten countries',
      'at the Moscow talks',
    ]);
  });

  it('takes as few lines as the width allows', () => {
    expect(wrap('United Nations donors’ conference for Afghanistan', 20, 3, byLetters)).toEqual([
      'United Nations',
      'donors’ conference',
      'for Afghanistan',
    ]);
  });

  it('ends what does not fit in an ellipsis', () => {
    expect(wrap('one two three four five six seven', 9, 2, byLetters)).toEqual(['one two', 'three fo…']);
  });

  it('cuts a word that is too long between characters, never inside one', () => {
    expect(wrap('🧭🧭🧭🧭🧭', 5, 1, byLetters)).toEqual(['🧭🧭…']);
  });
});
