import { idOf } from '../graph/elements.ts';
import type { Node } from '../graph/model.ts';
import { optionalNodeIn, paragraphOf, textOf } from './cells.ts';
import type { EvidenceJson, SourceJson } from './contract/api.ts';
import type { Row } from './named-queries.ts';

/** A Source node as readers are told of it; its title is its name, or its id, where it has none. */
export function sourceJson(source: Node): SourceJson {
  const text = (key: string): string | null => {
    const value = source.properties.get(key) ?? null;
    // `published` is a date
    return value === null ? null : String(value);
  };
  return {
    id: idOf(source),
    title: text('title') ?? text('name') ?? idOf(source),
    author: text('author'),
    publisher: text('publisher'),
    published: text('published'),
    url: text('url'),
  };
}

/** The columns `evidence` and `source` of a row; null where neither the quote nor its source is known. */
export function evidenceJson(row: Row): EvidenceJson | null {
  const evidence = optionalNodeIn(row, 'evidence');
  const source = optionalNodeIn(row, 'source');
  const named = evidence ?? source;
  if (named === null) return null;
  return {
    id: idOf(named),
    quote: textOf(evidence?.properties.get('quote')),
    paragraph: paragraphOf(evidence),
    source: source === null ? null : sourceJson(source),
  };
}
