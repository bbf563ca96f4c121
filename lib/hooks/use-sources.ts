import { useEffect, useState } from 'preact/hooks'
import { browser } from 'wxt/browser'
import type { DogearDatabase } from '../db/database'
import { getSettings } from '../db/settings'
import { getSyncStates, type SyncState } from '../db/sync-states'
import { failureOf } from '../errors/failure'
import type { Result } from '../errors/result'
import { send } from '../messaging/send'
import { optionalHosts, optionalHostsOf, type SourceId } from '../papers/source'
import type { ChosenSource } from '../settings/settings'
import { type Live, useLiveQuery } from './use-live-query'

export interface SourceRow extends ChosenSource {
  /** Undefined where it was never asked. */
  readonly state: SyncState | undefined
  /** The browser does not let us ask it. */
  readonly isBarred: boolean
}

/** Whether it is done: false where the user told the browser not to. */
type Answer = Promise<Result<boolean>>

/**
 * The sources that the user has chosen, and what can be done to them. `add` asks the browser, which listens in the
 * handler of a click or a key only: nothing may be awaited before it.
 */
export interface Sources {
  readonly now: Live<readonly SourceRow[]>
  /** Adds it at the end, or lets it be asked again. */
  add(source: ChosenSource): Answer
  remove(id: SourceId): Answer
  setCounted(id: SourceId, isCounted: boolean): Answer
}

export function useSources(db: DogearDatabase): Sources {
  const isAllowed = useAllowed(optionalHosts.arxivFeeds)
  const live = useLiveQuery(() => readRows(db, isAllowed), [db, isAllowed])

  async function change(to: (before: readonly ChosenSource[]) => readonly ChosenSource[]): Answer {
    const { sources } = await getSettings(db)
    const answer = await send('changeSettings', { sources: [...to(sources)] })
    return answer.ok ? { ok: true, value: true } : answer
  }

  return {
    now: live,
    add: (source) =>
      answerOf(async () => {
        const origins = [...optionalHostsOf(source.id)]
        if (origins.length > 0 && !(await browser.permissions.request({ origins }))) {
          return { ok: true, value: false }
        }
        return change((before) =>
          before.some(({ id }) => id === source.id) ? before : [...before, source],
        )
      }),
    remove: (id) =>
      answerOf(async () => {
        const answer = await change((before) => before.filter((one) => one.id !== id))
        const { sources } = await getSettings(db)
        const isNeeded = (origin: string) =>
          sources.some((one) => optionalHostsOf(one.id).includes(origin))
        const origins = optionalHostsOf(id).filter((origin) => !isNeeded(origin))
        if (answer.ok && origins.length > 0) await browser.permissions.remove({ origins })
        return answer
      }),
    setCounted: (id, isCounted) =>
      answerOf(() =>
        change((before) => before.map((one) => (one.id === id ? { ...one, isCounted } : one))),
      ),
  }
}

async function readRows(
  db: DogearDatabase,
  isAllowed: boolean | undefined,
): Promise<readonly SourceRow[]> {
  const { sources } = await getSettings(db)
  const states = await getSyncStates(
    db,
    sources.map(({ id }) => id),
  )
  return sources.map((source) => ({
    ...source,
    state: states.get(source.id),
    isBarred: isAllowed === false && optionalHostsOf(source.id).length > 0,
  }))
}

/** Whether the browser lets us ask a host, again after each change; undefined while that is not known. */
function useAllowed(origin: string): boolean | undefined {
  const [isAllowed, setAllowed] = useState<boolean>()
  useEffect(() => {
    let isOver = false
    const read = () =>
      void browser.permissions
        .contains({ origins: [origin] })
        .then((is) => isOver || setAllowed(is))
    const { onAdded, onRemoved } = browser.permissions
    onAdded.addListener(read)
    onRemoved.addListener(read)
    read()
    return () => {
      isOver = true
      onAdded.removeListener(read)
      onRemoved.removeListener(read)
    }
  }, [origin])
  return isAllowed
}

async function answerOf(act: () => Answer): Answer {
  try {
    return await act()
  } catch (error) {
    return { ok: false, error: failureOf(error) }
  }
}
