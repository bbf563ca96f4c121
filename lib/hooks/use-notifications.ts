import { useEffect, useState } from 'preact/hooks'
import { browser } from 'wxt/browser'
import type { DogearDatabase } from '../db/database'
import { getSettings } from '../db/settings'
import { failureOf } from '../errors/failure'
import type { Result } from '../errors/result'
import type { Request } from '../messaging/protocol'
import { send } from '../messaging/send'
import type { Settings } from '../settings/settings'
import { type Live, useLiveQuery } from './use-live-query'

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
  turnOn(to: Request<'changeSettings'>): Promise<Result<boolean>>
}

const wanted = { permissions: ['notifications'] } as const

export function useNotifications(db: DogearDatabase): Notifications {
  const now = useLiveQuery(() => getSettings(db), [db])
  const [isAllowed, setIsAllowed] = useState<boolean>()
  useEffect(() => {
    const look = () => {
      browser.permissions.contains({ permissions: [...wanted.permissions] }).then(setIsAllowed)
    }
    look()
    browser.permissions.onAdded.addListener(look)
    browser.permissions.onRemoved.addListener(look)
    return () => {
      browser.permissions.onAdded.removeListener(look)
      browser.permissions.onRemoved.removeListener(look)
    }
  }, [])
  return {
    now,
    isAllowed,
    change: (to) => send('changeSettings', to),
    async turnOn(to) {
      try {
        const isGranted = await browser.permissions.request({
          permissions: [...wanted.permissions],
        })
        if (!isGranted) return { ok: true, value: false }
      } catch (error) {
        return { ok: false, error: failureOf(error) }
      }
      const answer = await send('changeSettings', to)
      return answer.ok ? { ok: true, value: true } : answer
    },
  }
}
