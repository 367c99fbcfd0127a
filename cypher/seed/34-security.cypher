// Attacks, warnings, exercises, and what each side fears.

// ── Jihadist groups in Afghanistan ──

// Terrorist groups are active in Afghanistan.
MATCH (subject:Actor {id: 'jihadist-groups'}), (object:Actor {id: 'afghanistan'})
MERGE (subject)-[claim:ACTIVE_IN {id: 'jihadist-groups-active-in-afghanistan'}]->(object)
SET claim += {
  what: 'the activity of terrorist groups',
  date: date('2021-01-01'), datePrecision: 'year',
  event: 'STANDING', quad: 'none',
  evidence: ['afp-p02-fears-of-destabilization', 'afp-p08-double-threat']
};

// The Kabul regime is confronted with them, the joint statement says.
MATCH (subject:Actor {id: 'taliban-government'}), (object:Actor {id: 'jihadist-groups'})
MERGE (subject)-[claim:FACES {id: 'taliban-government-faces-jihadist-groups'}]->(object)
SET claim += {
  what: '“the activity of terrorist organizations”',
  date: date('2021-10-20'), datePrecision: 'day',
  attributedTo: 'The participants in the Moscow talks',
  event: 'STANDING', quad: 'none',
  evidence: ['afp-p06-terrorist-organizations']
};

// Afghanistan faces a security crisis …
MATCH (subject:Actor {id: 'afghanistan'}), (object:Event {id: 'security-crisis'})
MERGE (subject)-[claim:FACES {id: 'afghanistan-faces-security-crisis'}]->(object)
SET claim += {
  what: 'the threat of a serious security crisis',
  date: date('2021-10-01'), datePrecision: 'month',
  event: 'STANDING', quad: 'none',
  evidence: ['afp-p08-double-threat']
};

// … due to these groups.
MATCH (subject:Actor {id: 'jihadist-groups'}), (object:Event {id: 'security-crisis'})
MERGE (subject)-[claim:COULD_LEAD_TO {id: 'jihadist-groups-could-lead-to-security-crisis'}]->(object)
SET claim += {
  what: 'due to the activity of jihadist groups',
  date: date('2021-01-01'), datePrecision: 'year',
  event: 'STANDING', quad: 'none',
  evidence: ['afp-p08-double-threat']
};

// IS-Khorasan attacked a mosque and other targets, and killed hundreds.
MATCH (subject:Actor {id: 'islamic-state-khorasan'}), (object:Actor {id: 'afghanistan'})
MERGE (subject)-[claim:ATTACKED {id: 'islamic-state-khorasan-attacked-afghanistan'}]->(object)
SET claim += {
  what: 'a series of bloody attacks on a mosque and other targets that have killed hundreds of people',
  event: 'ASSAULT', quad: 'material conflict',
  evidence: ['report-p29-mosque-attacks', 'report-p29-killed-hundreds', 'afp-p08-bloody-attacks']
};

// Its attacks made the unrest worse.
MATCH (subject:Actor {id: 'islamic-state-khorasan'}), (object:Event {id: 'security-crisis'})
MERGE (subject)-[claim:AGGRAVATED {id: 'islamic-state-khorasan-aggravated-security-crisis'}]->(object)
SET claim += {
  what: 'the unrest has intensified following a series of attacks',
  event: 'ASSAULT', quad: 'material conflict',
  evidence: ['report-p29-unrest-intensified']
};

// The Islamic State seeks to take advantage of the instability, Lavrov noted …
MATCH (subject:Actor {id: 'islamic-state'}), (object:Actor {id: 'afghanistan'})
MERGE (subject)-[claim:SEEKS_TO_EXPLOIT_INSTABILITY_IN {id: 'islamic-state-seeks-to-exploit-instability'}]->(object)
SET claim += {
  what: '“seeking to take advantage” of the instability in this country',
  date: date('2021-10-20'), datePrecision: 'day',
  attributedTo: 'Sergei Lavrov',
  event: 'STANDING', quad: 'none',
  evidence: ['afp-p22-seeking-to-take-advantage']
};

// … and so does Al-Qaeda.
MATCH (subject:Actor {id: 'al-qaeda'}), (object:Actor {id: 'afghanistan'})
MERGE (subject)-[claim:SEEKS_TO_EXPLOIT_INSTABILITY_IN {id: 'al-qaeda-seeks-to-exploit-instability'}]->(object)
SET claim += {
  what: '“seeking to take advantage” of the instability in this country',
  date: date('2021-10-20'), datePrecision: 'day',
  attributedTo: 'Sergei Lavrov',
  event: 'STANDING', quad: 'none',
  evidence: ['afp-p22-seeking-to-take-advantage']
};

// ── Warnings ──

// Lavrov sees a “real risk” that terrorism and drug trafficking spill over.
MATCH (subject:Actor {id: 'sergei-lavrov'}), (object:Event {id: 'spillover-into-neighbouring-countries'})
MERGE (subject)-[claim:WARNED_OF {id: 'sergei-lavrov-warned-of-spillover'}]->(object)
SET claim += {
  what: 'a “real risk” that “terrorist activities” and drug trafficking “spill over” into neighboring countries',
  date: date('2021-10-20'), datePrecision: 'day',
  event: 'STATEMENT', quad: 'none',
  evidence: ['afp-p23-real-risk']
};

// That would threaten the neighbours …
MATCH (subject:Event {id: 'spillover-into-neighbouring-countries'}), (object:Actor {id: 'afghanistans-neighbours'})
MERGE (subject)-[claim:THREATENS {id: 'spillover-threatens-neighbours'}]->(object)
SET claim += {
  date: date('2021-10-20'), datePrecision: 'day',
  attributedTo: 'Sergei Lavrov',
  event: 'STANDING', quad: 'none',
  evidence: ['afp-p23-real-risk']
};

// … Central Asia above all.
MATCH (subject:Event {id: 'spillover-into-neighbouring-countries'}), (object:Actor {id: 'central-asian-states'})
MERGE (subject)-[claim:THREATENS {id: 'spillover-threatens-central-asian-states'}]->(object)
SET claim += {
  what: 'especially the former Soviet republics in Central Asia',
  date: date('2021-10-20'), datePrecision: 'day',
  attributedTo: 'Sergei Lavrov',
  event: 'STANDING', quad: 'none',
  evidence: ['afp-p23-real-risk']
};

// Jihadists could hide among refugees, Lavrov noted.
MATCH (subject:Actor {id: 'sergei-lavrov'}), (object:Actor {id: 'jihadist-groups'})
MERGE (subject)-[claim:WARNED_OF {id: 'sergei-lavrov-warned-of-jihadists-in-migratory-flows'}]->(object)
SET claim += {
  what: 'jihadists could “hide in migratory flows”',
  date: date('2021-10-20'), datePrecision: 'day',
  event: 'STATEMENT', quad: 'none',
  evidence: ['afp-p27-migratory-flows']
};

// Putin warned that extremists may enter Central Asia.
MATCH (subject:Actor {id: 'vladimir-putin'}), (object:Event {id: 'extremist-infiltration-of-central-asia'})
MERGE (subject)-[claim:WARNED_OF {id: 'vladimir-putin-warned-of-infiltration'}]->(object)
SET claim += {
  what: 'the possibility of Islamic extremists infiltrating the former Soviet republics of Central Asia',
  event: 'STATEMENT', quad: 'none',
  evidence: ['report-p28-putin-warned']
};

// That would threaten the states there.
MATCH (subject:Event {id: 'extremist-infiltration-of-central-asia'}), (object:Actor {id: 'central-asian-states'})
MERGE (subject)-[claim:THREATENS {id: 'infiltration-threatens-central-asian-states'}]->(object)
SET claim += {
  attributedTo: 'Vladimir Putin',
  event: 'STANDING', quad: 'none',
  evidence: ['report-p28-putin-warned']
};

// ── What each fears ──

// The activity of terrorist groups raises fears of destabilisation …
MATCH (subject:Actor {id: 'jihadist-groups'}), (object:Event {id: 'regional-destabilization'})
MERGE (subject)-[claim:RAISED_FEARS_OF {id: 'jihadist-groups-raised-fears-of-destabilization'}]->(object)
SET claim += {
  what: 'destabilization of the entire region',
  date: date('2021-10-01'), datePrecision: 'month',
  event: 'STANDING', quad: 'none',
  evidence: ['afp-p02-fears-of-destabilization']
};

// … and so does the risk of a humanitarian crisis.
MATCH (subject:Event {id: 'humanitarian-crisis'}), (object:Event {id: 'regional-destabilization'})
MERGE (subject)-[claim:RAISED_FEARS_OF {id: 'humanitarian-crisis-raised-fears-of-destabilization'}]->(object)
SET claim += {
  what: 'destabilization of the entire region',
  date: date('2021-10-01'), datePrecision: 'month',
  event: 'STANDING', quad: 'none',
  evidence: ['afp-p02-fears-of-destabilization']
};

// They concern the whole region.
MATCH (subject:Event {id: 'regional-destabilization'}), (object:Place {id: 'region-around-afghanistan'})
MERGE (subject)-[claim:THREATENS {id: 'regional-destabilization-threatens-region'}]->(object)
SET claim += {
  date: date('2021-10-01'), datePrecision: 'month',
  event: 'STANDING', quad: 'none',
  evidence: ['afp-p02-fears-of-destabilization']
};

// Russia knows that an escalation could threaten regional stability …
MATCH (subject:Actor {id: 'russia'}), (object:Event {id: 'regional-destabilization'})
MERGE (subject)-[claim:SEES_RISK_OF {id: 'russia-sees-risk-of-destabilization'}]->(object)
SET claim += {
  what: 'any escalation of the conflict from Afghanistan could threaten regional stability',
  date: date('2021-10-01'), datePrecision: 'month',
  event: 'STANDING', quad: 'none',
  evidence: ['report-p06-aware-of-escalation']
};

// … and tries to lead diplomacy to avoid it.
MATCH (subject:Actor {id: 'russia'}), (object:Event {id: 'regional-destabilization'})
MERGE (subject)-[claim:SEEKS_TO_AVOID {id: 'russia-seeks-to-avoid-destabilization'}]->(object)
SET claim += {
  what: 'instability in the wider region that could harm its interests',
  date: date('2021-10-01'), datePrecision: 'month',
  event: 'STANDING', quad: 'none',
  evidence: ['report-p27-avoid-instability']
};

// It fears chaos on its southern flank.
MATCH (subject:Actor {id: 'russia'}), (object:Event {id: 'chaos-on-russias-southern-flank'})
MERGE (subject)-[claim:FEARS {id: 'russia-fears-chaos-on-southern-flank'}]->(object)
SET claim += {
  what: 'that chaos will spread to its southern flank, a strategic region rich in raw materials',
  date: date('2021-10-01'), datePrecision: 'month',
  event: 'STANDING', quad: 'none',
  evidence: ['afp-p25-southern-flank']
};

// It keeps in mind what followed 1989.
MATCH (subject:Actor {id: 'russia'}), (object:Event {id: 'troubles-after-1989'})
MERGE (subject)-[claim:KEEPS_IN_MIND {id: 'russia-keeps-in-mind-troubles-after-1989'}]->(object)
SET claim += {
  what: 'the troubles that followed the withdrawal of Soviet troops',
  date: date('2021-10-01'), datePrecision: 'month',
  event: 'STANDING', quad: 'none',
  evidence: ['afp-p25-soviet-withdrawal']
};

// Russia, Turkey, Iran, the Europeans and the Central Asian states want no refugee crisis.
UNWIND ['russia', 'turkey', 'iran', 'europeans', 'central-asian-states'] AS id
MATCH (subject:Actor {id: id}), (object:Event {id: 'refugee-crisis'})
MERGE (subject)-[claim:SEEKS_TO_AVOID {id: id + '-seeks-to-avoid-refugee-crisis'}]->(object)
SET claim += {
  date: date('2021-10-01'), datePrecision: 'month',
  event: 'STANDING', quad: 'none',
  evidence: ['afp-p27-refugee-crisis']
};

// ── Exercises and bases ──

// Russia stepped up manoeuvres on the Afghan border …
MATCH (subject:Actor {id: 'russia'}), (object:Place {id: 'afghan-border'})
MERGE (subject)-[claim:EXERCISED_NEAR {id: 'russia-exercised-near-afghan-border'}]->(object)
SET claim += {
  what: 'stepped up military maneuvers',
  event: 'MOBILIZE', quad: 'material conflict',
  evidence: ['afp-p26-military-maneuvers']
};

// … with its regional allies.
MATCH (subject:Actor {id: 'russia'}), (object:Actor {id: 'russias-regional-allies'})
MERGE (subject)-[claim:EXERCISED_WITH {id: 'russia-exercised-with-regional-allies'}]->(object)
SET claim += {
  what: 'military maneuvers on the Afghan border',
  event: 'COOPERATE', quad: 'material cooperation',
  evidence: ['afp-p26-military-maneuvers']
};

// It strengthened its base in Tajikistan.
MATCH (subject:Actor {id: 'russia'}), (object:Actor {id: 'tajikistan'})
MERGE (subject)-[claim:REINFORCED_BASE_IN {id: 'russia-reinforced-base-in-tajikistan'}]->(object)
SET claim += {
  event: 'MOBILIZE', quad: 'material conflict',
  evidence: ['afp-p26-base-in-tajikistan']
};

// China has held exercises in the region.
MATCH (subject:Actor {id: 'china'}), (object:Place {id: 'region-around-afghanistan'})
MERGE (subject)-[claim:EXERCISED_NEAR {id: 'china-exercised-near-afghanistan'}]->(object)
SET claim += {
  what: 'exercises in the region',
  event: 'MOBILIZE', quad: 'material conflict',
  evidence: ['afp-p26-chinese-exercises']
};

// ── Russia and Central Asia ──

// Moscow keeps a strong influence there …
MATCH (subject:Actor {id: 'russia'}), (object:Actor {id: 'central-asian-states'})
MERGE (subject)-[claim:HAS_INFLUENCE_IN {id: 'russia-has-influence-in-central-asian-states'}]->(object)
SET claim += {
  what: 'retains a strong influence',
  event: 'STANDING', quad: 'none',
  evidence: ['afp-p23-moscow-retains-influence']
};

// … and regards the states there as a defensive bloc.
MATCH (subject:Actor {id: 'russia'}), (object:Actor {id: 'central-asian-states'})
MERGE (subject)-[claim:REGARDS {id: 'russia-regards-central-asian-states'}]->(object)
SET claim += {
  what: 'as a defensive bloc',
  event: 'STANDING', quad: 'none',
  evidence: ['report-p28-defensive-bloc']
};
