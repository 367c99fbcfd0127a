// `npm run bench [-- NAME …]`: what Entente takes, each beside a peer in the same run. Without names: all of them.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const { status } = spawnSync(
  process.execPath,
  [join('node_modules', 'tsx', 'dist', 'cli.mjs'), 'test/bench/main.ts', ...process.argv.slice(2)],
  {
    stdio: 'inherit',
  },
);
process.exitCode = status ?? 1;
