import { useRef } from 'preact/hooks'
import { readTogether } from '../../db/database'
import { type Asked, type DailyList, type OnScreen, readDailyList } from '../../queries/daily-list'
import { useDatabase } from '../use-database'
import { type Live, useLiveQuery } from '../use-live-query'

/**
 * A list with all that a row shows.
 *
 * @param asked undefined for what the user chose last
 * @param openedAt when the list was opened, in milliseconds since the epoch: what is seen from then on is still new
 * @param first what `readDailyList` found before the page was there
 * @param onScreen what is on the screen when the list is read again
 */
export function useDailyList(
  asked: Asked | undefined,
  today: string,
  openedAt: number,
  first: DailyList | undefined,
  onScreen: { readonly current: OnScreen | undefined },
): Live<DailyList> {
  const db = useDatabase()
  const live = useLiveQuery(
    () => readTogether(db, () => readDailyList(db, asked, today, openedAt, onScreen.current)),
    [db, asked?.source, asked?.kind, asked?.day, today, openedAt],
    first,
  )
  const last = useRef({ live, asked })
  const isSame = (['source', 'kind', 'day'] as const).every(
    (part) => last.current.asked?.[part] === asked?.[part],
  )
  // A new day alone takes nothing off the screen while it is being read.
  if (live.state === 'loading' && isSame) return last.current.live
  last.current = { live, asked }
  return live
}
