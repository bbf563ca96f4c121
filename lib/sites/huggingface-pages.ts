import { limits } from '../papers/limits'
import type { Paper } from '../papers/paper'
import { arxivPaperId, type PaperId } from '../papers/paper-id'
import { pathOf } from './address'
import { huggingFace, huggingFacePaperAt, huggingFacePaperPath } from './huggingface'
import { dayOf, lineOf } from './page-text'
import type { Mention, PageReading, Site } from './site'

const headings = 'h1, h2, h3, h4, h5, h6'
/** The component that shows one paper, with its data as JSON (seen October 2025). */
const paperIsland = '[data-target="PaperContent"]'
/** The component that shows a list (seen August 2024). */
const listIsland = '[data-target="DailyPapers"]'

/** The pages of Hugging Face, for the script that runs there from the install on. */
export const huggingFacePages: Site = { ...huggingFace, findTitle, findMentions, readPaper }

function findTitle(document: Document): Element | undefined {
  const title = document.querySelector(`${paperIsland} h1`)
  if (title !== null) return title
  // The first heading of a list names the list.
  if (document.querySelector(listIsland) !== null) return undefined
  return document.querySelector('main h1') ?? undefined
}

/**
 * One mention for each card (`article`) and paper, although a card links to its paper three times and more:
 * the link that is in a heading, else the first one with text. A card of a collection is one link, with the
 * heading in it. Outside of cards only links in headings count.
 */
function* findMentions(root: ParentNode, url: URL): Generator<Mention> {
  const own = huggingFacePaperAt(pathOf(url))
  for (const [card, links] of linksByCard(root)) {
    for (const [paperId, sameTarget] of links) {
      if (paperId === own) continue
      const titles = sameTarget.filter((link) => link.closest(headings) !== null)
      const anchor =
        titles.length > 0 ? rendered(titles) : card && titleIn(sameTarget.find(hasText))
      if (anchor !== null && anchor !== undefined) yield { paperId, anchor }
    }
  }
}

/** The links to papers by the card that they are in (null: in none) and by the paper that they lead to. */
function linksByCard(root: ParentNode): Map<Element | null, Map<PaperId, Element[]>> {
  const cards = new Map<Element | null, Map<PaperId, Element[]>>()
  for (const link of root.querySelectorAll(`a[href^="${huggingFacePaperPath}"]`)) {
    const [path = ''] = (link.getAttribute('href') ?? '').split(/[?#]/)
    const paperId = huggingFacePaperAt(path)
    if (paperId === undefined) continue
    const card = link.closest('article')
    const links = cards.get(card) ?? new Map<PaperId, Element[]>()
    cards.set(card, links)
    const sameTarget = links.get(paperId) ?? []
    links.set(paperId, sameTarget)
    sameTarget.push(link)
  }
  return cards
}

/** The link that is on the screen. Only where there is a choice, because asking for the layout is costly. */
function rendered(links: readonly Element[]): Element | undefined {
  return (links.length > 1 ? links.find(hasSize) : undefined) ?? links[0]
}

function hasSize(link: Element): boolean {
  const { width, height } = link.getBoundingClientRect()
  return width > 0 && height > 0
}

function titleIn(link: Element | undefined): Element | undefined {
  return link?.querySelector(headings) ?? link
}

/** The comments are counted behind a link to a fragment of the paper's page. */
function hasText(link: Element): boolean {
  return link.textContent?.trim() !== '' && !link.getAttribute('href')?.includes('#')
}

/**
 * Reads a paper's page: the data that the page was made of, which has the same fields as the reply of
 * `GET /api/papers/{arxivId}`; else what is on the screen.
 */
function readPaper(document: Document, url: URL): PageReading | undefined {
  const id = huggingFacePaperAt(pathOf(url))
  if (id === undefined) return undefined
  const data = dataOf(document, id)
  const title = lineOf(textOf(data.title) || (findTitle(document)?.textContent ?? ''), limits.title)
  if (title === '') return undefined
  const publishedOn = dayOf(textOf(data.publishedAt))
  const projectUrl = webAddress(textOf(data.projectPage))
  const paper: Paper = {
    id,
    aliases: [],
    title,
    authors: authorsOf(data, document),
    ...(publishedOn === undefined ? {} : { publishedOn }),
    keywords: listOf(data.ai_keywords)
      .map((keyword) => lineOf(textOf(keyword), limits.keyword))
      .filter((keyword) => keyword !== '')
      .slice(0, mostKeywords),
    ...(projectUrl === undefined ? {} : { projectUrl }),
    origin: 'page',
  }
  const abstract = lineOf(textOf(data.summary), limits.abstract)
  return abstract === '' ? { paper } : { paper, abstract }
}

const mostKeywords = 100
const longestAddress = 2_000

type Data = Readonly<Record<string, unknown>>

/** The paper in the component's data; nothing where it can't be read or is about another paper. */
function dataOf(document: Document, id: PaperId): Data {
  const text = document.querySelector(paperIsland)?.getAttribute('data-props') ?? ''
  try {
    const props: unknown = JSON.parse(text)
    const paper = isData(props) ? props.paper : undefined
    return isData(paper) && arxivPaperId(textOf(paper.id)) === id ? paper : {}
  } catch {
    return {}
  }
}

function authorsOf(data: Data, document: Document): string[] {
  const listed = listOf(data.authors)
    .filter(isData)
    .filter((author) => author.hidden !== true)
    .map((author) => textOf(author.name))
  const shown = document.querySelectorAll(`${paperIsland} .author`)
  // On the screen a comma follows each name but the last.
  const names =
    listed.length > 0
      ? listed.map((name) => lineOf(name, limits.author))
      : [...shown].map((author) =>
          lineOf(author.textContent ?? '', limits.author).replace(/ ?,$/, ''),
        )
  return names.filter((name) => name !== '').slice(0, limits.authors)
}

function webAddress(text: string): string | undefined {
  try {
    const { protocol, href } = new URL(text.trim())
    const isWeb = protocol === 'https:' || protocol === 'http:'
    return isWeb && href.length <= longestAddress ? href : undefined
  } catch {
    return undefined
  }
}

function isData(value: unknown): value is Data {
  return typeof value === 'object' && value !== null
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}
