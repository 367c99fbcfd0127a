// Who asked what of the Taliban?
// Columns: actor, claim, taliban.
// Order: by date, then by actor.

MATCH (actor)-[claim:URGED|CALLED_ON]->(taliban:Actor { id: 'taliban' })
RETURN actor, claim, taliban
ORDER BY claim.date, actor.name, claim.id
