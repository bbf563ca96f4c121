import { useEffect, useRef, useState } from 'preact/hooks'
import { failureOf } from '../../errors/failure'
import type { Failure } from '../../errors/result'
import { type Finder, type Found, openFinder } from '../../search/finder'
import type { ParsedQuery } from '../../search/parse-query'
import { useDatabase } from '../use-database'
import { useLatestRequest } from '../use-latest-request'

/** What was found, and for which query. */
export interface FoundFor extends Found {
  readonly query: ParsedQuery
}

export interface FinderState {
  /** What was found last; it stays while something else is being looked for. Undefined before the first. */
  readonly found: FoundFor | undefined
  /** How many of the known papers can be found by now, from 0 to 1. */
  readonly indexed: number
  readonly failure: Failure | undefined
  tryAgain(): void
  /** What the user knows about papers has changed: the next query reads it again. */
  noteChange(): void
}

/** While not all papers can be found, how often that is looked at, in milliseconds. */
const indexPause = 3_000

/**
 * Looks through everything that is known, again with each query.
 *
 * @param query undefined where there is nothing to look for
 * @param key names the query: the same key is the same query
 */
export function useFinder(query: ParsedQuery | undefined, key: string, limit: number): FinderState {
  const db = useDatabase()
  const [found, setFound] = useState<FoundFor>()
  const [indexed, setIndexed] = useState(1)
  const [failure, setFailure] = useState<Failure>()
  const begin = useLatestRequest()
  const beginIndexed = useLatestRequest()
  const [tries, setTries] = useState(0)
  const finder = useRef<Promise<Finder> | undefined>(undefined)

  useEffect(() => {
    const isLatest = begin()
    if (query === undefined) {
      setFound(undefined)
      return
    }
    const { current: opening = openFinder(db) } = finder
    finder.current = opening
    async function look(asked: ParsedQuery): Promise<void> {
      try {
        const opened = await opening
        // While it was being opened, the user may have typed on.
        if (!isLatest()) return
        const result = await opened.find(asked, limit)
        if (!isLatest()) return
        setFound({ ...result, query: asked })
        setIndexed(opened.indexed)
        setFailure(undefined)
      } catch (error) {
        if (finder.current === opening) finder.current = undefined
        if (isLatest()) setFailure(failureOf(error))
      }
    }
    void look(query)
  }, [db, key, limit, tries, begin])

  useEffect(() => {
    const isLatest = beginIndexed()
    if (indexed >= 1) return
    let timer = setTimeout(lookAgain, indexPause)
    async function lookAgain(): Promise<void> {
      const opening = openFinder(db)
      const opened = await opening.catch(() => undefined)
      if (!isLatest()) return
      // It may not have come any further.
      timer = setTimeout(lookAgain, indexPause)
      if (opened === undefined) return
      // What is on the screen stays as it is; the next query finds more.
      finder.current = opening
      setIndexed(opened.indexed)
    }
    return () => clearTimeout(timer)
  }, [db, indexed, beginIndexed])

  return {
    found,
    indexed,
    failure,
    tryAgain: () => setTries((count) => count + 1),
    noteChange: () => {
      finder.current = undefined
    },
  }
}
