/** A feed as arXiv sends it, of a day, with a paper for each of these titles, which is markup. */
export function feed(day: string, titles: readonly string[] = ['A Title']): Response {
  const items = titles.map((title, index) => {
    const id = `2601.${String(index + 1).padStart(5, '0')}`
    return `<item>
      <title>${title}</title>
      <link>https://arxiv.org/abs/${id}</link>
      <description>arXiv:${id}v1 Announce Type: new \nAbstract: An abstract.</description>
      <arxiv:announce_type>new</arxiv:announce_type>
      <dc:creator>Ada Example, Ben Sample</dc:creator>
    </item>`
  })
  const body = `<?xml version='1.0' encoding='UTF-8'?>
<rss version="2.0">
  <channel>
    <title>cs.CL updates on arXiv.org</title>
    <pubDate>${day} 00:00:00 -0400</pubDate>
    ${items.join('\n    ')}
  </channel>
</rss>
`
  return new Response(body, { headers: { 'content-type': 'text/xml; charset=utf-8' } })
}
