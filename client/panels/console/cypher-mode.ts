/** Cypher's colours in the editor. The words are the grammar's (graph/query/parse); the server alone decides what is right. */
import { HighlightStyle, StreamLanguage, syntaxHighlighting } from '@codemirror/language';
import type { StreamParser } from '@codemirror/language';
import { tags } from '@lezer/highlight';

export const KEYWORDS: readonly string[] =
  'ALL AND ANY AS ASC ASCENDING BY CALL CASE CONSTRAINT CONTAINS CREATE DELETE DESC DESCENDING DETACH DISTINCT DROP ELSE END ENDS EXISTS EXPLAIN FALSE FOR FOREACH IN INDEX IS LIMIT MATCH MERGE NONE NOT NULL ON OPTIONAL OR ORDER PROFILE REMOVE REQUIRE RETURN SET SHOW SINGLE SKIP STARTS THEN TRUE UNION UNIQUE UNWIND WHEN WHERE WITH XOR YIELD'.split(
    ' ',
  );
const keywords = new Set(KEYWORDS);

interface State {
  /** Inside a block comment, or a string with this quote. */
  inside: 'comment' | '"' | "'" | null;
  /** The token before was a `:` or `|`, so that a name is a label or type. */
  afterColon: boolean;
}

const parser: StreamParser<State> = {
  name: 'cypher',
  startState: () => ({ inside: null, afterColon: false }),
  languageData: {
    commentTokens: { line: '//', block: { open: '/*', close: '*/' } },
    closeBrackets: { brackets: ['(', '[', '{', "'", '"'] },
  },
  token(stream, state) {
    if (state.inside === 'comment') {
      if (stream.skipTo('*/')) {
        stream.match('*/');
        state.inside = null;
      } else stream.skipToEnd();
      return 'comment';
    }
    if (state.inside !== null) return string(stream, state);
    if (stream.eatSpace()) return null;
    if (stream.match('//')) {
      stream.skipToEnd();
      return 'comment';
    }
    if (stream.match('/*')) {
      state.inside = 'comment';
      return 'comment';
    }
    const { afterColon } = state;
    state.afterColon = false;
    const quote = stream.eat(/["']/);
    if (quote === '"' || quote === "'") {
      state.inside = quote;
      return string(stream, state);
    }
    if (stream.match(/^(0x[\da-f]+|0o[0-7]+|\d+(\.\d+)?(e[+-]?\d+)?)/i)) return 'number';
    if (stream.match(/^\$[\w$]+/)) return 'variableName.special';
    if (stream.match(/^`(?:[^`]|``)*`/)) return afterColon ? 'typeName' : 'variableName';
    if (stream.match(/^[\p{L}_][\p{L}\p{N}_]*/u))
      return word(stream.current(), stream.match(/^\s*\(/, false) !== null, state, afterColon);
    if (stream.eat(/[:|&!]/)) {
      // `|` and `&` go on naming labels; a `:` may also stand in a map, where what follows is no label but is read as a value anyway
      state.afterColon = true;
      return 'operator';
    }
    return stream.eat(/[-+*/%^=<>.,;]/) ? 'operator' : (stream.next(), null);
  },
};

function word(text: string, isCall: boolean, state: State, afterColon: boolean): string {
  if (afterColon) return 'typeName';
  const upper = text.toUpperCase();
  if (upper === 'TRUE' || upper === 'FALSE' || upper === 'NULL') return 'atom';
  if (keywords.has(upper)) return 'keyword';
  state.afterColon = false;
  return isCall ? 'function(variableName)' : 'variableName';
}

function string(stream: { next(): string | void; eol(): boolean }, state: State): string {
  for (let character = stream.next(); character !== undefined; character = stream.next()) {
    if (character === '\\') stream.next();
    else if (character === state.inside) {
      state.inside = null;
      break;
    }
  }
  return 'string';
}

export const cypher = StreamLanguage.define(parser);

/** Colours come from the page's variables, so that they follow light and dark. */
export const cypherHighlighting = syntaxHighlighting(
  HighlightStyle.define([
    { tag: tags.keyword, color: 'var(--code-keyword)', fontWeight: '600' },
    { tag: tags.typeName, color: 'var(--code-type)' },
    { tag: [tags.string, tags.special(tags.string)], color: 'var(--code-string)' },
    { tag: [tags.number, tags.atom, tags.bool, tags.null], color: 'var(--code-number)' },
    { tag: tags.comment, color: 'var(--muted)', fontStyle: 'italic' },
    { tag: tags.function(tags.variableName), color: 'var(--code-function)' },
    { tag: tags.special(tags.variableName), color: 'var(--code-number)' },
    { tag: tags.operator, color: 'var(--muted)' },
  ]),
);
