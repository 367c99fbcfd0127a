// Armed and political movements.

UNWIND [
  { id: 'taliban', name: 'Taliban',
    aliases: ['the new rulers of Kabul', 'the group'],
    summary: 'The movement that regained control of Afghanistan in August 2021.' },
  { id: 'islamic-state-khorasan', name: 'Islamic State – Khorasan',
    aliases: ['IS-Khorasan', 'IS-K', 'ISKP', 'ISIS-K', 'Islamic State in Khorasan Province'],
    summary: 'The Afghan branch of the Islamic State.' },
  { id: 'islamic-state', name: 'Islamic State',
    aliases: ['ISIL', 'ISIS', 'IS'],
    summary: 'The jihadist organisation of which IS-Khorasan is the Afghan branch.' },
  { id: 'al-qaeda', name: 'Al-Qaeda',
    aliases: ['al-Qaeda movement'],
    summary: 'The jihadist organisation led by Osama bin Laden that the Taliban hosted in the 1990s.' }
] AS row
MERGE (group:Actor {id: row.id})
SET group += row, group:Group;

// Institutions.

UNWIND [
  { id: 'taliban-government', name: 'Taliban government',
    aliases: ['the Kabul regime', 'the new administration', 'Taliban power'],
    summary: 'The government that the Taliban formed after August 2021, and that governments around the world refused to recognise.' },
  { id: 'united-nations', name: 'United Nations',
    aliases: ['UN'],
    summary: 'The organisation called on to convene a donors’ conference for Afghanistan.' },
  { id: 'da-afghanistan-bank', name: 'Da Afghanistan Bank',
    aliases: ['Afghan central bank'],
    summary: 'The Afghan central bank, whose reserves the United States froze.' },
  { id: 'french-senate', name: 'French Senate',
    aliases: ['the Senate', 'Sénat'],
    summary: 'The upper house of the French parliament.' },
  { id: 'russian-foreign-ministry', name: 'Russian Foreign Ministry',
    aliases: ['Russian diplomacy'],
    summary: 'The ministry that called for an inclusive Afghan government in a statement of its own.' },
  { id: 'russian-embassy-in-kabul', name: 'Russian embassy in Kabul',
    summary: 'The embassy that Russia, unlike many other countries, has not evacuated.' }
] AS row
MERGE (organization:Actor {id: row.id})
SET organization += row, organization:Organization;
