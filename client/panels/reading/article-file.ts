/** The text of an article that a reader gives as a file: plain text, Markdown or a saved web page. Nothing of it leaves the page. */

export class ArticleUnreadable extends Error {
  override readonly name = 'ArticleUnreadable';
}

/** Most that a file may have: an article has a few thousand bytes, a book a few million. */
const MOST_BYTES = 20 * 2 ** 20;

/**
 * @throws ArticleUnreadable it is empty, too large, or no text
 */
export async function articleOf(file: File): Promise<string> {
  if (file.size > MOST_BYTES)
    throw new ArticleUnreadable(`${file.name} has more than 20 MB: no article is as long as that.`);
  const text = decoded(new Uint8Array(await file.arrayBuffer()), file.name).replaceAll(/\r\n?/g, '\n');
  const isHtml = /\.x?html?$/i.test(file.name) || /html/.test(file.type);
  const read = isHtml ? plainHtml(text) : /\.(md|markdown)$/i.test(file.name) ? plainMarkdown(text) : text;
  if (read.trim() === '') throw new ArticleUnreadable(`${file.name} holds no text.`);
  return read;
}

/**
 * UTF-8, UTF-16 where the file begins with its mark, else Windows-1252, in which old pages are written.
 *
 * @throws ArticleUnreadable the bytes are no text
 */
export function decoded(bytes: Uint8Array, name: string): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  // pictures, PDF, word processors' files: all of them have bytes that no text has
  const isText = !bytes
    .subarray(0, 65_536)
    .some((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27));
  if (!isText || startsWith(bytes, '%PDF'))
    throw new ArticleUnreadable(
      `${name} is not a text: save the article as text or as a web page (.txt, .md, .html).`,
    );
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

const startsWith = (bytes: Uint8Array, sign: string): boolean =>
  [...sign].every((character, at) => bytes[at] === character.charCodeAt(0));

/** Markdown without its marks, its lines where they were. */
export const plainMarkdown = (text: string): string =>
  text
    .replaceAll(/^ {0,3}(?:#{1,6} |> ?|[-*+] |\d{1,9}[.)] )/gm, '')
    .replaceAll(/!?\[([^\][\n]*)\]\([^()\n]*\)/g, '$1')
    .replaceAll(/(\*\*|__|~~)(?=\S)([^\n]*?\S)\1/g, '$2')
    .replaceAll(/(?<![\w*])[*_](?=[^\s*_])([^*_\n]*[^\s*_])[*_](?![\w*])/g, '$1');

const NOT_READ = 'script, style, template, noscript, svg, head, nav, form, button, [hidden]';
const BLOCK =
  /^(ADDRESS|ARTICLE|ASIDE|BLOCKQUOTE|DD|DIV|DL|DT|FIGCAPTION|FIGURE|FOOTER|H[1-6]|HEADER|HR|LI|MAIN|OL|P|PRE|SECTION|TABLE|TR|UL)$/;

/** What a web page says, a paragraph for each block. The page is parsed and never run: none of its scripts, styles or pictures is loaded. */
function plainHtml(html: string): string {
  const page = new DOMParser().parseFromString(html, 'text/html');
  for (const element of page.querySelectorAll(NOT_READ)) element.remove();
  const parts: string[] = [];
  const walker = page.createTreeWalker(page.body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  let block: Element | null = null;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node instanceof Element) {
      if (node.tagName === 'BR') parts.push('\n');
      continue;
    }
    const around = blockAround(node);
    if (around !== block) parts.push('\n\n');
    block = around;
    parts.push((node.nodeValue ?? '').replaceAll(/\s+/g, ' '));
  }
  return parts
    .join('')
    .replaceAll(/ *\n */g, '\n')
    .trim();
}

function blockAround(node: Node): Element | null {
  let element = node.parentElement;
  while (element !== null && !BLOCK.test(element.tagName)) element = element.parentElement;
  return element;
}
