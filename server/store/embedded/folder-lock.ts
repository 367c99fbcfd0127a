import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import {
  linkSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  rmdirSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { StoreLocked } from './errors.ts';

/** Who has a folder. */
interface Holder {
  readonly pid: number;
  /** When the process started, as the system writes it: a pid alone may be in use again. */
  readonly started: string | null;
  readonly host: string;
  /** Processes of one space see each other's pids: one host, one boot, one container. */
  readonly space: string;
  readonly token: string;
}

const FILE = 'lock';
const HEARTBEAT_MS = 2_000;
/** A holder that we cannot look at is gone when it was silent for so long. */
const SILENCE_MS = 10_000;

/**
 * Keeps a folder to one process. The lock is a file that names its holder; one that was killed is recognised at
 * once by its pid and start time, one on another host or in another container by its silence.
 */
export class FolderLock {
  readonly #path: string;
  readonly #token: string;
  readonly #heartbeat: NodeJS.Timeout;

  private constructor(path: string, token: string) {
    this.#path = path;
    this.#token = token;
    this.#heartbeat = setInterval(() => this.#beat(), HEARTBEAT_MS);
    this.#heartbeat.unref();
  }

  /**
   * Waits only for a holder that it cannot look at: at most ten seconds, until that one gave a sign of life or did not.
   *
   * @throws StoreLocked
   */
  static async take(folder: string): Promise<FolderLock> {
    const path = join(folder, FILE);
    const own: Holder = {
      pid: process.pid,
      started: startOf(process.pid),
      host: hostname(),
      space: processSpace(),
      token: randomUUID(),
    };
    for (;;) {
      if (create(path, own)) return new FolderLock(path, own.token);
      const held = read(path);
      // it was released in between
      if (held === null) continue;
      if (!(await isGone(path, held))) throw new StoreLocked(folder, held.pid, held.host);
      removeStale(path, held);
    }
  }

  release(): void {
    clearInterval(this.#heartbeat);
    if (read(this.#path)?.token === this.#token) rmSync(this.#path, { force: true });
  }

  #beat(): void {
    try {
      const now = new Date();
      utimesSync(this.#path, now, now);
    } catch {
      // the folder is gone; the next commit will tell
    }
  }
}

/** Creates the file with its whole content at once. False where there is one. */
function create(path: string, holder: Holder): boolean {
  const draft = `${path}.${holder.token}`;
  writeFileSync(draft, JSON.stringify(holder));
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Null where there is none. One that cannot be understood belongs to nobody that can be looked at. */
function read(path: string): Holder | null {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
  const unknown: Holder = { pid: 0, started: null, host: 'an unknown host', space: '', token: '' };
  try {
    const { pid, started, host, space, token } = JSON.parse(text) as Partial<Record<keyof Holder, unknown>>;
    if (typeof pid !== 'number' || typeof host !== 'string' || typeof space !== 'string') return unknown;
    return {
      pid,
      started: typeof started === 'string' ? started : null,
      host,
      space,
      token: typeof token === 'string' ? token : '',
    };
  } catch {
    return unknown;
  }
}

async function isGone(path: string, holder: Holder): Promise<boolean> {
  if (holder.space === processSpace()) {
    return !isRunning(holder.pid) || startOf(holder.pid) !== holder.started;
  }
  const seen = beatOf(path);
  // clocks of two hosts may differ: what counts is whether the beat goes on while we look
  for (const until = Date.now() + SILENCE_MS; Date.now() < until; await sleep(250)) {
    if (beatOf(path) !== seen) return false;
  }
  return true;
}

/** Two may have seen the same dead holder: only one at a time removes, and only that holder's file. */
function removeStale(path: string, holder: Holder): void {
  const guard = `${path}.takeover`;
  try {
    mkdirSync(guard);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    if (Date.now() - (beatOf(guard) ?? Date.now()) > SILENCE_MS)
      rmSync(guard, { recursive: true, force: true });
    return;
  }
  try {
    if (read(path)?.token === holder.token) rmSync(path, { force: true });
  } finally {
    rmdirSync(guard);
  }
}

function beatOf(path: string): number | null {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? null;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // it runs, under another user
    return codeOf(error) === 'EPERM';
  }
}

/** Null where the system does not tell. */
function startOf(pid: number): string | null {
  try {
    if (process.platform === 'linux') {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      // the second field, the command, may hold spaces and brackets; the start is the 22nd
      return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
    }
    if (process.platform === 'win32') return null;
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
  } catch {
    return null;
  }
}

function processSpace(): string {
  const parts = [hostname(), process.platform];
  if (process.platform === 'linux') {
    try {
      parts.push(
        readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim(),
        readlinkSync('/proc/self/ns/pid'),
      );
    } catch {
      // a system that hides these has one space
    }
  }
  return parts.join(' ');
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
