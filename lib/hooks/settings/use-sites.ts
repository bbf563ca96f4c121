import { useEffect, useMemo, useState } from 'preact/hooks'
import { browser } from 'wxt/browser'
import type { DogearDatabase } from '../../db/database'
import { getSetting } from '../../db/settings/settings'
import type { Result } from '../../errors/result'
import { optionalHosts } from '../../papers/source'
import {
  type OfferedSite,
  otherOrigins,
  type SiteSwitch,
  switchesOf,
  switchingOff,
} from '../../settings/site-switches'
import { type Answer, answerOf, changeSetting } from '../edits/change-setting'
import { useDatabase } from '../use-database'
import { useLatestRequest } from '../use-latest-request'
import { type Live, useLiveQuery } from '../use-live-query'

/** What the switches are made of. */
export interface SiteFacts {
  /** What the browser lets us into, as match patterns. */
  readonly granted: readonly string[]
  readonly sitesOff: readonly string[]
}

export type SitesState =
  | { readonly state: 'loading' }
  /** `failed` is what could not be read. */
  | { readonly state: 'failed'; readonly failed: 'permissions' | 'settings' }
  | ReadySites

export interface ReadySites {
  readonly state: 'ready'
  readonly switches: readonly SiteSwitch[]
  /** Allowed by the user, and of no site that we know. */
  readonly others: readonly string[]
  /** The host permissions of the manifest, and those of the sources of lists. */
  readonly required: readonly string[]
}

/**
 * The sites with their switches, and what can be done to them. `turnOn` and `allow` ask the browser, which
 * listens in the handler of a click or a key only: nothing may be awaited before them.
 */
export interface Sites {
  readonly now: SitesState
  turnOn(sites: readonly OfferedSite[]): Answer
  turnOff(one: SiteSwitch): Answer
  allow(origin: string): Answer
  withdraw(origin: string): Answer
}

/**
 * @param first what `readSiteFacts` found before the page was there, so that the first frame has it
 */
export function useSites(offered: readonly OfferedSite[], first: SiteFacts | undefined): Sites {
  const db = useDatabase()
  const granted = useGrantedOrigins(first?.granted)
  const sitesOff = useLiveQuery(() => readSitesOff(db), [db], first?.sitesOff)
  const required = useMemo(requiredOrigins, [])

  const now = useMemo((): SitesState => {
    if (granted.state === 'failed') return { state: 'failed', failed: 'permissions' }
    if (sitesOff.state === 'failed') return { state: 'failed', failed: 'settings' }
    if (granted.state === 'loading' || sitesOff.state === 'loading') return { state: 'loading' }
    return {
      state: 'ready',
      switches: switchesOf(offered, granted.value, sitesOff.value),
      others: otherOrigins(offered, granted.value, required),
      required,
    }
  }, [offered, granted, sitesOff, required])

  return {
    now,
    turnOn: (sites) =>
      answerOf(async () => {
        const origins = switchesOf(sites, [], []).flatMap((one) => one.origins)
        if (!(await browser.permissions.request({ origins }))) return done(false)
        return changeSitesOff(db, (off) => off.filter((id) => !sites.some((one) => one.id === id)))
      }),
    turnOff: (one) =>
      answerOf(async () => {
        const [{ origins: open = [] }, off] = await Promise.all([
          browser.permissions.getAll(),
          readSitesOff(db),
        ])
        const { revoked, isNoted } = switchingOff(
          one,
          switchesOf(offered, open, off),
          open,
          required,
        )
        const isRevoked =
          revoked.length === 0 || (await browser.permissions.remove({ origins: [...revoked] }))
        if (isRevoked && !isNoted) return done(true)
        return changeSitesOff(db, (before) => [...new Set([...before, one.site.id])])
      }),
    allow: (origin) =>
      answerOf(async () => done(await browser.permissions.request({ origins: [origin] }))),
    withdraw: (origin) =>
      answerOf(async () => done(await browser.permissions.remove({ origins: [origin] }))),
  }
}

/** Reads what the switches are made of. */
export async function readSiteFacts(db: DogearDatabase): Promise<SiteFacts> {
  const [granted, sitesOff] = await Promise.all([readGranted(), readSitesOff(db)])
  return { granted, sitesOff }
}

/** What the browser lets us into, again after each change, by the user or by the browser. */
function useGrantedOrigins(first: readonly string[] | undefined): Live<readonly string[]> {
  const [live, setLive] = useState<Live<readonly string[]>>(
    first === undefined ? { state: 'loading' } : { state: 'ready', value: first },
  )
  const begin = useLatestRequest()
  useEffect(() => {
    async function read(): Promise<void> {
      const isLatest = begin()
      const next = await readGranted().then(
        (value) => ({ state: 'ready', value }) as const,
        (error: unknown) => ({ state: 'failed', error }) as const,
      )
      if (isLatest()) setLive(next)
    }
    const { onAdded, onRemoved } = browser.permissions
    onAdded.addListener(read)
    onRemoved.addListener(read)
    void read()
    return () => {
      onAdded.removeListener(read)
      onRemoved.removeListener(read)
    }
  }, [begin])
  return live
}

async function readGranted(): Promise<readonly string[]> {
  const { origins = [] } = await browser.permissions.getAll()
  return origins
}

function readSitesOff(db: DogearDatabase): Promise<readonly string[]> {
  return getSetting(db, 'sitesOff')
}

function changeSitesOff(
  db: DogearDatabase,
  change: (before: readonly string[]) => readonly string[],
): Answer {
  return changeSetting(db, 'sitesOff', (before) => {
    const after = change(before)
    return after.length === before.length ? undefined : after
  })
}

function requiredOrigins(): readonly string[] {
  const { host_permissions: origins = [] } = browser.runtime.getManifest()
  return [...(origins as string[]), ...optionalHosts]
}

function done(value: boolean): Result<boolean> {
  return { ok: true, value }
}
