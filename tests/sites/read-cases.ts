import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** What is to be found on one of the pages beside this file. */
export interface SiteCase {
  /** In the folder of the case. */
  readonly file: string
  readonly address: string
  /** The paper that the page is about. */
  readonly paper?: string
  /** Not looked at where absent. */
  readonly aliases?: readonly string[]
  /** The heading that the bar goes below; absent: there is no bar. */
  readonly title?: string
  /** Only the fields that are to be looked at; of the abstract the beginning. */
  readonly read?: Readonly<Record<string, unknown>> & { readonly abstract?: string }
  /** All of them, in the order of the page. */
  readonly mentions?: readonly { readonly ids: readonly string[]; readonly anchor: string }[]
  /** The page's path below this folder. */
  readonly page: string
}

const folder = dirname(fileURLToPath(import.meta.url))

/** Every case of every site. A folder can have more than one file of them: the papers' own pages, the lists. */
export function readCases(): SiteCase[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('cases.json'))
    .sort()
    .flatMap((file) => {
      const cases: readonly SiteCase[] = JSON.parse(readFileSync(join(folder, file), 'utf8'))
      return cases.map((one) => ({ ...one, page: `${dirname(file)}/${one.file}` }))
    })
}

/** Which addresses of a site are about a paper, and about which. */
export interface SiteAddresses {
  readonly folder: string
  /** The id of each paper, by address. In the file it may be absent, as may `none`. */
  readonly papers: Readonly<Record<string, string>>
  /** Addresses near by that are about no paper. */
  readonly none: readonly string[]
}

/** The addresses of every site that has papers of its own. */
export function readAddresses(): SiteAddresses[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('addresses.json'))
    .sort()
    .map((file) => ({
      folder: dirname(file),
      papers: {},
      none: [],
      ...JSON.parse(readFileSync(join(folder, file), 'utf8')),
    }))
}

export function readPage(page: string): string {
  return readFileSync(join(folder, page), 'utf8')
}
