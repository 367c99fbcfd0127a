/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/interactive-supports-focus, jsx-a11y/click-events-have-key-events -- a <table> cannot
   be a grid of a hundred thousand rows of which forty are there; the grid itself has the focus and the keys, and names the cell they are at */
/** Rows that are sorted, walked, selected and opened: an ARIA grid of which only the rows in view are drawn. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useId, useRef, useState } from 'react';
import type { CSSProperties, KeyboardEvent, MouseEvent } from 'react';
import { ChevronDown, ChevronUp } from 'lucide-react';
import { kindOfLabels, toneOf } from '../../../graph/vocabulary.ts';
import { openMenu } from '../../state/asked.ts';
import type { MenuPoint } from '../../state/asked.ts';
import { graph, hover, selectAll, useScreen } from '../../state/screen.ts';
import type { Reason } from '../../state/shown.ts';
import { onLongPress } from '../menu/long-press.ts';
import { KindSign, LineSign } from '../signs.tsx';
import { cellText } from './columns.ts';
import type { Column, Tab } from './columns.ts';
import { copiedText, sayCopied } from './copied.ts';
import { between } from './rows.ts';
import type { Sort } from './rows.ts';
import { sortBy } from './table-state.ts';

interface GridProps {
  readonly tab: Tab;
  readonly columns: readonly Column[];
  readonly ids: readonly string[];
  readonly sort: Sort | null;
  /** Why a row is not in the picture; null where it is. */
  readonly reasonOf: (id: string) => Reason | null;
  readonly onOpen: (id: string) => void;
}

const ROW_PX = 30;
const HEAD_PX = 32;
/** The row of the heads, for the keyboard. */
const HEAD = -1;

export function Grid({ tab, columns, ids, sort, reasonOf, onOpen }: GridProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const base = useId();
  const selected = useScreen(({ selection }) => (tab === 'node' ? selection.nodes : selection.relationships));
  const [at, setAt] = useState<{ readonly row: number; readonly column: number }>({ row: 0, column: 0 });
  /** Where a range begins. */
  const anchor = useRef<string | null>(null);
  const virtual = useVirtualizer({
    count: ids.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 16,
    scrollMargin: HEAD_PX,
    scrollPaddingStart: HEAD_PX,
    getItemKey: (index) => ids[index] as string,
  });
  const cellId = (rowAt: number, columnAt: number): string => `${base}-${rowAt}-${columnAt}`;
  const row = Math.min(at.row, ids.length - 1);
  const column = Math.min(at.column, columns.length - 1);
  const chosen = new Set(selected);

  const goTo = (nextRow: number, nextColumn = column): void => {
    setAt({ row: nextRow, column: nextColumn });
    if (nextRow >= 0) virtual.scrollToIndex(nextRow);
  };

  // what is selected elsewhere comes into view
  const [sole] = selected;
  useEffect(() => {
    if (selected.length !== 1 || sole === anchor.current) return;
    const index = ids.indexOf(sole as string);
    if (index < 0) return;
    anchor.current = sole as string;
    setAt((before) => ({ ...before, row: index }));
    virtual.scrollToIndex(index);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- another order of the rows is no reason to scroll
  }, [sole, selected.length]);

  const choose = (rows: readonly string[]): void => {
    const { selection } = useScreen.getState();
    selectAll(tab === 'node' ? { ...selection, nodes: rows } : { ...selection, relationships: rows });
  };
  const only = (id: string): void => {
    selectAll(tab === 'node' ? { nodes: [id], relationships: [] } : { nodes: [], relationships: [id] });
  };
  const toggle = (id: string): void =>
    choose(chosen.has(id) ? selected.filter((each) => each !== id) : [...selected, id]);

  const click = (event: MouseEvent, index: number, columnAt: number): void => {
    const id = ids[index] as string;
    setAt({ row: index, column: columnAt });
    if (event.shiftKey) choose(between(ids, anchor.current ?? id, id));
    else {
      anchor.current = id;
      if (event.ctrlKey || event.metaKey) toggle(id);
      else if (reasonOf(id) === null) only(id);
    }
  };

  /** The menu of what is selected; a row that is not among it is selected first. */
  const openMenuOn = (id: string | undefined, point: MenuPoint): void => {
    if (id !== undefined && !chosen.has(id) && reasonOf(id) === null) {
      anchor.current = id;
      only(id);
    }
    openMenu(point);
  };
  const pressed = useRef(openMenuOn);
  useEffect(() => {
    pressed.current = openMenuOn;
  });
  useEffect(
    () =>
      onLongPress(document, ({ target, clientX, clientY }) => {
        const held = target instanceof Element ? target.closest<HTMLElement>('.grid-body [data-id]') : null;
        if (held !== null) pressed.current(held.dataset['id'], { x: clientX, y: clientY });
      }),
    [],
  );

  const press = (event: KeyboardEvent): void => {
    if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
      const box = document.querySelector(`[id="${cellId(row, column)}"]`)?.getBoundingClientRect();
      event.preventDefault();
      openMenuOn(ids[row], { x: box?.left ?? 0, y: box?.bottom ?? 0 });
      return;
    }
    const { key, shiftKey } = event;
    const isMod = event.ctrlKey || event.metaKey;
    const page = Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 300) - HEAD_PX) / ROW_PX) - 1);
    const last = ids.length - 1;
    const lastColumn = columns.length - 1;
    const id = ids[row];
    const step = (next: number): void => {
      const target = Math.min(last, Math.max(HEAD, next));
      if (shiftKey && target >= 0 && id !== undefined) {
        anchor.current ??= id;
        choose(between(ids, anchor.current, ids[target] as string));
      }
      goTo(target);
    };
    const keys: Readonly<Record<string, () => void>> = {
      ArrowDown: () => step(row + 1),
      ArrowUp: () => step(row - 1),
      ArrowRight: () => goTo(row, Math.min(lastColumn, column + 1)),
      ArrowLeft: () => goTo(row, Math.max(0, column - 1)),
      PageDown: () => step(Math.max(0, row) + page),
      PageUp: () => step(Math.max(0, row - page)),
      Home: () => goTo(isMod ? 0 : row, 0),
      End: () => goTo(isMod ? last : row, lastColumn),
      ' ': () => {
        if (row === HEAD) sortBy((columns[column] as Column).id);
        else if (id !== undefined) {
          if (shiftKey) choose(between(ids, anchor.current ?? id, id));
          else {
            anchor.current = id;
            toggle(id);
          }
        }
      },
      Enter: () => {
        if (row === HEAD) sortBy((columns[column] as Column).id);
        else if (id !== undefined) {
          anchor.current = id;
          onOpen(id);
        }
      },
    };
    const run = isMod && key.toLowerCase() === 'a' ? () => choose(ids) : isMod && !/^(Home|End)$/.test(key) ? undefined : keys[key]; // prettier-ignore
    if (run === undefined) return;
    event.preventDefault();
    run();
  };

  const template = columns.map(({ widthPx, share }) => `minmax(${widthPx}px, ${share === 0 ? `${widthPx}px` : `${share}fr`})`).join(' '); // prettier-ignore
  const least = columns.reduce((sum, { widthPx }) => sum + widthPx, 0);
  const isAt = (rowAt: number, columnAt: number): boolean => rowAt === row && columnAt === column;

  return (
    <div
      ref={scroller}
      className="grid"
      role="grid"
      tabIndex={0}
      aria-label={tab === 'node' ? 'Actors and events' : 'Claims'}
      aria-rowcount={ids.length + 1}
      aria-colcount={columns.length}
      aria-multiselectable
      aria-activedescendant={ids.length === 0 && row !== HEAD ? undefined : cellId(row, column)}
      // the head and the rows are as wide, whether or not all of it fits
      style={{ '--columns': template, '--least': `${least}px` } as CSSProperties}
      onKeyDown={press}
      onCopy={(event) => {
        const rows = ids.filter((id) => chosen.has(id));
        const copied = rows.length > 0 ? rows : ids.slice(Math.max(0, row), Math.max(0, row) + 1);
        event.clipboardData.setData('text/plain', copiedText(columns, copied));
        event.preventDefault();
        sayCopied(copied.length);
      }}
      onMouseLeave={() => hover(null)}
      onBlur={() => hover(null)}
    >
      <div role="rowgroup" className="grid-head">
        <div role="row" aria-rowindex={1} className="grid-row">
          {columns.map(({ id, title, isNumber }, columnAt) => (
            <div
              key={id}
              id={cellId(HEAD, columnAt)}
              role="columnheader"
              aria-colindex={columnAt + 1}
              aria-sort={sort?.column !== id ? 'none' : sort.isDescending ? 'descending' : 'ascending'}
              className="grid-cell"
              data-number={isNumber === true || undefined}
              data-at={isAt(HEAD, columnAt) || undefined}
              title={`Sort by ${title.toLowerCase()}`}
              onClick={() => {
                setAt({ row: HEAD, column: columnAt });
                sortBy(id);
              }}
            >
              {title}
              {sort?.column === id &&
                (sort.isDescending ? (
                  <ChevronDown size={14} aria-hidden />
                ) : (
                  <ChevronUp size={14} aria-hidden />
                ))}
            </div>
          ))}
        </div>
      </div>
      <div role="rowgroup" className="grid-body" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start, key }) => {
          const id = ids[index] as string;
          return (
            <div
              key={key}
              role="row"
              aria-rowindex={index + 2}
              aria-selected={chosen.has(id)}
              className="grid-row"
              data-id={id}
              data-hidden={reasonOf(id) !== null || undefined}
              style={{ transform: `translateY(${start - HEAD_PX}px)` }}
              onMouseEnter={() => hover({ kind: tab, id })}
              onDoubleClick={() => onOpen(id)}
              onContextMenu={(event) => {
                event.preventDefault();
                openMenuOn(id, { x: event.clientX, y: event.clientY });
              }}
            >
              {columns.map((each, columnAt) => (
                <div
                  key={each.id}
                  id={cellId(index, columnAt)}
                  role="gridcell"
                  aria-colindex={columnAt + 1}
                  className="grid-cell"
                  data-number={each.isNumber === true || undefined}
                  data-at={isAt(index, columnAt) || undefined}
                  onClick={(event) => click(event, index, columnAt)}
                >
                  {columnAt === 0 && <Sign tab={tab} id={id} />}
                  <span>{cellText(each, id)}</span>
                </div>
              ))}
            </div>
          );
        })}
      </div>
      {ids.length === 0 && <p className="grid-empty">Nothing here matches.</p>}
    </div>
  );
}

function Sign({ tab, id }: { readonly tab: Tab; readonly id: string }) {
  if (tab === 'node') return <KindSign kind={kindOfLabels(graph.getNodeAttributes(id).labels)} size={16} />;
  const { type, properties } = graph.getEdgeAttributes(id);
  return <LineSign tone={toneOf(type, properties['event'])} width={22} />;
}
