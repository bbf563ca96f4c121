import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parseHTML } from 'linkedom'
import { describe, expect, test } from 'vitest'
import { siteAnywhere } from '../../lib/sites/anywhere'
import { readPageFacts } from '../../lib/sites/read/generic'
import { findHeading } from '../../lib/sites/read/heading'
import floor from './title-figures.json'

const folder = path.resolve(import.meta.dirname, '../../../shared/data/pages')
const isCaptured = existsSync(folder)
if (!isCaptured) {
  console.warn(
    `NOT TESTED: the captured data is absent (${folder}), so no title is looked for on real pages.`,
  )
}

/** What is known of a page; the title is as somebody else's program read it from the page's tags. */
interface Truth {
  readonly file: string
  readonly site: string
  readonly kind: string
  readonly url: string
  readonly page_ids?: readonly string[]
  readonly citation_meta?: { readonly title?: string }
}

/** From the record that the page was made of, not from the page. */
interface Expected {
  readonly title?: string
  readonly title_tex?: string
}

type Outcome = 'right' | 'missing' | 'wrong'

describe.skipIf(!isCaptured)('the title of every captured page about a paper', () => {
  const records = new Map(
    linesOf<{ file: string; expected: Expected }>('expected.jsonl').map(
      ({ file, expected }) => [file, expected] as const,
    ),
  )
  const pages = linesOf<Truth>('truth.jsonl').filter(
    ({ url, kind, page_ids = [] }) =>
      url !== '' && page_ids.length > 0 && /^abs|^fulltext|^paper page/.test(kind),
  )

  test.each([
    ['as a page is annotated', titleOn],
    ['by the tags alone', titleByTags],
  ])('is found %s', { timeout: 60_000 }, (way, titleOf) => {
    const figures: Record<string, Record<Outcome, number>> = {}
    const problems: string[] = []
    for (const page of pages) {
      const { title, title_tex: tex } = records.get(page.file) ?? {}
      const wanted = title ?? tex ?? page.citation_meta?.title ?? ''
      if (wanted === '') continue
      const found = titleOf(page)
      const outcome = judge(found, wanted)
      const figure = figures[page.site] ?? { right: 0, missing: 0, wrong: 0 }
      figures[page.site] = figure
      figure[outcome] += 1
      if (outcome !== 'right') problems.push(`${outcome}: ${page.file} "${found}" for "${wanted}"`)
    }
    console.info([`titles found ${way}`, ...problems].join('\n'))
    console.table(figures)
    const sum = (outcome: Outcome) =>
      Object.values(figures).reduce((total, figure) => total + figure[outcome], 0)
    expect(sum('right')).toBeGreaterThanOrEqual(floor.right)
    expect(sum('wrong')).toBeLessThanOrEqual(floor.wrong)
  })
})

function titleOn({ file, url }: Truth): string {
  const { document } = parseHTML(readFileSync(path.join(folder, file), 'utf8'))
  const address = new URL(url)
  const site = siteAnywhere(address)
  const isPaper = site.identifyPage?.(document, address) !== undefined
  const title = isPaper ? site.findTitle?.(document, address) : undefined
  return title?.textContent ?? ''
}

/** As on a site that we know nothing of. */
function titleByTags({ file, url }: Truth): string {
  const { document } = parseHTML(readFileSync(path.join(folder, file), 'utf8'))
  const title = readPageFacts(document, new URL(url))?.title
  return (title && findHeading(document, title)?.textContent) ?? ''
}

/** Formulas have another form on the screen: what stands around them is compared. */
function judge(found: string, wanted: string): Outcome {
  if (found === '') return 'missing'
  const text = letters(found.trim().replace(/^Title:/, ''))
  const parts = wanted.split(/\$[^$]*\$/).map(letters)
  const isSame = parts.length === 1 ? text === parts[0] : parts.every((part) => text.includes(part))
  return isSame ? 'right' : 'wrong'
}

function letters(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/<\/?\w+>|[^\p{L}\p{N}]/gu, '')
}

function linesOf<T>(file: string): T[] {
  if (!isCaptured) return []
  const lines = readFileSync(path.join(folder, file), 'utf8').trim().split('\n')
  return lines.map((line) => JSON.parse(line) as T)
}
