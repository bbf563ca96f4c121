import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parseHTML } from 'linkedom'
import { describe, expect, test } from 'vitest'
import { siteAnywhere } from '../../lib/sites/anywhere'
import { allMentions } from '../sites/page'

const folder = path.resolve(import.meta.dirname, '../../../shared/data/pages')
const isCaptured = existsSync(folder)

/** What is known of a page from elsewhere. */
interface Truth {
  readonly file: string
  readonly site: string
  readonly url: string
  readonly page_ids?: readonly string[]
  readonly items?: readonly { readonly ids: readonly string[]; readonly frontmatter?: boolean }[]
}

/** Where pages stood that were captured without their address. */
const addresses: Readonly<Record<string, string>> = {
  blog: 'https://blog.example/gflownet',
  mathoverflow: 'https://mathoverflow.net/questions/1',
  'third-party-listing': 'https://papers.example/zh/2602.22897',
}
const readSites =
  'acl blog github hackernews mathoverflow openreview pmlr pos third-party-listing'.split(' ')

const truths = isCaptured
  ? readFileSync(path.join(folder, 'truth.jsonl'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Truth)
  : []
const listings = truths.filter(({ site, items }) => readSites.includes(site) && items !== undefined)

describe.skipIf(!isCaptured)('the corpus of listings', () => {
  test.each(listings)(
    '$file mentions its papers',
    (truth) => {
      const { document } = parseHTML(readFileSync(path.join(folder, truth.file), 'utf8'))
      const url = new URL(truth.url || (addresses[truth.site] ?? ''))
      const site = siteAnywhere(url)
      const own = site.identifyPage?.(document, url)
      const listed = new Set<string>(
        truth.items
          ?.filter(({ frontmatter }) => frontmatter !== true)
          .flatMap(({ ids }) => ids.map((id) => id.replace(/^(arxiv:.*)v\d+$/, '$1')))
          .filter((id) => id !== own),
      )
      const mentions = allMentions(site.findMentions?.(document, url))
      const found = new Set<string>(mentions.map(({ paperId }) => paperId))
      const missed = [...listed].filter((id) => !found.has(id))
      // A page may give a paper more names than the list does, but no more papers.
      const schemes = new Set([...listed].map(schemeOf))
      const wrong = [...found].filter((id) => schemes.has(schemeOf(id)) && !listed.has(id))
      console.info(
        `${truth.file}: ${listed.size - missed.length} of ${listed.size} found, ${wrong.length} wrong, ${mentions.length} mentions of ${found.size} names`,
      )
      expect(missed).toEqual([])
      expect(wrong).toEqual([])
    },
    60_000,
  )
})

function schemeOf(id: string): string {
  return id.slice(0, id.indexOf(':'))
}
