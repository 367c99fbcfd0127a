/** `npm run build`: builds the client and the server, whether they are stale or not; with names of parts, only these. */
import { build } from './build-parts.mjs';

const parts = process.argv.slice(2);
try {
  await build(parts.length === 0 ? ['client', 'server'] : parts);
} catch (error) {
  console.error(`Building failed: ${error instanceof Error ? error.message : error}`);
  process.exit(1);
}
