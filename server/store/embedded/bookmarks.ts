import { CypherError } from '../../../graph/errors.ts';

/** A bookmark names a store and how many commits it had: what was committed before can be seen from then on. */
export function bookmarkOf(uuid: string, commits: number): string {
  return `entente:${uuid}:${commits}`;
}

/**
 * A commit is visible as soon as it is acknowledged, so a bookmark never has to be waited for: it is known or it is
 * another store's.
 *
 * @throws CypherError a bookmark is not of this store, or later than its last commit
 */
export function checkBookmarks(bookmarks: readonly string[], uuid: string, commits: number): void {
  for (const bookmark of bookmarks) {
    const prefix = `entente:${uuid}:`;
    const count = bookmark.startsWith(prefix) ? bookmark.slice(prefix.length) : '';
    if (!/^\d{1,15}$/.test(count)) {
      throw new CypherError(
        'Neo.ClientError.Transaction.InvalidBookmark',
        `The bookmark ${JSON.stringify(bookmark)} is not one of this database.`,
      );
    }
    if (Number(count) > commits) {
      throw new CypherError(
        'Neo.TransientError.Transaction.BookmarkTimeout',
        `The database is not up to the bookmark ${JSON.stringify(bookmark)}: it was put back to an earlier state.`,
      );
    }
  }
}
