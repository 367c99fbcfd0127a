// Which claims are in both articles?
// Columns: actor, claim, target, sources (how many articles).
// Order: most sources first, then by id.

MATCH (evidence:Evidence)-[:FROM]->(source:Source)
WITH collect({ evidence: evidence.id, source: source.id }) AS quoted
MATCH (actor)-[claim]->(target)
WHERE claim.evidence IS NOT NULL
WITH actor, claim, target, [row IN quoted WHERE row.evidence IN claim.evidence | row.source] AS sources
UNWIND sources AS source
WITH actor, claim, target, count(DISTINCT source) AS sources
WHERE sources > 1
RETURN actor, claim, target, sources
ORDER BY sources DESC, claim.id
