import { i18n } from '../../lib/i18n'
import { relativeText } from '../../lib/i18n/format'
import { send } from '../../lib/messaging/send'
import { failureToast, type Toast } from '../controls/toast'

/**
 * Restores the last backup.
 *
 * @param isAnew instead of a database that can't be read, which it replaces
 * @returns how that went
 */
export async function restoreBackup(isAnew: boolean): Promise<Toast> {
  const result = await send('restoreBackup', { isAnew })
  if (!result.ok) return failureToast(result.error)
  const { entries, damaged, refused } = result.value
  const text = [
    i18n.t('trouble.restored', entries),
    ...(damaged === 0 ? [] : [i18n.t('trouble.damaged', damaged)]),
    ...(refused === 0 ? [] : [i18n.t('data.leftOut', refused)]),
  ].join(' ')
  return damaged + refused === 0 ? { text } : { text, isProblem: true }
}

/** "The backup has 12 papers of yours. It was written 4 min. ago." */
export function backupText(entries: number, at: number, now: number): string {
  return i18n.t('trouble.backup', entries, [entries, relativeText(at, now)])
}
