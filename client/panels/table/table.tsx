/** The picture as a table: the same actors, events and claims, selected and worked with in the same way. */
import './table.css';
import { useDeferredValue, useMemo, useRef } from 'react';
import { graph, selectAll, useScreen, useShown } from '../../state/screen.ts';
import { useMeasures } from '../../state/styled.ts';
import { whyHidden } from '../../state/shown.ts';
import type { Reason } from '../../state/shown.ts';
import { Drawer } from '../drawer.tsx';
import { notifyFailure } from '../status/notify.tsx';
import { columnsOf, isFixed } from './columns.ts';
import type { Column } from './columns.ts';
import { Grid } from './grid.tsx';
import { finder, sorted } from './rows.ts';
import { useTable } from './table-state.ts';
import { TableTools } from './table-tools.tsx';
import { REASONS, showAgain } from './why.ts';

export default function Table() {
  const { tab, height, wanted, hasHidden, sort, changed } = useTable();
  const revision = useScreen((state) => state.revision);
  const settings = useScreen((state) => state.settings);
  const shown = useShown();
  const measures = useMeasures((error) => notifyFailure('The measure could not be taken', error));
  const find = useRef<HTMLInputElement>(null);

  // eslint-disable-next-line react-hooks/exhaustive-deps -- the graph is changed in place, its revision says when
  const all = useMemo(() => columnsOf(graph, tab, measures), [tab, measures, revision]);
  const why = useMemo(
    () => (hasHidden ? whyHidden(graph, settings) : null),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- as above
    [hasHidden, settings, revision],
  );
  const reasonOf = useMemo(() => {
    const ids = tab === 'node' ? shown.nodes : shown.relationships;
    return (id: string): Reason | null => (why === null || ids.has(id) ? null : why({ kind: tab, id }));
  }, [why, tab, shown]);
  const columns = useMemo((): Column[] => {
    const chosen = all.filter((column) => isFixed(column) !== changed[tab].includes(column.id));
    if (why === null) return chosen;
    const cellOf = (id: string) => {
      const reason = reasonOf(id);
      return reason === null ? null : REASONS[reason];
    };
    return [...chosen, { id: 'why', title: 'Not in the picture', widthPx: 160, share: 1, cellOf }];
  }, [all, changed, tab, why, reasonOf]);

  const listed = useMemo(() => {
    if (hasHidden) return tab === 'node' ? graph.nodes() : graph.edges();
    return [...(tab === 'node' ? shown.nodes : shown.relationships)];
    // eslint-disable-next-line react-hooks/exhaustive-deps -- as above
  }, [tab, shown, hasHidden, revision]);
  const inOrder = useMemo(() => {
    const by = sort[tab];
    const column = all.find(({ id }) => id === by?.column);
    return by === null || column === undefined ? listed : sorted(listed, column, by.isDescending);
  }, [listed, sort, tab, all]);
  const looked = useDeferredValue(wanted.trim());
  const finds = useMemo(() => finder(columns), [columns]);
  const ids = useMemo(
    () => (looked === '' ? inOrder : inOrder.filter((id) => finds(id, looked))),
    [inOrder, finds, looked],
  );

  return (
    <Drawer
      name="table"
      title="Table"
      height={height}
      onResize={(next) => useTable.setState({ height: next })}
      onKeyDown={(event) => {
        if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'f') return;
        event.preventDefault();
        find.current?.select();
      }}
      tools={<TableTools all={all} columns={columns} ids={ids} find={find} />}
    >
      <Grid
        // its place is its own for each of the two
        key={tab}
        tab={tab}
        columns={columns}
        ids={ids}
        sort={sort[tab]}
        reasonOf={reasonOf}
        onOpen={(id) => {
          const reason = reasonOf(id);
          if (reason !== null) showAgain({ kind: tab, id }, reason);
          else
            selectAll(
              tab === 'node' ? { nodes: [id], relationships: [] } : { nodes: [], relationships: [id] },
            );
        }}
      />
    </Drawer>
  );
}
