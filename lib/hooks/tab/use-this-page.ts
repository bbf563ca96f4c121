import type { PaperId } from '../../papers/paper-id'
import { readThisPage, type ThisPage } from '../../queries/this-page'
import { useDatabase } from '../use-database'
import { useLiveQuery } from '../use-live-query'
import { useResolved } from '../use-resolved'

/**
 * The paper that the current tab is about, from its address: also where no script of ours runs, as in the
 * browser's own viewer of PDFs.
 *
 * @param address of the tab
 * @param identify loads what it takes to recognise an address
 * @param first what `readFirstTab` found before the page was there
 * @returns undefined where the tab is about no paper, or does not tell its address
 */
export function useThisPage(
  address: string | undefined,
  identify: (address: string) => Promise<PaperId | undefined>,
  first: ThisPage | undefined,
): ThisPage | undefined {
  const db = useDatabase()
  const paperId = useResolved(address, identify, first?.paperId)
  const live = useLiveQuery(
    async () => (paperId === undefined ? undefined : readThisPage(db, paperId)),
    [db, paperId],
    first,
  )
  return live.state === 'ready' ? live.value : undefined
}
