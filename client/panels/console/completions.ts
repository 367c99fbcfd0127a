/** What the editor proposes: labels and types after a colon, properties after a dot, keywords and variables elsewhere. */
import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import type { SchemaReply } from '../../../server/contract/api.ts';
import { KEYWORDS } from './cypher-mode.ts';

const keywordOptions: readonly Completion[] = KEYWORDS.map((label) => ({ label, type: 'keyword' }));

/** @param schemaNow what is proposed of the graph */
export function completeCypher(schemaNow: () => SchemaReply) {
  return (context: CompletionContext): CompletionResult | null => {
    const schema = schemaNow();
    const name = context.matchBefore(/[:|&!]\s*`?[\p{L}\p{N}_]*/u);
    if (name !== null) {
      const from = name.from + (/^[:|&!]\s*`?/.exec(name.text)?.[0].length ?? 0);
      return {
        from,
        options: isInRelationship(context) ? typeOptions(schema) : labelOptions(schema),
        validFor: /^[\p{L}\p{N}_]*$/u,
      };
    }
    const property = context.matchBefore(/\.[\p{L}\p{N}_]*/u);
    if (property !== null)
      return { from: property.from + 1, options: propertyOptions(schema), validFor: /^[\p{L}\p{N}_]*$/u };
    const word = context.matchBefore(/[\p{L}_][\p{L}\p{N}_]*/u);
    if (word === null && !context.explicit) return null;
    return {
      from: word?.from ?? context.pos,
      options: [...keywordOptions, ...variables(context)],
      validFor: /^[\p{L}\p{N}_]*$/u,
    };
  };
}

/** Whether the bracket that was opened last is that of a relationship. */
function isInRelationship(context: CompletionContext): boolean {
  const before = context.state.sliceDoc(0, context.pos);
  return before.lastIndexOf('[') > Math.max(before.lastIndexOf('('), before.lastIndexOf(']'));
}

const labelOptions = ({ labels }: SchemaReply): Completion[] =>
  labels.map(({ label, count }) => ({ label, type: 'class', detail: String(count) }));

const typeOptions = ({ relationshipTypes }: SchemaReply): Completion[] =>
  relationshipTypes.map(({ type, count, triples }) => ({
    label: type,
    type: 'type',
    detail: String(count),
    info: triples
      .slice(0, 6)
      .map(({ from, to }) => `(:${from})→(:${to})`)
      .join('  '),
  }));

const propertyOptions = ({ properties }: SchemaReply): Completion[] =>
  [...new Map(properties.map((property) => [property.key, property])).values()].map(({ key, types }) => ({
    label: key,
    type: 'property',
    detail: types.join(' | '),
  }));

/** Names that the statement itself gives: `(a:…`, `[r:…`, `AS name`, `UNWIND … AS`. */
function variables(context: CompletionContext): Completion[] {
  const names = [
    ...context.state.doc
      .toString()
      .matchAll(/[([]\s*([\p{L}_][\p{L}\p{N}_]*)|\bAS\s+([\p{L}_][\p{L}\p{N}_]*)/giu),
  ];
  return [...new Set(names.map(([, inPattern, alias]) => inPattern ?? alias ?? ''))]
    .filter((name) => name !== '' && !KEYWORDS.includes(name.toUpperCase()))
    .map((label) => ({ label, type: 'variable', boost: 1 }));
}
