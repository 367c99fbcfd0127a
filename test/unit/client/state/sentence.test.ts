import { describe, expect, it } from 'vitest';
import { claimSentence, inSentence, sentenceText } from '../../../../client/state/sentence.ts';

const node = (name: string, ...labels: string[]) => ({ id: name, labels, properties: { name } });
const say = (
  source: ReturnType<typeof node>,
  type: string,
  target: ReturnType<typeof node>,
  properties = {},
) => sentenceText(claimSentence({ type, properties }, source, target));

const russia = node('Russia', 'Actor', 'State');
const taliban = node('Taliban', 'Actor', 'Group');
const ten = node('The ten countries at the Moscow talks', 'Actor', 'Collective');

describe('a claim as a sentence', () => {
  it('goes straight on to what was asked', () => {
    expect(say(ten, 'URGED', taliban, { what: 'to put in place “moderate policies”' })).toBe(
      'The ten countries at the Moscow talks urged the Taliban to put in place “moderate policies”',
    );
  });

  it('sets a thing apart with a colon', () => {
    expect(
      say(russia, 'PLEDGED_AID_TO', node('Afghanistan', 'State'), { what: 'humanitarian aid, soon' }),
    ).toBe('Russia pledged aid to Afghanistan: humanitarian aid, soon');
  });

  it('writes a collective small where it is not the first word', () => {
    expect(say(russia, 'MEMBER_OF', ten)).toBe('Russia is one of the ten countries at the Moscow talks');
  });

  it('tells the office', () => {
    expect(
      say(node('Sergei Lavrov', 'Official'), 'HOLDS_OFFICE_IN', russia, { role: 'Foreign Minister' }),
    ).toBe('Sergei Lavrov holds office in Russia as Foreign Minister');
  });

  it('does not repeat the name of its target', () => {
    const government = node('An inclusive Afghan government', 'Event');
    expect(say(russia, 'CALLED_FOR', government, { what: 'an “inclusive” Afghan government' })).toBe(
      'Russia called for an inclusive Afghan government',
    );
  });

  it('spells a type that the vocabulary does not know, or takes the phrase of its data set', () => {
    expect(say(russia, 'MADE_AN_APPEAL', taliban)).toBe('Russia made an appeal the Taliban');
    expect(say(russia, 'ACCUSE_X', taliban, { phrase: 'Accuse' })).toBe('Russia accuse the Taliban');
  });
});

describe('a name inside a sentence', () => {
  it.each([
    ['United States', ['State'], 'the United States'],
    ['Russia', ['State'], 'Russia'],
    ['Moscow talks on Afghanistan', ['Event'], 'the Moscow talks on Afghanistan'],
    ['Refugee crisis', ['Event'], 'the refugee crisis'],
    ['International assistance to Afghanistan', ['Event'], 'international assistance to Afghanistan'],
    [
      'International Committee of the Red Cross',
      ['Organization'],
      'International Committee of the Red Cross',
    ],
    ['Afghanistan’s neighbours', ['Collective'], 'Afghanistan’s neighbours'],
    ['Islamic State – Khorasan', ['Group'], 'Islamic State – Khorasan'],
    ['French Senate', ['Organization'], 'the French Senate'],
    ['Europeans', ['Collective'], 'Europeans'],
  ])('%s', (name, labels, expected) => {
    expect(inSentence(node(name, ...labels))).toBe(expected);
  });

  it('keeps its capital at the head', () => {
    expect([
      inSentence(node('Observers', 'Collective'), true),
      inSentence(node('Refugee crisis', 'Event'), true),
    ]).toEqual(['Observers', 'The refugee crisis']);
  });
});
