import { isListFilter, isSort, plainArrangement } from '../../papers/arrangement'
import { isViewKind } from '../../papers/list'
import { hfDailyId, isSourceId, type SourceId } from '../../papers/source'
import { initialLook, isDensity } from '../../settings/look'
import type { SettingName, SettingValue } from '../../settings/settings'
import type { Readable } from '../readable'

/**
 * The settings that the popup's first frame needs, and how each is read. `lib/settings` has schemas and defaults for
 * them as well, but loading those takes too long for the first frame; a test holds the two together. Of the sources
 * only the ids are read.
 */
const readers = {
  sources: readSourceIds,
  shownSource: (stored: unknown) => (isSourceId(stored) ? stored : hfDailyId),
  showsReplacements: (stored: unknown) => stored === true,
  period: (stored: unknown) => (isViewKind(stored) ? stored : 'day'),
  listSort: (stored: unknown) => (isSort(stored) ? stored : plainArrangement.sort),
  listFilters: (stored: unknown) =>
    Array.isArray(stored) ? stored.filter(isListFilter) : plainArrangement.filters,
  density: (stored: unknown) => (isDensity(stored) ? stored : initialLook.density),
  hasThumbnails: (stored: unknown) =>
    typeof stored === 'boolean' ? stored : initialLook.hasThumbnails,
  hasSeenKeyHint: (stored: unknown) => stored === true,
} satisfies {
  readonly [N in SettingName]?: (
    stored: unknown,
  ) => N extends 'sources' ? readonly SourceId[] : SettingValue<N>
}

/** What the popup's first frame has to know of the settings. `shownSource` is one of `sources`, which are never none. */
export type FirstFrameSettings = {
  readonly [N in keyof typeof readers]: ReturnType<(typeof readers)[N]>
}

function readSourceIds(stored: unknown): readonly SourceId[] {
  const ids: unknown[] = Array.isArray(stored) ? stored.map((one) => one?.id) : []
  const sources = ids.filter(isSourceId)
  return sources.length > 0 ? sources : [hfDailyId]
}

const names = Object.keys(readers) as (keyof FirstFrameSettings)[]

/** Reads them in one call. A setting that is absent or unreadable has its default. */
export async function getFirstFrameSettings(db: Readable): Promise<FirstFrameSettings> {
  const rows = await db.settings.bulkGet(names)
  const values = names.map((name, index) => [name, readers[name](rows[index]?.value)])
  const settings: FirstFrameSettings = Object.fromEntries(values)
  const { sources, shownSource } = settings
  const isChosen = sources.includes(shownSource)
  return { ...settings, shownSource: isChosen ? shownSource : (sources[0] ?? hfDailyId) }
}
