import type { DogearDatabase } from '../lib/db/database'
import { type SiteFacts, useSites } from '../lib/hooks/use-sites'
import { i18n } from '../lib/i18n'
import type { OfferedSite } from '../lib/settings/site-switches'
import { useNews } from './news'
import { Page } from './page'
import { SitesSection } from './sites-section'
import { SyncSection } from './sync-section'

interface Props {
  db: DogearDatabase
  offered: readonly OfferedSite[]
  /** Read before the page was there. */
  first: SiteFacts | undefined
  /** Ids of all sources, that of the lists first. */
  sources: readonly string[]
}

/** What the user can choose, a section each. */
export function OptionsPage({ db, offered, first, sources }: Props) {
  const { news, report } = useNews()
  const sites = useSites(db, offered, first)
  return (
    <Page heading={i18n.t('options.title')} news={news}>
      <SitesSection sites={sites} report={report} />
      <SyncSection db={db} sources={sources} report={report} />
    </Page>
  )
}
