/** `npm run build`: builds the client and the server, whether they are stale or not. */
import { build } from './build-parts.mjs';

await build(['client', 'server']);
