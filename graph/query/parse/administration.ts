/** What Neo4j has for servers, users and vectors, and this engine has not: refused by its name, not as a slip of the pen. */
import { CypherError, positionAt } from '../../errors.ts';
import type { Cursor } from './cursor.ts';

const phrases = (list: string): string[][] => list.split(',').map((phrase) => phrase.trim().split(/\s+/));

const SHOWN = phrases(
  `USERS, USER, CURRENT USER, ROLES, ROLE, ALL ROLES, POPULATED ROLES, PRIVILEGES, PRIVILEGE, ALL PRIVILEGES, USER PRIVILEGES,
   SUPPORTED PRIVILEGES, ALIASES, ALIAS, SERVERS, SERVER, SETTINGS, SETTING, TRANSACTIONS, TRANSACTION, CURRENT GRAPH TYPE`,
).map((phrase) => ['SHOW', ...phrase]);

const MADE = phrases('USER, ROLE, DATABASE, COMPOSITE DATABASE, ALIAS, IMMUTABLE ROLE');

const COMMANDS = [
  ...SHOWN,
  ...phrases(
    `TERMINATE TRANSACTIONS, TERMINATE TRANSACTION, GRANT, DENY, REVOKE, ALTER, RENAME USER, RENAME ROLE, RENAME SERVER,
     ENABLE SERVER, START DATABASE, STOP DATABASE, REALLOCATE, DEALLOCATE, DRYRUN, CREATE VECTOR INDEX, DROP SERVER`,
  ),
  ...MADE.flatMap((phrase) => [
    ['CREATE', ...phrase],
    ['CREATE', 'OR', 'REPLACE', ...phrase],
    ['DROP', ...phrase],
  ]),
  ['USE'],
];

/** @throws CypherError the statement begins as one that is not supported */
export function refuseAdministration(cursor: Cursor): void {
  const command = COMMANDS.find((words) => cursor.sees(...words));
  if (command === undefined) return;
  const next = cursor.peek(command.length);
  // `USE` alone, or `ALTER = 1`, is a slip of the pen after all
  if (command.length === 1 && next.kind !== 'word' && next.kind !== 'quoted') return;
  throw new CypherError(
    'Neo.ClientError.Statement.UnsupportedAdministrationCommand',
    `Unsupported administration command: ${command.join(' ')}. This store is one database without users, servers and vector indexes.`,
    { position: positionAt(cursor.text, cursor.token.start), gql: '51N27' },
  );
}
