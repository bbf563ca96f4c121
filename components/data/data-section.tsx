import { i18n } from '../../lib/i18n'
import { lazily } from '../controls/lazily'
import { OptionsSection } from '../page/page-section'

interface Props {
  /** Ids of all sources. */
  sources: readonly string[]
  /** All sites, with their names. */
  sites: readonly { readonly id: string; readonly name: string }[]
}

/** What is stored, and what can be done with all of it. */
export function DataSection(given: Props) {
  return (
    <OptionsSection id="data" title={i18n.t('data.title')}>
      <p class="page-note">{i18n.t('data.intro')}</p>
      <DataPanel {...given} placeholder={<div class="page-panel" aria-busy="true" />} />
    </OptionsSection>
  )
}

/** Files and backups are costly to load: the page's first frame does without. */
const DataPanel = lazily(async () => (await import('./data-panel')).DataPanel)
