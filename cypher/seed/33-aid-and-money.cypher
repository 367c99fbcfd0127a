// Aid, money and the burden of reconstruction.

// ── A donors’ conference ──

// The ten countries called on the United Nations to convene donors …
MATCH (subject:Actor {id: 'ten-countries'}), (object:Actor {id: 'united-nations'})
MERGE (subject)-[claim:CALLED_ON {id: 'ten-countries-called-on-united-nations'}]->(object)
SET claim += {
  what: 'to organize “an international donors’ conference” to avoid a serious humanitarian crisis',
  date: date('2021-10-20'), datePrecision: 'day',
  event: 'REQUEST', quad: 'verbal conflict',
  evidence: ['afp-p13-donors-conference', 'report-p02-joined-the-taliban']
};

// … and the Taliban did so with them.
MATCH (subject:Actor {id: 'taliban'}), (object:Actor {id: 'united-nations'})
MERGE (subject)-[claim:CALLED_ON {id: 'taliban-called-on-united-nations'}]->(object)
SET claim += {
  what: 'to convene a donors’ conference as soon as possible',
  date: date('2021-10-20'), datePrecision: 'day',
  event: 'REQUEST', quad: 'verbal conflict',
  evidence: ['report-p02-joined-the-taliban']
};

// What the ten countries call for is this conference …
MATCH (subject:Actor {id: 'ten-countries'}), (object:Event {id: 'donors-conference'})
MERGE (subject)-[claim:CALLED_FOR {id: 'ten-countries-called-for-donors-conference'}]->(object)
SET claim += {
  what: 'as soon as possible',
  date: date('2021-10-20'), datePrecision: 'day',
  event: 'REQUEST', quad: 'verbal conflict',
  evidence: ['afp-p13-donors-conference', 'report-p02-joined-the-taliban']
};

// … and the Taliban call for it, too.
MATCH (subject:Actor {id: 'taliban'}), (object:Event {id: 'donors-conference'})
MERGE (subject)-[claim:CALLED_FOR {id: 'taliban-called-for-donors-conference'}]->(object)
SET claim += {
  what: 'as soon as possible, to assist in the reconstruction',
  date: date('2021-10-20'), datePrecision: 'day',
  event: 'REQUEST', quad: 'verbal conflict',
  evidence: ['report-p02-joined-the-taliban', 'report-p02-assist-reconstruction']
};

// It is to help the country avoid a humanitarian catastrophe …
MATCH (subject:Event {id: 'donors-conference'}), (object:Event {id: 'humanitarian-crisis'})
MERGE (subject)-[claim:MEANT_TO_AVERT {id: 'donors-conference-meant-to-avert-humanitarian-crisis'}]->(object)
SET claim += {
  what: 'a humanitarian catastrophe',
  event: 'STANDING', quad: 'none',
  evidence: ['report-p01-avoid-collapse', 'afp-p13-donors-conference']
};

// … and economic collapse.
MATCH (subject:Event {id: 'donors-conference'}), (object:Event {id: 'economic-crisis'})
MERGE (subject)-[claim:MEANT_TO_AVERT {id: 'donors-conference-meant-to-avert-economic-collapse'}]->(object)
SET claim += {
  what: 'economic collapse',
  event: 'STANDING', quad: 'none',
  evidence: ['report-p01-avoid-collapse']
};

// ── Who should pay ──

// The burden must be borne by those whose forces were there for twenty years: an allusion to Western forces.
MATCH (subject:Actor {id: 'ten-countries'}), (object:Actor {id: 'united-states-and-allies'})
MERGE (subject)-[claim:ASSIGNED_BURDEN_TO {id: 'ten-countries-assigned-burden'}]->(object)
SET claim += {
  what: 'the main “burden” of economic reconstruction and development',
  date: date('2021-10-20'), datePrecision: 'day',
  note: 'The statement names no one; both articles read it as an allusion to the United States and its allies.',
  event: 'REQUEST', quad: 'verbal conflict',
  evidence: [
    'afp-p14-burden',
    'afp-p14-western-forces',
    'report-p03-burden',
    'report-p04-united-states-and-allies'
  ]
};

// ── Help that was offered ──

// Russia is ready to help, Moscow said on Tuesday 19 October.
MATCH (subject:Actor {id: 'russia'}), (object:Actor {id: 'afghanistan'})
MERGE (subject)-[claim:OFFERED_TO_ASSIST {id: 'russia-offered-to-assist-afghanistan'}]->(object)
SET claim += {
  what: 'ready to provide assistance',
  date: date('2021-10-19'), datePrecision: 'day',
  attributedTo: 'Russia',
  event: 'AGREE', quad: 'verbal cooperation',
  evidence: ['report-p21-ready-to-assist']
};

// China is ready to help, Moscow said on Tuesday 19 October.
MATCH (subject:Actor {id: 'china'}), (object:Actor {id: 'afghanistan'})
MERGE (subject)-[claim:OFFERED_TO_ASSIST {id: 'china-offered-to-assist-afghanistan'}]->(object)
SET claim += {
  what: 'ready to provide assistance',
  date: date('2021-10-19'), datePrecision: 'day',
  attributedTo: 'Russia',
  event: 'AGREE', quad: 'verbal cooperation',
  evidence: ['report-p21-ready-to-assist']
};

// Pakistan is ready to help, Moscow said on Tuesday 19 October.
MATCH (subject:Actor {id: 'pakistan'}), (object:Actor {id: 'afghanistan'})
MERGE (subject)-[claim:OFFERED_TO_ASSIST {id: 'pakistan-offered-to-assist-afghanistan'}]->(object)
SET claim += {
  what: 'ready to provide assistance',
  date: date('2021-10-19'), datePrecision: 'day',
  attributedTo: 'Russia',
  event: 'AGREE', quad: 'verbal cooperation',
  evidence: ['report-p21-ready-to-assist']
};

// Russia will soon send humanitarian aid, Lavrov said.
MATCH (subject:Actor {id: 'russia'}), (object:Actor {id: 'afghanistan'})
MERGE (subject)-[claim:PLEDGED_AID_TO {id: 'russia-pledged-aid-to-afghanistan'}]->(object)
SET claim += {
  what: 'humanitarian aid, soon',
  date: date('2021-10-20'), datePrecision: 'day',
  attributedTo: 'Sergei Lavrov',
  event: 'AGREE', quad: 'verbal cooperation',
  evidence: ['report-p22-humanitarian-aid']
};

// He urged the international community to do its part.
MATCH (subject:Actor {id: 'sergei-lavrov'}), (object:Actor {id: 'international-community'})
MERGE (subject)-[claim:URGED {id: 'sergei-lavrov-urged-international-community'}]->(object)
SET claim += {
  what: 'to mobilize resources to prevent a humanitarian catastrophe',
  date: date('2021-10-20'), datePrecision: 'day',
  event: 'REQUEST', quad: 'verbal conflict',
  evidence: ['report-p22-mobilize-resources']
};

// Russia has led calls for assistance.
MATCH (subject:Actor {id: 'russia'}), (object:Event {id: 'international-assistance'})
MERGE (subject)-[claim:CALLED_FOR {id: 'russia-called-for-international-assistance'}]->(object)
SET claim += {
  what: 'has led calls',
  event: 'REQUEST', quad: 'verbal conflict',
  evidence: ['report-p06-led-calls']
};

// ── Money that is held back ──

// Washington froze the reserves of the Afghan central bank.
MATCH (subject:Actor {id: 'united-states'}), (object:Actor {id: 'da-afghanistan-bank'})
MERGE (subject)-[claim:FROZE_ASSETS_OF {id: 'united-states-froze-assets-of-da-afghanistan-bank'}]->(object)
SET claim += {
  what: 'the reserves of the Afghan central bank',
  date: date('2021-01-01'), datePrecision: 'year',
  event: 'COERCE', quad: 'material conflict',
  evidence: ['afp-p15-froze-reserves']
};

// The Taliban are under international sanctions.
MATCH (subject:Actor {id: 'taliban'}), (object:Event {id: 'international-sanctions'})
MERGE (subject)-[claim:SUBJECT_TO {id: 'taliban-subject-to-international-sanctions'}]->(object)
SET claim += {
  event: 'STANDING', quad: 'none',
  evidence: ['afp-p15-international-sanctions']
};

// They have no funds to run the banks and pay salaries.
MATCH (subject:Actor {id: 'taliban'}), (object:Event {id: 'lack-of-liquidity'})
MERGE (subject)-[claim:FACES {id: 'taliban-faces-lack-of-liquidity'}]->(object)
SET claim += {
  what: 'do not have the funds to run the banks and pay the salaries',
  date: date('2021-01-01'), datePrecision: 'year',
  event: 'STANDING', quad: 'none',
  evidence: ['afp-p15-no-funds']
};

// ── What Afghanistan faces ──

// A humanitarian crisis …
MATCH (subject:Actor {id: 'afghanistan'}), (object:Event {id: 'humanitarian-crisis'})
MERGE (subject)-[claim:FACES {id: 'afghanistan-faces-humanitarian-crisis'}]->(object)
SET claim += {
  what: 'a serious humanitarian crisis',
  date: date('2021-10-01'), datePrecision: 'month',
  event: 'STANDING', quad: 'none',
  evidence: ['afp-p08-double-threat', 'report-p21-humanitarian-and-economic-crisis']
};

// … an economic crisis …
MATCH (subject:Actor {id: 'afghanistan'}), (object:Event {id: 'economic-crisis'})
MERGE (subject)-[claim:FACES {id: 'afghanistan-faces-economic-crisis'}]->(object)
SET claim += {
  date: date('2021-10-01'), datePrecision: 'month',
  event: 'STANDING', quad: 'none',
  evidence: ['report-p21-humanitarian-and-economic-crisis']
};

// … and too little money: the state could collapse, Le Drian admitted.
MATCH (subject:Actor {id: 'jean-yves-le-drian'}), (object:Event {id: 'collapse-of-the-afghan-state'})
MERGE (subject)-[claim:ADMITTED_RISK_OF {id: 'jean-yves-le-drian-admitted-risk-of-collapse'}]->(object)
SET claim += {
  what: 'the lack of liquidity in Afghanistan could lead to a collapse of the state',
  date: date('2021-10-20'), datePrecision: 'day',
  event: 'STATEMENT', quad: 'none',
  evidence: ['afp-p16-collapse-of-the-state']
};

// That is: the lack of liquidity could bring the state down.
MATCH (subject:Event {id: 'lack-of-liquidity'}), (object:Event {id: 'collapse-of-the-afghan-state'})
MERGE (subject)-[claim:COULD_LEAD_TO {id: 'lack-of-liquidity-could-lead-to-collapse'}]->(object)
SET claim += {
  date: date('2021-10-20'), datePrecision: 'day',
  attributedTo: 'Jean-Yves Le Drian',
  event: 'STANDING', quad: 'none',
  evidence: ['afp-p16-collapse-of-the-state']
};

// Le Drian was speaking in the French Senate.
MATCH (subject:Actor {id: 'jean-yves-le-drian'}), (object:Actor {id: 'french-senate'})
MERGE (subject)-[claim:ADDRESSED {id: 'jean-yves-le-drian-addressed-french-senate'}]->(object)
SET claim += {
  what: 'about the lack of liquidity in Afghanistan',
  date: date('2021-10-20'), datePrecision: 'day',
  event: 'STATEMENT', quad: 'none',
  evidence: ['afp-p16-le-drian-in-the-senate']
};
