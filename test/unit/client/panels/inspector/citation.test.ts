import { describe, expect, it } from 'vitest';
import { citation } from '../../../../../client/panels/inspector/citation.ts';

const source = {
  id: 's',
  title: 'Taliban ready to collaborate',
  author: 'Marina Lapenkova',
  publisher: 'Agence France-Presse',
  published: '2021-10-20',
  url: 'https://news.example/a_b?c=<d>',
};
const cited = {
  sentence: 'The ten countries urged the Taliban to put in place “moderate policies”.',
  date: '20 October 2021',
  attributedTo: null,
  evidence: [
    {
      id: 'q',
      quote: 'The ten countries *urged* the latter to put in place “moderate policies”',
      paragraph: 10,
      source,
    },
  ],
};

describe('a citation', () => {
  it('has the sentence, the words as they stand, and author, “title”, publisher, date, paragraph, address', () => {
    expect(citation(cited, 'plain')).toBe(
      `The ten countries urged the Taliban to put in place “moderate policies”. (20 October 2021)

The ten countries *urged* the latter to put in place “moderate policies”
— Marina Lapenkova, “Taliban ready to collaborate”, Agence France-Presse, 20 October 2021, paragraph 10, https://news.example/a_b?c=<d>`,
    );
  });

  it('is a quotation in Markdown, in which no sign of the words means anything', () => {
    expect(citation(cited, 'markdown')).toBe(
      String.raw`The ten countries urged the Taliban to put in place “moderate policies”. (20 October 2021)

> The ten countries \*urged\* the latter to put in place “moderate policies”
>
> — Marina Lapenkova, [*Taliban ready to collaborate*](<https://news.example/a_b?c=%3Cd%3E>), Agence France-Presse, 20 October 2021, paragraph 10`,
    );
  });

  it('says who is said to say so, and what is not known is left out', () => {
    const bare = { ...source, author: null, publisher: null, published: null, url: null };
    expect(
      citation(
        {
          ...cited,
          date: null,
          attributedTo: 'observers',
          evidence: [{ id: 'q', quote: null, paragraph: null, source: bare }],
        },
        'plain',
      ),
    ).toBe(
      `The ten countries urged the Taliban to put in place “moderate policies”. (according to observers)

This source names the claim and quotes no words.
— “Taliban ready to collaborate”`,
    );
  });

  it('says so where nothing is known of where it comes from', () => {
    expect(citation({ ...cited, date: null, evidence: [] }, 'plain')).toBe(
      `The ten countries urged the Taliban to put in place “moderate policies”.

No source is recorded for this claim.`,
    );
  });
});
