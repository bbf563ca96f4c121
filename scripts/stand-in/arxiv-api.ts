import { html, type Markup } from './html'
import { categoryOf, type HubPaper } from './papers'
import { publicationOf } from './publications'
import { notFound, type Reply } from './reply'
import type { Shelf } from './shelf'

/**
 * Answers an address of `https://export.arxiv.org/`: the papers of a list of ids, in Atom. An unknown id is left
 * out, and one that is none is an error (https://info.arxiv.org/help/api/user-manual.html).
 */
export function answerArxivApi(url: URL, shelf: Shelf): Reply {
  if (url.pathname !== '/api/query') return notFound
  const ids = (url.searchParams.get('id_list') ?? '').split(',').filter((id) => id !== '')
  const wrong = ids.find((id) => !/^(?:\d{4}\.\d{4,5}|[a-z-]+\/\d{7})(?:v\d+)?$/.test(id))
  if (wrong !== undefined) return feed(url, [errorEntry(`incorrect id format for ${wrong}`)], 400)
  const papers = ids.flatMap((id) => shelf.find(id.replace(/v\d+$/, ''))?.paper ?? [])
  return feed(url, papers.map(paperEntry))
}

function feed(url: URL, entries: readonly Markup[], status = 200): Reply {
  const { text } =
    html`<feed xmlns="http://www.w3.org/2005/Atom" xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/">
  <id>https://arxiv.org/api/stand-in</id>
  <title>arXiv Query: ${url.search.slice(1)}</title>
  <link href="${url.href}" type="application/atom+xml"/>
  <opensearch:totalResults>${entries.length}</opensearch:totalResults>
  ${entries}
</feed>`
  return {
    status,
    headers: { 'content-type': 'application/atom+xml; charset=utf-8' },
    body: `<?xml version='1.0' encoding='UTF-8'?>\n${text}\n`,
  }
}

function paperEntry(paper: HubPaper): Markup {
  const { code } = categoryOf(paper)
  const publication = publicationOf(paper)
  const published = publication === undefined ? html`` : publicationElements(publication)
  return html`<entry>
    <id>http://arxiv.org/abs/${paper.id}v1</id>
    <title>${paper.title}</title>
    <updated>${paper.publishedAt.replace('.000', '')}</updated>
    <link href="https://arxiv.org/abs/${paper.id}v1" rel="alternate" type="text/html"/>
    <link href="https://arxiv.org/pdf/${paper.id}v1" rel="related" type="application/pdf" title="pdf"/>
    <summary>  ${paper.summary}
</summary>
    <category term="${code}" scheme="http://arxiv.org/schemas/atom"/>
    <published>${paper.publishedAt.replace('.000', '')}</published>
    ${published}
    <arxiv:primary_category term="${code}"/>
    ${paper.authors.map(({ name }) => html`<author><name>${name}</name></author>`)}
  </entry>`
}

function publicationElements({ doi, venue }: { readonly doi: string; readonly venue: string }) {
  return html`<arxiv:journal_ref>${venue}</arxiv:journal_ref>
    <link rel="related" href="https://doi.org/${doi}" title="doi"/>
    <arxiv:doi>${doi}</arxiv:doi>`
}

function errorEntry(summary: string): Markup {
  return html`<entry>
    <id>https://arxiv.org/api/errors#${summary.replaceAll(' ', '_')}</id>
    <title>Error</title>
    <summary>${summary}</summary>
    <author><name>arXiv api core</name></author>
  </entry>`
}
