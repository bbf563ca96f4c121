/** How many links there are, and each which of them leads to a paper that Dogear knows. */
const count = 2_000
const knownEach = 40

/**
 * A listing in the form that arXiv's have, which any other page could have as well.
 *
 * @param known arXiv ids of papers that the extension has something to say about
 */
export function pageOfLinks(known: readonly string[]): string {
  const rows = Array.from({ length: count }, (_, index) => {
    const id =
      index % knownEach === 0
        ? known[(index / knownEach) % known.length]
        : `1501.${String(index).padStart(5, '0')}`
    return `<dt><a href="https://arxiv.org/abs/${id}">arXiv:${id}</a></dt><dd>Invented paper number ${index}</dd>`
  })
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Papers</title></head>
<body><h1>Papers</h1><dl>${rows.join('\n')}</dl></body>
</html>`
}
