// Who offers help to Afghanistan, who is asked for it, and who holds money back?
// Columns: actor, claim, target.
// Order: by date, then by actor.

MATCH (actor)-[claim:OFFERED_TO_ASSIST|PLEDGED_AID_TO|CALLED_FOR|CALLED_ON|ASSIGNED_BURDEN_TO|FROZE_ASSETS_OF]->(target)
WHERE target.id IN ['afghanistan', 'united-nations', 'donors-conference', 'international-assistance',
  'united-states-and-allies', 'da-afghanistan-bank']
RETURN actor, claim, target
ORDER BY claim.date, actor.name, claim.id
