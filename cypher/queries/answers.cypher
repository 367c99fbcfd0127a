// What the other side of a claim said that may answer it. Where the claim points to an actor, the other side is that actor, those who
// hold office in it, speak for it, lead it, are its institutions, branches or members, and those who hold office in what it leads; where
// it points to something else, everyone else who said something about that.
// Parameters: elementId (string): of the claim; limit (integer): most to give.
// Left out: claims that neither are one of the two nor say anything (`what`) of a matter, since their words cannot tell.
// Columns: claim, speaker (the node where it starts), other (the node it points to), source (the node of the other side), tie (string: the
//   type of what ties it to `other`; null for `other` itself, and where anyone counts), answer, target (the node it points to), isBack
//   (boolean: said to the speaker, on the claim's day or in the seven days after), isSameQuote (boolean: rests on words that the claim
//   rests on), omitted (after these, the same on every row).
// Order: by the answer's id.

MATCH (speaker)-[claim]->(other) WHERE elementId(claim) = $elementId
CALL (other) {
  WITH other WHERE other:Actor
  RETURN other AS source, null AS tie
  UNION
  MATCH (source)-[tie:HOLDS_OFFICE_IN|SPEAKS_FOR|LEADS|INSTITUTION_OF|BRANCH_OF|MEMBER_OF]->(other)
  WHERE other:Actor
  RETURN source, type(tie) AS tie
  UNION
  MATCH (source)-[tie:HOLDS_OFFICE_IN|SPEAKS_FOR]->()<-[:LEADS]-(other)
  WHERE other:Actor
  RETURN source, type(tie) AS tie
  UNION
  MATCH (source)-->(other)
  WHERE NOT other:Actor AND NOT source:Evidence
  RETURN source, null AS tie
}
WITH speaker, claim, other, source, min(tie) AS tie,
  CASE WHEN valueType(claim.date) STARTS WITH 'DATE' THEN claim.date + duration({ days: 7 }) END AS until
WHERE source <> speaker
MATCH (source)-[answer]->(target)
WHERE answer <> claim
  AND (other:Actor OR target = other)
  AND NOT type(answer) IN
    ['HOLDS_OFFICE_IN', 'SPEAKS_FOR', 'LEADS', 'INSTITUTION_OF', 'BRANCH_OF', 'MEMBER_OF', 'LOCATED_IN', 'RULES']
WITH speaker, claim, other, source, tie, answer, target,
  target = speaker AND until IS NOT NULL AND coalesce(claim.date <= answer.date <= until, false) AS isBack,
  any(quote IN coalesce(claim.evidence, []) WHERE quote IN coalesce(answer.evidence, [])) AS isSameQuote
WHERE isBack OR isSameQuote OR target = other OR answer.what IS NOT NULL
WITH * ORDER BY coalesce(answer.id, elementId(answer))
WITH speaker, claim, other,
  collect({ source: source, tie: tie, answer: answer, target: target, isBack: isBack, isSameQuote: isSameQuote }) AS rest
UNWIND rest[..$limit] AS row
RETURN claim, speaker, other, row.source AS source, row.tie AS tie, row.answer AS answer, row.target AS target,
  row.isBack AS isBack, row.isSameQuote AS isSameQuote, size(rest) - size(rest[..$limit]) AS omitted
