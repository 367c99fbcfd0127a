import { spawn } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';

/** What a process has used; memory is null where there is no `/proc`. */
export interface Usage {
  readonly wallMs: number;
  readonly cpuMs: number;
  /** Peak resident memory. */
  readonly peakMb: number;
}

const TICKS_PER_SECOND = 100;

/** Processor time a process has used so far, its threads' included. */
export async function cpuMs(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return ((Number(fields[11]) + Number(fields[12])) * 1000) / TICKS_PER_SECOND;
}

async function memory(pid: number, field: 'VmRSS' | 'VmHWM'): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(new RegExp(`${field}:\\s+(\\d+)`).exec(status)?.[1] ?? Number.NaN) / 1024;
}

export const residentMb = (pid: number): Promise<number> => memory(pid, 'VmRSS');
export const peakMb = (pid: number): Promise<number> => memory(pid, 'VmHWM');

/** Lets the peak begin again at what is resident now. */
export const resetPeak = (pid: number): Promise<void> => writeFile(`/proc/${pid}/clear_refs`, '5');

/** Runs `work` against a running process and tells what that process used meanwhile. */
export async function usageDuring(
  pid: number,
  work: () => Promise<void>,
): Promise<Usage & { readonly growthMb: number }> {
  await resetPeak(pid);
  const [cpu, resident, start] = [await cpuMs(pid), await residentMb(pid), performance.now()];
  await work();
  const wallMs = performance.now() - start;
  const peak = await peakMb(pid);
  return { wallMs, cpuMs: (await cpuMs(pid)) - cpu, peakMb: peak, growthMb: peak - resident };
}

/**
 * Runs a command to its end. Its peak memory is asked for every 20 ms, since it cannot be asked after the end.
 * @throws where it does not end with 0
 */
export async function usageOf(
  command: string,
  args: readonly string[],
  environment: Record<string, string> = {},
): Promise<Usage & { readonly output: string }> {
  const start = performance.now();
  const child = spawn(command, args, {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  let [peak, cpu] = [0, 0];
  const watch = setInterval(() => {
    const pid = child.pid ?? 0;
    peakMb(pid).then((mb) => (peak = Math.max(peak, mb || 0)), ignoreEnded);
    cpuMs(pid).then((ms) => (cpu = ms), ignoreEnded);
  }, 20);
  const code = await new Promise<number | null>((done) => child.once('exit', done));
  clearInterval(watch);
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${code}:\n${output}`);
  return { wallMs: performance.now() - start, cpuMs: cpu, peakMb: peak, output };
}

function ignoreEnded(): void {
  // The process ended between two looks: what was seen last stands.
}
