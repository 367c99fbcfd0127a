/** Escapes text for a double-quoted XML 1.0 attribute or element. */

/** What cannot stand as it is: markup, C0 controls, the two non-characters, surrogates (perhaps alone). */
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const special = /[&<>"\u0000-\u001f\ufffe\uffff\ud800-\udfff]/;
// eslint-disable-next-line no-control-regex -- as above
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const loneSurrogate = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const markup = /[&<>"\t\n\r]/g;

const references: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // As they are, a parser would read them as spaces.
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/**
 * The text as XML 1.0 can hold it: characters that no XML file may hold (most control characters, U+FFFE, U+FFFF,
 * lone surrogates) become U+FFFD, so that a reader sees that something stood there.
 *
 * @see https://www.w3.org/TR/xml/#charsets
 */
export function xmlText(text: string): string {
  return text.replace(forbidden, '\ufffd').replace(loneSurrogate, '\ufffd');
}

/** The text, ready to stand between double quotes. */
export function escapeXml(text: string): string {
  if (!special.test(text)) return text;
  return xmlText(text).replace(markup, (character) => references[character] ?? character);
}
