import { i18n } from '#i18n'
import type { Failure } from '../errors/result'
import { relativeText } from './format'

/**
 * What went wrong, in the user's words.
 *
 * @param host who was asked
 */
export function failureText(failure: Failure, now: number, host = 'Hugging Face'): string {
  switch (failure.code) {
    case 'offline':
      return i18n.t('failure.offline', [host])
    case 'bad-reply':
      return i18n.t('failure.badReply', [host])
    case 'rate-limited':
      return failure.retryAt === undefined
        ? i18n.t('failure.rateLimitedSoon', [host])
        : i18n.t('failure.rateLimited', [host, relativeText(failure.retryAt, now)])
    case 'timeout':
      return i18n.t('failure.timeout', [host])
    case 'storage':
      return i18n.t('failure.storage')
    case 'newer-data':
      return i18n.t('unreadable.newer')
    case 'no-backup':
      return i18n.t('failure.noBackup')
    case 'cancelled':
      return i18n.t('failure.cancelled')
    case 'refused':
      return i18n.t('failure.refused')
    case 'orphaned':
      return i18n.t('failure.orphaned')
    case 'unexpected':
      return i18n.t('failure.unexpected')
  }
}
