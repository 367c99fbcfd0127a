// What does each side fear, warn of, or want to avoid?
// Columns: actor, claim, danger.
// Order: by danger, then by actor.

MATCH (actor)-[claim:FEARS|SEEKS_TO_AVOID|SEES_RISK_OF|WARNED_OF|ADMITTED_RISK_OF|ARGUED_AGAINST]->(danger)
RETURN actor, claim, danger
ORDER BY danger.name, actor.name, claim.id
