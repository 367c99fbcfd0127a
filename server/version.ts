import about from '../package.json' with { type: 'json' };

/** Of Entente, as `package.json` has it; built in. */
export const VERSION: string = about.version;
