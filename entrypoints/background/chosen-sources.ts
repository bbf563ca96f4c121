import { browser } from 'wxt/browser'
import { askedSource, optionalHostsOf, type SourceId } from '../../lib/papers/source'
import type { Settings } from '../../lib/settings/settings'
import { sourceById } from '../../lib/sources'
import type { Source } from '../../lib/sources/source'

/** The sources that are asked for what the user has chosen, and that the browser lets us ask; each once. */
export async function chosenSources({ sources }: Pick<Settings, 'sources'>): Promise<Source[]> {
  const ids = new Set(sources.map(({ id }) => askedSource(id)))
  const found = await Promise.all([...ids].map(findAllowed))
  return found.filter((source) => source !== undefined)
}

/**
 * @returns the source that is asked for the papers of this one; undefined where there is none, or its host was not
 *   allowed or is no longer
 */
export async function findAllowed(id: SourceId): Promise<Source | undefined> {
  const origins = [...optionalHostsOf(id)]
  const isAllowed = origins.length === 0 || (await browser.permissions.contains({ origins }))
  return isAllowed ? sourceById(askedSource(id)) : undefined
}
