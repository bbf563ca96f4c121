import { type Browser, browser } from 'wxt/browser'
import { MatchPattern } from 'wxt/utils/match-patterns'
import type { DogearDatabase } from '../../lib/db/database'
import { getSetting } from '../../lib/db/settings/settings'
import { broadcast } from '../../lib/messaging/broadcast'
import { optionalHosts } from '../../lib/papers/source'
import { type Registration, registrationsFor } from '../../lib/sites/registrations'
import { inBackground } from './in-background'
import type { SiteHealth } from './site-health'

/*
 * The content scripts are registered where the user allows it and gone where not: nothing runs anywhere else.
 */

export interface SiteAccess {
  /** Brings the registered scripts in line with permissions and settings; open pages learn of it at once. */
  update(): Promise<void>
  /** Whether a content script of ours belongs on this page. */
  isAnnotated(address: string): Promise<boolean>
}

export function createSiteAccess(db: DogearDatabase, health: SiteHealth): SiteAccess {
  const register = () => registerScripts(db, health)
  let current: Promise<readonly Registration[]> = register()
  inBackground(current)

  function registrations(): Promise<readonly Registration[]> {
    // A failure is not kept: the next one who asks tries again.
    current = current.catch(register)
    return current
  }

  return {
    async update() {
      current = registrations().then(register)
      await current
      // A script that is no longer wanted finds that out by asking, and takes its marks away.
      await broadcast({ name: 'sitesChanged' })
    },
    async isAnnotated(address) {
      return (await registrations()).some((registration) => isIn(registration, address))
    },
  }
}

async function registerScripts(
  db: DogearDatabase,
  health: SiteHealth,
): Promise<readonly Registration[]> {
  const [{ origins = [] }, sitesOff, registered] = await Promise.all([
    browser.permissions.getAll(),
    getSetting(db, 'sitesOff'),
    browser.scripting.getRegisteredContentScripts(),
  ])
  const { host_permissions: required = [] } = browser.runtime.getManifest()
  const wanted = registrationsFor(
    origins,
    // Hosts that sources fetch from get no marks.
    [...(required as string[]), ...optionalHosts],
    sitesOff,
  )
  const scripts = wanted.flatMap(scriptsOf)
  const gone = registered.filter(({ id }) => !scripts.some((one) => one.id === id))
  const added = scripts.filter(({ id }) => !registered.some((one) => one.id === id))
  const changed = scripts.filter((one) =>
    registered.some((other) => other.id === one.id && !isRegisteredAs(one, other)),
  )
  try {
    if (gone.length > 0) {
      await browser.scripting.unregisterContentScripts({ ids: gone.map(({ id }) => id) })
    }
    if (added.length > 0) await browser.scripting.registerContentScripts(added)
    if (changed.length > 0) await browser.scripting.updateContentScripts(changed)
  } catch (error) {
    health.noteUnregistered()
    throw error
  }
  // Not waited for: a page that never finishes loading would keep all others waiting.
  if (added.length + changed.length > 0) void enterOpenPages(registered, wanted)
  return wanted
}

/**
 * The script, and one before the page has any element: where Chromium makes the names of its API later, an element or a
 * frame of the page can have them first (`<iframe name="browser">`), and ours gets none of it.
 */
function scriptsOf({ id, matches, excludeMatches }: Registration) {
  const where = {
    matches: [...matches],
    ...(excludeMatches.length > 0 && { excludeMatches: [...excludeMatches] }),
    // Said with each change, or it counts as false from then on.
    persistAcrossSessions: true,
  }
  return [
    { id: `${id}-early`, js: ['early.js'], runAt: 'document_start' as const, ...where },
    { id, js: [fileOf(id)], runAt: 'document_idle' as const, ...where },
  ]
}

function isRegisteredAs(
  { matches = [], excludeMatches = [] }: Patterns,
  registered: Browser.scripting.RegisteredContentScript,
): boolean {
  return (
    registered.persistAcrossSessions === true &&
    areSame(matches, registered.matches) &&
    areSame(excludeMatches, registered.excludeMatches)
  )
}

/** The browser gives patterns back in an order of its own. */
function areSame(wanted: readonly string[], registered: readonly string[] = []): boolean {
  return [...wanted].sort().join() === [...registered].sort().join()
}

function fileOf(id: Registration['id']): string {
  return `${id}.js`
}

/** A registration holds for the pages that are loaded after it. Where our script is already, it stays alone. */
async function enterOpenPages(
  before: readonly Patterns[],
  after: readonly Registration[],
): Promise<void> {
  const tabs = await browser.tabs.query({ url: after.flatMap(({ matches }) => matches) })
  await Promise.all(
    tabs.map(async ({ id, url = '' }) => {
      const registration = after.find((one) => isIn(one, url))
      if (id === undefined || registration === undefined) return
      if (before.some((one) => isIn(one, url))) return
      const injection = { target: { tabId: id }, files: [fileOf(registration.id)] } as const
      // A page that is an error page, or has been left meanwhile.
      await browser.scripting.executeScript(injection as never).catch(() => {})
    }),
  )
}

/** The patterns of a registration, ours or as the browser gives it back. */
interface Patterns {
  readonly matches?: readonly string[] | undefined
  readonly excludeMatches?: readonly string[] | undefined
}

function isIn({ matches = [], excludeMatches = [] }: Patterns, address: string): boolean {
  const includes = (pattern: string) => new MatchPattern(pattern).includes(address)
  return matches.some(includes) && !excludeMatches.some(includes)
}
