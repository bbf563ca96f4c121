import { type Browser, browser } from 'wxt/browser'
import type { DogearDatabase } from '../../lib/db/database'
import { getEntries } from '../../lib/db/entries/stored-entries'
import { findPapers } from '../../lib/db/papers/papers'
import { i18n } from '../../lib/i18n'
import { paperIdAddress } from '../../lib/papers/paper-id'
import { type Findable, readFindable } from '../../lib/queries/findable'
import { matchWords } from '../../lib/search/match-words'
import { readTypedPaper } from '../../lib/search/typed-paper'
import { identify } from '../../lib/sites'

/*
 * `dog` and some words in the address bar find a paper that the user keeps, or that a recent list holds.
 */

/** As many as the browsers show. */
const mostSuggestions = 6

/** To be called in the worker's first turn. */
export function listenForWords(db: DogearDatabase): void {
  /** Read once for the words of one search. */
  let findable: Promise<readonly Findable[]> | undefined

  async function find(typed: string): Promise<Findable[]> {
    const named = await findNamed(db, typed)
    if (named !== undefined) return [named]
    findable ??= readFindable(db)
    return matchWords(await findable, typed, textsOf, mostSuggestions)
  }

  browser.omnibox.onInputStarted.addListener(() => {
    findable = readFindable(db)
  })
  browser.omnibox.onInputChanged.addListener(async (typed, suggest) => {
    const found = await find(typed)
    const hint = found.length > 0 ? i18n.t('omnibox.open') : i18n.t('omnibox.none')
    browser.omnibox.setDefaultSuggestion({ description: asText(hint) })
    suggest(found.map(suggestionOf))
  })
  browser.omnibox.onInputEntered.addListener(async (entered, disposition) => {
    const [first] = await find(entered)
    const address = /^https?:/.test(entered) ? entered : first && paperIdAddress(first.paper.id)
    findable = undefined
    if (address !== undefined) await open(address, disposition)
  })
  browser.omnibox.onInputCancelled.addListener(() => {
    findable = undefined
  })
}

/** The paper that an id or an address names, where it is known. */
async function findNamed(db: DogearDatabase, typed: string): Promise<Findable | undefined> {
  const id = await readTypedPaper(typed, identify)
  const paper = id && (await findPapers(db, [id])).get(id)
  if (id === undefined || paper === undefined) return undefined
  return { paper, entry: (await getEntries(db, [id])).get(id) }
}

function textsOf({ paper, entry }: Findable) {
  return [
    [paper.title, ...(entry?.tags ?? [])],
    paper.authors,
    [...paper.keywords, paper.organization ?? ''],
    [entry?.note ?? ''],
  ]
}

function suggestionOf({ paper, entry }: Findable) {
  const { title, authors, id } = paper
  const people = authors.length > 2 ? `${authors[0]} …` : authors.join(', ')
  const parts = [title, people, ...(entry?.tags ?? [])].filter((part) => part !== '')
  return { content: paperIdAddress(id), description: asText(parts.join(' · ')) }
}

/** What XML can't hold in any form (https://www.w3.org/TR/xml/#charsets), and no line of text has. */
const noCharacter = /[\p{Cc}\p{Cs}\ufffe\uffff]/gu

/** Chromium reads a description as XML, and refuses all of them where one is none. Firefox shows it as it is. */
export function asText(text: string): string {
  const line = text.replace(noCharacter, ' ')
  if (import.meta.env.FIREFOX) return line
  return line.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}

async function open(
  url: string,
  disposition: `${Browser.omnibox.OnInputEnteredDisposition}`,
): Promise<void> {
  if (disposition === 'currentTab') await browser.tabs.update({ url })
  else await browser.tabs.create({ url, active: disposition === 'newForegroundTab' })
}
