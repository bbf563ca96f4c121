import { addDays } from './days'
import { html, type Markup } from './html'
import { categoryOf, type HubPaper } from './papers'
import { notFound, type Reply } from './reply'
import type { Shelf } from './shelf'

type AnnounceType = 'new' | 'cross' | 'replace' | 'replace-cross'

/**
 * Answers an address of `https://rss.arxiv.org/`: what is announced in a category today. The papers of the day that
 * are of this category are new, one of another is cross-listed, and two of last week have new versions
 * (https://info.arxiv.org/help/rss_specifications.html).
 */
export function answerArxivFeed(url: URL, shelf: Shelf): Reply {
  const [, category] = /^\/rss\/([a-z-]+(?:\.[A-Za-z-]+)?)$/.exec(url.pathname) ?? []
  if (category === undefined) return notFound
  const today = shelf.today()
  const isOwn = (paper: HubPaper) => categoryOf(paper).code === category
  const papersOf = (day: string) => shelf.itemsOf(day).map(({ paper }) => paper)
  const before = [2, 3, 4, 5, 6].flatMap((back) => papersOf(addDays(today, -back)))
  const own = papersOf(today).filter(isOwn)
  const other = papersOf(today).filter((paper) => !isOwn(paper))
  const items: readonly Markup[] =
    before.length === 0 && own.length === 0
      ? []
      : [
          ...own.map((paper) => item(paper, 'new', category, today)),
          ...other.slice(0, 2).map((paper) => item(paper, 'cross', category, today)),
          ...before
            .filter(isOwn)
            .slice(0, 2)
            .map((paper) => item(paper, 'replace', category, today)),
          ...before
            .filter((paper) => !isOwn(paper))
            .slice(0, 1)
            .map((paper) => item(paper, 'replace-cross', category, today)),
        ]
  return feed(category, today, items)
}

function feed(category: string, day: string, items: readonly Markup[]): Reply {
  const { text } =
    html`<rss xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom" version="2.0">
  <channel>
    <title>${category} updates on arXiv.org</title>
    <link>http://rss.arxiv.org/rss/${category}</link>
    <description>${category} updates on the arXiv.org e-print archive.</description>
    <language>en-us</language>
    <pubDate>${written(day)}</pubDate>
    <skipDays><day>Saturday</day><day>Sunday</day></skipDays>
    ${items}
  </channel>
</rss>`
  return {
    status: 200,
    headers: { 'content-type': 'application/rss+xml; charset=utf-8' },
    body: `<?xml version='1.0' encoding='UTF-8'?>\n${text}\n`,
  }
}

function item(paper: HubPaper, type: AnnounceType, category: string, day: string): Markup {
  const version = type.startsWith('replace') ? 2 : 1
  const own = categoryOf(paper).code
  const codes = [...new Set([own, category])]
  return html`<item>
      <title>${paper.title}</title>
      <link>https://arxiv.org/abs/${paper.id}</link>
      <description>arXiv:${paper.id}v${version} Announce Type: ${type}
Abstract: ${paper.summary}</description>
      <guid isPermaLink="false">oai:arXiv.org:${paper.id}v${version}</guid>
      ${codes.map((code) => html`<category>${code}</category>`)}
      <pubDate>${written(day)}</pubDate>
      <arxiv:announce_type>${type}</arxiv:announce_type>
      <dc:rights>http://creativecommons.org/licenses/by/4.0/</dc:rights>
      <dc:creator>${paper.authors.map(({ name }) => name).join(', ')}</dc:creator>
    </item>`
}

/** Midnight in New York, in winter: `Fri, 23 Feb 2024 00:00:00 -0500`. */
function written(day: string): string {
  return new Date(`${day}T00:00:00Z`).toUTCString().replace('GMT', '-0500')
}
