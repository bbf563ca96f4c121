import { useEffect, useState } from 'preact/hooks'
import { browser } from 'wxt/browser'
import type { DogearDatabase } from '../db/database'
import { getEntries } from '../db/entries'
import { findPapers } from '../db/papers'
import type { Entry } from '../papers/entry'
import type { Paper } from '../papers/paper'
import type { PaperId } from '../papers/paper-id'
import { useLiveQuery } from './use-live-query'

export interface ThisPage {
  readonly paperId: PaperId
  readonly paper: Paper | undefined
  readonly entry: Entry | undefined
}

/**
 * The paper that the current tab is about, from its address: also where no script of ours runs, as in the
 * browser's own viewer of PDFs.
 *
 * @param identify loads what it takes to recognise an address; the popup's first frame does not wait for it
 * @returns undefined where the tab is about no paper, or does not tell its address
 */
export function useThisPage(
  db: DogearDatabase,
  identify: (address: string) => Promise<PaperId | undefined>,
): ThisPage | undefined {
  const [paperId, setPaperId] = useState<PaperId>()
  useEffect(() => {
    async function look(): Promise<void> {
      const [tab] = await browser.tabs.query({ active: true, currentWindow: true })
      if (tab?.url !== undefined) setPaperId(await identify(tab.url))
    }
    void look()
  }, [identify])

  const live = useLiveQuery(async () => {
    if (paperId === undefined) return undefined
    const [papers, entries] = await Promise.all([
      findPapers(db, [paperId]),
      getEntries(db, [paperId]),
    ])
    return { paperId, paper: papers.get(paperId), entry: entries.get(paperId) }
  }, [db, paperId])
  return live.state === 'ready' ? live.value : undefined
}
