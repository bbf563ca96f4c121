import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parseHTML } from 'linkedom'
import { describe, expect, test } from 'vitest'
import { identify } from '../../lib/sites'
import { readPageFacts } from '../../lib/sites/read/generic'
import type { PageFacts } from '../../lib/sites/read/page-facts'
import floor from './read-figures.json'

const folder = path.resolve(import.meta.dirname, '../../../shared/data/pages')
const isCaptured = existsSync(folder)
if (!isCaptured) {
  console.warn(
    `NOT TESTED: the captured data is absent (${folder}), so the reader is not run over real pages.`,
  )
}

/** What is known of a page. */
interface Truth {
  readonly file: string
  readonly url: string
  readonly page_ids?: readonly string[]
  /** As somebody else's program read the page's tags. */
  readonly citation_meta?: Partial<Record<string, string>> & {
    readonly authors?: readonly string[]
  }
}

/** From the record that the page was made of, not from the page. */
interface Expected {
  readonly title?: string
  readonly authors?: readonly string[]
  readonly abstract?: string
  readonly published?: string
  readonly doi?: string
  readonly pdf?: string
}

/** Each field as one text, without what pages and records write in different ways. */
type Fields = Readonly<Record<keyof PageFacts, string>>

describe.skipIf(!isCaptured)('the generic reader over every captured page', () => {
  const records = new Map(
    linesOf<{ file: string; expected: Expected }>('expected.jsonl').map(
      ({ file, expected }) => [file, expected] as const,
    ),
  )
  const results = linesOf<Truth>('truth.jsonl')
    .filter(({ url }) => url !== '')
    .map((truth) => ({ truth, facts: read(truth) }))
  const hasPaper = ({ page_ids = [] }: Truth) => page_ids.length > 0

  test('a page about no paper gives nothing', () => {
    const others = results.filter(({ truth }) => !hasPaper(truth))
    const read = others.filter(({ facts }) => facts !== undefined)
    expect(read.map(({ truth }) => truth.file)).toEqual([])
    expect(others.length).toBeGreaterThan(30)
  })

  test('no field is worse than the figures that were reached', () => {
    const figures: Record<string, Record<Outcome, number>> = {}
    for (const { truth, facts } of results.filter(({ truth }) => hasPaper(truth))) {
      const wanted = wantedOf(truth, records.get(truth.file))
      const found = foundIn(facts)
      for (const [field, value] of Object.entries(wanted)) {
        if (value === '') continue
        const figure = figures[field] ?? { right: 0, missing: 0, wrong: 0 }
        figures[field] = figure
        figure[judge(field, found?.[field as keyof PageFacts] ?? '', value)] += 1
      }
    }
    console.info('read from pages, field by field')
    console.table(figures)
    for (const [field, { right, wrong }] of Object.entries(floor)) {
      expect.soft(figures[field]?.right, `${field}: right`).toBeGreaterThanOrEqual(right)
      expect.soft(figures[field]?.wrong, `${field}: wrong`).toBeLessThanOrEqual(wrong)
    }
  })
})

type Outcome = 'right' | 'missing' | 'wrong'

function judge(field: string, found: string, wanted: string): Outcome {
  if (found === '') return 'missing'
  // A page and a record can each be more exact than the other.
  if (field === 'publishedOn') {
    if (found.startsWith(wanted)) return 'right'
    return wanted.startsWith(found) ? 'missing' : 'wrong'
  }
  if (field === 'ids') {
    const ids = found.split(' ')
    return wanted.split(' ').every((id) => ids.includes(id)) ? 'right' : 'wrong'
  }
  return found === wanted ? 'right' : 'wrong'
}

function read({ file, url }: Truth): PageFacts | undefined {
  const { document } = parseHTML(readFileSync(path.join(folder, file), 'utf8'))
  return readPageFacts(document, new URL(url))
}

/** What is known: by the record that the page was made of, else by somebody else's reading of its tags. */
function wantedOf(truth: Truth, record: Expected = {}): Omit<Fields, 'codeUrl'> {
  const meta = truth.citation_meta
  const doi = meta?.doi ?? record.doi ?? ''
  const ids = [identify(truth.url) ?? truth.page_ids?.[0], identify(`https://doi.org/${doi}`)]
  return {
    title: letters(record.title ?? meta?.title ?? ''),
    authors: names(record.authors ?? meta?.authors ?? []),
    abstract: letters(record.abstract ?? meta?.abstract ?? ''),
    publishedOn: day(record.published ?? meta?.date2 ?? meta?.date ?? meta?.online_date ?? ''),
    venue: letters(meta?.journal ?? meta?.conference ?? ''),
    ids: [...new Set(ids.filter((id) => id !== undefined))].join(' '),
    pdfUrl: withoutScheme(record.pdf ?? meta?.pdf_url ?? ''),
  }
}

function foundIn(facts: PageFacts | undefined): Partial<Fields> | undefined {
  return (
    facts && {
      title: letters(facts.title),
      authors: names(facts.authors),
      abstract: letters(facts.abstract ?? ''),
      publishedOn: facts.publishedOn ?? '',
      venue: letters(facts.venue ?? ''),
      ids: facts.ids.join(' '),
      pdfUrl: withoutScheme(facts.pdfUrl ?? ''),
    }
  )
}

/** The letters and digits, without the tags that one publisher leaves in and the word above the text. */
function letters(text: string): string {
  const plain = text.replace(/^<h3>abstract<\/h3>|<\/?(?:sup|p)>/gi, '')
  return plain.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
}

/** Names in reading order, one after the other, without the signs and the `Jr.` that stand alone. */
function names(authors: readonly string[]): string {
  return authors
    .map((name) => letters(name.split(',').reverse().join(' ')))
    .filter((name) => !/^(?:jr)?$/.test(name))
    .join('; ')
}

/** Two of the pages write the month in words. */
function day(text: string): string {
  const written: Readonly<Record<string, string>> = {
    'Dec 20, 2006': '2006-12-20',
    '2008 January': '2008-01',
  }
  return written[text] ?? text.replaceAll('/', '-').replace(/-(?=\d(?:-|$))/g, '-0')
}

function withoutScheme(address: string): string {
  return address.replace(/^https?:/, '')
}

function linesOf<T>(file: string): T[] {
  if (!isCaptured) return []
  const lines = readFileSync(path.join(folder, file), 'utf8').trim().split('\n')
  return lines.map((line) => JSON.parse(line) as T)
}
