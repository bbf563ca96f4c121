import { useState } from 'preact/hooks'
import { browser } from 'wxt/browser'
import type { BackupStateRow } from '../../lib/db/user-data/backup-states'
import { useNow } from '../../lib/hooks/use-now'
import { i18n } from '../../lib/i18n'
import { relativeText } from '../../lib/i18n/format'
import { send } from '../../lib/messaging/send'
import { failureToast, type Toast, useReporter } from '../controls/toast'
import { backupText, restoreBackup } from './restore-backup'
import './data-trouble.css'

interface Props {
  state: BackupStateRow
  /** Where it stands: only the options page has room for all that can be done. */
  place: 'popup' | 'options'
}

/** Says that the browser has lost data that the backup still has, or that the backup can't be written. */
export function DataTrouble({ state, place }: Props) {
  const now = useNow()
  const { report } = useReporter()
  const [isBusy, setIsBusy] = useState(false)
  async function run(job: () => Promise<Toast>): Promise<void> {
    setIsBusy(true)
    report(await job())
    setIsBusy(false)
  }
  return (
    <section
      class={place === 'options' ? 'data-trouble wide' : 'data-trouble'}
      aria-label={i18n.t('trouble.label')}
    >
      <div role="alert">
        <p class="data-trouble-title">{titleOf(state)}</p>
        <p>{explanationOf(state, now)}</p>
      </div>
      <div class="data-trouble-buttons">
        {state.trouble !== undefined && (
          <button
            type="button"
            class="primary"
            disabled={isBusy}
            onClick={() => void run(() => restoreBackup(false))}
          >
            {i18n.t('trouble.restore')}
          </button>
        )}
        {place === 'popup' ? (
          <button type="button" class="link" onClick={() => void browser.runtime.openOptionsPage()}>
            {i18n.t('trouble.more')}
          </button>
        ) : (
          state.trouble !== undefined && (
            <button
              type="button"
              class="quiet"
              disabled={isBusy}
              onClick={() => void run(declineBackup)}
            >
              {i18n.t('trouble.decline')}
            </button>
          )
        )}
      </div>
    </section>
  )
}

async function declineBackup(): Promise<Toast> {
  const result = await send('declineBackup', {})
  return result.ok ? { text: i18n.t('trouble.declined') } : failureToast(result.error)
}

function titleOf({ trouble }: BackupStateRow): string {
  if (trouble === undefined) return i18n.t('trouble.notWritten')
  return trouble === 'lost' ? i18n.t('trouble.lost') : i18n.t('trouble.behind')
}

function explanationOf({ trouble, entries = 0, backedUpAt }: BackupStateRow, now: number): string {
  if (trouble !== undefined) return backupText(entries, backedUpAt ?? 0, now)
  return backedUpAt === undefined
    ? i18n.t('trouble.notWrittenYet')
    : i18n.t('trouble.notWrittenSince', [relativeText(backedUpAt, now)])
}
