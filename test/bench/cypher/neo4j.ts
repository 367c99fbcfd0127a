import neo4j, { isInt, type Record as Row } from 'neo4j-driver';
import { converted, uniqueId, type Engine } from './engine.ts';

/** The Neo4j at an address, over Bolt. @param address `uri user password`, separated by spaces */
export async function openNeo4j(address: string): Promise<Engine> {
  const [uri = '', username = '', password = ''] = address.split(' ');
  const driver = neo4j.driver(uri, neo4j.auth.basic(username, password));
  await driver.verifyConnectivity();
  return {
    indexId: uniqueId,
    parameters: (plain) => converted(plain, (n) => (typeof n === 'bigint' ? neo4j.int(n) : n)),
    async run(statement, parameters) {
      const session = driver.session();
      try {
        const { records } = await session.run(statement, parameters as Record<string, unknown> | undefined);
        return records;
      } finally {
        await session.close();
      }
    },
    plain: (row) => [...(row as Row).values()].map(plainOf),
    async drain(statement) {
      const session = driver.session();
      let rows = 0;
      try {
        const result = session.run(statement);
        for await (const record of result) rows += record.length > 0 ? 1 : 0;
        return rows;
      } finally {
        await session.close();
      }
    },
    close: () => driver.close(),
  };
}

function plainOf(value: unknown): unknown {
  if (isInt(value)) return value.toNumber();
  return Array.isArray(value) ? value.map(plainOf) : value;
}
