import { isListFilter, isSort, type ListFilter, type Sort } from '../../papers/arrangement'
import { isViewKind, type ViewKind } from '../../papers/list'
import { hfDailyId, isSourceId, type SourceId } from '../../papers/source'
import { initialLook, isDensity, type Look } from '../../settings/look'
import type { Readable } from '../readable'

/** What the popup's first frame has to know of the settings. */
export interface FirstFrameSettings extends Look {
  /** Where lists come from, in the order in which they are shown; at least one. */
  readonly sources: readonly SourceId[]
  /** One of them. */
  readonly shownSource: SourceId
  readonly showsReplacements: boolean
  readonly period: ViewKind
  readonly listSort: Sort
  readonly listFilters: readonly ListFilter[]
  readonly hasSeenKeyHint: boolean
}

/**
 * How each is read. They have their defaults in `lib/settings` as well, but the schemas there are dear to load,
 * and the first frame waits for this.
 */
const readers: {
  readonly [N in keyof FirstFrameSettings]: (stored: unknown) => FirstFrameSettings[N]
} = {
  sources: readSources,
  shownSource: (stored) => (isSourceId(stored) ? stored : hfDailyId),
  showsReplacements: (stored) => stored === true,
  period: (stored) => (isViewKind(stored) ? stored : 'day'),
  listSort: (stored) => (isSort(stored) ? stored : 'rank'),
  listFilters: (stored) => (Array.isArray(stored) ? stored.filter(isListFilter) : []),
  density: (stored) => (isDensity(stored) ? stored : initialLook.density),
  hasThumbnails: (stored) => (typeof stored === 'boolean' ? stored : initialLook.hasThumbnails),
  hasSeenKeyHint: (stored) => stored === true,
}

function readSources(stored: unknown): readonly SourceId[] {
  const ids: unknown[] = Array.isArray(stored) ? stored.map((one) => one?.id) : []
  const sources = ids.filter(isSourceId)
  return sources.length > 0 ? sources : [hfDailyId]
}

const names = Object.keys(readers) as (keyof FirstFrameSettings)[]

/** Reads them in one call, each as it is until the user changes it where something else is stored. */
export async function getFirstFrameSettings(db: Readable): Promise<FirstFrameSettings> {
  const rows = await db.settings.bulkGet(names)
  const stored = new Map<string, unknown>(rows.map((row) => [row?.name ?? '', row?.value]))
  const sources = readers.sources(stored.get('sources'))
  const shown = readers.shownSource(stored.get('shownSource'))
  return {
    sources,
    shownSource: sources.find((id) => id === shown) ?? sources[0] ?? hfDailyId,
    showsReplacements: readers.showsReplacements(stored.get('showsReplacements')),
    period: readers.period(stored.get('period')),
    listSort: readers.listSort(stored.get('listSort')),
    listFilters: readers.listFilters(stored.get('listFilters')),
    density: readers.density(stored.get('density')),
    hasThumbnails: readers.hasThumbnails(stored.get('hasThumbnails')),
    hasSeenKeyHint: readers.hasSeenKeyHint(stored.get('hasSeenKeyHint')),
  }
}
