// Recognition: who asks for it, who withholds it, and on what condition.

// Hanafi called on the international community to recognise Taliban power.
MATCH (subject:Actor {id: 'abdul-salam-hanafi'}), (object:Actor {id: 'international-community'})
MERGE (subject)-[claim:CALLED_ON {id: 'abdul-salam-hanafi-called-on-international-community'}]->(object)
SET claim += {
  what: 'to recognize Taliban power',
  date: date('2021-10-20'), datePrecision: 'day',
  event: 'REQUEST', quad: 'verbal conflict',
  evidence: ['afp-p21-recognize-taliban-power']
};

// Isolation is in nobody’s interest, he argued.
MATCH (subject:Actor {id: 'abdul-salam-hanafi'}), (object:Event {id: 'isolation-of-afghanistan'})
MERGE (subject)-[claim:ARGUED_AGAINST {id: 'abdul-salam-hanafi-argued-against-isolation'}]->(object)
SET claim += {
  what: '“Afghanistan’s isolation is not in the interest of any party”',
  date: date('2021-10-20'), datePrecision: 'day',
  event: 'STATEMENT', quad: 'none',
  evidence: ['afp-p21-isolation', 'report-p10-isolation']
};

// Governments around the world have refused recognition …
MATCH (subject:Actor {id: 'governments-around-the-world'}), (object:Actor {id: 'taliban-government'})
MERGE (subject)-[claim:WITHHELD_RECOGNITION_FROM {id: 'governments-withheld-recognition'}]->(object)
SET claim += {
  what: 'official recognition',
  date: date('2021-01-01'), datePrecision: 'year',
  event: 'REJECT', quad: 'verbal conflict',
  evidence: ['report-p12-refused-recognition']
};

// … and so has Russia, which is not yet ready for it.
MATCH (subject:Actor {id: 'russia'}), (object:Actor {id: 'taliban-government'})
MERGE (subject)-[claim:WITHHELD_RECOGNITION_FROM {id: 'russia-withheld-recognition'}]->(object)
SET claim += {
  what: 'is not yet ready to recognize the Taliban government',
  date: date('2021-01-01'), datePrecision: 'year',
  event: 'REJECT', quad: 'verbal conflict',
  evidence: ['report-p12-refused-recognition', 'report-p23-not-yet-ready', 'report-p24-hiding-recognition']
};

// Russia waits for the Taliban to keep their promises, Lavrov said.
MATCH (subject:Actor {id: 'russia'}), (object:Event {id: 'recognition-of-the-taliban'})
MERGE (subject)-[claim:MADE_CONDITIONAL {id: 'russia-made-recognition-conditional'}]->(object)
SET claim += {
  what: 'the Taliban must deliver on promises made when they came to power',
  date: date('2021-10-20'), datePrecision: 'day',
  attributedTo: 'Sergei Lavrov',
  event: 'REQUEST', quad: 'verbal conflict',
  evidence: ['report-p24-hiding-recognition']
};

// They must respect human rights to be recognised, Kabulov considered.
MATCH (subject:Actor {id: 'zamir-kabulov'}), (object:Event {id: 'recognition-of-the-taliban'})
MERGE (subject)-[claim:MADE_CONDITIONAL {id: 'zamir-kabulov-made-recognition-conditional'}]->(object)
SET claim += {
  what: 'the Taliban must keep their promises in terms of respect for human rights',
  date: date('2021-10-01'), datePrecision: 'month',
  event: 'REQUEST', quad: 'verbal conflict',
  evidence: ['afp-p20-keep-their-promises']
};

// Recognition is not being discussed for now, Lavrov told reporters.
MATCH (subject:Actor {id: 'sergei-lavrov'}), (object:Event {id: 'recognition-of-the-taliban'})
MERGE (subject)-[claim:DEFERRED {id: 'sergei-lavrov-deferred-recognition'}]->(object)
SET claim += {
  what: '“is not being discussed at this time”',
  date: date('2021-10-20'), datePrecision: 'day',
  event: 'REJECT', quad: 'verbal conflict',
  evidence: ['report-p26-not-being-discussed']
};

// ── Contacts without recognition ──

// Russia is in touch with the Taliban …
MATCH (subject:Actor {id: 'russia'}), (object:Actor {id: 'taliban'})
MERGE (subject)-[claim:IN_CONTACT_WITH {id: 'russia-in-contact-with-taliban'}]->(object)
SET claim += {
  date: date('2021-01-01'), datePrecision: 'year',
  attributedTo: 'Sergei Lavrov',
  event: 'CONSULT', quad: 'verbal cooperation',
  evidence: ['report-p26-in-touch']
};

// … like most other influential countries of the region.
MATCH (subject:Actor {id: 'influential-countries-of-the-region'}), (object:Actor {id: 'taliban'})
MERGE (subject)-[claim:IN_CONTACT_WITH {id: 'influential-countries-in-contact-with-taliban'}]->(object)
SET claim += {
  what: 'most other influential countries in the region',
  date: date('2021-01-01'), datePrecision: 'year',
  attributedTo: 'Sergei Lavrov',
  event: 'CONSULT', quad: 'verbal cooperation',
  evidence: ['report-p26-in-touch']
};

// Its ambassador has kept up regular contacts.
MATCH (subject:Actor {id: 'russian-ambassador-in-kabul'}), (object:Actor {id: 'taliban'})
MERGE (subject)-[claim:IN_CONTACT_WITH {id: 'russian-ambassador-in-contact-with-taliban'}]->(object)
SET claim += {
  what: 'regular contacts in recent months',
  date: date('2021-01-01'), datePrecision: 'year',
  event: 'CONSULT', quad: 'verbal cooperation',
  evidence: ['report-p30-ambassador-contacts']
};

// Russia has not evacuated its embassy …
MATCH (subject:Actor {id: 'russia'}), (object:Place {id: 'kabul'})
MERGE (subject)-[claim:KEPT_EMBASSY_IN {id: 'russia-kept-embassy-in-kabul'}]->(object)
SET claim += {
  what: 'has not evacuated its embassy',
  date: date('2021-01-01'), datePrecision: 'year',
  event: 'STANDING', quad: 'none',
  evidence: ['report-p30-embassy-in-kabul']
};

// … unlike many other countries.
MATCH (subject:Actor {id: 'many-other-countries'}), (object:Place {id: 'kabul'})
MERGE (subject)-[claim:EVACUATED_EMBASSIES_IN {id: 'many-other-countries-evacuated-embassies-in-kabul'}]->(object)
SET claim += {
  what: 'unlike Russia',
  date: date('2021-01-01'), datePrecision: 'year',
  event: 'STANDING', quad: 'none',
  evidence: ['report-p30-embassy-in-kabul']
};

// ── The promises that recognition is tied to ──

// The Taliban promised a government with a part for every political and ethnic force.
MATCH (subject:Actor {id: 'taliban'}), (object:Event {id: 'inclusive-government'})
MERGE (subject)-[claim:PROMISED {id: 'taliban-promised-inclusive-government'}]->(object)
SET claim += {
  what: 'the new government’s political and ethnic involvement',
  date: date('2021-08-01'), datePrecision: 'month',
  attributedTo: 'Sergei Lavrov',
  event: 'AGREE', quad: 'verbal cooperation',
  evidence: ['report-p24-promised-involvement']
};

// Russia urges them to keep their promises, Lavrov said.
MATCH (subject:Actor {id: 'russia'}), (object:Actor {id: 'taliban'})
MERGE (subject)-[claim:URGED {id: 'russia-urged-taliban-to-fulfil-promises'}]->(object)
SET claim += {
  what: 'to fulfill the promises they made when they came to power',
  date: date('2021-10-20'), datePrecision: 'day',
  attributedTo: 'Sergei Lavrov',
  event: 'REQUEST', quad: 'verbal conflict',
  evidence: ['report-p26-fulfill-the-promises']
};
