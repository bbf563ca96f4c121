import { addDays } from './days'
import { html, Markup } from './html'
import { categoryOf, type HubPaper } from './papers'
import { notFound, pageReply, type Reply } from './reply'
import { ribbon, ribbonStyle } from './ribbon'
import type { Shelf } from './shelf'

/**
 * Answers an address of `https://arxiv.org/`: abstract pages and a category's recent submissions, with the
 * elements and `citation_*` tags of the real pages (arXiv's open-source templates, arxiv-browse 0.3).
 */
export function answerArxiv(url: URL, shelf: Shelf): Reply {
  const [, id, version] = /^\/abs\/(\d{4}\.\d{5})(v\d+)?$/.exec(url.pathname) ?? []
  if (id !== undefined) {
    const item = shelf.find(id)
    return item === undefined ? notFound : abstractPage(item.paper, version)
  }
  const [, category] = /^\/list\/([a-z-]+(?:\.[A-Z]{2})?)\/(?:recent|new)$/.exec(url.pathname) ?? []
  return category === undefined ? notFound : recentPage(category, shelf)
}

function abstractPage(paper: HubPaper, version = 'v1'): Reply {
  const title = oneLine(paper.title)
  const date = paper.publishedAt.slice(0, 10)
  const category = categoryOf(paper)
  const subject = html`<span class="primary-subject">${category.name} (${category.code})</span>`
  const address = `https://arxiv.org/abs/${paper.id}`
  return arxivPage(
    `[${paper.id}] ${title}`,
    html`<meta name="description" content="Abstract page for arXiv paper ${paper.id}: ${title}">
  <meta property="og:title" content="${title}">
  <meta property="og:url" content="${address}${version}">
  <meta name="citation_title" content="${title}">
  ${paper.authors.map(({ name }) => html`<meta name="citation_author" content="${surnameFirst(name)}">`)}
  <meta name="citation_date" content="${date.replaceAll('-', '/')}">
  <meta name="citation_online_date" content="${date.replaceAll('-', '/')}">
  <meta name="citation_pdf_url" content="https://arxiv.org/pdf/${paper.id}">
  <meta name="citation_arxiv_id" content="${paper.id}">
  <meta name="citation_abstract" content="${paper.summary}">`,
    html`<div id="abs-outer">
    <div class="leftcolumn">
    <div class="subheader"><h1>${category.name}</h1></div>
    <div id="content-inner">
      <div id="abs">
        <div class="dateline">[Submitted on ${longDate(date)}]</div>
        <h1 class="title mathjax"><span class="descriptor">Title:</span>${paper.title}</h1>
        <div class="authors"><span class="descriptor">Authors:</span>${authorLinks(paper)}</div>
        <a class="mobile-submission-download" href="/pdf/${paper.id}">View PDF</a>
        <blockquote class="abstract mathjax"><span class="descriptor">Abstract:</span>${paper.summary}</blockquote>
        <div class="metatable"><table>
          <tr><td class="tablecell label">Subjects:</td><td class="tablecell subjects">${subject}</td></tr>
          <tr><td class="tablecell label">Cite as:</td><td class="tablecell arxivid"><span class="arxivid"><a href="${address}">arXiv:${paper.id}</a> [${category.code}]</span></td></tr>
          <tr><td class="tablecell label">&nbsp;</td><td class="tablecell arxividv">(or <span class="arxivid"><a href="${address}${version}">arXiv:${paper.id}${version}</a> [${category.code}]</span> for this version)</td></tr>
          <tr><td class="tablecell label">&nbsp;</td><td class="tablecell arxivdoi"><a href="https://doi.org/10.48550/arXiv.${paper.id}" id="arxiv-doi-link">https://doi.org/10.48550/arXiv.${paper.id}</a></td></tr>
        </table></div>
      </div>
    </div>
    <div class="submission-history"><h2>Submission history</h2><strong>[${version}]</strong> ${longDate(date)}</div>
    </div>
    <div class="extra-services"><div class="full-text"><h2>Access Paper:</h2><ul>
      <li><a href="/pdf/${paper.id}" class="abs-button download-pdf">View PDF</a></li>
    </ul></div></div>
  </div>`,
  )
}

function recentPage(category: string, shelf: Shelf): Reply {
  const days = Array.from({ length: 5 }, (_, index) => addDays(shelf.today(), -index))
  const lists = days.map((day) => ({
    day,
    papers: shelf
      .itemsOf(day)
      .map(({ paper }) => paper)
      .filter((paper) => categoryOf(paper).code === category),
  }))
  let number = 0
  return arxivPage(
    `${category} recent submissions`,
    html``,
    html`<div id="dlpage"><h1>${category}</h1><h2>Authors and titles for recent submissions</h2>
    <dl id="articles">${lists
      .filter(({ papers }) => papers.length > 0)
      .map(
        ({
          day,
          papers,
        }) => html`<h3>${longDate(day)} (showing ${papers.length} of ${papers.length} entries)</h3>
        ${papers.map((paper) => {
          number += 1
          return listEntry(paper, number)
        })}`,
      )}</dl></div>`,
  )
}

function listEntry(paper: HubPaper, number: number): Markup {
  const category = categoryOf(paper)
  return html`<dt><a name="item${number}">[${number}]</a>
    <a href="/abs/${paper.id}" title="Abstract" id="${paper.id}">arXiv:${paper.id}</a>
    [<a href="/pdf/${paper.id}" title="Download PDF" id="pdf-${paper.id}" aria-labelledby="pdf-${paper.id}">pdf</a>]</dt>
  <dd><div class="meta">
    <div class="list-title mathjax"><span class="descriptor">Title:</span> ${paper.title}</div>
    <div class="list-authors">${authorLinks(paper)}</div>
    <div class="list-subjects"><span class="descriptor">Subjects:</span>
      <span class="primary-subject">${category.name} (${category.code})</span></div>
  </div></dd>`
}

function authorLinks(paper: HubPaper): readonly Markup[] {
  return paper.authors.map(({ name }, index) => {
    const query = surnameFirst(name)
      .replace(/, (.).*/, ', $1')
      .replaceAll(' ', '+')
    return html`${index === 0 ? '' : ', '}<a href="https://arxiv.org/search/cs?searchtype=author&amp;query=${query}" rel="nofollow">${name}</a>`
  })
}

function surnameFirst(name: string): string {
  const [given, ...family] = name.split(' ')
  return family.length === 0 ? name : `${family.join(' ')}, ${given}`
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

function longDate(day: string): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  )
}

/** The real site is always light; `?theme=dark` gives a dark ground to try annotations on. */
function arxivPage(title: string, head: Markup, content: Markup): Reply {
  return pageReply(html`<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${title}</title>
  <link rel="icon" href="data:,">
  ${head}
  <style>${new Markup(style)}${new Markup(ribbonStyle)}</style>
  <script>document.documentElement.classList.toggle('dark', location.search.includes('theme=dark'))</script>
</head>
<body class="with-cu-identity">
  <header class="site"><a href="/">Stand-in for arXiv</a></header>
  <main id="content">${content}</main>
  ${ribbon}
</body>
</html>`)
}

const style = `
:root { --ground: #fff; --text: #000; --link: #0068ac; --band: #7d2a26; --soft: #f6f3ee; --line: #d8d2c8 }
:root.dark { color-scheme: dark; --ground: #15171a; --text: #e6e3dd; --link: #7cb8e6; --band: #56201d; --soft: #1f2226; --line: #3a3d42 }
* { box-sizing: border-box }
body { margin: 0; background: var(--ground); color: var(--text); font: 16px/1.4 "Lucida Grande", Helvetica, Arial, sans-serif }
a { color: var(--link); text-decoration: none }
a:hover { text-decoration: underline }
.site { padding: 14px 22px; background: var(--band); font-weight: 700 }
.site a { color: #fff }
#abs-outer { display: grid; grid-template-columns: minmax(0, 1fr) 250px }
.subheader h1 { margin: 0; padding: 8px 22px; background: var(--soft); border-bottom: 1px solid var(--line); font-size: 17px }
#abs { padding: 14px 22px; max-width: 900px }
.dateline { font-style: italic; font-size: 13px }
h1.title { margin: 8px 0 12px; font-size: 25px; line-height: 1.2 }
h1.title .descriptor { display: none }
.authors { margin: 0 0 14px; line-height: 1.5 }
.authors .descriptor, .mobile-submission-download { display: none }
blockquote.abstract { margin: 0 0 20px; line-height: 1.55; font-family: "Times New Roman", serif; font-size: 17px }
blockquote.abstract .descriptor { font-weight: 700; margin-right: 6px }
.tablecell { padding: 2px 14px 2px 0; font-size: 14px; vertical-align: top }
.submission-history { padding: 0 22px 30px; font-size: 13px }
.submission-history h2, .extra-services h2 { font-size: 15px }
.extra-services { padding: 14px 18px; border-left: 1px solid var(--line); background: var(--soft) }
#dlpage { padding: 14px 22px; max-width: 980px }
dt { margin-top: 14px }
.list-title { font-size: 17px; font-weight: 700 }
.list-title .descriptor { display: none }
.list-authors, .list-subjects { font-size: 14px }
@media (max-width: 800px) { #abs-outer { grid-template-columns: 1fr } .extra-services { border: 0 } }
`
