import { idOf } from '../graph/elements.ts';
import type { Node } from '../graph/model.ts';
import type { SourceJson } from './contract/api.ts';

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
