// What others asked of the Taliban, and what the Taliban answered.

// ── The ten countries, in their joint statement ──

// They urged the Taliban to be moderate, at home and abroad.
MATCH (subject:Actor {id: 'ten-countries'}), (object:Actor {id: 'taliban'})
MERGE (subject)-[claim:URGED {id: 'ten-countries-urged-moderate-policies'}]->(object)
SET claim += {
  what: 'to put in place “moderate policies”, both internally and externally',
  date: date('2021-10-20'), datePrecision: 'day',
  event: 'REQUEST', quad: 'verbal conflict',
  evidence: ['afp-p10-moderate-policies']
};

// They urged them to be friendly to their neighbours.
MATCH (subject:Actor {id: 'ten-countries'}), (object:Actor {id: 'taliban'})
MERGE (subject)-[claim:URGED {id: 'ten-countries-urged-friendly-policies'}]->(object)
SET claim += {
  what: 'to adopt “friendly policies towards Afghanistan’s neighbors”',
  date: date('2021-10-20'), datePrecision: 'day',
  event: 'REQUEST', quad: 'verbal conflict',
  evidence: ['afp-p11-friendly-policies']
};

// They called on them to respect the rights of ethnic groups, women and children.
MATCH (subject:Actor {id: 'ten-countries'}), (object:Actor {id: 'taliban'})
MERGE (subject)-[claim:CALLED_ON {id: 'ten-countries-called-on-taliban-to-respect-rights'}]->(object)
SET claim += {
  what: 'to “respect the rights of ethnic groups, women and children”',
  date: date('2021-10-20'), datePrecision: 'day',
  event: 'REQUEST', quad: 'verbal conflict',
  evidence: ['afp-p12-respect-rights']
};

// ── Russia: an inclusive government ──

// Russian diplomacy put out a statement of its own …
MATCH (subject:Actor {id: 'russian-foreign-ministry'}), (object:Event {id: 'russian-statement-2021-10-20'})
MERGE (subject)-[claim:ISSUED {id: 'russian-foreign-ministry-issued-statement'}]->(object)
SET claim += {
  what: 'a separate statement',
  date: date('2021-10-20'), datePrecision: 'day',
  event: 'STATEMENT', quad: 'none',
  evidence: ['afp-p18-inclusive-government']
};

// … and repeated in it the call for an “inclusive” government.
MATCH (subject:Actor {id: 'russian-foreign-ministry'}), (object:Event {id: 'inclusive-government'})
MERGE (subject)-[claim:CALLED_FOR {id: 'russian-foreign-ministry-called-for-inclusive-government'}]->(object)
SET claim += {
  what: 'an “inclusive” government, involving other political tendencies in power structures',
  date: date('2021-10-20'), datePrecision: 'day',
  event: 'REQUEST', quad: 'verbal conflict',
  evidence: ['afp-p18-inclusive-government']
};

// Russia calls for such a government.
MATCH (subject:Actor {id: 'russia'}), (object:Event {id: 'inclusive-government'})
MERGE (subject)-[claim:CALLED_FOR {id: 'russia-called-for-inclusive-government'}]->(object)
SET claim += {
  what: 'an inclusive Afghan government',
  date: date('2021-10-20'), datePrecision: 'day',
  event: 'REQUEST', quad: 'verbal conflict',
  evidence: ['report-p13-inclusive-government']
};

// It called on the Taliban to form one, of all ethnic groups and political forces.
MATCH (subject:Actor {id: 'russia'}), (object:Actor {id: 'taliban'})
MERGE (subject)-[claim:CALLED_ON {id: 'russia-called-on-taliban-to-form-inclusive-government'}]->(object)
SET claim += {
  what: 'to form a government that includes all ethnic groups and political forces',
  date: date('2021-10-20'), datePrecision: 'day',
  event: 'REQUEST', quad: 'verbal conflict',
  evidence: ['report-p14-all-ethnic-groups']
};

// Lavrov urged the same before the conference.
MATCH (subject:Actor {id: 'sergei-lavrov'}), (object:Actor {id: 'taliban'})
MERGE (subject)-[claim:URGED {id: 'sergei-lavrov-urged-taliban-to-form-inclusive-government'}]->(object)
SET claim += {
  what: 'to assemble an administration that reflects the interests of all ethnic groups and all political forces',
  date: date('2021-10-20'), datePrecision: 'day',
  event: 'REQUEST', quad: 'verbal conflict',
  evidence: ['report-p17-lavrov-urged']
};

// ── The Taliban’s answers ──

// Hanafi judged that his government already was inclusive.
MATCH (subject:Actor {id: 'abdul-salam-hanafi'}), (object:Event {id: 'inclusive-government'})
MERGE (subject)-[claim:DECLARED_ACHIEVED {id: 'abdul-salam-hanafi-declared-inclusive-government-achieved'}]->(object)
SET claim += {
  what: 'his government was “already inclusive”',
  date: date('2021-10-20'), datePrecision: 'day',
  event: 'REJECT', quad: 'verbal conflict',
  evidence: ['afp-p19-already-inclusive']
};

// The Taliban say that they have moved as fast as they could to open up their government …
MATCH (subject:Actor {id: 'taliban'}), (object:Event {id: 'inclusive-government'})
MERGE (subject)-[claim:REPORTED_PROGRESS_ON {id: 'taliban-reported-progress-on-inclusive-government'}]->(object)
SET claim += {
  what: 'have moved as quickly as possible in opening up their government',
  date: date('2021-01-01'), datePrecision: 'year',
  event: 'STATEMENT', quad: 'none',
  evidence: ['report-p08-opening-up-government']
};

// … and to guarantee rights for women.
MATCH (subject:Actor {id: 'taliban'}), (object:Actor {id: 'women-of-afghanistan'})
MERGE (subject)-[claim:REPORTED_PROGRESS_ON {id: 'taliban-reported-progress-on-rights-of-women'}]->(object)
SET claim += {
  what: 'have moved as quickly as possible in guaranteeing rights for women',
  date: date('2021-01-01'), datePrecision: 'year',
  event: 'STATEMENT', quad: 'none',
  evidence: ['report-p08-opening-up-government']
};

// They say that they threaten no other country.
MATCH (subject:Actor {id: 'taliban'}), (object:Actor {id: 'international-community'})
MERGE (subject)-[claim:ASSURED {id: 'taliban-assured-no-threat'}]->(object)
SET claim += {
  what: 'that they do not pose a threat to any other country',
  date: date('2021-01-01'), datePrecision: 'year',
  event: 'AGREE', quad: 'verbal cooperation',
  evidence: ['report-p08-no-threat']
};

// Muttaqi says that Afghan soil will never be a base against another country.
MATCH (subject:Actor {id: 'amir-khan-muttaqi'}), (object:Actor {id: 'international-community'})
MERGE (subject)-[claim:ASSURED {id: 'amir-khan-muttaqi-assured-no-base'}]->(object)
SET claim += {
  what: 'that Afghanistan will never allow its land to be used as a base to threaten the security of another country',
  date: date('2021-01-01'), datePrecision: 'year',
  event: 'AGREE', quad: 'verbal cooperation',
  evidence: ['report-p09-never-a-base']
};

// ── What Russia gives them credit for ──

// Lavrov recognises their efforts to stabilise the country.
MATCH (subject:Actor {id: 'sergei-lavrov'}), (object:Actor {id: 'taliban'})
MERGE (subject)-[claim:ACKNOWLEDGED {id: 'sergei-lavrov-acknowledged-taliban-efforts'}]->(object)
SET claim += {
  what: 'their efforts to stabilize the military and political situation and to elevate the work of the state apparatus',
  date: date('2021-10-20'), datePrecision: 'day',
  event: 'SUPPORT', quad: 'verbal cooperation',
  evidence: ['afp-p24-we-recognize-the-efforts', 'report-p16-we-note-their-efforts']
};

// The Kremlin recognises them, he told the conference.
MATCH (subject:Actor {id: 'russia'}), (object:Actor {id: 'taliban'})
MERGE (subject)-[claim:ACKNOWLEDGED {id: 'russia-acknowledged-taliban-efforts'}]->(object)
SET claim += {
  what: 'their efforts to stabilize the situation since taking power in mid-August',
  date: date('2021-10-20'), datePrecision: 'day',
  attributedTo: 'Sergei Lavrov',
  event: 'SUPPORT', quad: 'verbal cooperation',
  evidence: ['report-p15-kremlin-recognizes-efforts']
};

// A new administration is in power, he said.
MATCH (subject:Actor {id: 'sergei-lavrov'}), (object:Actor {id: 'taliban-government'})
MERGE (subject)-[claim:ACKNOWLEDGED {id: 'sergei-lavrov-acknowledged-taliban-government'}]->(object)
SET claim += {
  what: '“a new administration is in power now”',
  date: date('2021-10-20'), datePrecision: 'day',
  event: 'SUPPORT', quad: 'verbal cooperation',
  evidence: ['report-p16-new-administration']
};
