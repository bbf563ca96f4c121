import { getAbstract } from '../../db/papers/abstracts'
import type { PaperId } from '../../papers/paper-id'
import { useDatabase } from '../use-database'
import { useLiveQuery } from '../use-live-query'

/** @returns undefined while it is being read, and an empty text where the paper has none */
export function useAbstract(id: PaperId | undefined): string | undefined {
  const db = useDatabase()
  const abstract = useLiveQuery(async () => {
    return id === undefined ? '' : ((await getAbstract(db, id)) ?? '')
  }, [db, id])
  return abstract.state === 'ready' ? abstract.value : undefined
}
