import type { DogearDatabase } from '../../db/database'
import { changeSettingInTurn } from '../../db/settings/change-setting-in-turn'
import { failureOf } from '../../errors/failure'
import type { Result } from '../../errors/result'
import { send } from '../../messaging/send'
import type { PageSettingChanges, SettingValue } from '../../settings/settings'

/** Whether it is done: false where the user told the browser not to. */
export type Answer = Promise<Result<boolean>>

/**
 * Changes a setting to something that depends on what it was, one change at a time.
 *
 * @param change returns undefined where there is nothing to change
 */
export async function changeSetting<N extends keyof PageSettingChanges>(
  db: DogearDatabase,
  name: N,
  change: (before: SettingValue<N>) => SettingValue<N> | undefined,
): Answer {
  const store = (changes: PageSettingChanges) => send('changeSettings', changes)
  const answer = await changeSettingInTurn(db, name, change, store)
  return answer === undefined || answer.ok ? { ok: true, value: true } : answer
}

/** Runs at once, and puts what is thrown into an answer. */
export async function answerOf(act: () => Answer): Answer {
  try {
    return await act()
  } catch (error) {
    return { ok: false, error: failureOf(error) }
  }
}
