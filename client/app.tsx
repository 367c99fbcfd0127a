/** The one screen: the picture fills it, the rest floats over it. */
import { useEffect } from 'react';
import { Bar } from './panels/bar/bar.tsx';
import { ConsoleSlot } from './panels/console/console-slot.tsx';
import { DrawerSlots } from './panels/drawer-slots.tsx';
import { FiltersSlot } from './panels/filters/filters-slot.tsx';
import { HiddenButton } from './panels/filters/hidden-button.tsx';
import { HelpDialog } from './panels/help/help-dialog.tsx';
import { Inspector } from './panels/inspector/inspector.tsx';
import { ReadingSlot } from './panels/reading/reading-slot.tsx';
import { Legend } from './panels/legend/legend.tsx';
import { ContextMenu } from './panels/menu/context-menu.tsx';
import { Questions } from './panels/menu/questions.tsx';
import { Caption } from './panels/status/caption.tsx';
import { FirstHint } from './panels/status/first-hint.tsx';
import { StorySlot } from './panels/story/story-slot.tsx';
import { LiveRegion } from './panels/status/live-region.tsx';
import { Tips } from './panels/tips.tsx';
import { WorkBar } from './panels/status/work-bar.tsx';
import { StageStatus } from './panels/status/stage-status.tsx';
import { AwayBanner } from './panels/status/away-banner.tsx';
import { PictureView } from './picture/picture-view.tsx';
import { useHealthWatch } from './panels/status/health-watch.ts';
import { useShortcuts } from './commands/use-shortcuts.ts';
import { notifications } from '@mantine/notifications';
import { begin } from './state/opening.ts';
import { graph } from './state/screen.ts';
import { followStory, linkedStory } from './state/story.ts';
import { notifyFailure } from './panels/status/notify.tsx';

export function App() {
  useEffect(() => {
    const controller = new AbortController();
    void start(controller.signal);
    // a link that is pasted into the address of an open page is opened like any other
    const reload = (): void => location.reload();
    addEventListener('hashchange', reload);
    return () => {
      controller.abort();
      removeEventListener('hashchange', reload);
    };
  }, []);
  useHealthWatch();
  useShortcuts();

  return (
    <div className="shell">
      <Bar />
      <main className="stage" aria-label="The picture">
        <PictureView />
        <Caption />
        <FirstHint />
        <div className="left-column">
          <Legend />
          <FiltersSlot />
          <HiddenButton />
        </div>
        <StorySlot />
        <Inspector />
        <ReadingSlot />
        <StageStatus onRetry={() => void start()} />
        <ConsoleSlot />
        <DrawerSlots />
        <AwayBanner />
        <WorkBar />
        <ContextMenu />
        <Tips />
      </main>
      <LiveRegion />
      <HelpDialog />
      <Questions />
    </div>
  );
}

async function start(signal?: AbortSignal): Promise<void> {
  const linked = linkedStory(location.hash);
  const note = await begin(signal);
  if (linked !== null && graph.order > 0)
    await followStory(linked.id, linked.step, signal).catch((error: unknown) =>
      notifyFailure('The story could not be shown', error),
    );
  if (note === null) return;
  const { title, detail, isFailure } = note;
  notifications.show({ title, message: detail, autoClose: 8000, ...(isFailure && { color: 'orange' }) });
}
