import { getTabAddress } from '../../lib/browser/current-tab'
import { readPlainly } from '../../lib/db/engine/read-plainly'
import { currentDay } from '../../lib/papers/day'
import { readDailyList } from '../../lib/queries/daily-list'

/*
 * Starts reading what the first frame shows, while the rest of the script is evaluated: this module comes first
 * in it, and needs neither Dexie nor Preact (docs/decisions/0022).
 */

const now = Date.now()

/** The newest list of the kind that was chosen last. Undefined where it can't be read so, for whatever reason. */
export const firstList = readPlainly((db) =>
  readDailyList(db, undefined, currentDay(now), now),
).catch(() => undefined)

/** The address of the current tab, where the browser gives it. */
export const firstAddress = getTabAddress().catch(() => undefined)
