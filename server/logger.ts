import { pino } from 'pino';
import type { Logger } from 'pino';
import type { Settings } from './settings.ts';

/** Writes JSON lines to standard error: standard output is for what the user is told. */
export function createLogger({ logLevel }: Pick<Settings, 'logLevel'>): Logger {
  return pino(
    {
      level: logLevel,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: ['req.headers.authorization', 'req.headers.cookie', 'res.headers["set-cookie"]'],
    },
    pino.destination({ dest: 2, sync: true }),
  );
}
