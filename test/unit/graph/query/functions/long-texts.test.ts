/** Texts with more pieces than are joined, or kept, at once. */
import { expect, it } from 'vitest';
import { SharedTexts } from '../../../../../graph/query/values/shared-texts.ts';
import { Database } from '../statements.ts';

const TEXTS: Readonly<Record<string, string>> = {
  'all pieces alike': 'abcdefgh'.repeat(9000),
  'all pieces different': Array.from({ length: 9000 }, (_, i) => `${i}`).join('cd'),
  'as many as are joined at once': 'xcd'.repeat(4095),
  'one more': 'xcd'.repeat(4096),
  'long pieces': `${'long '.repeat(20)}cd`.repeat(5000),
  'only the delimiter': 'cd'.repeat(5000),
};

it.each(Object.entries(TEXTS))('replaces and splits %s', async (_name, text) => {
  const { rows } = await new Database().run("RETURN replace($text, 'cd', '-|-'), split($text, 'cd')", {
    text,
  });
  expect(rows).toEqual([[text.replaceAll('cd', '-|-'), text.split('cd')]]);
});

it('gives one text for equal ones as long as they come again', () => {
  const shared = new SharedTexts();
  const given = Array.from({ length: 20_000 }, (_, i) => `word ${i % 100}`);
  expect(given.map((text) => shared.of(text))).toEqual(given);
  const different = Array.from({ length: 20_000 }, (_, i) => `text ${i}`);
  expect(different.map((text) => shared.of(text))).toEqual(different);
});
