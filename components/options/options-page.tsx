import { useDataTrouble } from '../../lib/hooks/data/use-backup-state'
import { useLook } from '../../lib/hooks/settings/use-look'
import { type SiteFacts, useSites } from '../../lib/hooks/settings/use-sites'
import type { KnownSource } from '../../lib/hooks/settings/use-sources'
import { i18n } from '../../lib/i18n'
import type { Look } from '../../lib/settings/look'
import type { OfferedSite } from '../../lib/settings/site-switches'
import { DataSection } from '../data/data-section'
import { DataTrouble } from '../data/data-trouble'
import { RecentChangesSection } from '../data/recent-changes-section'
import { Page } from '../page/page'
import { PageContents, type Section } from '../page/page-contents'
import { SitesSection } from '../sites/sites-section'
import { SourcesSection } from '../sources/sources-section'
import { SyncSection } from '../sources/sync-section'
import { WatchesSection } from '../watches/watches-section'
import { AppearanceSection } from './appearance-section'
import { NotificationsSection } from './notifications-section'

interface Props {
  offered: readonly OfferedSite[]
  /** Read before the page was there. */
  first: SiteFacts | undefined
  /** As `first`. */
  firstSources: readonly KnownSource[] | undefined
  /** As `first`. */
  firstLook: Look | undefined
  /** Ids of all sources, that of the lists first. */
  sources: readonly string[]
}

/** What the user can choose, a section each. */
export function OptionsPage({ offered, first, firstSources, firstLook, sources }: Props) {
  const sites = useSites(offered, first)
  const look = useLook(firstLook)
  const trouble = useDataTrouble()
  return (
    <Page heading={i18n.t('options.title')}>
      <PageContents sections={sections()} />
      {trouble && <DataTrouble state={trouble} place="options" />}
      <SourcesSection first={firstSources} />
      <SitesSection sites={sites} />
      <WatchesSection />
      <NotificationsSection />
      <AppearanceSection look={look} />
      <SyncSection sources={sources} />
      <RecentChangesSection />
      <DataSection sources={sources} sites={offered} />
    </Page>
  )
}

/** Of each section above, in the same order. */
function sections(): readonly Section[] {
  return [
    { id: 'sources', title: i18n.t('source.title') },
    { id: 'sites', title: i18n.t('sites.title') },
    { id: 'watches', title: i18n.t('watches.title') },
    { id: 'notifications', title: i18n.t('notifications.title') },
    { id: 'appearance', title: i18n.t('appearance.title') },
    { id: 'sync', title: i18n.t('sync.title') },
    { id: 'changes', title: i18n.t('journal.title') },
    { id: 'data', title: i18n.t('data.title') },
  ]
}
