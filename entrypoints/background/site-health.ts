import type { DogearDatabase } from '../../lib/db/database'
import { noteSite, notingPause } from '../../lib/db/states/site-states'
import type { SiteTrouble } from '../../lib/errors/site-trouble'
import type { AskingPage } from '../../lib/messaging/handle'
import { siteAt } from '../../lib/settings/site-switches'
import { accesses } from '../../lib/sites/accesses'
import { inBackground } from './in-background'

/*
 * How Dogear does on each site, for the options page and a report: the name of the site and a time, nothing of
 * the page. A site that the user added is not named, and private windows leave no note.
 */

/** Nothing waits for it, and it never rejects. */
export interface SiteHealth {
  /** @param page on which papers were found */
  noteFound(page: AskingPage | undefined): void
  noteTrouble(page: AskingPage | undefined, trouble: SiteTrouble): void
  /** The browser did not let us register scripts. */
  noteUnregistered(): void
}

export function createSiteHealth(db: DogearDatabase): SiteHealth {
  /** When this worker last noted something of a site, by site and what it was: saves a query for each message. */
  const noted = new Map<string, number>()

  function note(site: string, trouble: SiteTrouble | undefined): void {
    const now = Date.now()
    const what = `${site} ${trouble ?? 'found'}`
    if (now - (noted.get(what) ?? 0) < notingPause) return
    noted.set(what, now)
    inBackground(noteSite(db, site, trouble, now))
  }

  function noteOn(page: AskingPage | undefined, trouble: SiteTrouble | undefined): void {
    if (page === undefined || page.isPrivate) return
    note(siteAt(accesses, page.address)?.id ?? 'added', trouble)
  }

  return {
    noteFound: (page) => noteOn(page, undefined),
    noteTrouble: noteOn,
    noteUnregistered: () => note('every', 'not-registered'),
  }
}
