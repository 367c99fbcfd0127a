// Who holds which office, who belongs to what, what lies where.

// ── Offices ──

// Sergei Lavrov is Russia’s foreign minister.
MATCH (subject:Actor {id: 'sergei-lavrov'}), (object:Actor {id: 'russia'})
MERGE (subject)-[claim:HOLDS_OFFICE_IN {id: 'sergei-lavrov-holds-office-in-russia'}]->(object)
SET claim += {
  role: 'Foreign Minister',
  event: 'STANDING', quad: 'none',
  evidence: ['afp-p22-lavrov-foreign-minister', 'report-p15-lavrov-told-the-conference']
};

// Zamir Kabulov is the Kremlin’s envoy for Afghanistan.
MATCH (subject:Actor {id: 'zamir-kabulov'}), (object:Actor {id: 'russia'})
MERGE (subject)-[claim:HOLDS_OFFICE_IN {id: 'zamir-kabulov-holds-office-in-russia'}]->(object)
SET claim += {
  role: 'Envoy for Afghanistan',
  event: 'STANDING', quad: 'none',
  evidence: ['afp-p20-kremlins-envoy']
};

// Russia has an ambassador in Kabul; neither article names him.
MATCH (subject:Actor {id: 'russian-ambassador-in-kabul'}), (object:Actor {id: 'russia'})
MERGE (subject)-[claim:HOLDS_OFFICE_IN {id: 'russian-ambassador-holds-office-in-russia'}]->(object)
SET claim += {
  role: 'Ambassador',
  event: 'STANDING', quad: 'none',
  evidence: ['report-p30-ambassador-contacts']
};

// Abdul Salam Hanafi is deputy prime minister in the Taliban government.
MATCH (subject:Actor {id: 'abdul-salam-hanafi'}), (object:Actor {id: 'taliban-government'})
MERGE (subject)-[claim:HOLDS_OFFICE_IN {id: 'abdul-salam-hanafi-holds-office-in-taliban-government'}]->(object)
SET claim += {
  role: 'Deputy Prime Minister',
  event: 'STANDING', quad: 'none',
  evidence: ['afp-p19-hanafi-head-of-delegation', 'report-p10-hanafi-led-delegation']
};

// Amir Khan Muttaqi is foreign minister in the Taliban government.
MATCH (subject:Actor {id: 'amir-khan-muttaqi'}), (object:Actor {id: 'taliban-government'})
MERGE (subject)-[claim:HOLDS_OFFICE_IN {id: 'amir-khan-muttaqi-holds-office-in-taliban-government'}]->(object)
SET claim += {
  role: 'Foreign Minister',
  event: 'STANDING', quad: 'none',
  evidence: ['report-p09-muttaqi-foreign-minister']
};

// Jean-Yves Le Drian is France’s foreign minister.
MATCH (subject:Actor {id: 'jean-yves-le-drian'}), (object:Actor {id: 'france'})
MERGE (subject)-[claim:HOLDS_OFFICE_IN {id: 'jean-yves-le-drian-holds-office-in-france'}]->(object)
SET claim += {
  role: 'Foreign Minister',
  event: 'STANDING', quad: 'none',
  evidence: ['afp-p16-le-drian-in-the-senate']
};

// Osama bin Laden led Al-Qaeda.
MATCH (subject:Actor {id: 'osama-bin-laden'}), (object:Actor {id: 'al-qaeda'})
MERGE (subject)-[claim:LEADS {id: 'osama-bin-laden-leads-al-qaeda'}]->(object)
SET claim += {
  event: 'STANDING', quad: 'none',
  evidence: ['report-p07-bin-laden']
};

// The Taliban lead the government in Kabul.
MATCH (subject:Actor {id: 'taliban'}), (object:Actor {id: 'taliban-government'})
MERGE (subject)-[claim:LEADS {id: 'taliban-leads-taliban-government'}]->(object)
SET claim += {
  event: 'STANDING', quad: 'none',
  evidence: ['report-p12-refused-recognition']
};

// The Taliban rule Afghanistan.
MATCH (subject:Actor {id: 'taliban'}), (object:Actor {id: 'afghanistan'})
MERGE (subject)-[claim:RULES {id: 'taliban-rules-afghanistan'}]->(object)
SET claim += {
  event: 'STANDING', quad: 'none',
  evidence: ['report-p01-new-rulers']
};

// ── Institutions ──

// Da Afghanistan Bank is the Afghan central bank.
MATCH (subject:Actor {id: 'da-afghanistan-bank'}), (object:Actor {id: 'afghanistan'})
MERGE (subject)-[claim:INSTITUTION_OF {id: 'da-afghanistan-bank-institution-of-afghanistan'}]->(object)
SET claim += {
  event: 'STANDING', quad: 'none',
  evidence: ['afp-p15-froze-reserves']
};

// The Senate in which Le Drian spoke is the French one.
MATCH (subject:Actor {id: 'french-senate'}), (object:Actor {id: 'france'})
MERGE (subject)-[claim:INSTITUTION_OF {id: 'french-senate-institution-of-france'}]->(object)
SET claim += {
  event: 'STANDING', quad: 'none',
  evidence: ['afp-p16-le-drian-in-the-senate']
};

// “Russian diplomacy” is Russia’s foreign ministry.
MATCH (subject:Actor {id: 'russian-foreign-ministry'}), (object:Actor {id: 'russia'})
MERGE (subject)-[claim:INSTITUTION_OF {id: 'russian-foreign-ministry-institution-of-russia'}]->(object)
SET claim += {
  event: 'STANDING', quad: 'none',
  evidence: ['afp-p18-inclusive-government']
};

// The embassy is Russia’s …
MATCH (subject:Actor {id: 'russian-embassy-in-kabul'}), (object:Actor {id: 'russia'})
MERGE (subject)-[claim:INSTITUTION_OF {id: 'russian-embassy-institution-of-russia'}]->(object)
SET claim += {
  event: 'STANDING', quad: 'none',
  evidence: ['report-p30-embassy-in-kabul']
};

// … and stands in Kabul.
MATCH (subject:Actor {id: 'russian-embassy-in-kabul'}), (object:Place {id: 'kabul'})
MERGE (subject)-[claim:LOCATED_IN {id: 'russian-embassy-located-in-kabul'}]->(object)
SET claim += {
  event: 'STANDING', quad: 'none',
  evidence: ['report-p30-embassy-in-kabul']
};

// ── The ten countries, and who else is named as one ──

// The ten countries are Russia, China, Iran, Pakistan, India and the five states of Central Asia.
UNWIND [
  'russia', 'china', 'iran', 'pakistan', 'india',
  'kazakhstan', 'kyrgyzstan', 'tajikistan', 'turkmenistan', 'uzbekistan'
] AS id
MATCH (subject:Actor {id: id}), (object:Actor {id: 'ten-countries'})
MERGE (subject)-[claim:MEMBER_OF {id: id + '-member-of-ten-countries'}]->(object)
SET claim += {
  event: 'STANDING', quad: 'none',
  evidence: ['afp-p05-ten-countries', 'report-p02-ten-countries']
};

// The states of Central Asia are Kazakhstan, Kyrgyzstan, Tajikistan, Turkmenistan and Uzbekistan.
UNWIND ['kazakhstan', 'kyrgyzstan', 'tajikistan', 'turkmenistan', 'uzbekistan'] AS id
MATCH (subject:Actor {id: id}), (object:Actor {id: 'central-asian-states'})
MERGE (subject)-[claim:MEMBER_OF {id: id + '-member-of-central-asian-states'}]->(object)
SET claim += {
  event: 'STANDING', quad: 'none',
  evidence: ['report-p02-states-of-central-asia']
};

// They were once part of the Soviet Union.
MATCH (subject:Actor {id: 'central-asian-states'}), (object:Actor {id: 'soviet-union'})
MERGE (subject)-[claim:FORMERLY_PART_OF {id: 'central-asian-states-formerly-part-of-soviet-union'}]->(object)
SET claim += {
  event: 'STANDING', quad: 'none',
  evidence: ['report-p02-states-of-central-asia']
};

// They lie in Central Asia.
MATCH (subject:Actor {id: 'central-asian-states'}), (object:Place {id: 'central-asia'})
MERGE (subject)-[claim:LOCATED_IN {id: 'central-asian-states-located-in-central-asia'}]->(object)
SET claim += {
  event: 'STANDING', quad: 'none',
  evidence: ['report-p02-states-of-central-asia']
};

// The ten countries took part in the talks with the Taliban: they are among the participants …
MATCH (subject:Actor {id: 'ten-countries'}), (object:Actor {id: 'moscow-talks-participants'})
MERGE (subject)-[claim:MEMBER_OF {id: 'ten-countries-member-of-participants'}]->(object)
SET claim += {
  event: 'STANDING', quad: 'none',
  evidence: ['afp-p10-ten-took-part']
};

// … and so are the Taliban.
MATCH (subject:Actor {id: 'taliban'}), (object:Actor {id: 'moscow-talks-participants'})
MERGE (subject)-[claim:MEMBER_OF {id: 'taliban-member-of-participants'}]->(object)
SET claim += {
  event: 'STANDING', quad: 'none',
  evidence: ['afp-p04-delegation-to-moscow']
};

// The United States is foremost among the forces that the joint statement alludes to.
MATCH (subject:Actor {id: 'united-states'}), (object:Actor {id: 'united-states-and-allies'})
MERGE (subject)-[claim:MEMBER_OF {id: 'united-states-member-of-united-states-and-allies'}]->(object)
SET claim += {
  event: 'STANDING', quad: 'none',
  evidence: ['afp-p14-western-forces', 'report-p04-united-states-and-allies']
};

// Russia is one of the governments that have refused to recognise the Taliban government.
MATCH (subject:Actor {id: 'russia'}), (object:Actor {id: 'governments-around-the-world'})
MERGE (subject)-[claim:MEMBER_OF {id: 'russia-member-of-governments-around-the-world'}]->(object)
SET claim += {
  event: 'STANDING', quad: 'none',
  evidence: ['report-p12-refused-recognition']
};

// Lavrov counts Russia among the influential countries of the region.
MATCH (subject:Actor {id: 'russia'}), (object:Actor {id: 'influential-countries-of-the-region'})
MERGE (subject)-[claim:MEMBER_OF {id: 'russia-member-of-influential-countries'}]->(object)
SET claim += {
  attributedTo: 'Sergei Lavrov',
  event: 'STANDING', quad: 'none',
  evidence: ['report-p26-in-touch']
};

// ── Armed groups ──

// IS-Khorasan is the Afghan branch of the Islamic State.
MATCH (subject:Actor {id: 'islamic-state-khorasan'}), (object:Actor {id: 'islamic-state'})
MERGE (subject)-[claim:BRANCH_OF {id: 'islamic-state-khorasan-branch-of-islamic-state'}]->(object)
SET claim += {
  event: 'STANDING', quad: 'none',
  evidence: ['report-p29-afghan-branch']
};

// IS-Khorasan is one of the jihadist groups active in Afghanistan.
MATCH (subject:Actor {id: 'islamic-state-khorasan'}), (object:Actor {id: 'jihadist-groups'})
MERGE (subject)-[claim:MEMBER_OF {id: 'islamic-state-khorasan-member-of-jihadist-groups'}]->(object)
SET claim += {
  event: 'STANDING', quad: 'none',
  evidence: ['afp-p08-bloody-attacks']
};

// The Islamic State is one of them, Lavrov says …
MATCH (subject:Actor {id: 'islamic-state'}), (object:Actor {id: 'jihadist-groups'})
MERGE (subject)-[claim:MEMBER_OF {id: 'islamic-state-member-of-jihadist-groups'}]->(object)
SET claim += {
  attributedTo: 'Sergei Lavrov',
  event: 'STANDING', quad: 'none',
  evidence: ['afp-p22-seeking-to-take-advantage']
};

// … and so is Al-Qaeda.
MATCH (subject:Actor {id: 'al-qaeda'}), (object:Actor {id: 'jihadist-groups'})
MERGE (subject)-[claim:MEMBER_OF {id: 'al-qaeda-member-of-jihadist-groups'}]->(object)
SET claim += {
  attributedTo: 'Sergei Lavrov',
  event: 'STANDING', quad: 'none',
  evidence: ['afp-p22-seeking-to-take-advantage']
};

// ── Places ──

// The talks were held in Moscow.
MATCH (subject:Event {id: 'moscow-talks-2021-10-20'}), (object:Place {id: 'moscow'})
MERGE (subject)-[claim:LOCATED_IN {id: 'moscow-talks-located-in-moscow'}]->(object)
SET claim += {
  event: 'STANDING', quad: 'none',
  evidence: ['report-p01-talks-in-moscow', 'afp-p04-delegation-to-moscow']
};

// Moscow is in Russia.
MATCH (subject:Place {id: 'moscow'}), (object:Actor {id: 'russia'})
MERGE (subject)-[claim:LOCATED_IN {id: 'moscow-located-in-russia'}]->(object)
SET claim += {
  event: 'STANDING', quad: 'none',
  evidence: ['afp-p04-delegation-to-moscow']
};
