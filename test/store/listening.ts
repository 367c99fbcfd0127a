import type { Store } from '../../server/store/store.ts';

/** The same store; `asked` is given the statements that it is asked to run. */
export const listening = (store: Store, asked: string[]): Store => ({
  kind: store.kind,
  database: store.database,
  run: (statement, ...rest) => {
    asked.push(statement);
    return store.run(statement, ...rest);
  },
  begin: (options) => store.begin(options),
  health: (signal) => store.health(signal),
  close: () => store.close(),
});
