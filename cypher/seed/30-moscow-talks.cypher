// The talks in Moscow on Wednesday 20 October 2021: who came, who stayed away, what was agreed.

// ── Who took part ──

// Ten countries took part.
UNWIND [
  'russia', 'china', 'iran', 'pakistan', 'india',
  'kazakhstan', 'kyrgyzstan', 'tajikistan', 'turkmenistan', 'uzbekistan'
] AS id
MATCH (subject:Actor {id: id}), (object:Event {id: 'moscow-talks-2021-10-20'})
MERGE (subject)-[claim:PARTICIPATED_IN {id: id + '-participated-in-moscow-talks'}]->(object)
SET claim += {
  date: date('2021-10-20'), datePrecision: 'day',
  event: 'CONSULT', quad: 'verbal cooperation',
  evidence: ['afp-p05-ten-countries', 'report-p02-ten-countries']
};

// Together they are “the ten countries that took part”.
MATCH (subject:Actor {id: 'ten-countries'}), (object:Event {id: 'moscow-talks-2021-10-20'})
MERGE (subject)-[claim:PARTICIPATED_IN {id: 'ten-countries-participated-in-moscow-talks'}]->(object)
SET claim += {
  date: date('2021-10-20'), datePrecision: 'day',
  event: 'CONSULT', quad: 'verbal cooperation',
  evidence: ['afp-p10-ten-took-part']
};

// So did the Taliban.
MATCH (subject:Actor {id: 'taliban'}), (object:Event {id: 'moscow-talks-2021-10-20'})
MERGE (subject)-[claim:PARTICIPATED_IN {id: 'taliban-participated-in-moscow-talks'}]->(object)
SET claim += {
  what: 'the first international talks in Russia since taking office',
  date: date('2021-10-20'), datePrecision: 'day',
  event: 'CONSULT', quad: 'verbal cooperation',
  evidence: ['afp-p04-delegation-to-moscow', 'report-p01-support-of-ten-powers']
};

// Their delegation travelled to Moscow.
MATCH (subject:Actor {id: 'taliban'}), (object:Place {id: 'moscow'})
MERGE (subject)-[claim:TRAVELED_TO {id: 'taliban-traveled-to-moscow'}]->(object)
SET claim += {
  what: 'for the first international talks in Russia since taking office',
  date: date('2021-10-01'), datePrecision: 'month',
  event: 'CONSULT', quad: 'verbal cooperation',
  evidence: ['afp-p04-delegation-to-moscow']
};

// Abdul Salam Hanafi led it.
MATCH (subject:Actor {id: 'abdul-salam-hanafi'}), (object:Event {id: 'moscow-talks-2021-10-20'})
MERGE (subject)-[claim:LED_DELEGATION_TO {id: 'abdul-salam-hanafi-led-delegation-to-moscow-talks'}]->(object)
SET claim += {
  what: 'the Afghan delegation',
  date: date('2021-10-20'), datePrecision: 'day',
  event: 'CONSULT', quad: 'verbal cooperation',
  evidence: ['afp-p19-hanafi-head-of-delegation', 'report-p10-hanafi-led-delegation']
};

// The talks were Moscow’s.
MATCH (subject:Actor {id: 'russia'}), (object:Event {id: 'moscow-talks-2021-10-20'})
MERGE (subject)-[claim:HOSTED {id: 'russia-hosted-moscow-talks'}]->(object)
SET claim += {
  what: '“Moscow’s negotiations with the Taliban”',
  date: date('2021-10-20'), datePrecision: 'day',
  event: 'CONSULT', quad: 'verbal cooperation',
  evidence: ['afp-p10-ten-took-part', 'report-p01-talks-in-moscow']
};

// Lavrov spoke at the conference.
MATCH (subject:Actor {id: 'sergei-lavrov'}), (object:Event {id: 'moscow-talks-2021-10-20'})
MERGE (subject)-[claim:ADDRESSED {id: 'sergei-lavrov-addressed-moscow-talks'}]->(object)
SET claim += {
  what: 'about the Taliban’s efforts and the new administration',
  date: date('2021-10-20'), datePrecision: 'day',
  event: 'STATEMENT', quad: 'none',
  evidence: ['report-p15-lavrov-told-the-conference', 'report-p16-new-administration']
};

// ── Who stayed away ──

// The United States chose not to take part.
MATCH (subject:Actor {id: 'united-states'}), (object:Event {id: 'moscow-talks-2021-10-20'})
MERGE (subject)-[claim:DECLINED_TO_PARTICIPATE_IN {id: 'united-states-declined-moscow-talks'}]->(object)
SET claim += {
  what: 'citing technical reasons',
  date: date('2021-10-20'), datePrecision: 'day',
  event: 'REJECT', quad: 'verbal conflict',
  evidence: ['report-p05-chose-not-to-take-part', 'afp-p05-not-the-united-states']
};

// It has said that it could join later.
MATCH (subject:Actor {id: 'united-states'}), (object:Event {id: 'next-rounds-of-talks'})
MERGE (subject)-[claim:SAID_IT_COULD_JOIN {id: 'united-states-said-it-could-join-next-rounds'}]->(object)
SET claim += {
  what: 'the next rounds',
  date: date('2021-10-01'), datePrecision: 'month',
  event: 'AGREE', quad: 'verbal cooperation',
  evidence: ['report-p05-next-rounds']
};

// Moscow regrets its absence, Lavrov said.
MATCH (subject:Actor {id: 'russia'}), (object:Actor {id: 'united-states'})
MERGE (subject)-[claim:REGRETTED {id: 'russia-regretted-absence-of-united-states'}]->(object)
SET claim += {
  what: 'its absence from the conference',
  date: date('2021-10-20'), datePrecision: 'day',
  attributedTo: 'Sergei Lavrov',
  event: 'ACCUSE', quad: 'verbal conflict',
  evidence: ['report-p19-regrets-absence']
};

// ── What was agreed ──

// The Taliban and Russia agreed to work more closely on security.
MATCH (subject:Actor {id: 'taliban'}), (object:Actor {id: 'russia'})
MERGE (subject)-[claim:AGREED_TO_COOPERATE_WITH {id: 'taliban-agreed-to-cooperate-with-russia'}]->(object)
SET claim += {
  what: 'to strengthen their security collaboration in Afghanistan',
  date: date('2021-10-20'), datePrecision: 'day',
  event: 'AGREE', quad: 'verbal cooperation',
  evidence: ['afp-p02-agreed-on-security', 'afp-p01-ready-to-collaborate']
};

// The Taliban and China agreed to work more closely on security.
MATCH (subject:Actor {id: 'taliban'}), (object:Actor {id: 'china'})
MERGE (subject)-[claim:AGREED_TO_COOPERATE_WITH {id: 'taliban-agreed-to-cooperate-with-china'}]->(object)
SET claim += {
  what: 'to strengthen their security collaboration in Afghanistan',
  date: date('2021-10-20'), datePrecision: 'day',
  event: 'AGREE', quad: 'verbal cooperation',
  evidence: ['afp-p02-agreed-on-security', 'afp-p01-ready-to-collaborate']
};

// The Taliban and Iran agreed to work more closely on security.
MATCH (subject:Actor {id: 'taliban'}), (object:Actor {id: 'iran'})
MERGE (subject)-[claim:AGREED_TO_COOPERATE_WITH {id: 'taliban-agreed-to-cooperate-with-iran'}]->(object)
SET claim += {
  what: 'to strengthen their security collaboration in Afghanistan',
  date: date('2021-10-20'), datePrecision: 'day',
  event: 'AGREE', quad: 'verbal cooperation',
  evidence: ['afp-p02-agreed-on-security', 'afp-p01-ready-to-collaborate']
};

// All four agreed: Russia with China, too.
MATCH (subject:Actor {id: 'russia'}), (object:Actor {id: 'china'})
MERGE (subject)-[claim:AGREED_TO_COOPERATE_WITH {id: 'russia-agreed-to-cooperate-with-china'}]->(object)
SET claim += {
  what: 'to strengthen their security collaboration in Afghanistan',
  date: date('2021-10-20'), datePrecision: 'day',
  event: 'AGREE', quad: 'verbal cooperation',
  evidence: ['afp-p02-agreed-on-security']
};

// All four agreed: Russia with Iran, too.
MATCH (subject:Actor {id: 'russia'}), (object:Actor {id: 'iran'})
MERGE (subject)-[claim:AGREED_TO_COOPERATE_WITH {id: 'russia-agreed-to-cooperate-with-iran'}]->(object)
SET claim += {
  what: 'to strengthen their security collaboration in Afghanistan',
  date: date('2021-10-20'), datePrecision: 'day',
  event: 'AGREE', quad: 'verbal cooperation',
  evidence: ['afp-p02-agreed-on-security']
};

// All four agreed: China with Iran, too.
MATCH (subject:Actor {id: 'china'}), (object:Actor {id: 'iran'})
MERGE (subject)-[claim:AGREED_TO_COOPERATE_WITH {id: 'china-agreed-to-cooperate-with-iran'}]->(object)
SET claim += {
  what: 'to strengthen their security collaboration in Afghanistan',
  date: date('2021-10-20'), datePrecision: 'day',
  event: 'AGREE', quad: 'verbal cooperation',
  evidence: ['afp-p02-agreed-on-security']
};

// The participants put out a joint statement …
MATCH (subject:Actor {id: 'moscow-talks-participants'}), (object:Event {id: 'joint-statement-2021-10-20'})
MERGE (subject)-[claim:ISSUED {id: 'participants-issued-joint-statement'}]->(object)
SET claim += {
  date: date('2021-10-20'), datePrecision: 'day',
  event: 'STATEMENT', quad: 'none',
  evidence: ['afp-p06-willing-to-cooperate', 'afp-p07-new-reality']
};

// … which is the ten countries’ as well.
MATCH (subject:Actor {id: 'ten-countries'}), (object:Event {id: 'joint-statement-2021-10-20'})
MERGE (subject)-[claim:ISSUED {id: 'ten-countries-issued-joint-statement'}]->(object)
SET claim += {
  date: date('2021-10-20'), datePrecision: 'day',
  event: 'STATEMENT', quad: 'none',
  evidence: ['afp-p10-their-joint-statement']
};

// In it they stressed that they were willing to cooperate on security.
MATCH (subject:Actor {id: 'moscow-talks-participants'}), (object:Place {id: 'region-around-afghanistan'})
MERGE (subject)-[claim:VOICED_WILLINGNESS_TO_COOPERATE_IN {id: 'participants-voiced-willingness-to-cooperate'}]->(object)
SET claim += {
  what: 'in security matters, to “contribute to regional stability”',
  date: date('2021-10-20'), datePrecision: 'day',
  event: 'AGREE', quad: 'verbal cooperation',
  evidence: ['afp-p06-willing-to-cooperate']
};

// They took note of the “new reality” of the Taliban’s rise to power.
MATCH (subject:Actor {id: 'moscow-talks-participants'}), (object:Event {id: 'taliban-takeover-2021'})
MERGE (subject)-[claim:ACKNOWLEDGED {id: 'participants-acknowledged-taliban-takeover'}]->(object)
SET claim += {
  what: '“a new reality, the coming to power of the Taliban”',
  date: date('2021-10-20'), datePrecision: 'day',
  event: 'SUPPORT', quad: 'verbal cooperation',
  evidence: ['afp-p07-new-reality', 'report-p12-new-reality']
};

// The ten powers supported the Taliban on one point: a UN donors’ conference.
MATCH (subject:Actor {id: 'ten-countries'}), (object:Actor {id: 'taliban'})
MERGE (subject)-[claim:SUPPORTED {id: 'ten-countries-supported-taliban'}]->(object)
SET claim += {
  what: 'over the idea of a United Nations donors’ conference',
  date: date('2021-10-20'), datePrecision: 'day',
  event: 'SUPPORT', quad: 'verbal cooperation',
  evidence: ['report-p01-support-of-ten-powers']
};

// ── What the talks meant ──

// Hanafi found the meeting very important for the stability of the region.
MATCH (subject:Actor {id: 'abdul-salam-hanafi'}), (object:Event {id: 'moscow-talks-2021-10-20'})
MERGE (subject)-[claim:PRAISED {id: 'abdul-salam-hanafi-praised-moscow-talks'}]->(object)
SET claim += {
  what: '“very important for the stability of the entire region”',
  date: date('2021-10-20'), datePrecision: 'day',
  event: 'SUPPORT', quad: 'verbal cooperation',
  evidence: ['report-p11-important-meeting']
};

// They were among the Taliban’s most important international meetings: a place in the diplomatic game.
MATCH (subject:Event {id: 'moscow-talks-2021-10-20'}), (object:Actor {id: 'taliban'})
MERGE (subject)-[claim:UNDERSCORED {id: 'moscow-talks-underscored-taliban'}]->(object)
SET claim += {
  what: 'their increased integration into the diplomatic game; one of their most important international meetings',
  date: date('2021-10-20'), datePrecision: 'day',
  event: 'STANDING', quad: 'none',
  evidence: ['afp-p04-diplomatic-game', 'report-p18-most-important-meetings']
};

// They underscored Moscow’s influence.
MATCH (subject:Event {id: 'moscow-talks-2021-10-20'}), (object:Actor {id: 'russia'})
MERGE (subject)-[claim:UNDERSCORED {id: 'moscow-talks-underscored-russia'}]->(object)
SET claim += {
  what: 'Moscow’s influence',
  date: date('2021-10-20'), datePrecision: 'day',
  event: 'STANDING', quad: 'none',
  evidence: ['report-p18-most-important-meetings']
};
