// Rights in Afghanistan: what was promised, what critics and observers say, what the Taliban deny.

// The Taliban promised to protect the rights of women …
MATCH (subject:Actor {id: 'taliban'}), (object:Actor {id: 'women-of-afghanistan'})
MERGE (subject)-[claim:PROMISED {id: 'taliban-promised-rights-of-women'}]->(object)
SET claim += {
  what: 'to protect the rights of women',
  date: date('2021-01-01'), datePrecision: 'year',
  event: 'AGREE', quad: 'verbal cooperation',
  evidence: ['report-p25-critics']
};

// … and of minorities.
MATCH (subject:Actor {id: 'taliban'}), (object:Actor {id: 'minorities-of-afghanistan'})
MERGE (subject)-[claim:PROMISED {id: 'taliban-promised-rights-of-minorities'}]->(object)
SET claim += {
  what: 'to protect the rights of minorities',
  date: date('2021-01-01'), datePrecision: 'year',
  event: 'AGREE', quad: 'verbal cooperation',
  evidence: ['report-p25-critics']
};

// Critics say that they are withdrawing from these promises …
MATCH (subject:Actor {id: 'critics-of-the-taliban'}), (object:Actor {id: 'taliban'})
MERGE (subject)-[claim:CRITICIZED {id: 'critics-criticized-taliban'}]->(object)
SET claim += {
  what: 'for withdrawing from promises to protect the rights of women and minorities',
  date: date('2021-10-01'), datePrecision: 'month',
  event: 'ACCUSE', quad: 'verbal conflict',
  evidence: ['report-p25-critics']
};

// … to women …
MATCH (subject:Actor {id: 'taliban'}), (object:Actor {id: 'women-of-afghanistan'})
MERGE (subject)-[claim:WENT_BACK_ON_PROMISES_TO {id: 'taliban-went-back-on-promises-to-women'}]->(object)
SET claim += {
  what: 'withdrawing from promises to protect their rights',
  date: date('2021-10-01'), datePrecision: 'month',
  attributedTo: 'Critics of the Taliban',
  event: 'REJECT', quad: 'verbal conflict',
  evidence: ['report-p25-critics']
};

// … and to minorities.
MATCH (subject:Actor {id: 'taliban'}), (object:Actor {id: 'minorities-of-afghanistan'})
MERGE (subject)-[claim:WENT_BACK_ON_PROMISES_TO {id: 'taliban-went-back-on-promises-to-minorities'}]->(object)
SET claim += {
  what: 'withdrawing from promises to protect their rights',
  date: date('2021-10-01'), datePrecision: 'month',
  attributedTo: 'Critics of the Taliban',
  event: 'REJECT', quad: 'verbal conflict',
  evidence: ['report-p25-critics']
};

// Observers say that they persecute their enemies.
MATCH (subject:Actor {id: 'observers'}), (object:Actor {id: 'taliban'})
MERGE (subject)-[claim:ACCUSED {id: 'observers-accused-taliban'}]->(object)
SET claim += {
  what: 'of persecuting its enemies',
  date: date('2021-10-01'), datePrecision: 'month',
  event: 'ACCUSE', quad: 'verbal conflict',
  evidence: ['report-p25-persecuting-enemies']
};

// That is the act that they are accused of …
MATCH (subject:Actor {id: 'taliban'}), (object:Actor {id: 'enemies-of-the-taliban'})
MERGE (subject)-[claim:PERSECUTED {id: 'taliban-persecuted-enemies'}]->(object)
SET claim += {
  date: date('2021-10-01'), datePrecision: 'month',
  attributedTo: 'Observers',
  event: 'COERCE', quad: 'material conflict',
  evidence: ['report-p25-persecuting-enemies']
};

// … and which they have publicly ruled out.
MATCH (subject:Actor {id: 'taliban'}), (object:Actor {id: 'enemies-of-the-taliban'})
MERGE (subject)-[claim:ASSURED {id: 'taliban-ruled-out-persecution'}]->(object)
SET claim += {
  what: 'publicly ruled out persecuting them',
  event: 'AGREE', quad: 'verbal cooperation',
  evidence: ['report-p25-persecuting-enemies']
};

// Russia bans the Taliban as a terrorist organisation.
MATCH (subject:Actor {id: 'russia'}), (object:Actor {id: 'taliban'})
MERGE (subject)-[claim:BANNED {id: 'russia-banned-taliban'}]->(object)
SET claim += {
  what: 'as a terrorist organization in Russia',
  event: 'COERCE', quad: 'material conflict',
  evidence: ['report-p25-banned-in-russia']
};

// Their return raised fears of a return to their harsh rule.
MATCH (subject:Event {id: 'taliban-takeover-2021'}), (object:Event {id: 'return-to-harsh-rule'})
MERGE (subject)-[claim:RAISED_FEARS_OF {id: 'taliban-takeover-raised-fears-of-harsh-rule'}]->(object)
SET claim += {
  what: 'international fears of a return to their harsh rule in the 1990s',
  date: date('2021-01-01'), datePrecision: 'year',
  event: 'STANDING', quad: 'none',
  evidence: ['report-p07-resurgence-sparked-fears']
};
