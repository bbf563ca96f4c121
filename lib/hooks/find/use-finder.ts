import { useEffect, useRef, useState } from 'preact/hooks'
import type { DogearDatabase } from '../../db/database'
import { failureOf } from '../../errors/failure'
import type { Failure } from '../../errors/result'
import { type Finder, type Found, openFinder } from '../../search/finder'
import type { ParsedQuery } from '../../search/parse-query'

/** What was found, and for which query. */
export interface FoundFor extends Found {
  readonly query: ParsedQuery
}

export interface Finding {
  /** What was found last; it stays while something else is being looked for. Undefined before the first. */
  readonly found: FoundFor | undefined
  /** How many of the known papers can be found by now, from 0 to 1. */
  readonly indexed: number
  readonly failure: Failure | undefined
  tryAgain(): void
  /** What the user knows about papers has changed: the next query looks anew. */
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
export function useFinder(
  db: DogearDatabase,
  query: ParsedQuery | undefined,
  key: string,
  limit: number,
): Finding {
  const [found, setFound] = useState<FoundFor>()
  const [indexed, setIndexed] = useState(1)
  const [failure, setFailure] = useState<Failure>()
  const [tries, setTries] = useState(0)
  const finder = useRef<Promise<Finder> | undefined>(undefined)

  useEffect(() => {
    if (query === undefined) {
      setFound(undefined)
      return
    }
    let isCurrent = true
    const { current: opening = openFinder(db) } = finder
    finder.current = opening
    async function look(asked: ParsedQuery): Promise<void> {
      try {
        const opened = await opening
        // While it was being opened, the user may have typed on.
        if (!isCurrent) return
        const result = await opened.find(asked, limit)
        if (!isCurrent) return
        setFound({ ...result, query: asked })
        setIndexed(opened.indexed)
        setFailure(undefined)
      } catch (error) {
        if (finder.current === opening) finder.current = undefined
        if (isCurrent) setFailure(failureOf(error))
      }
    }
    void look(query)
    return () => {
      isCurrent = false
    }
  }, [db, key, limit, tries])

  useEffect(() => {
    if (indexed >= 1) return
    let isCurrent = true
    let timer = setTimeout(lookAgain, indexPause)
    async function lookAgain(): Promise<void> {
      const opening = openFinder(db)
      const opened = await opening.catch(() => undefined)
      if (!isCurrent) return
      // It may not have come any further.
      timer = setTimeout(lookAgain, indexPause)
      if (opened === undefined) return
      // What is on the screen stays as it is; the next query finds more.
      finder.current = opening
      setIndexed(opened.indexed)
    }
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [db, indexed])

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
