import type { SyncFacts } from '../../lib/hooks/settings/use-sync-facts'
import { i18n } from '../../lib/i18n'
import type { Request } from '../../lib/messaging/protocol'

interface Props {
  history: SyncFacts['history']
  onControl: (action: Request<'controlHistory'>['action']) => void
}

/** Every list that there ever was: wanted, under way, or there. */
export function HistoryRow({ history, onControl }: Props) {
  const status = history?.status
  return (
    <div class="sync-line sync-history">
      <div class="sync-text">
        <span id="sync-history-label">{i18n.t('sync.history')}</span>
        <span id="sync-history-hint" class="sync-hint">
          {i18n.t('sync.historyWhy')}
        </span>
        {history !== undefined && (
          <>
            <progress
              value={history.done}
              max={Math.max(history.of, 1)}
              aria-labelledby="sync-history-label"
            />
            <span class="sync-hint">{progressText(history)}</span>
          </>
        )}
      </div>
      <div class="sync-buttons">
        {/* One button that changes its word: the focus stays where it is. */}
        <button
          type="button"
          class="quiet"
          aria-describedby="sync-history-label"
          onClick={() => onControl(status === 'running' ? 'pause' : 'start')}
        >
          {actionText(status)}
        </button>
        {(status === 'running' || status === 'paused') && (
          <button
            type="button"
            class="quiet"
            aria-describedby="sync-history-label"
            onClick={() => onControl('cancel')}
          >
            {i18n.t('sync.cancel')}
          </button>
        )}
      </div>
    </div>
  )
}

function actionText(status: NonNullable<SyncFacts['history']>['status'] | undefined): string {
  if (status === 'running') return i18n.t('sync.pause')
  if (status === 'paused') return i18n.t('sync.resume')
  return status === 'done' ? i18n.t('sync.again') : i18n.t('sync.start')
}

function progressText({ status, done, of, missing }: NonNullable<SyncFacts['history']>): string {
  const days = i18n.t('sync.progress', [String(done), String(of)])
  const gaps = missing > 0 ? ` ${i18n.t('sync.missing', missing)}` : ''
  if (status === 'done') return `${i18n.t('sync.done')}${gaps}`
  return `${status === 'paused' ? i18n.t('sync.paused', [days]) : days}${gaps}`
}
