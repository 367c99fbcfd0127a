/** The picture in the page, with the tools beside it and what it takes to use it without a mouse. */
import { Maximize, Minus, Plus, RotateCcw } from 'lucide-react';
import { startTransition, useEffect, useRef, useState } from 'react';
import { ActionIcon, Button, Text, Title } from '@mantine/core';
import { expand } from '../state/expand.ts';
import { hoverDrawn } from '../state/grouped.ts';
import { keepMoved } from '../state/history.ts';
import { namedNodes } from '../state/named.ts';
import { keepSession } from '../state/opening.ts';
import { dispatch, graph, select, selectAll, selectMore, toggleSelected, useScreen } from '../state/screen.ts'; // prettier-ignore
import { asked } from '../state/settings.ts';
import { useMeasuring } from '../state/styled.ts';
import { useCover, useFloat } from '../panels/cover.ts';
import { SelectTools } from '../panels/menu/select-tools.tsx';
import { LayoutTool } from '../panels/layout/layout-tool.tsx';
import { useNarrow } from '../panels/narrow.ts';
import { notifyFailure } from '../panels/status/notify.tsx';
import type { Element } from '../state/element.ts';
import { MOST_OPTIONS, Outline } from './outline.tsx';
import { PictureFeed } from './picture-feed.ts';
import type { Guide } from '../../graph/layout/drawing.ts';
import { Picture } from './picture.ts';
import type { Place } from './places.ts';
import { Region } from './region.tsx';
import { showPicture } from './shown.ts';
import { LABEL_FONT, LABEL_SIZE_PX } from './scene.ts';
import { useScheme } from '../scheme.tsx';

type Trouble = { readonly title: string; readonly detail: string } | null;

const FONT_WAIT_MS = 1500;

export function PictureView() {
  const container = useRef<HTMLDivElement>(null);
  const tools = useRef<HTMLDivElement>(null);
  const scheme = useScheme();
  const [picture, setPicture] = useState<Picture | null>(null);
  const [trouble, setTrouble] = useState<Trouble>(null);
  const [attempt, setAttempt] = useState(0);
  const [isSettled, setSettled] = useState(false);
  const [isDrawn, setDrawn] = useState(false);
  const [places, setPlaces] = useState<{ nodes: Place[]; claims: Place[] }>({ nodes: [], claims: [] });

  useEffect(() => {
    const element = container.current;
    if (element === null) return;
    let made: Picture;
    let isCurrent = true;
    let keeping: ReturnType<typeof setTimeout> | undefined;
    try {
      made = new Picture(element, graph, schemeNow.current, {
        onHover: hoverDrawn,
        onSelect: choose,
        onSelectAll: (several, isMore) => (isMore ? selectMore : selectAll)(several),
        onExpand: (id) =>
          void expand(id).catch((error: unknown) => notifyFailure('Nothing was added', error)),
        onDragged: (before) => keepMoved(`Move ${namedNodes([...before.keys()])}`, before),
        onMove: (positions) => void dispatch({ kind: 'move', positions }),
        onSettled: (settled) => {
          setSettled(settled && graph.order > 0);
          if (settled) setDrawn(true);
        },
        onRest: () => {
          // each a task of its own, since a layout may run meanwhile
          startTransition(() => setPlaces(made.places(MOST_OPTIONS)));
          clearTimeout(keeping);
          keeping = setTimeout(() => void keepSession(made.part()));
        },
        onContextLost: () => {
          // a picture that is put away gives its context back as well
          if (!isCurrent) return;
          setTrouble({
            title: 'The picture was interrupted',
            detail: 'The graphics card took back its memory. Everything you had on the screen is kept.',
          });
        },
        onGuides: keepGuides,
        onLayoutFailed: (error) => notifyFailure('The picture could not be laid out', error),
      });
    } catch {
      setTrouble({
        title: 'The picture cannot be drawn',
        detail: 'This browser offers no WebGL. Search and the inspector work without it.',
      });
      return;
    }
    setPicture(made);
    setTrouble(null);
    showPicture(made);
    // labels are measured: lay out with the right font, but never wait long for it
    const measure = async (): Promise<void> => {
      await Promise.race([
        document.fonts.load(`500 ${LABEL_SIZE_PX}px ${LABEL_FONT}`),
        new Promise((resolve) => setTimeout(resolve, FONT_WAIT_MS)),
      ]);
      if (!isCurrent) return;
      made.fontsChanged();
      setFontsReady(true);
    };
    void measure();
    return () => {
      isCurrent = false;
      clearTimeout(keeping);
      setPicture(null);
      showPicture(null);
      made.kill();
    };
    // a picture is made once for each attempt: the scheme it begins with is changed later by `setScheme`
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [attempt]);
  const [areFontsReady, setFontsReady] = useState(false);
  const schemeNow = useRef(scheme);
  useEffect(() => {
    schemeNow.current = scheme;
  }, [scheme]);

  useMeasuring((error) => notifyFailure('The measure could not be taken', error));

  const isNarrow = useNarrow();
  useCover(tools, isNarrow ? 'bottom' : null);
  useFloat(tools);

  return (
    <section
      className="picture"
      aria-label="Graph"
      data-settled={isSettled}
      data-scheme={scheme}
      data-drawn={isDrawn}
    >
      <div ref={container} className="picture-canvas" aria-hidden="true" />
      {picture !== null && <PictureFeed picture={picture} areFontsReady={areFontsReady} />}
      <Region />
      <Outline places={places} />
      <div ref={tools} className="picture-tools">
        <ActionIcon
          data-tip="Zoom in"
          data-tip-side="left"
          variant="default"
          size="lg"
          aria-label="Zoom in"
          onClick={() => picture?.zoom(1.5)}
        >
          <Plus size={18} aria-hidden />
        </ActionIcon>
        <ActionIcon
          data-tip="Zoom out"
          data-tip-side="left"
          variant="default"
          size="lg"
          aria-label="Zoom out"
          onClick={() => picture?.zoom(1 / 1.5)}
        >
          <Minus size={18} aria-hidden />
        </ActionIcon>
        <ActionIcon
          data-tip="Show everything"
          data-tip-side="left"
          variant="default"
          size="lg"
          aria-label="Show everything"
          onClick={() => picture?.fit()}
        >
          <Maximize size={17} aria-hidden />
        </ActionIcon>
        <SelectTools />
        <LayoutTool />
      </div>
      {trouble !== null && (
        <div className="notice" role="alert">
          <Title order={2} size="h4">
            {trouble.title}
          </Title>
          <Text c="dimmed">{trouble.detail}</Text>
          <Button
            leftSection={<RotateCcw size={16} aria-hidden />}
            onClick={() => setAttempt((before) => before + 1)}
          >
            Draw it again
          </Button>
        </div>
      )}
    </section>
  );
}

/** No step of its own: whoever had it laid out takes back the layout, and what it has drawn with it. */
function keepGuides(guides: readonly Guide[]): void {
  const { layout } = useScreen.getState().settings;
  if (guides.length > 0 || layout.guides !== undefined)
    dispatch({
      kind: 'set',
      settings: { layout: { ...asked(layout), ...(guides.length > 0 && { guides }) } },
    });
}

/** @param isMore to select it as well, or let it go where it is selected; a click beside everything then changes nothing */
function choose(element: Element | null, isMore: boolean): void {
  if (!isMore) select(element);
  else if (element !== null) toggleSelected(element);
}
