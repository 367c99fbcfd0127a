// The history that the articles mention, 1979 to August 2021.

// ── The Soviet war ──

// Russia fought a catastrophic war in Afghanistan from 1979 to 1989.
MATCH (subject:Actor {id: 'russia'}), (object:Event {id: 'soviet-war-in-afghanistan'})
MERGE (subject)-[claim:FOUGHT_IN {id: 'russia-fought-in-soviet-war'}]->(object)
SET claim += {
  what: 'its catastrophic war in the country',
  date: date('1979-01-01'), end: date('1989-12-31'), datePrecision: 'year',
  note: 'The article says Russia; at the time it was the Soviet Union.',
  event: 'ASSAULT', quad: 'material conflict',
  evidence: ['report-p27-fought-its-war']
};

// The war was in Afghanistan.
MATCH (subject:Event {id: 'soviet-war-in-afghanistan'}), (object:Actor {id: 'afghanistan'})
MERGE (subject)-[claim:LOCATED_IN {id: 'soviet-war-located-in-afghanistan'}]->(object)
SET claim += {
  date: date('1979-01-01'), end: date('1989-12-31'), datePrecision: 'year',
  event: 'STANDING', quad: 'none',
  evidence: ['report-p27-fought-its-war']
};

// Soviet troops withdrew in 1989 …
MATCH (subject:Actor {id: 'soviet-union'}), (object:Actor {id: 'afghanistan'})
MERGE (subject)-[claim:WITHDREW_FROM {id: 'soviet-union-withdrew-from-afghanistan'}]->(object)
SET claim += {
  what: 'Soviet troops',
  date: date('1989-01-01'), datePrecision: 'year',
  event: 'RETREAT', quad: 'material cooperation',
  evidence: ['afp-p25-soviet-withdrawal']
};

// … and troubles followed.
MATCH (subject:Event {id: 'troubles-after-1989'}), (object:Event {id: 'soviet-withdrawal-1989'})
MERGE (subject)-[claim:FOLLOWED {id: 'troubles-followed-soviet-withdrawal'}]->(object)
SET claim += {
  what: 'the withdrawal of Soviet troops in 1989',
  date: date('1989-01-01'), datePrecision: 'year',
  event: 'STANDING', quad: 'none',
  evidence: ['afp-p25-soviet-withdrawal']
};

// Decades of war have left Afghanistan bloodless.
MATCH (subject:Actor {id: 'afghanistan'}), (object:Event {id: 'decades-of-war'})
MERGE (subject)-[claim:ENDURED {id: 'afghanistan-endured-decades-of-war'}]->(object)
SET claim += {
  what: 'bloodless after decades of war',
  event: 'STANDING', quad: 'none',
  evidence: ['afp-p08-double-threat']
};

// ── The 1990s ──

// The Taliban hosted Al-Qaeda in the 1990s.
MATCH (subject:Actor {id: 'taliban'}), (object:Actor {id: 'al-qaeda'})
MERGE (subject)-[claim:HARBOURED {id: 'taliban-harboured-al-qaeda'}]->(object)
SET claim += {
  what: 'hosted Osama bin Laden’s movement',
  date: date('1990-01-01'), end: date('1999-12-31'), datePrecision: 'year',
  event: 'COOPERATE', quad: 'material cooperation',
  evidence: ['report-p07-hosted-al-qaeda']
};

// They committed serious human rights violations, public stoning among them …
MATCH (subject:Actor {id: 'taliban'}), (object:Event {id: 'taliban-rule-1990s'})
MERGE (subject)-[claim:COMMITTED_ABUSES_IN {id: 'taliban-committed-abuses-in-1990s'}]->(object)
SET claim += {
  what: 'serious human rights violations, including public stoning',
  date: date('1990-01-01'), end: date('1999-12-31'), datePrecision: 'year',
  event: 'COERCE', quad: 'material conflict',
  evidence: ['report-p07-rights-violations']
};

// … and kept women from work and school.
MATCH (subject:Actor {id: 'taliban'}), (object:Actor {id: 'women-of-afghanistan'})
MERGE (subject)-[claim:MARGINALIZED {id: 'taliban-marginalized-women'}]->(object)
SET claim += {
  what: 'at work and in schools',
  date: date('1990-01-01'), end: date('1999-12-31'), datePrecision: 'year',
  event: 'COERCE', quad: 'material conflict',
  evidence: ['report-p07-rights-violations']
};

// ── From 2001 to 2021 ──

// The United States and its allies invaded Afghanistan …
MATCH (subject:Actor {id: 'united-states-and-allies'}), (object:Actor {id: 'afghanistan'})
MERGE (subject)-[claim:INVADED {id: 'united-states-and-allies-invaded-afghanistan'}]->(object)
SET claim += {
  what: 'after the 9/11 attacks',
  date: date('2001-01-01'), datePrecision: 'year',
  event: 'ASSAULT', quad: 'material conflict',
  evidence: ['report-p04-invaded-after-9-11']
};

// … an invasion that came after the 9/11 attacks.
MATCH (subject:Event {id: 'invasion-of-afghanistan-2001'}), (object:Event {id: 'september-11-attacks'})
MERGE (subject)-[claim:FOLLOWED {id: 'invasion-followed-september-11-attacks'}]->(object)
SET claim += {
  date: date('2001-01-01'), datePrecision: 'year',
  event: 'STANDING', quad: 'none',
  evidence: ['report-p04-invaded-after-9-11']
};

// It was in Afghanistan.
MATCH (subject:Event {id: 'invasion-of-afghanistan-2001'}), (object:Actor {id: 'afghanistan'})
MERGE (subject)-[claim:LOCATED_IN {id: 'invasion-located-in-afghanistan'}]->(object)
SET claim += {
  date: date('2001-01-01'), datePrecision: 'year',
  event: 'STANDING', quad: 'none',
  evidence: ['report-p04-invaded-after-9-11']
};

// Their forces stayed for twenty years, the joint statement says.
MATCH (subject:Actor {id: 'united-states-and-allies'}), (object:Actor {id: 'afghanistan'})
MERGE (subject)-[claim:STATIONED_FORCES_IN {id: 'united-states-and-allies-stationed-forces-in-afghanistan'}]->(object)
SET claim += {
  what: 'military contingents, for the last 20 years',
  date: date('2001-01-01'), end: date('2021-12-31'), datePrecision: 'year',
  attributedTo: 'The ten countries at the Moscow talks',
  event: 'MOBILIZE', quad: 'material conflict',
  evidence: ['report-p03-burden', 'afp-p14-burden']
};

// They withdrew suddenly …
MATCH (subject:Actor {id: 'united-states-and-allies'}), (object:Actor {id: 'afghanistan'})
MERGE (subject)-[claim:WITHDREW_FROM {id: 'united-states-and-allies-withdrew-from-afghanistan'}]->(object)
SET claim += {
  what: 'a sudden withdrawal',
  date: date('2021-01-01'), datePrecision: 'year',
  event: 'RETREAT', quad: 'material cooperation',
  evidence: ['report-p04-allies-withdrew']
};

// … the United States first of all, in a way that Russia mocked.
MATCH (subject:Actor {id: 'united-states'}), (object:Actor {id: 'afghanistan'})
MERGE (subject)-[claim:WITHDREW_FROM {id: 'united-states-withdrew-from-afghanistan'}]->(object)
SET claim += {
  what: 'a humiliating withdrawal',
  date: date('2021-01-01'), datePrecision: 'year',
  event: 'RETREAT', quad: 'material cooperation',
  evidence: [
    'afp-p25-mocked-the-withdrawal',
    'report-p04-united-states-and-allies',
    'report-p04-sudden-withdrawal'
  ]
};

// Russia mocked the United States for it.
MATCH (subject:Actor {id: 'russia'}), (object:Actor {id: 'united-states'})
MERGE (subject)-[claim:MOCKED {id: 'russia-mocked-united-states'}]->(object)
SET claim += {
  what: 'the humiliating withdrawal from Afghanistan',
  date: date('2021-01-01'), datePrecision: 'year',
  event: 'ACCUSE', quad: 'verbal conflict',
  evidence: ['afp-p25-mocked-the-withdrawal']
};

// The withdrawal paved the way for the Taliban …
MATCH (subject:Event {id: 'western-withdrawal-2021'}), (object:Event {id: 'taliban-takeover-2021'})
MERGE (subject)-[claim:PAVED_WAY_FOR {id: 'western-withdrawal-paved-way-for-taliban-takeover'}]->(object)
SET claim += {
  what: 'for the Taliban to regain control of the country',
  date: date('2021-08-01'), datePrecision: 'month',
  event: 'STANDING', quad: 'none',
  evidence: ['report-p04-sudden-withdrawal']
};

// … who took power in August 2021.
MATCH (subject:Actor {id: 'taliban'}), (object:Actor {id: 'afghanistan'})
MERGE (subject)-[claim:SEIZED_POWER_IN {id: 'taliban-seized-power-in-afghanistan'}]->(object)
SET claim += {
  what: 'regained control of the country in mid-August',
  date: date('2021-08-01'), datePrecision: 'month',
  event: 'COERCE', quad: 'material conflict',
  evidence: [
    'afp-p04-delegation-to-moscow',
    'report-p04-sudden-withdrawal',
    'report-p15-kremlin-recognizes-efforts'
  ]
};

// That takeover was in Afghanistan.
MATCH (subject:Event {id: 'taliban-takeover-2021'}), (object:Actor {id: 'afghanistan'})
MERGE (subject)-[claim:LOCATED_IN {id: 'taliban-takeover-located-in-afghanistan'}]->(object)
SET claim += {
  date: date('2021-08-01'), datePrecision: 'month',
  event: 'STANDING', quad: 'none',
  evidence: ['report-p04-sudden-withdrawal']
};
