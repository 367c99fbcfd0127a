import { Link } from 'lucide-react';
import { shownPicture } from '../../picture/shown.ts';
import { linkTo } from '../../state/opening.ts';
import { graph, useScreen } from '../../state/screen.ts';
import { copyLink } from '../clipboard.ts';
import { notifyFailure } from '../status/notify.tsx';
import { BarButton } from '../bar/bar-button.tsx';

/** Puts the link to this picture into the clipboard, and into the address of the page. */
export function ShareButton() {
  const isEmpty = useScreen((state) => state.revision >= 0 && graph.order === 0);
  return (
    <BarButton
      label="Copy a link to this picture"
      Icon={Link}
      disabled={isEmpty}
      onClick={() => void share().catch((error: unknown) => notifyFailure('No link was made', error))}
    />
  );
}

async function share(): Promise<void> {
  const link = await linkTo(shownPicture()?.part() ?? null);
  await copyLink(link, 'It shows exactly this picture to whoever can reach this server.');
}
