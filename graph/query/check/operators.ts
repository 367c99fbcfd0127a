/** Which operands an operator refuses before the statement runs, and what it gives. */
import type { Binary } from '../ast.ts';
import type { Checking } from './checking.ts';
import { expectType } from './checking.ts';
import { SUBTRACTABLE, SUMMABLE } from './signatures.ts';
import type { StaticType } from './static-type.ts';
import { ANY_LIST, common, fits, isList, listOf, NUMBER, TEMPORAL } from './static-type.ts';

/** @returns the type of the result, given those of the operands */
export function checkBinary(
  checking: Checking,
  { operator, left, right }: Binary,
  leftType: StaticType,
  rightType: StaticType,
): StaticType {
  const both = (expected: readonly StaticType[]) => {
    expectType(checking, left, leftType, expected);
    expectType(checking, right, rightType, expected);
  };
  switch (operator) {
    case 'AND':
    case 'OR':
    case 'XOR':
      both(['Boolean']);
      return 'Boolean';
    case 'IN':
      expectType(checking, right, rightType, [ANY_LIST]);
      return 'Boolean';
    case '=~':
      both(['String']);
      return 'Boolean';
    case 'STARTS WITH':
    case 'ENDS WITH':
    case 'CONTAINS':
      return 'Boolean';
    case '+':
      return checkPlus(checking, right, leftType, rightType);
    case '||':
      both(['String', ANY_LIST]);
      return isList(leftType) && isList(rightType) ? common(leftType, rightType) : leftType;
    case '-':
      expectType(checking, left, leftType, SUBTRACTABLE);
      if (isTemporal(leftType)) expectType(checking, right, rightType, ['Duration']);
      else expectType(checking, right, rightType, leftType === 'Any' ? SUMMABLE : NUMBER);
      return isTemporal(leftType) ? leftType : numeric(leftType, rightType);
    case '*':
      both(SUMMABLE);
      if (leftType === 'Duration') expectType(checking, right, rightType, NUMBER);
      return numeric(leftType, rightType);
    case '/':
      expectType(checking, left, leftType, SUMMABLE);
      expectType(checking, right, rightType, NUMBER);
      return numeric(leftType, rightType);
    case '%':
      both(NUMBER);
      return numeric(leftType, rightType);
    case '^':
      both(NUMBER);
      return 'Float';
  }
}

const isTemporal = (type: StaticType): boolean => type !== 'Any' && fits(type, TEMPORAL);

const UNSUMMABLE: readonly StaticType[] = ['Boolean', 'Map', 'Node', 'Relationship', 'Path', 'Point'];

/** What a text can be joined with; Neo4j 5 took numbers only. */
const JOINABLE: readonly StaticType[] = ['Boolean', ...NUMBER, 'Point', 'String', ANY_LIST, ...TEMPORAL];

/** `+` adds numbers, moves temporal values, joins strings (with anything), and joins or extends lists. */
function checkPlus(checking: Checking, right: Binary['right'], a: StaticType, b: StaticType): StaticType {
  if (a === 'String' || b === 'String') {
    if (isList(a) || isList(b)) return ANY_LIST;
    expectType(checking, right, a === 'String' ? b : a, JOINABLE);
    // beside a value of any type the text may become the item of a list
    return a === 'Any' || b === 'Any' ? 'Any' : 'String';
  }
  if (isList(a)) return isList(b) ? common(a, b) : common(a, listOf(b));
  if (isList(b)) return ANY_LIST;
  if (a !== 'Any' && fits(a, NUMBER)) expectType(checking, right, b, [...NUMBER, 'String', ANY_LIST]);
  else if (a === 'Duration') {
    expectType(checking, right, b, [...TEMPORAL, ANY_LIST]);
    // what it moves
    return b;
  } else if (isTemporal(a)) {
    expectType(checking, right, b, ['Duration', ANY_LIST]);
    return b === 'Duration' ? a : 'Any';
  } else if (a !== 'Any' && fits(a, UNSUMMABLE)) expectType(checking, right, b, [ANY_LIST]);
  return numeric(a, b);
}

function numeric(a: StaticType, b: StaticType): StaticType {
  if (a === 'Integer' && b === 'Integer') return 'Integer';
  return (a === 'Float' && fits(b, NUMBER) && b !== 'Any') || (b === 'Float' && a === 'Integer')
    ? 'Float'
    : 'Any';
}
