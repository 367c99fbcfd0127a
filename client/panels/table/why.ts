/** Why a row is not in the picture, and what brings it back. */
import { kindOfLabels } from '../../../graph/vocabulary.ts';
import type { Element } from '../../state/element.ts';
import { setHidden } from '../../state/hiding.ts';
import { act } from '../../state/history.ts';
import { announce, graph, useScreen } from '../../state/screen.ts';
import type { Reason } from '../../state/shown.ts';
import { kindTitle, verbTitle } from '../filters/value-titles.ts';

export const REASONS: Readonly<Record<Reason, string>> = {
  hand: 'Hidden by hand',
  kind: 'Its kind is hidden',
  filter: 'Filtered out',
  period: 'Outside the span of time',
  end: 'One of its ends is not shown',
};

/** Shows again what a hand or the eye of its kind has hidden; of what a filter keeps back, says so. */
export function showAgain({ kind, id }: Element, reason: Reason): void {
  const { settings } = useScreen.getState();
  const isNode = kind === 'node';
  if (reason === 'hand') {
    const key = isNode ? 'hiddenNodes' : 'hiddenRelationships';
    act('Show it again', { kind: 'set', settings: { [key]: settings[key].filter((each) => each !== id) } });
    return;
  }
  if (reason === 'kind') {
    if (isNode) {
      const label = kindOfLabels(graph.getNodeAttributes(id).labels);
      setHidden('hiddenKinds', [label], false, kindTitle(label));
    } else {
      const { type } = graph.getEdgeAttributes(id);
      setHidden('hiddenTypes', [type], false, verbTitle(type));
    }
    return;
  }
  announce(`${REASONS[reason]}. Clear the filters to see it.`);
}
