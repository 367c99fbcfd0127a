import { describe, expect, it } from 'vitest';
import {
  articleOf,
  ArticleUnreadable,
  decoded,
  plainMarkdown,
} from '../../../../../client/panels/reading/article-file.ts';

describe('the text of a file', () => {
  it('is read in the encoding that it is in', async () => {
    expect(await articleOf(new File(['“Été”\r\n\r\nTwo\rthree'], 'a.txt'))).toBe('“Été”\n\nTwo\nthree');
    expect(decoded(Uint8Array.of(0xc9, 0x74, 0xe9), 'old.txt')).toBe('Été');
    expect(decoded(Uint8Array.of(0xff, 0xfe, 0xc9, 0, 0x74, 0), 'windows.txt')).toBe('Ét');
    expect(decoded(Uint8Array.of(0xfe, 0xff, 0, 0xc9, 0, 0x74), 'mac.txt')).toBe('Ét');
  });

  it('is refused, in words, where it is empty, too large, or no text', async () => {
    const refuse = (file: File) => expect(articleOf(file)).rejects.toThrow(ArticleUnreadable);
    await refuse(new File([], 'empty.txt'));
    await refuse(new File([' \n\n'], 'blank.txt'));
    await refuse(new File([Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0)], 'article.docx'));
    await refuse(new File(['%PDF-1.7\n'], 'article.pdf'));
    await refuse(new File([new Uint8Array(21 * 2 ** 20).fill(97)], 'huge.txt'));
  });

  it('loses the marks of Markdown and keeps its words', () => {
    expect(
      plainMarkdown(
        '# Talks\n\n> They **urged** the *new rulers*, [he said](https://a.example/b).\n\n- one_two_three\n2 * 3 * 4',
      ),
    ).toBe('Talks\n\nThey urged the new rulers, he said.\n\none_two_three\n2 * 3 * 4');
  });
});
