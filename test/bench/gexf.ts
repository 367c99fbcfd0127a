/** Our GEXF writer beside graphology-gexf's, each from its own graph in memory to a file, in a process of its own, three times in turn. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gdeltFile } from '../support/gdelt.ts';
import { usageOf } from './process.ts';
import { printHeader, printLine, quantile } from './report.ts';

const ROUNDS = 5;
interface Written {
  wallMs: number;
  cpuMs: number;
  growthMb: number;
}

export async function run(): Promise<void> {
  if (gdeltFile === null)
    return console.log(
      'gexf: skipped, there is no GDELT data beside the checkout (set ENTENTE_GDELT to its file)',
    );
  const folder = await mkdtemp(join(tmpdir(), 'entente-bench-'));
  const figures: Record<'ours' | 'graphology', Written[]> = { ours: [], graphology: [] };
  try {
    for (let round = 0; round < ROUNDS; round++)
      for (const writer of ['ours', 'graphology'] as const) {
        const args = [
          '--expose-gc',
          '--max-old-space-size=8000',
          '--import',
          'tsx',
          'test/bench/gexf-worker.ts',
          writer,
          join(folder, writer),
        ];
        const { output } = await usageOf(process.execPath, args);
        figures[writer].push(JSON.parse(output) as Written);
      }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  printHeader(`GEXF writer, 238,765 relationships, median of ${ROUNDS}`);
  const line = (what: string, of: (written: Written) => number, unit: 'ms' | 'MB', goal: string) =>
    printLine({
      what,
      unit,
      goal,
      ours: quantile(figures.ours.map(of), 0.5),
      peer: { name: 'graphology-gexf', figure: quantile(figures.graphology.map(of), 0.5) },
    });
  line('wall', ({ wallMs }) => wallMs, 'ms', '≤ 0.1');
  line('processor', ({ cpuMs }) => cpuMs, 'ms', '≤ 0.1');
  line('memory growth', ({ growthMb }) => growthMb, 'MB', '≤ 64 MB');
}
