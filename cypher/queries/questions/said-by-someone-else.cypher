// Which claims do the articles pass on from someone else, and from whom?
// Columns: attributedTo, actor, claim, target.
// Order: by who says it, then by id.

MATCH (actor)-[claim]->(target)
WHERE claim.attributedTo IS NOT NULL
RETURN claim.attributedTo AS attributedTo, actor, claim, target
ORDER BY attributedTo, claim.id
