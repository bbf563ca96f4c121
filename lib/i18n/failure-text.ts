import { i18n } from '#i18n'
import type { Failure } from '../errors/result'
import { relativeText } from './format'

/** What went wrong, in the user's words. */
export function failureText(failure: Failure, now: number): string {
  switch (failure.code) {
    case 'offline':
      return i18n.t('failure.offline')
    case 'bad-reply':
      return i18n.t('failure.badReply')
    case 'rate-limited':
      return failure.retryAt === undefined
        ? i18n.t('failure.rateLimitedSoon')
        : i18n.t('failure.rateLimited', [relativeText(failure.retryAt, now)])
    case 'timeout':
      return i18n.t('failure.timeout')
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
