/** What the page puts into the clipboard. */
import { notifications } from '@mantine/notifications';

/** @returns false where the browser lets no page write to it: on plain http other than localhost, or where the reader has forbidden it */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/**
 * Copies a link to this page, and makes it the page's address; says so, or where the reader can copy it from.
 *
 * @param message where it leads: "It leads to this step of the story."
 */
export async function copyLink(link: string, message: string): Promise<void> {
  history.replaceState(null, '', link);
  notifications.show(
    (await copyText(link))
      ? { title: 'Link copied', message }
      : {
          title: 'The link is in the address bar',
          message: 'This browser lets no page write to the clipboard here: copy it from there.',
        },
  );
}
