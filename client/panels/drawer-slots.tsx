/** What opens at the bottom beside the console; each is fetched when it is first wanted. */
import { toggleDrawer, usePanels } from '../state/panels.ts';
import { useLoaded } from './loaded.ts';

const loadTimeline = () => import('./timeline/timeline.tsx');
const loadTable = () => import('./table/table.tsx');

export function DrawerSlots() {
  const drawer = usePanels((state) => state.drawer);
  const timeline = useLoaded(loadTimeline, drawer === 'timeline', 'The timeline', () =>
    toggleDrawer('timeline', false),
  );
  const table = useLoaded(loadTable, drawer === 'table', 'The table', () => toggleDrawer('table', false));
  if (drawer === 'timeline' && timeline !== null) return <timeline.default />;
  return drawer === 'table' && table !== null ? <table.default /> : null;
}
