import { isViewKind, type ViewKind } from '../papers/list'
import { initialLook, isDensity, type Look } from '../settings/look'
import type { DogearDatabase } from './database'

export interface PopupChoices {
  readonly period: ViewKind
  readonly look: Look
}

const names = ['period', 'density', 'hasThumbnails'] as const

/**
 * The settings that the popup's first frame waits for, in one read and without the schemas of all settings, which
 * are dear to load.
 */
export async function getPopupChoices(db: DogearDatabase): Promise<PopupChoices> {
  const rows = await db.settings.bulkGet([...names])
  const [period, density, hasThumbnails] = rows.map((row): unknown => row?.value)
  return {
    period: isViewKind(period) ? period : 'day',
    look: {
      density: isDensity(density) ? density : initialLook.density,
      hasThumbnails: typeof hasThumbnails === 'boolean' ? hasThumbnails : initialLook.hasThumbnails,
    },
  }
}
