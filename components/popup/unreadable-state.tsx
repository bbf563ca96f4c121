import type { Failure } from '../../lib/errors/result'
import { i18n } from '../../lib/i18n'
import { BlankList } from '../controls/blank-list'
import { lazily } from '../controls/lazily'

/** In place of everything that the database holds, where it can't be read. */
export function UnreadableState({ failure }: { failure: Failure }) {
  const isNewer = failure.code === 'newer-data'
  return (
    <BlankList
      title={isNewer ? i18n.t('unreadable.newer') : i18n.t('unreadable.closed')}
      // The database is opened once for a page.
      action={{ label: i18n.t('state.tryAgain'), onPress: () => location.reload() }}
      isProblem
    >
      <p>{isNewer ? i18n.t('unreadable.newerWhy') : i18n.t('unreadable.closedWhy')}</p>
      {!isNewer && <StartOver />}
    </BlankList>
  )
}

/** Backups are costly to load and rarely needed. */
const StartOver = lazily(async () => (await import('../data/start-over')).StartOver)
