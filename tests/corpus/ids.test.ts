import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { findArxivId, parseArxivId } from '../../lib/papers/arxiv-id'
import { parseDoi } from '../../lib/papers/doi'
import { arxivPaperId } from '../../lib/papers/paper-id'
import { identify, siteOf } from '../../lib/sites'

const folder = path.resolve(import.meta.dirname, '../../../shared/data/ids')
const isCaptured = existsSync(folder)
if (!isCaptured) {
  console.warn(
    `NOT TESTED: the captured data is absent (${folder}), so the corpus of ids is skipped.`,
  )
}

describe.skipIf(!isCaptured)('the corpus of ids', () => {
  test('every arXiv id, stamp and address is judged as the table says', () => {
    const rows = rowsOf('arxiv_ids.tsv').map(([text = '', form = '', valid, id = '', version]) => {
      const wanted =
        valid === '1' ? { id, ...(version ? { version: Number(version) } : {}) } : undefined
      return { text, form, wanted }
    })
    const wrong = rows.filter(({ text, form, wanted }) => {
      if (form.startsWith('url')) return identify(text) !== (wanted && arxivPaperId(wanted.id))
      const read = form.includes('text') ? findArxivId : parseArxivId
      return JSON.stringify(read(text)) !== JSON.stringify(wanted)
    })
    expect(wrong).toEqual([])
  })

  test('every DOI is judged as the table says, but for two on which its own sources disagree', () => {
    const rows = rowsOf('dois.tsv').filter(([, form = '']) => !form.includes('text'))
    const wrong = rows.flatMap(([text = '', , , doi = '']) => {
      const got = parseDoi(text) ?? doiIn(identify(text)) ?? ''
      return got === doi ? [] : [text]
    })
    // The doubled slash is part of a DOI in another row, and letters beyond ASCII are legal in another one.
    expect(wrong).toEqual(['10.1037//0002-9432.72.1.50', '10.15673/атбп2312-3125.17/2014.26332'])
    expect(rows.length).toBeGreaterThan(600)
  })

  test('every address of a known site is identified as the table says, and no other address is', () => {
    const rows = rowsOf('site_urls.tsv')
    const wrong = rows.flatMap(([address = '', id = '']) => {
      const got = identify(address)
      return (got ?? '') === id ? [] : [{ address, wanted: id, got }]
    })
    expect(wrong).toEqual([])
    expect(rows.length).toBeGreaterThan(800)
  })

  test('a listing or a page about no paper is never taken for a paper, but for six', () => {
    const pages = webPages().filter(
      (page) => page.class === 'listing' || page.class === 'not-paper',
    )
    const taken = pages.filter((page) => identify(page.url) !== undefined).map(({ url }) => url)
    expect(taken).toEqual([
      // The table above calls the same record a paper.
      'https://dblp.org/rec/conf/iclr/DasMYTM19.html',
      'https://dblp.org/rec/conf/iclr/DasMYTM19.html',
      // The page of one paper, which another program offers together with its reference.
      'http://www.roboticsproceedings.org/rss09/p23.html',
      // Repositories hold data and pictures too, and the addresses don't tell.
      'https://hal.archives-ouvertes.fr/hal-01600136v1',
      'https://zenodo.org/records/54747',
      'https://zenodo.org/records/1048320',
    ])
    expect(pages.length).toBeGreaterThan(1_300)
  })

  test('the pages of papers on known sites are identified, but for those without an id', () => {
    const pages = webPages().filter(
      (page) => page.class === 'paper' && siteOf(new URL(page.url)) !== undefined,
    )
    const missed = pages.filter((page) => identify(page.url) === undefined)
    console.info(
      `web pages: ${pages.length - missed.length} of ${pages.length} papers on known sites identified`,
    )
    expect(missed.map((page) => new URL(page.url).host).sort()).toEqual([
      'europepmc.org',
      'scholar.google.com',
      'www.pnas.org',
      'www.pnas.org',
    ])
    expect(pages.length).toBeGreaterThan(130)
  })

  test('a DOI that is identified is the one that the page names', () => {
    const wrong = webPages().flatMap(({ url, doi }) => {
      const got = doiIn(identify(url))
      const wanted = doi === null ? undefined : parseDoi(doi)
      return got === undefined || wanted === undefined || got === wanted
        ? []
        : [{ url, got, wanted }]
    })
    expect(wrong).toEqual([])
  })

  test('the pages of one paper have one id', () => {
    const groups = [
      ...linesOf('arxivutils_cases.jsonl').map(({ url, url2, pdf_url }) => [url, url2, pdf_url]),
      ...linesOf('papermemory_cases.jsonl').map(({ abs_url, pdf_url }) => [abs_url, pdf_url]),
    ]
      .map((group) => group.filter((address) => address !== undefined))
      .filter((group) => group.length > 0)
    const split = groups.filter((group) => {
      const ids = new Set(group.map((address) => identify(address)))
      return ids.size !== 1 || ids.has(undefined)
    })
    // The PDFs of INSPIRE are named by nothing but a hash.
    expect(split.map(([address]) => address)).toEqual(['https://inspirehep.net/literature/2095720'])
    expect(groups.length).toBeGreaterThan(100)
  })

  test('identifying an address is cheap', () => {
    const addresses = [
      ...[...rowsOf('site_urls.tsv'), ...rowsOf('arxiv_ids.tsv')].map(([address = '']) => address),
      ...webPages().map(({ url }) => url),
    ].filter((address) => address.startsWith('http'))
    for (const address of addresses) identify(address)
    const start = performance.now()
    for (let round = 0; round < 10; round += 1) for (const address of addresses) identify(address)
    const each = ((performance.now() - start) / addresses.length / 10) * 1_000
    console.info(`identify: ${each.toFixed(2)} µs on average over ${addresses.length} addresses`)
  })
})

interface WebPage {
  readonly url: string
  readonly class: string
  readonly doi: string | null
}

function webPages(): WebPage[] {
  return textOf('web_pages.jsonl').map((line) => JSON.parse(line) as WebPage)
}

function linesOf(file: string): Partial<Record<string, string>>[] {
  return textOf(file).map((line) => JSON.parse(line) as Partial<Record<string, string>>)
}

function textOf(file: string): string[] {
  return readFileSync(path.join(folder, file), 'utf8').trim().split('\n')
}

/** The rows of a table, without its heading. */
function rowsOf(file: string): string[][] {
  const [, ...lines] = readFileSync(path.join(folder, file), 'utf8').split('\n')
  return lines.filter((line) => line !== '').map((line) => line.split('\t'))
}

/** A DOI that arXiv gave out is identified as the arXiv paper, and so is not here. */
function doiIn(id: string | undefined): string | undefined {
  return id?.startsWith('doi:') ? id.slice('doi:'.length) : undefined
}
