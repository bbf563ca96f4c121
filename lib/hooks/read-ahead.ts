import { readPlainly } from '../db/read-plainly'
import { currentDay } from '../papers/day'
import { type DailyList, readDailyList } from './daily-list'
import { getTabAddress } from './tab-address'

/*
 * What the popup's first frame shows is read while its code, of which Dexie and Preact are the most, is still being
 * loaded. This is done by a small script of its own, which leaves what it reads to the popup in a global variable
 * (docs/decisions/0022).
 */

/** Neither fails: what went wrong is told by whoever asks again. */
export interface ReadAhead {
  /** The newest list of the kind that was chosen last; undefined where it can't be read so. */
  readonly list: Promise<DailyList | undefined>
  /** The address of the current tab, where it tells it. */
  readonly address: Promise<string | undefined>
}

declare global {
  var dogearReadAhead: ReadAhead | undefined
}

/** Begins to read for the popup of this page. */
export function readAhead(): void {
  const now = Date.now()
  globalThis.dogearReadAhead = {
    list: readPlainly((db) => readDailyList(db, undefined, currentDay(now), now)).catch(
      () => undefined,
    ),
    address: getTabAddress().catch(() => undefined),
  }
}
