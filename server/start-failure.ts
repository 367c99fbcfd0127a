import { CypherError } from '../graph/errors.ts';
import { HelpAsked, SettingsError } from './settings.ts';
import { StoreFolderError } from './store/embedded/errors.ts';
import { StoreUnavailable } from './store/store.ts';

/**
 * Tells the user why a program did not start, without a stack where the cause is theirs to mend.
 *
 * @returns the exit code
 */
export function tellStartFailure(error: unknown): number {
  if (error instanceof HelpAsked) {
    console.log(error.message.trimEnd());
    return 0;
  }
  console.error(wordsFor(error));
  return 1;
}

const FILE_FAULTS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'this user may not read or write it',
  EPERM: 'this user may not read or write it',
  EROFS: 'it lies on a file system that cannot be written',
  EISDIR: 'it is a folder, not a file',
  ENOTDIR: 'part of the path is not a folder',
  ENOSPC: 'the disk is full',
};

function wordsFor(error: unknown): string {
  if (error instanceof SettingsError) return `${error.lines.join('\n')}\nSee --help for every setting.`;
  if (error instanceof StoreUnavailable)
    return `${error.reason}. Check NEO4J_URI, NEO4J_USERNAME, NEO4J_PASSWORD and NEO4J_DATABASE.`;
  if (error instanceof StoreFolderError) return error.message;
  if (error instanceof CypherError)
    return `The store could not be prepared: ${error.message} (${error.code})`;
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (
    error instanceof Error &&
    'syscall' in error &&
    (error.syscall === 'listen' || error.syscall === 'getaddrinfo')
  )
    return listenWords(error, code);
  const fileFault = FILE_FAULTS[String(code)];
  if (error instanceof Error && fileFault !== undefined && 'path' in error)
    return `${String(error.path)}: ${fileFault}`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function listenWords(error: Error, code: unknown): string {
  const { address = '', port = '' } = error as Error & { address?: string; port?: number };
  if (code === 'EADDRINUSE')
    return `Port ${port} on ${address} is in use, perhaps by another Entente (\`lsof -i :${port}\` tells). Take another with --port, or 0 for a free one.`;
  if (code === 'EACCES')
    return `Port ${port} needs more rights than this user has. Take one above 1023 with --port.`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return `HOST: this machine has no such address (${error.message}).`;
  return `The server cannot listen: ${error.message}`;
}
