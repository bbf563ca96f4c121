import type { SyncState } from '../../lib/db/states/sync-states'
import type { Failure } from '../../lib/errors/result'
import { i18n } from '../../lib/i18n'
import { relativeText } from '../../lib/i18n/format'

interface Props {
  /** Undefined for a source that was never asked. */
  state: SyncState | undefined
  now: number
}

/** When a source answered last, and what came of the last try. */
export function SyncStateText({ state, now }: Props) {
  return (
    <span class="sync-state">
      {state?.lastSuccessAt === undefined
        ? i18n.t('sync.never')
        : i18n.t('sync.lastSuccess', [relativeText(state.lastSuccessAt, now)])}
      {state?.lastFailure !== undefined && state.lastAttemptAt !== undefined && (
        <span class="sync-problem">
          {i18n.t('sync.lastFailure', [
            relativeText(state.lastAttemptAt, now),
            problemText(state.lastFailure),
          ])}
        </span>
      )}
    </span>
  )
}

/** Like `failureText`, for any source. */
function problemText({ code }: Failure): string {
  switch (code) {
    case 'bad-reply':
      return i18n.t('sync.badReply')
    case 'rate-limited':
      return i18n.t('sync.askedToWait')
    case 'timeout':
      return i18n.t('sync.timeout')
    default:
      return i18n.t('sync.problem')
  }
}
