import { type Browser, browser } from 'wxt/browser'
import { getSettings } from '../../db/settings/settings'
import type { Result } from '../../errors/result'
import type { Request } from '../../messaging/protocol'
import { send } from '../../messaging/send'
import type { Settings } from '../../settings/settings'
import { type Answer, answerOf } from '../edits/change-setting'
import { useDatabase } from '../use-database'
import { type Live, useLiveQuery } from '../use-live-query'
import { usePermission } from './use-permission'

export type NotificationSettings = Pick<
  Settings,
  'badge' | 'notifiesMatches' | 'notifiesDigest' | 'digestHour' | 'quietFrom' | 'quietUntil'
>

/** How the user is told of news, and how that is changed. */
export interface Notifications {
  readonly now: Live<NotificationSettings>
  /** Whether the browser lets us notify; undefined while that is not known. */
  readonly isAllowed: boolean | undefined
  change(to: Request<'changeSettings'>): Promise<Result<unknown>>
  /**
   * Switches something on that needs the browser's permission. It asks the user, and listens in the handler of a
   * click or a key only: nothing may be awaited before.
   *
   * @returns whether it is on: false where the user told the browser not to
   */
  turnOn(to: Request<'changeSettings'>): Answer
}

const wanted: Browser.permissions.Permissions = { permissions: ['notifications'] }

export function useNotifications(): Notifications {
  const db = useDatabase()
  const now = useLiveQuery(() => getSettings(db), [db])
  const isAllowed = usePermission(wanted)
  return {
    now,
    isAllowed,
    change: (to) => send('changeSettings', to),
    turnOn: (to) =>
      answerOf(async () => {
        if (!(await browser.permissions.request(wanted))) return { ok: true, value: false }
        const answer = await send('changeSettings', to)
        return answer.ok ? { ok: true, value: true } : answer
      }),
  }
}
