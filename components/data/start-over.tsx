import { useState } from 'preact/hooks'
import { useLastBackup } from '../../lib/hooks/data/use-last-backup'
import { useNow } from '../../lib/hooks/use-now'
import { i18n } from '../../lib/i18n'
import { backupText, restoreBackup } from './restore-backup'

/** Offers to replace a database that can't be read by its backup; nothing where there is none. */
export function StartOver() {
  const now = useNow()
  const backup = useLastBackup()
  const [problem, setProblem] = useState<string>()
  const [isBusy, setIsBusy] = useState(false)
  if (backup === undefined) return null
  async function restore(): Promise<void> {
    setIsBusy(true)
    const { text, isProblem } = await restoreBackup(true)
    setIsBusy(false)
    // The database was opened once for this page, and that one is gone.
    if (isProblem !== true) location.reload()
    else setProblem(text)
  }
  return (
    <>
      <p>
        {backupText(backup.entries, backup.at, now)} {i18n.t('trouble.anewWhy')}
      </p>
      <button type="button" class="link" disabled={isBusy} onClick={() => void restore()}>
        {i18n.t('trouble.anew')}
      </button>
      {problem !== undefined && <p role="alert">{problem}</p>}
    </>
  )
}
