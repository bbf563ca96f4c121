import type { DogearDatabase } from '../../lib/db/database'
import { useFound } from '../../lib/hooks/use-loaded'
import { i18n } from '../../lib/i18n'
import type { News } from '../controls/news'
import { OptionsSection } from '../page/page-section'

interface Props {
  db: DogearDatabase
  /** Ids of all sources. */
  sources: readonly string[]
  /** All sites, with their names. */
  sites: readonly { readonly id: string; readonly name: string }[]
  report: (news: News) => void
}

/** What is stored, and what can be done with all of it. */
export function DataSection(given: Props) {
  const DataPanel = useFound(true, loadDataPanel)
  return (
    <OptionsSection id="data" title={i18n.t('data.title')} isBusy={DataPanel === undefined}>
      <p class="page-note">{i18n.t('data.intro')}</p>
      {DataPanel && <DataPanel {...given} />}
    </OptionsSection>
  )
}

/** It knows about files and backups, which is dear to load: the page's first frame does without. */
async function loadDataPanel() {
  const { DataPanel } = await import('./data-panel')
  return DataPanel
}
