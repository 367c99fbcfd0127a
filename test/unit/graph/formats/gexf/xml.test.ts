import { describe, expect, it } from 'vitest';
import { escapeXml } from '../../../../../graph/formats/gexf/xml.ts';

describe('escapeXml', () => {
  it.each([
    ['plain text — “quoted”', 'plain text — “quoted”'],
    ['<a href="x">&</a>', '&lt;a href=&quot;x&quot;&gt;&amp;&lt;/a&gt;'],
    ['one\ttwo\nthree\r\n', 'one&#9;two&#10;three&#13;&#10;'],
    ['a\u0000b\u001bc\uffffd\ufffe', 'a\ufffdb\ufffdc\ufffdd\ufffd'],
    ['\ud83d alone, \ude00 alone, \ud83d\ude00 together', '\ufffd alone, \ufffd alone, 😀 together'],
    ['', ''],
  ])('%j becomes %j', (text, xml) => {
    expect(escapeXml(text)).toBe(xml);
  });
});
