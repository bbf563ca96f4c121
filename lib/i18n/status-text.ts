import type { Status } from '../papers/entry'
import { i18n } from '.'

/** "Saved" */
export function statusText(status: Status): string {
  return statusTexts()[status]
}

export function statusTexts(): Record<Status, string> {
  return {
    saved: i18n.t('status.saved'),
    reading: i18n.t('status.reading'),
    read: i18n.t('status.read'),
    hidden: i18n.t('status.hidden'),
  }
}
