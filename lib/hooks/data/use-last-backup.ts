import { useEffect, useState } from 'preact/hooks'
import { browser } from 'wxt/browser'
import { countRows, readManifests } from '../../backup/generations'

/** What there is to restore. */
export interface LastBackup {
  /** Milliseconds since the epoch. */
  readonly at: number
  readonly entries: number
}

/** The last backup, looked for without the database; undefined while it is looked for, and where there is none. */
export function useLastBackup(): LastBackup | undefined {
  const [backup, setBackup] = useState<LastBackup>()
  useEffect(() => {
    readManifests(browser.storage.local)
      .then(([newest]) => {
        if (newest !== undefined) {
          setBackup({ at: newest.at, entries: countRows(newest, 'entries') })
        }
      })
      // What can't be read can't be offered either.
      .catch(() => {})
  }, [])
  return backup
}
