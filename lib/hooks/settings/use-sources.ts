import { browser } from 'wxt/browser'
import type { DogearDatabase } from '../../db/database'
import { getSetting } from '../../db/settings/settings'
import { getSyncStates, type SyncState } from '../../db/states/sync-states'
import { askedSource, optionalHosts, optionalHostsOf, type SourceId } from '../../papers/source'
import type { ChosenSource } from '../../settings/settings'
import { type Answer, answerOf, changeSetting } from '../edits/change-setting'
import { useDatabase } from '../use-database'
import { type Live, useLiveQuery } from '../use-live-query'
import { useAllowed } from './use-permission'

/** A source as far as the database knows it. */
export interface KnownSource extends ChosenSource {
  /** Of the source that is asked for it; undefined where that was never asked. */
  readonly state: SyncState | undefined
}

export interface SourceRow extends KnownSource {
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

/**
 * @param first what `readSources` found before the page was there, so that the first frame has it
 */
export function useSources(first: readonly KnownSource[] | undefined): Sources {
  const db = useDatabase()
  const allowedHosts = useAllowed(readAllowedHosts)
  const live = useLiveQuery(() => readSources(db), [db], first)
  const isBarred = ({ id }: KnownSource) =>
    allowedHosts !== undefined && optionalHostsOf(id).some((host) => !allowedHosts.has(host))

  const change = (to: (before: readonly ChosenSource[]) => readonly ChosenSource[]) =>
    changeSetting(db, 'sources', to)

  return {
    now:
      live.state === 'ready'
        ? { ...live, value: live.value.map((one) => ({ ...one, isBarred: isBarred(one) })) }
        : live,
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

async function readAllowedHosts(): Promise<ReadonlySet<string>> {
  const areAllowed = await Promise.all(
    optionalHosts.map((host) => browser.permissions.contains({ origins: [host] })),
  )
  return new Set(optionalHosts.filter((_host, index) => areAllowed[index]))
}

/** Reads the sources that the user has chosen, in their order. */
export async function readSources(db: DogearDatabase): Promise<readonly KnownSource[]> {
  const sources = await getSetting(db, 'sources')
  const states = await getSyncStates(
    db,
    sources.map(({ id }) => askedSource(id)),
  )
  return sources.map((source) => ({
    ...source,
    state: states.get(askedSource(source.id)),
  }))
}
