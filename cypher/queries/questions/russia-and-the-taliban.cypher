// How does Russia stand to the Taliban? Everything it is said to have done, friendly and unfriendly.
// Columns: russia, claim, other (the Taliban, their government, or their recognition).
// Order: by date, then by id.

MATCH (russia:Actor { id: 'russia' })-[claim]->(other)
WHERE other.id IN ['taliban', 'taliban-government', 'recognition-of-the-taliban', 'inclusive-government']
RETURN russia, claim, other
ORDER BY claim.date, claim.id
