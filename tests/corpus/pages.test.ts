import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parseHTML } from 'linkedom'
import { describe, expect, test } from 'vitest'
import { identify } from '../../lib/sites'
import { annotatedSiteOf } from '../../lib/sites/annotated'
import type { PageReading } from '../../lib/sites/site'
import { allMentions } from '../sites/page'

const folder = path.resolve(import.meta.dirname, '../../../shared/data/pages')
const isCaptured = existsSync(folder)
if (!isCaptured) {
  console.warn(
    `NOT TESTED: the captured data is absent (${folder}), so the corpus of pages is skipped.`,
  )
}

/** What is known of a page from elsewhere. */
interface Truth {
  readonly file: string
  readonly site: string
  readonly kind: string
  readonly url: string
  readonly page_ids?: readonly string[]
  readonly data_ids?: readonly string[]
  readonly items?: readonly { readonly ids: readonly string[] }[]
  readonly citation_meta?: {
    readonly title: string
    readonly authors: readonly string[]
    readonly date2: string
    readonly doi?: string
  }
}

const truths = isCaptured
  ? readFileSync(path.join(folder, 'truth.jsonl'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Truth)
  : []

describe.skipIf(!isCaptured)('the corpus of pages', () => {
  const abstractPages = truths.filter(
    ({ site, kind }) => site === 'arxiv' && kind.startsWith('abs'),
  )

  test.each(abstractPages)('$file tells its paper', (truth) => {
    const { document, url, site } = open(truth)
    const id = truth.page_ids?.[0]?.replace(/v\d+$/, '')
    expect(identify(url)).toBe(id)
    expect(site?.findTitle?.(document, url)?.textContent).toMatch(/^Title:./)
    const reading = site?.readPaper?.(document, url) as PageReading
    const known = truth.citation_meta
    expect(reading.paper.id).toBe(id)
    expect(reading.paper.title).toBe(known?.title.replace(/\s+/g, ' ').trim())
    expect(reading.paper.publishedOn).toBe(known?.date2.replaceAll('/', '-'))
    expect(reading.paper.aliases).toEqual(
      known?.doi === undefined ? [] : [`doi:${known.doi.toLowerCase()}`],
    )
    expect(reading.paper.authors).toHaveLength(
      known?.authors.filter((author) => author !== ':').length ?? 0,
    )
    expect(reading.abstract?.length).toBeGreaterThan(20)
  })

  const otherPages = truths.filter(
    ({ site, kind, url }) => site === 'arxiv' && !kind.startsWith('abs') && url !== '',
  )

  test.each(otherPages)('$file is about no paper', (truth) => {
    const { document, url, site } = open(truth)
    expect(identify(url)).toBeUndefined()
    expect(site?.readPaper?.(document, url)).toBeUndefined()
  })

  const listings = truths.filter(
    ({ site, kind, data_ids: ids }) => site === 'arxiv' && /listing|search/.test(kind) && ids,
  )

  test.each(listings)('$file mentions its papers in their order', (truth) => {
    const { document, url, site } = open(truth)
    const found = allMentions(site?.findMentions?.(document, url)).map(({ paperId }) => paperId)
    expect(found).toEqual(truth.data_ids?.map((id) => id.replace(/v\d+$/, '')))
  })

  const lists = truths.filter(({ site, items }) => site === 'huggingface' && items !== undefined)

  test.each(lists)('$file mentions each of its papers once', (truth) => {
    const { document, url, site } = open(truth)
    const found = allMentions(site?.findMentions?.(document, url)).map(({ paperId }) => paperId)
    expect(found).toEqual(truth.items?.map(({ ids }) => ids[0]))
    expect(found).not.toHaveLength(0)
  })

  const paperPages = truths.filter(
    ({ site, page_ids }) => site === 'huggingface' && page_ids !== undefined,
  )

  test.each(paperPages)('$file tells its paper', (truth) => {
    const { document, url, site } = open(truth)
    expect(identify(url)).toBe(truth.page_ids?.[0])
    expect(allMentions(site?.findMentions?.(document, url))).toEqual([])
    const reading = site?.readPaper?.(document, url) as PageReading
    const { paper, abstract } = reading
    const heading = site?.findTitle?.(document, url)?.textContent?.replace(/\s+/g, ' ').trim()
    expect(paper.title).toBe(heading)
    expect(paper.authors.length).toBeGreaterThan(0)
    expect(paper.keywords.length).toBeGreaterThan(0)
    expect(abstract?.length).toBeGreaterThan(100)
  })
})

function open({ file, url: address }: Truth) {
  const { document } = parseHTML(readFileSync(path.join(folder, file), 'utf8'))
  const url = new URL(address)
  return { document, url, site: annotatedSiteOf(url) }
}
