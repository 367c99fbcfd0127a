import { describe, expect, it } from 'vitest';
import { splitStatements } from '../../../../../graph/query/parse/script.ts';

describe('splitStatements', () => {
  it.each<[string, string, { text: string; offset: number }[]]>([
    ['an empty script', ' // nothing\n;;', []],
    ['one statement without a semicolon', ' RETURN 1 ', [{ text: 'RETURN 1', offset: 1 }]],
    [
      'two statements',
      'RETURN 1;\nRETURN 2;',
      [
        { text: 'RETURN 1', offset: 0 },
        { text: 'RETURN 2', offset: 10 },
      ],
    ],
    [
      'comments around a statement, which are no part of it',
      '// a; b\nRETURN 1 /* c; d */ ; // e',
      [{ text: 'RETURN 1', offset: 8 }],
    ],
    [
      'comments inside a statement, which stay',
      'RETURN /* ; */ 1 // ;\n+ 2;',
      [{ text: 'RETURN /* ; */ 1 // ;\n+ 2', offset: 0 }],
    ],
    ['semicolons in strings', `RETURN 'a;\\';', ";"`, [{ text: `RETURN 'a;\\';', ";"`, offset: 0 }]],
    [
      'semicolons in back-ticked names',
      'RETURN `a;``;b`; X',
      [
        { text: 'RETURN `a;``;b`', offset: 0 },
        { text: 'X', offset: 17 },
      ],
    ],
    [
      'comment signs in strings',
      "RETURN 'http://x', '/*';X",
      [
        { text: "RETURN 'http://x', '/*'", offset: 0 },
        { text: 'X', offset: 24 },
      ],
    ],
    [
      'quotes in comments',
      "RETURN 1 // it's\n; X",
      [
        { text: 'RETURN 1', offset: 0 },
        { text: 'X', offset: 19 },
      ],
    ],
    ['a string that is never closed', "RETURN 'a; b", [{ text: "RETURN 'a; b", offset: 0 }]],
    ['a backslash at the very end', "RETURN 'a\\", [{ text: "RETURN 'a\\", offset: 0 }]],
    [
      'Windows line ends',
      'RETURN 1;\r\nRETURN 2;\r\n',
      [
        { text: 'RETURN 1', offset: 0 },
        { text: 'RETURN 2', offset: 11 },
      ],
    ],
  ])('splits %s', (_, script, statements) => {
    expect(splitStatements(script)).toEqual(statements);
  });
});
