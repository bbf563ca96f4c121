import { describe, expect, test } from 'vitest'
import { isPaperId, type PaperId } from '../../lib/papers/paper-id'
import type { Access } from '../../lib/sites/access'
import { accesses } from '../../lib/sites/accesses'
import { annotatedSiteOf } from '../../lib/sites/annotated'
import { siteAnywhere } from '../../lib/sites/anywhere'
import type { Mention, PageReading, Site } from '../../lib/sites/site'
import { allMentions, pageOf } from './page'
import { readCases } from './read-cases'

const cases = readCases()

function siteOn(address: string) {
  const url = new URL(address)
  return annotatedSiteOf(url) ?? siteAnywhere(url)
}

function textOf(element: Element | undefined): string | undefined {
  return element?.textContent?.replace(/\s+/g, ' ').trim()
}

/** What each mark is about, and where it stands. */
function marksOn(document: Document, mentions: Iterable<Mention>) {
  const marks = new Map<Element, string[]>()
  for (const { anchor, paperId } of mentions) {
    marks.set(anchor, [...(marks.get(anchor) ?? []), paperId])
  }
  return [...document.querySelectorAll('*')].flatMap((anchor) => {
    const ids = marks.get(anchor)
    return ids === undefined ? [] : [{ ids, anchor: textOf(anchor) }]
  })
}

/** The paper that a page is about, as the script in the page sees it. */
function paperOn(site: Site, document: Document, url: URL): PaperId | undefined {
  return site.identifyPage?.(document, url) ?? site.identify(url)
}

describe.each(cases)('$page at $address', (one) => {
  const url = new URL(one.address)

  test('tells its paper and the names of it', () => {
    const document = pageOf(one.page)
    const site = siteOn(one.address)
    expect(paperOn(site, document, url)).toBe(one.paper)
    if (one.aliases !== undefined)
      expect(site.readAliases?.(document, url) ?? []).toEqual(one.aliases)
  })

  test('has its bar below the title', () => {
    const document = pageOf(one.page)
    const site = siteOn(one.address)
    // A bar takes both, the paper and the heading.
    const paperId = paperOn(site, document, url)
    const title = paperId && site.findTitle?.(document, url)
    expect(textOf(title)).toBe(one.title)
  })

  test('mentions papers, each once', () => {
    const document = pageOf(one.page)
    const site = siteOn(one.address)
    // The bar is placed before the marks are.
    paperOn(site, document, url)
    const marks = marksOn(document, allMentions(site.findMentions?.(document, url)))
    expect(marks).toEqual(one.mentions ?? [])
    expect(marksOn(document, allMentions(site.findMentions?.(document, url)))).toEqual(marks)
  })

  test('names papers as the project does', () => {
    const names = [
      one.paper,
      ...(one.aliases ?? []),
      ...(one.mentions ?? []).flatMap(({ ids }) => ids),
    ]
    expect(names.filter((name) => name !== undefined && !isPaperId(name))).toEqual([])
  })

  const { read } = one
  if (read === undefined) return
  test('tells about its paper', () => {
    const document = pageOf(one.page)
    const reading = siteOn(one.address).readPaper?.(document, url) as PageReading | undefined
    const { abstract, ...fields } = read
    expect(reading?.paper).toMatchObject(fields)
    if (abstract !== undefined) expect(reading?.abstract?.slice(0, abstract.length)).toBe(abstract)
  })
})

describe('each site that can be allowed', () => {
  test.each(accesses)('$name has a case', ({ matches }) => {
    expect(cases.some(({ address }) => matches.some((pattern) => isMatch(pattern, address)))).toBe(
      true,
    )
  })
})

/** https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/Match_patterns */
function isMatch(pattern: Access['matches'][number], address: string): boolean {
  const { protocol, host, pathname, search } = new URL(address)
  const [, scheme = '', hosts = '', rest = ''] = /^([*a-z]+):\/\/([^/]+)(\/.*)$/.exec(pattern) ?? []
  const domain = hosts.replace(/^\*\./, '')
  const isHost = host === domain || (hosts !== domain && host.endsWith(`.${domain}`))
  const path = new RegExp(`^${rest.replace(/[.?+()[\]]/g, '\\$&').replaceAll('*', '.*')}$`)
  return (scheme === '*' || protocol === `${scheme}:`) && isHost && path.test(pathname + search)
}
