/** `npm run load -- FILE`: loads dated events (actor, verb, actor) from a tab-separated file into the store of the settings. */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { BadRow } from './load/event-row.ts';
import { GDELT } from './load/event-writer.ts';
import { Faults } from './load/faults.ts';
import { fileBytes } from './load/lines.ts';
import { loadEvents } from './load/load-events.ts';
import type { LoadReport } from './load/load-events.ts';
import { startProgress } from './load/progress.ts';
import { openStore } from './open-store.ts';
import { ROOT } from './root.ts';
import { prepareStore } from './seed.ts';
import { SettingsError, readSettings } from './settings.ts';
import type { CommandLine, Settings } from './settings.ts';
import { tellStartFailure } from './start-failure.ts';

const LOAD_COMMAND: CommandLine = {
  name: 'npm run load --',
  description:
    'Loads dated events into the graph: a tab-separated file, gzipped or not, with the columns source, relation, target and date. Loading it again adds nothing, so a load that was broken off is carried on by starting it again.',
  settings: ['dataFolder', 'neo4jUri', 'neo4jUsername', 'neo4jPassword', 'neo4jDatabase', 'maxMemoryBytes'],
  extend: (command) =>
    command
      .argument('<file>', 'the file to load')
      .option('--errors <file>', 'write the rows that are left out, and why, to this file'),
};

class Interrupted extends Error {
  override readonly name = 'Interrupted';
}

async function load(settings: Settings, path: string, errorsPath: string | null): Promise<void> {
  const interrupt = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => interrupt.abort(new Interrupted()));

  const stats = await stat(path);
  if (stats.isDirectory()) throw new BadRow('it is a folder, not a file');
  const store = await openStore(settings);
  try {
    await prepareStore(store, join(ROOT, 'cypher'), 'never', interrupt.signal);
    const progress = startProgress(stats.size);
    const faults = await Faults.open(path, errorsPath, progress.say);
    const started = Date.now();
    try {
      const report = await loadEvents(store, fileBytes(path), {
        dataSet: GDELT,
        faults,
        signal: interrupt.signal,
        onProgress: progress.update,
      });
      progress.stop();
      console.log(summary(report, faults.count, (Date.now() - started) / 1000));
    } finally {
      progress.stop();
      await faults.close();
    }
  } finally {
    await store.close();
  }
}

function summary({ rows, actorsCreated, claimsCreated }: LoadReport, bad: number, seconds: number): string {
  const count = (n: number) => n.toLocaleString('en');
  const there = rows - claimsCreated;
  return (
    `${count(rows)} rows in ${seconds.toFixed(1)} s: ${count(claimsCreated)} claims and ${count(actorsCreated)} actors added` +
    (there > 0 ? `, ${count(there)} claims were there already` : '') +
    (bad > 0 ? `; ${count(bad)} bad rows left out` : '')
  );
}

let path = '';
try {
  const { settings, args, options } = readSettings(process.argv.slice(2), process.env, LOAD_COMMAND);
  path = args[0] ?? '';
  if (path === '') throw new SettingsError(['the file to load is missing']);
  await load(settings, path, typeof options['errors'] === 'string' ? options['errors'] : null);
} catch (error) {
  if (error instanceof Interrupted) {
    console.error('Stopped. What was loaded stays; start the same load again to carry on.');
    process.exitCode = 130;
  } else if (error instanceof BadRow) {
    console.error(`${path}: ${error.message}`);
    process.exitCode = 1;
  } else process.exitCode = tellStartFailure(error);
}
