import { type Digest, readDigest } from '../queries/digest'
import { useDatabase } from './use-database'
import { type Live, useLiveQuery } from './use-live-query'

export type { Digest, DigestPaper } from '../queries/digest'

/** @param day `YYYY-MM-DD`; undefined for the newest. The value has no digest where there is no list with papers. */
export function useDigest(day: string | undefined): Live<{ readonly digest: Digest | undefined }> {
  const db = useDatabase()
  return useLiveQuery(async () => ({ digest: await readDigest(db, day, Date.now()) }), [db, day])
}
