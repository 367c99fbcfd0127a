/** What opens at the bottom beside the console; each is fetched when it is first wanted. */
import { toggleDrawer, usePanels } from '../state/panels.ts';
import { OnDemand } from './on-demand.tsx';

const loadTimeline = () => import('./timeline/timeline.tsx');
const loadTable = () => import('./table/table.tsx');

export function DrawerSlots() {
  const drawer = usePanels((state) => state.drawer);
  return (
    <>
      <OnDemand
        isOpen={drawer === 'timeline'}
        name="timeline"
        load={loadTimeline}
        onFailure={() => toggleDrawer('timeline', false)}
      />
      <OnDemand
        isOpen={drawer === 'table'}
        name="table"
        load={loadTable}
        onFailure={() => toggleDrawer('table', false)}
      />
    </>
  );
}
