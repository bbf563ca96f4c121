import { useState } from 'preact/hooks'
import { dogearVersion } from '../../lib/browser/version'
import { i18n } from '../../lib/i18n'
import { errorReport } from './error-report'
import './broken-page.css'

/** In place of a page that can't be drawn: a way to begin again, and what to report. */
export function BrokenPage({ error }: { error: unknown }) {
  const [told, setTold] = useState('')
  async function copyReport(): Promise<void> {
    try {
      const text = errorReport(error, new URL(location.href), {
        version: dogearVersion(),
        agent: navigator.userAgent,
        language: navigator.language,
        now: Date.now(),
      })
      await navigator.clipboard.writeText(text)
      setTold(i18n.t('data.reportCopied'))
    } catch {
      setTold(i18n.t('data.copyFailed'))
    }
  }
  return (
    <main class="broken-page">
      <div role="alert">
        <h1>{i18n.t('broken.title')}</h1>
        <p>{i18n.t('broken.why')}</p>
      </div>
      <p class="broken-page-buttons">
        <button type="button" class="primary" onClick={() => location.reload()}>
          {i18n.t('broken.reload')}
        </button>
        <button type="button" class="link" onClick={() => void copyReport()}>
          {i18n.t('data.copyReport')}
        </button>
      </p>
      <p role="status">{told}</p>
    </main>
  )
}
