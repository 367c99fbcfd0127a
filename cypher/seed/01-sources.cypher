// The two articles that every claim of this graph rests on. Both report the talks in Moscow on
// Wednesday 20 October 2021, and both are machine translations, quoted as they are.

MERGE (source:Source {id: 'afp-2021-10-20'})
SET source += {
  name: 'Taliban ready to collaborate with Moscow, Beijing and Tehran',
  title: 'Afghanistan | Taliban ready to collaborate with Moscow, Beijing and Tehran',
  author: 'Marina Lapenkova',
  publisher: 'Agence France-Presse',
  aliases: ['AFP', 'France Media Agency'],
  published: date('2021-10-20'),
  file: '000_3a0695fa8bce62a8.txt',
  summary: 'A report on the Moscow talks, on what Russia fears, and on what the ten countries ask of the Taliban.',
  note: 'The file has no date; it is dated by the Wednesday that it reports.'
};

MERGE (source:Source {id: 'report-2021-10-20'})
SET source += {
  name: 'Taliban rulers won the support of 10 regional powers',
  title: 'Afghanistan’s new Taliban rulers won the support of 10 regional powers in talks in Moscow',
  aliases: ['Moscow talks report'],
  published: date('2021-10-20'),
  file: '003_555477d2da9cdd02.txt',
  summary: 'A report on the Moscow talks, the call for a donors’ conference, and recognition withheld.',
  note: 'The file names neither author nor publisher and has no headline; the title is how it begins.'
};
