import { browser } from 'wxt/browser'
import type { DogearDatabase } from '../../lib/db/database'
import { getSettings } from '../../lib/db/settings/settings'
import { badgeText, countForBadge } from '../../lib/notify/unseen'
import { inBackground } from './in-background'

/** The text over the toolbar button. */
export interface Badge {
  /** Counts again, from the database, what the user wants to see there. */
  update(): Promise<void>
  /**
   * Says for a moment whether something worked, where nothing else of Dogear is on the screen: done, no paper known
   * there, failed.
   */
  flash(text: '✓' | '?' | '!'): Promise<void>
}

/** `--unseen` of the look, where no style sheet reaches. */
const color = '#c2451e'

/** How long an answer stands, in milliseconds. */
const answerDuration = 2_000

export function createBadge(db: DogearDatabase): Badge {
  let answers = 0

  async function update(): Promise<void> {
    const { badge, sources } = await getSettings(db)
    const counted = sources.filter(({ isCounted }) => isCounted).map(({ id }) => id)
    const count = await countForBadge(db, Date.now(), badge, counted)
    await browser.action.setBadgeBackgroundColor({ color })
    // The end of the answer updates the badge.
    if (answers === 0) await browser.action.setBadgeText({ text: badgeText(count) })
  }

  return {
    update,
    async flash(text) {
      answers += 1
      setTimeout(() => {
        answers -= 1
        if (answers === 0) inBackground(update())
      }, answerDuration)
      await browser.action.setBadgeText({ text })
    },
  }
}
