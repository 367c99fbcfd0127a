/**
 * A view: what is on the screen, where it lies, what is brought out and selected, and how much of it is seen. As a text it fits into a
 * link, and into what the browser keeps until the next visit.
 */
import { z } from 'zod';
import type { Part } from '../picture/viewpoint.ts';
import type { ScreenGraph } from './graph.ts';
import { selectionOf } from './selection.ts';
import type { Selection } from './selection.ts';
import { DEFAULT_SETTINGS, Settings } from './settings.ts';

const coordinate = z.number().min(-1e9).max(1e9);

const content = {
  /** Ids, and `x` and `y` of each in graph units. */
  nodes: z.array(z.tuple([z.string(), coordinate, coordinate])).max(100_000),
  relationships: z.array(z.string()).max(500_000),
  /** The part of the graph that is seen: left, low, right, high; null for all of it. */
  part: z.tuple([coordinate, coordinate, coordinate, coordinate]).nullable(),
};

const View = z.object({
  /** The form of this very object: a page refuses a later one instead of showing half of it. */
  version: z.literal(2),
  ...content,
  selection: z.object({
    nodes: z.array(z.string()).readonly(),
    relationships: z.array(z.string()).readonly(),
  }),
  /** Only what differs from the settings that a picture begins with. */
  settings: Settings.partial(),
});
export type View = z.infer<typeof View>;

/** Before anything could be filtered, and when one element at a time was selected. */
const FirstView = z.object({
  version: z.literal(1),
  ...content,
  selection: z.object({ kind: z.enum(['node', 'relationship']), id: z.string() }).nullable(),
});

const AnyView = z.union([
  View,
  FirstView.transform(({ selection, nodes, relationships, part }): View => ({
    version: 2,
    nodes,
    relationships,
    part,
    selection: selectionOf(selection),
    settings: {},
  })),
]);

export class ViewUnreadable extends Error {
  override readonly name = 'ViewUnreadable';
}

export interface Looks {
  readonly selection: Selection;
  readonly settings: Settings;
  readonly part: Part | null;
}

export const viewOf = (graph: ScreenGraph, { selection, settings, part }: Looks): View => ({
  version: 2,
  // whole pixels: nobody sees less, and a link is half as long
  nodes: graph.mapNodes((id, { x, y }) => [id, Math.round(x), Math.round(y)]),
  relationships: graph.edges(),
  selection: { nodes: [...selection.nodes], relationships: [...selection.relationships] },
  settings: changedSettings(settings),
  part: part === null ? null : [...part],
});

function changedSettings(settings: Settings): Partial<Settings> {
  const isChanged = ([key, value]: [string, unknown]): boolean =>
    JSON.stringify(value) !== JSON.stringify(DEFAULT_SETTINGS[key as keyof Settings]);
  return Object.fromEntries(Object.entries(settings).filter(isChanged));
}

/** Letters, digits, `-` and `_`: JSON, deflated. */
export async function encodeView(view: View): Promise<string> {
  const packed = await through(
    new TextEncoder().encode(JSON.stringify(view)),
    new CompressionStream('deflate-raw'),
  );
  let binary = '';
  for (const byte of packed) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** Most that a text may become when it is unpacked: a small link can hold gigabytes of zeros. */
const MOST_BYTES = 16 * 2 ** 20;

/** @throws ViewUnreadable the text is cut, changed, or of a later version */
export async function decodeView(text: string): Promise<View> {
  try {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    const packed = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    const unpacked = await through(packed, new DecompressionStream('deflate-raw'));
    return AnyView.parse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(unpacked)));
  } catch (cause) {
    throw new ViewUnreadable('The view cannot be read', { cause });
  }
}

async function through(bytes: Uint8Array<ArrayBuffer>, stream: CompressionStream | DecompressionStream) {
  const reader = new Blob([bytes]).stream().pipeThrough<Uint8Array>(stream).getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > MOST_BYTES) {
      await reader.cancel();
      throw new RangeError('too large');
    }
    chunks.push(value);
  }
  const all = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}
