// Who withholds recognition from the Taliban, on what condition, and who asks for it?
// Columns: actor, claim, subject (the government, the recognition itself, or whoever is asked for it).
// Order: by type, then by actor.

MATCH (actor)-[claim:WITHHELD_RECOGNITION_FROM|MADE_CONDITIONAL|DEFERRED|CALLED_ON]->(subject)
WHERE subject.id IN ['taliban-government', 'recognition-of-the-taliban', 'international-community']
RETURN actor, claim, subject
ORDER BY type(claim), actor.name, claim.id
