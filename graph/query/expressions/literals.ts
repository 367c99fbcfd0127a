/** Lists, maps, map projections and parameters. */
import { CypherError } from '../../errors.ts';
import type { ListLiteral, MapLiteral, MapProjection, Parameter } from '../ast.ts';
import type { Parameters } from '../../model.ts';
import { NodeRef, RelationshipRef } from '../runtime.ts';
import type { Context, Evaluate, Row, RunValue } from '../runtime.ts';
import { fromParameter } from '../values/convert.ts';
import { mismatch } from '../values/errors.ts';
import { isMap } from '../values/types.ts';
import type { Compile } from './compiler.ts';
import { propertiesOf, propertyReader } from './elements.ts';

export function compileParameter({ name }: Parameter): Evaluate {
  let from: Parameters | null = null;
  let value: RunValue = null;
  const forget = (): void => {
    from = null;
    value = null;
  };
  return (_row, context) => {
    // A plan may run many times, each with parameters of its own; within one run they stand still.
    if (from !== context.parameters) {
      const read = readParameter(name, context.parameters);
      // together: reading a large one may let another run of this plan in
      value = read;
      from = context.parameters;
      context.atEnd(forget);
    }
    return value;
  };
}

function readParameter(name: string, parameters: Parameters): RunValue {
  const value = parameters.get(name);
  if (value === undefined) {
    throw new CypherError('Neo.ClientError.Statement.ParameterMissing', `Expected parameter(s): ${name}`, {
      gql: '42N81',
    });
  }
  return fromParameter(value);
}

export function compileListLiteral({ items }: ListLiteral, compile: Compile): Evaluate {
  const compiled = items.map((item) => compile(item));
  return (row, context) => compiled.map((evaluate) => evaluate(row, context));
}

export function compileMapLiteral({ entries }: MapLiteral, compile: Compile): Evaluate {
  const compiled = entries.map(({ key, value }) => [key.name, compile(value)] as const);
  return (row, context) => {
    const map = new Map<string, RunValue>();
    for (const [key, evaluate] of compiled) map.set(key, evaluate(row, context));
    return map;
  };
}

type Projector = (subject: RunValue, row: Row, context: Context, into: Map<string, RunValue>) => void;

/** `n {.*, .name, other, key: value}`; null for null. */
export function compileMapProjection({ subject, items }: MapProjection, compile: Compile): Evaluate {
  const compiledSubject = compile(subject);
  const projectors = items.map((item): Projector => {
    switch (item.kind) {
      case 'all':
        return (value, _row, context, into) => {
          for (const [key, property] of propertiesOf(value, context)) into.set(key, property);
        };
      case 'property': {
        const read = propertyReader(item.key.name);
        return (value, _row, context, into) => into.set(item.key.name, read(value, context));
      }
      case 'variable': {
        const evaluate = compile(item.variable);
        return (_value, row, context, into) => into.set(item.variable.name, evaluate(row, context));
      }
      case 'entry': {
        const evaluate = compile(item.value);
        return (_value, row, context, into) => into.set(item.key.name, evaluate(row, context));
      }
    }
  });
  return (row, context) => {
    const value = compiledSubject(row, context);
    if (value === null) return null;
    if (!(value instanceof NodeRef || value instanceof RelationshipRef || isMap(value))) {
      throw mismatch('a map, node or relationship', value);
    }
    const into = new Map<string, RunValue>();
    for (const project of projectors) project(value, row, context, into);
    return into;
  };
}
