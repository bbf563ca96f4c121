import { useEffect, useMemo, useState } from 'preact/hooks'
import type { ToldPaper } from '../../messaging/protocol'
import type { PaperId } from '../../papers/paper-id'
import { type FoundRows, readFoundRows } from '../../queries/found-rows'
import { useDatabase } from '../use-database'
import { useLiveQuery } from '../use-live-query'

/** Found papers with all that a row shows. While others are being read, the last ones stay. */
export function useFoundRows(
  paperIds: readonly PaperId[],
  told: readonly ToldPaper[],
): FoundRows | undefined {
  const db = useDatabase()
  const live = useLiveQuery(() => readFoundRows(db, paperIds, told), [db, paperIds, told])
  const [last, setLast] = useState<FoundRows>()
  const now = live.state === 'ready' ? live.value : undefined
  useEffect(() => {
    if (now !== undefined) setLast(now)
  }, [now])
  return useMemo(() => now ?? last, [now, last])
}
