import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { findArxivId, parseArxivId } from '../../lib/papers/arxiv-id'
import { parseDoi } from '../../lib/papers/doi'
import { arxivPaperId } from '../../lib/papers/paper-id'
import { identify } from '../../lib/sites'

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

  test('addresses of known sites are identified, and no other address is', () => {
    const known = /^(?:arxiv|doi|openreview|acl):/
    const wrong = rowsOf('site_urls.tsv').flatMap(([address = '', id = '']) => {
      const wanted = known.test(id) ? id : undefined
      return identify(address) === wanted ? [] : [{ address, wanted, got: identify(address) }]
    })
    expect(wrong).toEqual([])
  })

  test('a listing or a page about no paper is never taken for a paper', () => {
    const wrong = readFileSync(path.join(folder, 'web_pages.jsonl'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { url: string; class: string })
      .filter((page) => page.class === 'listing' || page.class === 'not-paper')
      .filter((page) => identify(page.url) !== undefined)
      .map((page) => page.url)
    expect(wrong).toEqual([])
  })

  test('identifying an address is cheap', () => {
    const addresses = [...rowsOf('site_urls.tsv'), ...rowsOf('arxiv_ids.tsv')].flatMap(
      ([address = '']) => (address.startsWith('http') ? [address] : []),
    )
    for (const address of addresses) identify(address)
    const start = performance.now()
    for (let round = 0; round < 10; round += 1) for (const address of addresses) identify(address)
    const each = ((performance.now() - start) / addresses.length / 10) * 1_000
    console.info(`identify: ${each.toFixed(2)} µs on average over ${addresses.length} addresses`)
  })
})

/** The rows of a table, without its heading. */
function rowsOf(file: string): string[][] {
  const [, ...lines] = readFileSync(path.join(folder, file), 'utf8').split('\n')
  return lines.filter((line) => line !== '').map((line) => line.split('\t'))
}

/** A DOI that arXiv gave out is identified as the arXiv paper, and so is not here. */
function doiIn(id: string | undefined): string | undefined {
  return id?.startsWith('doi:') ? id.slice('doi:'.length) : undefined
}
