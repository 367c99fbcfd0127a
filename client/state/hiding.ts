/** What stays loaded and is shown in another way: hidden, pinned. */
import { act } from './history.ts';
import { namedNodes, namedSelection } from './named.ts';
import { graph, useScreen } from './screen.ts';
import { selectedCount } from './selection.ts';
import type { Selection } from './selection.ts';
import type { Settings } from './settings.ts';
import { counted } from './words.ts';
import { tell } from './work.ts';

const settings = (): Settings => useScreen.getState().settings;
const more = (list: readonly string[], added: readonly string[]): string[] => [
  ...new Set([...list, ...added]),
];

/** Hides nodes, with their claims, and claims; they stay loaded. */
export function hide(selection: Selection): void {
  if (selectedCount(selection) === 0) return;
  const { hiddenNodes, hiddenRelationships } = settings();
  const name = namedSelection(selection);
  act(`Hide ${name}`, {
    kind: 'set',
    settings: {
      hiddenNodes: more(hiddenNodes, selection.nodes),
      hiddenRelationships: more(hiddenRelationships, selection.relationships),
    },
  });
  tell(`Hidden: ${name}. It is still loaded.`);
}

/** How much of what is loaded is hidden by hand; claims that go with a hidden node are not counted. */
export const hiddenCount = ({ hiddenNodes, hiddenRelationships }: Settings): number =>
  hiddenNodes.filter((id) => graph.hasNode(id)).length +
  hiddenRelationships.filter((id) => graph.hasEdge(id)).length;

/** Shows again what was hidden by hand. */
export function showHidden(): void {
  const count = hiddenCount(settings());
  if (count === 0) return;
  act('Show what was hidden', { kind: 'set', settings: { hiddenNodes: [], hiddenRelationships: [] } });
  tell(`${counted(count, 'hidden thing is', 'hidden things are')} shown again.`);
}

/** Shuts or opens the eye of kinds of node, or of types of relationship. */
export function setHidden(
  what: 'hiddenKinds' | 'hiddenTypes',
  keys: readonly string[],
  isHidden: boolean,
  name: string,
): void {
  const before = settings()[what];
  const gone = new Set(keys);
  const next = isHidden ? more(before, keys) : before.filter((key) => !gone.has(key));
  act(`${isHidden ? 'Hide' : 'Show'} ${name}`, { kind: 'set', settings: { [what]: next } });
  tell(`${isHidden ? 'Hidden' : 'Shown'}: ${name}.`);
}

export const arePinned = ({ pins }: Settings, nodes: readonly string[]): boolean => {
  const pinned = new Set(pins);
  return nodes.length > 0 && nodes.every((id) => pinned.has(id));
};

/** Pins nodes where they are, or lets them go where all of them are pinned. */
export function togglePins(nodes: readonly string[]): void {
  if (nodes.length === 0) return;
  const { pins } = settings();
  const isThere = arePinned(settings(), nodes);
  const those = new Set(nodes);
  const name = namedNodes(nodes);
  act(`${isThere ? 'Unpin' : 'Pin'} ${name}`, {
    kind: 'set',
    settings: { pins: isThere ? pins.filter((id) => !those.has(id)) : more(pins, nodes) },
  });
  tell(isThere ? `${name}: no longer pinned.` : `${name}: pinned. No layout moves it.`);
}
