import { isViewKind, type ViewKind } from '../papers/list'
import type { DogearDatabase } from './database'

/**
 * The setting `period`, read without the schemas of all settings: the popup's first frame waits for it, and they
 * are dear to load.
 */
export async function getChosenPeriod(db: DogearDatabase): Promise<ViewKind> {
  const value: unknown = (await db.settings.get('period'))?.value
  return isViewKind(value) ? value : 'day'
}
