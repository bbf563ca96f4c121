import type { DogearDatabase } from '../db/database'
import { getSetting } from '../db/settings'
import { failureOf } from '../errors/failure'
import type { Result } from '../errors/result'
import type { Request } from '../messaging/protocol'
import { send } from '../messaging/send'
import type { SettingValue } from '../settings/settings'

/** Whether it is done: false where the user told the browser not to. */
export type Answer = Promise<Result<boolean>>

/**
 * Changes a setting to something that depends on what it was. One change at a time, whichever of our pages makes it:
 * each begins with what the one before left.
 *
 * @param change returns undefined where there is nothing to change
 */
export function changeSetting<N extends keyof Request<'changeSettings'>>(
  db: DogearDatabase,
  name: N,
  change: (before: SettingValue<N>) => SettingValue<N> | undefined,
): Answer {
  return navigator.locks.request(`setting-${name}`, async (): Answer => {
    const after = change(await getSetting(db, name))
    if (after === undefined) return { ok: true, value: true }
    const answer = await send('changeSettings', { [name]: after } as Request<'changeSettings'>)
    return answer.ok ? { ok: true, value: true } : answer
  })
}

/** Runs at once, and puts what is thrown into an answer. */
export async function answerOf(act: () => Answer): Answer {
  try {
    return await act()
  } catch (error) {
    return { ok: false, error: failureOf(error) }
  }
}
