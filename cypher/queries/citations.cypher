// The words that claims rest on: evidence with its source; a source itself, for claims that were loaded from a data set
// and have no quote.
// Parameters: ids (list of strings): ids of Evidence and Source nodes.
// Columns: id, quote, paragraph, title, author, publisher, published (what is not known is null).
// Order: none.

UNWIND $ids AS id
CALL {
  WITH id
  MATCH (e:Evidence {id: id})
  OPTIONAL MATCH (e)-[:FROM]->(s:Source)
  RETURN e.quote AS quote, e.paragraph AS paragraph, s
  UNION
  WITH id
  MATCH (s:Source {id: id})
  RETURN null AS quote, null AS paragraph, s
}
RETURN id, quote, paragraph, s.title AS title, s.author AS author, s.publisher AS publisher, s.published AS published
