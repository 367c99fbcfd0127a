// Is the Afghan government inclusive? What was asked, promised and answered, side by side.
// Columns: actor, claim, target, quotes (the words each claim rests on).
// Order: by date, then by id.

MATCH (actor)-[claim]->(target)
WHERE target.id = 'inclusive-government' OR claim.what CONTAINS 'all ethnic groups'
MATCH (evidence:Evidence)
WHERE evidence.id IN claim.evidence
WITH actor, claim, target, evidence ORDER BY evidence.id
RETURN actor, claim, target, collect(evidence.quote) AS quotes
ORDER BY claim.date, claim.id
