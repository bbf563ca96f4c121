import { useEffect, useRef, useState } from 'preact/hooks'
import { DataFileError, type FileProblem } from '../../backup/data-file'
import { type Foretold, foretellImport } from '../../backup/foretell-import'
import { readDataFile } from '../../backup/read-data-file'
import type { MergeCounts } from '../../db/user-data/merge-user-data'
import { failureOf } from '../../errors/failure'
import type { Failure } from '../../errors/result'
import { importLimit } from '../../messaging/limits'
import { send } from '../../messaging/send'
import { useDatabase } from '../use-database'

export type ImportState =
  | { readonly state: 'none' | 'reading' }
  | { readonly state: 'unreadable'; readonly problem: FileProblem }
  /** `importId` is there where it had begun: what was taken over by then can be undone. */
  | { readonly state: 'failed'; readonly failure: Failure; readonly importId?: string }
  /** Nothing is written yet. */
  | ({ readonly state: 'ready' } & Foretold)
  /** In rows. */
  | { readonly state: 'importing'; readonly done: number; readonly of: number }
  /** `isWhole` is false where the user stopped it. The journal has it under `importId`, if it has changed anything. */
  | {
      readonly state: 'done'
      readonly taken: MergeCounts
      readonly isWhole: boolean
      readonly importId: string
    }

export interface Import {
  readonly now: ImportState
  /** Reads a file and finds out what importing it would do. */
  read(file: Blob): Promise<void>
  /** Does what was found out. */
  take(): Promise<void>
  /** Ends what is under way; what is written stays, and can be undone. */
  stop(): void
}

/** Importing a file: first what it would do, then that. */
export function useImport(): Import {
  const db = useDatabase()
  const [now, setNow] = useState<ImportState>({ state: 'none' })
  const given = useRef<{ readonly file: Blob; readonly rows: number } | undefined>(undefined)
  const running = useRef(new AbortController())
  useEffect(() => () => running.current.abort(), [])

  async function read(file: Blob): Promise<void> {
    running.current.abort()
    running.current = new AbortController()
    const { signal } = running.current
    setNow({ state: 'reading' })
    try {
      const foretold = await foretellImport(db, file, { signal, pause, clock })
      given.current = { file, rows: foretold.rows }
      if (!signal.aborted) setNow({ state: 'ready', ...foretold })
    } catch (error) {
      if (signal.aborted) return
      setNow(
        error instanceof DataFileError
          ? { state: 'unreadable', problem: error.problem }
          : { state: 'failed', failure: failureOf(error) },
      )
    }
  }

  async function take(): Promise<void> {
    if (given.current === undefined) return
    const { signal } = running.current
    const { file, rows: of } = given.current
    const importId = crypto.randomUUID()
    const taken = { added: 0, changed: 0, same: 0, refused: 0 }
    let done = 0
    try {
      // Again, and not from memory: what is read is as large as a file can be.
      for await (const slice of readDataFile(file, { signal, pause, clock }, importLimit)) {
        setNow({ state: 'importing', done, of })
        const part =
          slice.table === 'papers'
            ? ({ table: 'entries', rows: [], papers: slice.rows } as const)
            : { table: slice.table, rows: slice.rows, papers: [] }
        const result = await send('importRows', { ...part, importId })
        if (!result.ok) return setNow({ state: 'failed', failure: result.error, importId })
        taken.added += result.value.added
        taken.changed += result.value.changed
        taken.same += result.value.same
        taken.refused += result.value.refused
        done += slice.rows.length
      }
    } catch (error) {
      if (!signal.aborted) return setNow({ state: 'failed', failure: failureOf(error), importId })
    }
    setNow({ state: 'done', taken, isWhole: !signal.aborted, importId })
  }

  return {
    now,
    read,
    take,
    stop() {
      running.current.abort()
      if (now.state !== 'importing') setNow({ state: 'none' })
    },
  }
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve))
}

function clock(): number {
  return performance.now()
}
