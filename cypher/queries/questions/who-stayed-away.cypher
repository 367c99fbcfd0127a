// Who came to the Moscow talks, and who declined?
// Columns: actor, claim, talks.
// Order: those who declined first, then by name.

MATCH (actor)-[claim:PARTICIPATED_IN|HOSTED|LED_DELEGATION_TO|ADDRESSED|DECLINED_TO_PARTICIPATE_IN]->(talks:Event)
WHERE talks.id = 'moscow-talks-2021-10-20'
RETURN actor, claim, talks
ORDER BY type(claim) <> 'DECLINED_TO_PARTICIPATE_IN', type(claim), actor.name
