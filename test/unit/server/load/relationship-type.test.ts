import { describe, expect, it } from 'vitest';
import { ploverOf } from '../../../../server/load/cameo.ts';
import { pastTense, relationshipType } from '../../../../server/load/relationship-type.ts';

describe('the type of a verb phrase', () => {
  it.each([
    ['Make an appeal or request', 'MADE_AN_APPEAL_OR_REQUEST'],
    ['Arrest, detain', 'ARRESTED_DETAINED'],
    ['Abduct, hijack, or take hostage', 'ABDUCTED_HIJACKED_OR_TOOK_HOSTAGE'],
    ['Express intent to meet or negotiate', 'EXPRESSED_INTENT_TO_MEET_OR_NEGOTIATE'],
    ['Reject accusation, deny responsibility', 'REJECTED_ACCUSATION_DENIED_RESPONSIBILITY'],
    ['Impose embargo, boycott, or sanctions', 'IMPOSED_EMBARGO_BOYCOTT_OR_SANCTIONS'],
    ['Physically assault', 'PHYSICALLY_ASSAULTED'],
    ['De-escalate military engagement', 'DE_ESCALATED_MILITARY_ENGAGEMENT'],
    ["Meet at a 'third' location", 'MET_AT_A_THIRD_LOCATION'],
    ['Rally support on behalf of', 'RALLIED_SUPPORT_ON_BEHALF_OF'],
    ['Expel or withdraw', 'EXPELLED_OR_WITHDREW'],
    ['会见', '会见'],
  ])('%s → %s', (phrase, type) => {
    expect(relationshipType(phrase)).toBe(type);
  });

  it('is null where the phrase has neither letters nor digits', () => {
    expect(relationshipType(' -- ')).toBeNull();
  });
});

describe('the past tense', () => {
  it('doubles a consonant after a short vowel, turns y into ied, and knows irregular verbs', () => {
    expect(
      ['ban', 'deny', 'obey', 'cite', 'expel', 'visit', 'fight', 'seize', 'veto'].map(pastTense),
    ).toEqual(['banned', 'denied', 'obeyed', 'cited', 'expelled', 'visited', 'fought', 'seized', 'vetoed']);
  });
});

describe('the PLOVER event of a phrase', () => {
  it('is found by how the phrase begins, the longer beginning first', () => {
    expect(ploverOf('Impose blockade, restrict movement')).toEqual({
      event: 'ASSAULT',
      quad: 'material conflict',
    });
    expect(ploverOf('Impose embargo, boycott, or sanctions')).toEqual({
      event: 'SANCTION',
      quad: 'material conflict',
    });
    expect(ploverOf('Make a visit')).toEqual({ event: 'CONSULT', quad: 'verbal cooperation' });
    expect(ploverOf('Make statement')).toEqual({ event: 'STATEMENT', quad: 'none' });
  });

  it('is null for what CAMEO does not know', () => {
    expect(ploverOf('Dance')).toBeNull();
  });
});
