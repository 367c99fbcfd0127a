import cliProgress from 'cli-progress';

/** How far a load is: a bar on a terminal, a line now and then elsewhere; both on standard error. */
export interface Progress {
  update(bytes: number, rows: number): void;
  /** A line that must not be drawn over. */
  say(line: string): void;
  stop(): void;
}

/** @param totalBytes size of the file, compressed or not */
export function startProgress(totalBytes: number): Progress {
  return process.stderr.isTTY ? bar(totalBytes) : lines(totalBytes);
}

const count = (n: number): string => Math.round(n).toLocaleString('en');

function bar(totalBytes: number): Progress {
  const started = Date.now();
  const drawn = new cliProgress.SingleBar({
    format: '{bar} {percentage} % | {rows} rows | {rate} rows/s | {eta_formatted} left',
    stream: process.stderr,
    barCompleteChar: '█',
    barIncompleteChar: '░',
    hideCursor: true,
    etaBuffer: 50,
  });
  drawn.start(totalBytes, 0, { rows: '0', rate: '…' });
  return {
    update(bytes, rows) {
      const seconds = Math.max((Date.now() - started) / 1000, 0.001);
      drawn.update(bytes, { rows: count(rows), rate: count(rows / seconds) });
    },
    say(line) {
      process.stderr.write(`\r\u001b[K${line}\n`);
    },
    stop: () => drawn.stop(),
  };
}

/** Between two lines. */
const PAUSE_MS = 5000;

function lines(totalBytes: number): Progress {
  let told = Date.now();
  return {
    update(bytes, rows) {
      if (Date.now() - told < PAUSE_MS) return;
      told = Date.now();
      console.error(`${Math.floor((100 * bytes) / Math.max(totalBytes, 1))} %, ${count(rows)} rows`);
    },
    say: (line) => console.error(line),
    stop: () => {},
  };
}
