import { addDays, daysOfMonth, daysOfWeek, isDay, weekOf } from './days'
import { html, Markup } from './html'
import type { DailyItem } from './papers'
import { notFound, pageReply, type Reply } from './reply'
import { ribbon, ribbonStyle } from './ribbon'
import { type Shelf, topItems, trendingItems } from './shelf'

/**
 * Answers an address of `https://huggingface.co/` that is a page. The elements that an extension can hold on
 * to are those of the real pages (`article`, `h3 > a`, the Svelte islands with their `data-props`, `h1`);
 * the rest is our own.
 */
export function answerPage(url: URL, shelf: Shelf): Reply {
  const { pathname } = url
  if (pathname === '/papers') {
    const date = url.searchParams.get('date')
    if (date === null) return dayPage(newestDay(shelf), shelf)
    return isDay(date) ? dayPage(date, shelf) : notFound
  }
  if (pathname === '/papers/trending') return trendingPage(shelf)
  const [, kind, name] = /^\/papers\/(date|week|month)\/([^/]+)$/.exec(pathname) ?? []
  if (kind !== undefined && name !== undefined) return periodPage(kind, name, shelf)
  const [, id] = /^\/papers\/([^/]+)$/.exec(pathname) ?? []
  const item = id === undefined ? undefined : shelf.find(id)
  return item === undefined ? notFound : paperPage(item, shelf)
}

function newestDay(shelf: Shelf): string {
  const days = Array.from({ length: 7 }, (_, index) => addDays(shelf.today(), -index))
  return days.find((day) => shelf.itemsOf(day).length > 0) ?? shelf.today()
}

function periodPage(kind: string, name: string, shelf: Shelf): Reply {
  if (kind === 'date') return isDay(name) ? dayPage(name, shelf) : notFound
  const days = kind === 'week' ? daysOfWeek(name) : daysOfMonth(name)
  if (days === undefined) return notFound
  return listPage(shelf, kind, topItems(shelf, days), html`<time>${name}</time>`, { period: name })
}

function dayPage(day: string, shelf: Shelf): Reply {
  const heading = html`<a href="/papers/date/${addDays(day, -1)}" aria-label="Previous day">‹</a>
    <time datetime="${day}T00:00:00.000Z">${day}</time>
    <a href="/papers/date/${addDays(day, 1)}" aria-label="Next day">›</a>`
  return listPage(shelf, 'date', shelf.itemsOf(day), heading, { date: `${day}T00:00:00.000Z` })
}

function trendingPage(shelf: Shelf): Reply {
  return listPage(shelf, 'trending', trendingItems(shelf), html`<span>Trending</span>`, {})
}

function listPage(
  shelf: Shelf,
  kind: string,
  items: readonly DailyItem[],
  heading: Markup,
  props: Readonly<Record<string, string>>,
): Reply {
  const today = shelf.today()
  const tabs = [
    { kind: 'date', text: 'Daily', href: `/papers/date/${newestDay(shelf)}` },
    { kind: 'week', text: 'Weekly', href: `/papers/week/${weekOf(today)}` },
    { kind: 'month', text: 'Monthly', href: `/papers/month/${today.slice(0, 7)}` },
    { kind: 'trending', text: 'Trending', href: '/papers/trending' },
  ]
  const card = kind === 'trending' ? trendingCard : dailyCard
  const island = JSON.stringify({ canSubmit: false, ...props, dailyPapers: items })
  return hubPage(
    'Daily Papers',
    html`<div class="island" data-target="DailyPapers" data-props="${island}">
      <section class="list">
        <header class="list-head">
          <h1><a href="/papers">Daily Papers</a></h1>
          <nav class="tabs" aria-label="Lists">${tabs.map((tab) =>
            tab.kind === kind
              ? html`<a href="${tab.href}" aria-current="page">${tab.text}</a>`
              : html`<a href="${tab.href}">${tab.text}</a>`,
          )}</nav>
          <div class="period">${heading}</div>
        </header>
        ${items.length === 0 ? html`<p class="empty">No papers here.</p>` : undefined}
        <div class="cards ${kind}">${items.map(card)}</div>
      </section>
    </div>`,
  )
}

function dailyCard(item: DailyItem): Markup {
  const { paper } = item
  const address = `/papers/${paper.id}`
  return html`<div><article>
    <a href="${address}" class="cover"><img src="${coverOf(paper.id)}" alt=""></a>
    <div class="submitter">Submitted by ${item.submittedBy.fullname}</div>
    <div class="body">
      <a href="/login?next=%2Fpapers%2F${paper.id}" class="votes"><span>▲</span>${paper.upvotes}</a>
      <div>
        <h3><a href="${address}">${paper.title}</a></h3>
        <div class="facts"><a href="${address}">${authorCount(item)}</a>
          <a href="${address}#community" aria-label="Comments">${item.numComments} comments</a></div>
      </div>
    </div>
  </article></div>`
}

/** Cards of the trending list hold the title twice: one half for wide windows, one for narrow ones. */
function trendingCard(item: DailyItem): Markup {
  const { paper } = item
  const address = `/papers/${paper.id}`
  const facts = html`<p class="facts">${paper.githubStars} stars on GitHub, ${paper.upvotes} votes</p>`
  return html`<article>
    <div class="wide">
      <a href="${address}" class="cover"><img src="${coverOf(paper.id)}" alt=""></a>
      <div><h3><a href="${address}">${paper.title}</a></h3><p>${paper.ai_summary}</p>${facts}</div>
    </div>
    <div class="narrow"><h3><a href="${address}">${paper.title}</a></h3>${facts}</div>
  </article>`
}

function paperPage(item: DailyItem, shelf: Shelf): Reply {
  const { paper } = item
  const day = paper.submittedOnDailyAt.slice(0, 10)
  const rank = shelf.itemsOf(day).findIndex((other) => other.paper.id === paper.id) + 1
  const authors = paper.authors.filter(({ hidden }) => !hidden)
  const links = [
    { text: 'View arXiv page', href: `https://arxiv.org/abs/${paper.id}` },
    { text: 'View PDF', href: `https://arxiv.org/pdf/${paper.id}` },
    ...(paper.projectPage ? [{ text: 'Project page', href: paper.projectPage }] : []),
    ...(paper.githubRepo ? [{ text: `GitHub ${paper.githubStars}`, href: paper.githubRepo }] : []),
  ]
  const island = JSON.stringify({ comments: [], primaryEmailConfirmed: false, paper })
  return hubPage(
    `Paper page - ${paper.title}`,
    html`<section class="paper"><div class="island" data-target="PaperContent" data-props="${island}">
      <div class="crumbs"><a href="/papers">Papers</a> <span>arxiv:${paper.id}</span></div>
      <h1>${paper.title}</h1>
      <div class="facts">
        <span>Published on ${paper.publishedAt.slice(0, 10)}</span>
        <span>Submitted by ${item.submittedBy.fullname}</span>
        <a href="/papers?date=${day}">#${rank} Paper of the day</a>
        ${paper.organization ? html`<a href="/${paper.organization.name}">${paper.organization.fullname}</a>` : undefined}
      </div>
      <a href="/login?next=%2Fpapers%2F${paper.id}" class="votes"><span>▲</span>Upvote ${paper.upvotes}</a>
      <div class="authors"><span>Authors:</span> ${authors.map(({ name }) => html`<button type="button">${name}</button> `)}</div>
      ${paper.ai_summary ? html`<h2>AI-generated summary</h2><p>${paper.ai_summary}</p>` : undefined}
      <h2>Abstract</h2><p>${paper.summary}</p>
      <div class="links">${links.map(({ text, href }) => html`<a href="${href}">${text}</a> `)}</div>
      <h2 id="community">Community</h2><p class="empty">${item.numComments} comments</p>
    </div></section>`,
  )
}

function authorCount({ paper }: DailyItem): string {
  return paper.authors.length === 1 ? '1 author' : `${paper.authors.length} authors`
}

function hubPage(title: string, content: Markup): Reply {
  return pageReply(html`<html class="">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${title}</title>
  <link rel="icon" href="data:,">
  <style>${new Markup(style)}${new Markup(ribbonStyle)}</style>
  <script>${new Markup(themeScript)}</script>
</head>
<body>
  <header class="site"><a href="/">Stand-in for Hugging Face</a></header>
  <main>${content}</main>
  <script>${new Markup(tabScript)}</script>
  ${ribbon}
</body>
</html>`)
}

/** The real pages set the class from the account's choice or the system's; here the address can choose, too. */
const themeScript = `
const wish = new URLSearchParams(location.search).get('theme')
const system = matchMedia('(prefers-color-scheme: dark)')
const choose = () => document.documentElement.classList.toggle('dark', wish ? wish === 'dark' : system.matches)
system.addEventListener('change', choose)
choose()
`

/** Tabs change the list without a page load, as on the real pages. */
const tabScript = `
const show = async (address) => {
  const text = await (await fetch(address)).text()
  const next = new DOMParser().parseFromString(text, 'text/html')
  document.querySelector('main').replaceWith(next.querySelector('main'))
}
document.addEventListener('click', async (event) => {
  const tab = event.target.closest('nav.tabs a')
  if (!tab || event.ctrlKey || event.metaKey) return
  event.preventDefault()
  history.pushState({}, '', tab.href)
  await show(tab.href)
})
addEventListener('popstate', () => void show(location.href))
`

/** A picture of a first page, as the address of an image. */
function coverOf(id: string): string {
  const number = Number(id.slice(5))
  const lines = Array.from({ length: 9 }, (_, index) => {
    const width = 110 + ((number * (index + 3)) % 120)
    return `<rect x='40' y='${58 + index * 16}' width='${width}' height='6' rx='3'/>`
  })
  const hue = (number * 7) % 360
  const picture = `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 320 224'>
<rect width='320' height='224' fill='hsl(${hue} 30% 92%)'/>
<g fill='hsl(${hue} 30% 55%)'><rect x='40' y='30' width='200' height='12' rx='4'/>${lines.join('')}</g></svg>`
  return `data:image/svg+xml,${encodeURIComponent(picture)}`
}

const style = `
:root { color-scheme: light; --ground: #fff; --text: #16181d; --faint: #6b7280; --line: #e5e7eb; --card: #fff; --soft: #f6f7f9 }
:root.dark { color-scheme: dark; --ground: #0b0f19; --text: #e8eaf0; --faint: #9aa3b2; --line: #232a3a; --card: #111726; --soft: #161d2e }
* { box-sizing: border-box }
body { margin: 0; background: var(--ground); color: var(--text); font: 16px/1.5 "Source Sans 3", system-ui, sans-serif }
a { color: inherit; text-decoration: none }
a:hover { text-decoration: underline }
.site { padding: 18px 32px; border-bottom: 1px solid var(--line); font-weight: 700 }
.list, .paper { max-width: 1240px; margin: 40px auto; padding: 0 32px }
.list-head { display: flex; flex-wrap: wrap; gap: 16px 32px; align-items: center; margin-bottom: 32px }
.list-head h1 { margin: 0; font-size: 28px }
.tabs { display: flex; gap: 4px }
.tabs a { padding: 4px 12px; border-radius: 8px; color: var(--faint) }
.tabs a[aria-current] { background: var(--soft); color: var(--text); font-weight: 600 }
.period { margin-left: auto; display: flex; gap: 14px; font-weight: 600 }
.cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(330px, 1fr)); gap: 20px }
.cards.trending { grid-template-columns: 1fr }
article { position: relative; overflow: hidden; border: 1px solid var(--line); border-radius: 12px; background: var(--card) }
.cover { display: block; height: 200px; overflow: hidden; background: var(--soft) }
.cover img { width: 100%; height: 100%; object-fit: cover; object-position: top }
.dark .cover img { filter: invert(.88) hue-rotate(180deg); opacity: .8 }
.submitter { position: absolute; right: 8px; top: 168px; padding: 2px 8px; border: 1px solid var(--line); border-radius: 6px; background: var(--card); color: var(--faint); font-size: 13px }
.body { display: flex; gap: 20px; padding: 22px }
.votes { flex: none; align-self: flex-start; display: grid; place-items: center; min-width: 48px; padding: 6px 10px; border: 1px solid var(--line); border-radius: 12px }
.votes span { color: var(--faint); font-size: 12px }
h3 { margin: 0 0 8px; font-size: 18px; line-height: 1.35; text-wrap: balance }
.facts { display: flex; flex-wrap: wrap; gap: 4px 18px; margin: 8px 0; color: var(--faint); font-size: 15px }
.wide { display: grid; grid-template-columns: 260px 1fr; gap: 24px; padding-right: 24px }
.wide > div { padding: 20px 0 }
.narrow { display: none; padding: 20px }
@media (max-width: 700px) { .wide { display: none } .narrow { display: block } }
.empty { color: var(--faint) }
.paper { max-width: 860px }
.paper h1 { margin: 12px 0; font-size: 30px; line-height: 1.25 }
.paper h2 { margin: 28px 0 6px; font-size: 18px }
.crumbs { display: flex; gap: 12px; color: var(--faint); font-size: 14px }
.paper .votes { display: inline-block; margin: 10px 0 18px }
.authors button { padding: 0; border: 0; background: none; color: inherit; font: inherit; text-decoration: underline; text-underline-offset: 3px }
.links a { display: inline-block; margin: 20px 8px 0 0; padding: 6px 14px; border: 1px solid var(--line); border-radius: 8px }
`
