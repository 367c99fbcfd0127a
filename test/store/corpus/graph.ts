/** The graph that the corpus runs on: small, of many types, with a loop and a node that nothing joins. */
export const GRAPH = `
CREATE (russia:Actor:State {id: 'russia', name: 'Russia', iso: 'RUS', population: 146.2, since: date('1991-12-26'), aliases: ['RF', 'Moscow']}),
  (us:Actor:State {id: 'us', name: 'United States', iso: 'USA', population: 331.9, aliases: ['US']}),
  (uz:Actor:State {id: 'uzbekistan', name: 'Uzbekistan', iso: 'UZB', population: 34.9}),
  (taliban:Actor:Group {id: 'taliban', name: 'Taliban', founded: 1994}),
  (lavrov:Actor:Official {id: 'lavrov', name: 'Sergei Lavrov', role: 'Foreign Minister'}),
  (hanafi:Actor:Official {id: 'hanafi', name: 'Abdul Salam Hanafi'}),
  (talks:Event {id: 'talks', name: 'Moscow talks', start: date('2021-10-20'), at: datetime('2021-10-20T10:00:00+03:00')}),
  (war:Event {id: 'war', name: 'Soviet war', start: date('1979-12-24'), end: date('1989-02-15')}),
  (lonely:Place {id: 'kabul', name: 'Kabul', location: point({longitude: 69.17, latitude: 34.53})}),
  (russia)-[:HOSTED {id: 'h', date: date('2021-10-20')}]->(talks),
  (russia)-[:URGED {id: 'u1', what: 'moderate policies', weight: 2, evidence: ['e1', 'e2']}]->(taliban),
  (uz)-[:URGED {id: 'u2', what: 'inclusive government', weight: 1, evidence: ['e3']}]->(taliban),
  (us)-[:DECLINED_TO_PARTICIPATE_IN {id: 'd', weight: 0.5}]->(talks),
  (taliban)-[:PARTICIPATED_IN {id: 'p1'}]->(talks),
  (uz)-[:PARTICIPATED_IN {id: 'p2'}]->(talks),
  (lavrov)-[:SPEAKS_FOR {id: 's1'}]->(russia),
  (hanafi)-[:SPEAKS_FOR {id: 's2'}]->(taliban),
  (hanafi)-[:DISPUTED {id: 'x', what: 'inclusive government'}]->(russia),
  (russia)-[:FOUGHT_IN {id: 'f'}]->(war),
  (taliban)-[:IN_CONTACT_WITH {id: 'c'}]->(taliban)`;

/** What the statements may name with `$`: a map, as Cypher writes it. */
export const PARAMETERS = `{id: 'russia', ids: ['us', 'taliban'], limit: 2, props: {name: 'New', x: 1}, none: null}`;
