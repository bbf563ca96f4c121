import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { dogearVersion } from '../../lib/browser/version'
import { failureOf } from '../../lib/errors/failure'
import {
  type DataFacts,
  saveDataFile,
  useDataFacts,
  useRoom,
} from '../../lib/hooks/data/use-data-facts'
import { useDatabase } from '../../lib/hooks/use-database'
import { useNow } from '../../lib/hooks/use-now'
import { i18n } from '../../lib/i18n'
import { relativeText } from '../../lib/i18n/format'
import { failureToast, type Toast, useReporter } from '../controls/toast'
import { ErasePanel } from './erase-panel'
import { healthReport } from './health-report'
import { ImportPanel } from './import-panel'
import { restoreBackup } from './restore-backup'
import { SiteStates } from './site-states'
import './data-panel.css'

interface Props {
  sources: readonly string[]
  /** All sites, with their names. */
  sites: readonly { readonly id: string; readonly name: string }[]
}

export function DataPanel({ sources, sites }: Props) {
  const db = useDatabase()
  const { report } = useReporter()
  const now = useNow()
  const live = useDataFacts(sources)
  const facts = live.state === 'ready' ? live.value : undefined
  const room = useRoom(facts)
  const [isBusy, setIsBusy] = useState(false)

  async function run(job: () => Promise<Toast | undefined>): Promise<void> {
    setIsBusy(true)
    const toast = await job().catch((error) => failureToast(failureOf(error)))
    if (toast !== undefined) report(toast)
    setIsBusy(false)
  }
  async function save(): Promise<undefined> {
    await saveDataFile(db, Date.now())
  }
  async function copyReport(): Promise<Toast> {
    const text = healthReport({
      version: dogearVersion(),
      agent: navigator.userAgent,
      language: navigator.language,
      facts,
      room,
      now: Date.now(),
    })
    try {
      await navigator.clipboard.writeText(text)
      return { text: i18n.t('data.reportCopied') }
    } catch {
      return { text: i18n.t('data.copyFailed'), isProblem: true }
    }
  }

  return (
    <div class="page-panel data-panel" aria-busy={isBusy}>
      {live.state === 'failed' && <p role="alert">{i18n.t('data.failed')}</p>}
      <dl>
        <dt>{i18n.t('data.entries')}</dt>
        <dd>{facts?.entries ?? '…'}</dd>
        <dt>{i18n.t('data.backup')}</dt>
        <dd>{facts === undefined ? '…' : backupStateText(facts, now)}</dd>
        {room !== undefined && (
          <>
            <dt>{i18n.t('data.room')}</dt>
            <dd>
              {i18n.t('data.roomOf', [
                (room.used / 1e6).toFixed(1),
                String(Math.round(room.quota / 1e9)),
              ])}
            </dd>
          </>
        )}
        {facts !== undefined && (
          <>
            <dt>{i18n.t('data.sites')}</dt>
            <dd>
              {facts.sites.length === 0 ? (
                i18n.t('data.sitesNone')
              ) : (
                <SiteStates states={facts.sites} sites={sites} now={now} />
              )}
            </dd>
          </>
        )}
      </dl>
      <DataLine id="data-export" label={i18n.t('data.export')}>
        <button
          type="button"
          class="quiet"
          aria-labelledby="data-export"
          disabled={isBusy}
          onClick={() => void run(save)}
        >
          {i18n.t('data.export')}
        </button>
      </DataLine>
      <ImportPanel onSave={() => void run(save)} />
      <DataLine id="data-restore" label={i18n.t('data.restore')} hint={i18n.t('data.restoreAbout')}>
        <button
          type="button"
          class="quiet"
          aria-describedby="data-restore"
          disabled={isBusy || facts?.backup?.backedUpAt === undefined}
          onClick={() => void run(() => restoreBackup(false))}
        >
          {i18n.t('trouble.restore')}
        </button>
      </DataLine>
      <DataLine id="data-report" label={i18n.t('data.report')} hint={i18n.t('data.reportAbout')}>
        <button
          type="button"
          class="quiet"
          aria-describedby="data-report"
          onClick={() => void run(copyReport)}
        >
          {i18n.t('data.copyReport')}
        </button>
      </DataLine>
      <ErasePanel entries={facts?.entries ?? 0} onSave={() => void run(save)} />
    </div>
  )
}

interface LineProps {
  id: string
  label: string
  hint?: string
  children: ComponentChildren
}

/** One thing that can be done, and what it means. */
export function DataLine({ id, label, hint, children }: LineProps) {
  return (
    <div class="data-line">
      <div class="data-text">
        <span id={id}>{label}</span>
        {hint !== undefined && <span class="data-hint">{hint}</span>}
      </div>
      {children}
    </div>
  )
}

function backupStateText({ backup }: DataFacts, now: number): string {
  if (backup?.lastFailure !== undefined) return i18n.t('trouble.notWritten')
  return backup?.backedUpAt === undefined
    ? i18n.t('data.backupNever')
    : i18n.t('data.backupAt', [relativeText(backup.backedUpAt, now)])
}
