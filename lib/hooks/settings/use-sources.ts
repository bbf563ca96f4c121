import { browser } from 'wxt/browser'
import type { DogearDatabase } from '../../db/database'
import { getSetting } from '../../db/settings/settings'
import { getSyncStates, type SyncState } from '../../db/states/sync-states'
import { askedSource, optionalHosts, optionalHostsOf, type SourceId } from '../../papers/source'
import type { ChosenSource } from '../../settings/settings'
import { type Answer, answerOf, changeSetting } from '../edits/change-setting'
import { useDatabase } from '../use-database'
import { type Live, useLiveQuery } from '../use-live-query'
import { usePermission } from './use-permission'

export interface SourceRow extends ChosenSource {
  /** Of the source that is asked for it; undefined where that was never asked. */
  readonly state: SyncState | undefined
  /** The browser does not let us ask it. */
  readonly isBarred: boolean
}

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

const feeds = { origins: [optionalHosts.arxivFeeds] }

export function useSources(): Sources {
  const db = useDatabase()
  const isAllowed = usePermission(feeds)
  const live = useLiveQuery(() => readRows(db, isAllowed), [db, isAllowed])

  const change = (to: (before: readonly ChosenSource[]) => readonly ChosenSource[]) =>
    changeSetting(db, 'sources', to)

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
        const sources = await getSetting(db, 'sources')
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
  const sources = await getSetting(db, 'sources')
  const states = await getSyncStates(
    db,
    sources.map(({ id }) => askedSource(id)),
  )
  return sources.map((source) => ({
    ...source,
    state: states.get(askedSource(source.id)),
    isBarred: isAllowed === false && optionalHostsOf(source.id).length > 0,
  }))
}
