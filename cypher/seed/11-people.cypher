// People in office …

UNWIND [
  { id: 'sergei-lavrov', name: 'Sergei Lavrov',
    role: 'Foreign Minister of Russia', aliases: ['Sergey Lavrov', 'Lavrov'],
    summary: 'The Russian foreign minister, who addressed the Moscow talks.' },
  { id: 'zamir-kabulov', name: 'Zamir Kabulov',
    role: 'The Kremlin’s envoy for Afghanistan', aliases: ['Kabulov'],
    summary: 'The Kremlin’s envoy for Afghanistan.' },
  { id: 'vladimir-putin', name: 'Vladimir Putin',
    role: 'President of Russia', aliases: ['Putin'],
    summary: 'The Russian president, who warned of extremists entering Central Asia.' },
  { id: 'russian-ambassador-in-kabul', name: 'Russia’s ambassador in Kabul',
    role: 'Ambassador of Russia to Afghanistan', aliases: ['Russian ambassador'],
    summary: 'The ambassador, not named in the articles, who keeps up contacts with the Taliban.' },
  { id: 'abdul-salam-hanafi', name: 'Abdul Salam Hanafi',
    role: 'Deputy Prime Minister in the Taliban government', aliases: ['Hanafi', 'Mr. Hanafi'],
    summary: 'The deputy prime minister who led the Afghan delegation to the Moscow talks.' },
  { id: 'amir-khan-muttaqi', name: 'Amir Khan Muttaqi',
    role: 'Foreign Minister in the Taliban government', aliases: ['Muttaqi'],
    summary: 'The foreign minister of the Taliban government.' },
  { id: 'jean-yves-le-drian', name: 'Jean-Yves Le Drian',
    role: 'Foreign Minister of France', aliases: ['Le Drian'],
    summary: 'The French foreign minister.' }
] AS row
MERGE (official:Actor {id: row.id})
SET official += row, official:Official;

// … and one without.

UNWIND [
  { id: 'osama-bin-laden', name: 'Osama bin Laden',
    aliases: ['Osama bin Ladens', 'bin Laden'],
    summary: 'The leader of Al-Qaeda whom the Taliban hosted in the 1990s.' }
] AS row
MERGE (person:Actor {id: row.id})
SET person += row, person:Person;
