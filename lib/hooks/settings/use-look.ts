import type { DogearDatabase } from '../../db/database'
import { getFirstFrameSettings } from '../../db/settings/first-frame-settings'
import type { Result } from '../../errors/result'
import { send } from '../../messaging/send'
import type { Look } from '../../settings/look'
import { useDatabase } from '../use-database'
import { type Live, useLiveQuery } from '../use-live-query'

/** How the popup's list looks, and how that is changed. */
export interface ChosenLook {
  readonly now: Live<Look>
  change(to: Partial<Look>): Promise<Result<null>>
}

/**
 * @param first what `readLook` found before the page was there, so that the first frame has it
 */
export function useLook(first: Look | undefined): ChosenLook {
  const db = useDatabase()
  const now = useLiveQuery(() => readLook(db), [db], first)
  return { now, change: (to) => send('changeSettings', to) }
}

export async function readLook(db: DogearDatabase): Promise<Look> {
  const { density, hasThumbnails } = await getFirstFrameSettings(db)
  return { density, hasThumbnails }
}
