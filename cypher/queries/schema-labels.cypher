// Which labels there are, and on how many nodes each.
// Columns: label, count.
// Order: most first, then by label.

MATCH (node)
UNWIND labels(node) AS label
RETURN label, count(*) AS count
ORDER BY count DESC, label
