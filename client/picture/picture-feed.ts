/** Tells the picture what has changed in the store: what is loaded and shown of it, how it looks, what stands out, what lies over it. */
import { useEffect } from 'react';
import { useScheme } from '../scheme.tsx';
import { useGrouping } from '../state/grouped.ts';
import { graph, useScreen, useShown } from '../state/screen.ts';
import { soleElement } from '../state/selection.ts';
import { useStyling } from '../state/styled.ts';
import { addedWithHub } from './added.ts';
import { focusOn, focusOnSelection } from './focus.ts';
import type { Picture } from './picture.ts';

interface PictureFeedProps {
  readonly picture: Picture;
  /** Nothing is laid out before: names are measured. */
  readonly areFontsReady: boolean;
}

/** Draws nothing itself: what draws something is not drawn again with each change. */
export function PictureFeed({ picture, areFontsReady }: PictureFeedProps): null {
  const scheme = useScheme();
  useEffect(() => picture.setScheme(scheme), [picture, scheme]);

  const revision = useScreen((state) => state.revision);
  useEffect(() => {
    picture.graphChanged();
    const { lastChange, lastKind, opening } = useScreen.getState();
    // a layout that is still under way was for the picture before
    if (lastKind === 'restore') picture.stay();
    const isAnother = lastKind === 'replace';
    if (isAnother) picture.showPart(opening);
    const added = lastChange === null || isAnother ? [] : addedWithHub(graph, lastChange);
    // what stays was placed for another company
    const isAnew = isAnother && graph.someNode((_id, { placed }) => placed) && graph.someNode((_id, { placed }) => !placed); // prettier-ignore
    if (graph.order > 0 && areFontsReady) void picture.arrange(isAnew, added);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the graph is changed in place, its revision says when
  }, [picture, revision, areFontsReady]);

  const covered = useScreen((state) => state.covered);
  useEffect(() => picture.setCovered(covered), [picture, covered]);

  const floats = useScreen((state) => state.floats);
  useEffect(() => picture.setFloats(floats), [picture, floats]);

  const shown = useShown();
  useEffect(() => picture.show(shown), [picture, shown]);

  const styling = useStyling();
  useEffect(() => picture.restyle(styling), [picture, styling]);

  const grouping = useGrouping();
  useEffect(() => picture.group(grouping), [picture, grouping]);

  const pins = useScreen((state) => state.settings.pins);
  useEffect(() => picture.pin(pins), [picture, pins]);

  const layout = useScreen((state) => state.settings.layout);
  useEffect(() => picture.guide(layout), [picture, layout]);

  const bundle = useScreen((state) => state.settings.bundle);
  const fanned = useScreen((state) => state.settings.fanned);
  useEffect(() => picture.bundle({ bundle, fanned }), [picture, bundle, fanned]);

  const selection = useScreen((state) => state.selection);
  const hovered = useScreen((state) => state.hover);
  const highlighted = useScreen((state) => state.highlight);
  useEffect(() => {
    const focus =
      focusOn(graph, hovered, grouping) ??
      focusOnSelection(graph, selection) ??
      focusOnSelection(graph, highlighted);
    picture.attend({ selection, hover: hovered, focus });
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the graph is changed in place, its revision says when
  }, [picture, revision, grouping, selection, hovered, highlighted]);

  useEffect(() => {
    picture.follow(soleElement(selection));
  }, [picture, selection]);

  return null;
}
