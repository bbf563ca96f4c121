import { type DogearDatabase, readTogether } from '../db/database'
import { findWork } from '../db/entries/works'
import { getCompletions } from '../db/states/completions'
import type { Entry } from '../papers/entry'
import type { Paper } from '../papers/paper'
import type { PaperId } from '../papers/paper-id'

export interface ThisPage {
  /** The name that the tab's address gives the paper. */
  readonly paperId: PaperId
  readonly paper: Paper | undefined
  readonly entry: Entry | undefined
  /** The paper's other names. */
  readonly names: readonly PaperId[]
  /** What there is to know about the paper is being fetched; undefined where it is not. */
  readonly completion: { readonly failures: number } | undefined
}

/** The current tab, as it was before the popup was there. */
export interface FirstTab {
  readonly address: string | undefined
  readonly page: ThisPage | undefined
}

/**
 * What the strip of the current tab shows, for the first frame: a strip that came later would push the list down.
 *
 * @param address of the tab
 * @param identify loads what it takes to recognise an address
 */
export async function readFirstTab(
  db: DogearDatabase,
  address: string | undefined,
  identify: (address: string) => Promise<PaperId | undefined>,
): Promise<FirstTab> {
  const isPage = address !== undefined && /^https?:/.test(address)
  const paperId = isPage ? await identify(address) : undefined
  const page = paperId === undefined ? undefined : await readThisPage(db, paperId)
  return { address, page }
}

/** Reads what is known of the paper with this name, under whichever name that is stored. */
export function readThisPage(db: DogearDatabase, paperId: PaperId): Promise<ThisPage> {
  return readTogether(db, async () => {
    const { paper, entry, names } = await findWork(db, [paperId])
    const id = paper?.id ?? paperId
    const completions = await getCompletions(db, [id])
    const others = new Set([id, ...names])
    others.delete(paperId)
    return { paperId, paper, entry, names: [...others], completion: completions.get(id) }
  })
}
