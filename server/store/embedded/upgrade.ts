/**
 * From the format of an older version to the one that is written now: a step for each format, all of them one LMDB
 * transaction, so that what was there stays until what comes is whole.
 */
import { META_FORMAT, META_STATE, stateAfter, writeState, type Records } from './records.ts';
import { ByteReader, ByteWriter } from './bytes.ts';
import { StoreDamaged, StoreFormatUnknown, StoreNotWritable } from './errors.ts';
import { DATA_FILE, FORMAT, setFormat, type FolderMeta } from './folder.ts';
import { isFull, messageOf } from './lmdb-errors.ts';

/** By the format that it leads away from. Each runs in a transaction and sees what the one before it wrote. */
const STEPS: ReadonlyMap<number, (records: Records) => void> = new Map([[1, markTheState]]);

/** Format 1 knew how many commits there were, and nothing that tells one state from another of as many. */
function markTheState(records: Records): void {
  const commits = new ByteReader(records.getBinary(META_STATE) ?? Buffer.of(0)).unsigned();
  records.putSync(
    META_STATE,
    encoded((out) => writeState(out, stateAfter(commits))),
  );
}

/**
 * Brings the records to the format of today; the folder's own file is marked before, so that from the first change on no older version
 * opens it.
 *
 * @param meta what the folder says; the records themselves may be older, when an upgrade was cut short
 * @throws StoreFormatUnknown, StoreDamaged, StoreNotWritable after either of which the folder is as it was
 */
export function upgrade(folder: string, meta: FolderMeta, records: Records): void {
  const stored = records.getBinary(META_FORMAT);
  const format = stored === undefined ? 1 : new ByteReader(stored).unsigned();
  if (format > FORMAT) throw new StoreFormatUnknown(folder, format, FORMAT);
  if (format === FORMAT) {
    if (meta.format !== FORMAT) setFormat(folder, meta, FORMAT);
    return;
  }
  try {
    setFormat(folder, meta, FORMAT);
    records.transactionSync(() => {
      for (let from = format; from < FORMAT; from++) STEPS.get(from)!(records);
      records.putSync(
        META_FORMAT,
        encoded((out) => out.unsigned(FORMAT)),
      );
    });
  } catch (error) {
    takeBack(folder, meta);
    if (error instanceof RangeError) {
      throw new StoreDamaged(folder, `the records of ${DATA_FILE} are not those of format ${format}`, {
        cause: error,
      });
    }
    throw new StoreNotWritable(folder, isFull(error) ? 'ENOSPC' : messageOf(error), { cause: error });
  }
}

function takeBack(folder: string, meta: FolderMeta): void {
  try {
    setFormat(folder, meta, meta.format);
  } catch {
    // this version opens it all the same: what the records are, they say themselves
  }
}

function encoded(write: (out: ByteWriter) => void): Buffer {
  const out = new ByteWriter();
  write(out);
  return out.take();
}
