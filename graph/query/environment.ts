import type { Environment, ProcedureSignature } from './check/environment.ts';
import { functions } from './functions/registry.ts';
import type { ProcedureRegistry } from './procedures/registry.ts';

const environments = new WeakMap<ProcedureRegistry, Environment>();

const byName = new Map(functions.map((definition) => [definition.name.toLowerCase(), definition]));

/** What statements may call, in the words of the semantic check. */
export function environmentOf(procedures: ProcedureRegistry): Environment {
  let environment = environments.get(procedures);
  if (environment === undefined) {
    environment = {
      functions: byName,
      procedures: new Map(
        procedures.all().map((procedure): [string, ProcedureSignature] => [
          procedure.name,
          {
            args: procedure.arguments,
            minArgs: procedure.arguments.filter((argument) => argument.default === undefined).length,
            results: procedure.results,
            mode: procedure.mode.toLowerCase() as ProcedureSignature['mode'],
          },
        ]),
      ),
    };
    environments.set(procedures, environment);
  }
  return environment;
}
