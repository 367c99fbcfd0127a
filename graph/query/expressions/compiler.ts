/** What the files of this folder share with compile.ts, so that they need not import it. */
import type { Expression } from '../ast.ts';
import type { Evaluate, Scope } from '../runtime.ts';

/** Compiles a part of an expression; in a nested scope where the part sees a variable of its own. */
export type Compile = (expression: Expression, scope?: Scope) => Evaluate;
