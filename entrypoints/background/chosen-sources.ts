import { browser } from 'wxt/browser'
import { optionalHostsOf, type SourceId } from '../../lib/papers/source'
import type { Settings } from '../../lib/settings/settings'
import { sourceById } from '../../lib/sources'
import type { Source } from '../../lib/sources/source'

/** The sources that the user has chosen, and that the browser lets us ask. */
export async function chosenSources({ sources }: Pick<Settings, 'sources'>): Promise<Source[]> {
  const found = await Promise.all(sources.map(({ id }) => findAllowed(id)))
  return found.filter((source) => source !== undefined)
}

/** @returns undefined where there is no such source, or its host was not allowed or is no longer */
export async function findAllowed(id: SourceId): Promise<Source | undefined> {
  const origins = [...optionalHostsOf(id)]
  const isAllowed = origins.length === 0 || (await browser.permissions.contains({ origins }))
  return isAllowed ? sourceById(id) : undefined
}
