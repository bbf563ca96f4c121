import type { SiteTrouble } from '../../errors/site-trouble'
import type { DogearDatabase } from '../database'
import type { SiteState } from '../rows'

export type { SiteState } from '../rows'

/** How often the same is noted of a site at most, in milliseconds. */
export const notingPause = 600_000

/** How Dogear does on each site where it has found anything, or had trouble, in the order of their ids. */
export function getSiteStates(db: DogearDatabase): Promise<SiteState[]> {
  return db.siteStates.toArray()
}

/**
 * Notes that papers were found on a site, or what was wrong there. What was noted within the last ten minutes is not
 * noted again.
 *
 * @param trouble undefined where papers were found
 * @param now milliseconds since the epoch
 */
export async function noteSite(
  db: DogearDatabase,
  site: string,
  trouble: SiteTrouble | undefined,
  now: number,
): Promise<void> {
  await db.transaction('rw', db.siteStates, async () => {
    const before = (await db.siteStates.get(site)) ?? { site }
    const at = trouble === undefined ? before.foundAt : before.troubleAt
    const isKnown = trouble === undefined || trouble === before.trouble
    if (isKnown && at !== undefined && Math.abs(now - at) < notingPause) return
    const news = trouble === undefined ? { foundAt: now } : { trouble, troubleAt: now }
    await db.siteStates.put({ ...before, ...news })
  })
}
