import type { Failure } from '../../lib/errors/result'
import { useFound } from '../../lib/hooks/use-loaded'
import { i18n } from '../../lib/i18n'
import { BlankList } from '../controls/blank-list'

/** In place of everything that the database holds, where it can't be read. */
export function UnreadableState({ failure }: { failure: Failure }) {
  const isNewer = failure.code === 'newer-data'
  const BeginAnew = useFound(isNewer ? undefined : true, loadBeginAnew)
  return (
    <BlankList
      title={isNewer ? i18n.t('unreadable.newer') : i18n.t('unreadable.closed')}
      // The database is opened once for a page.
      action={{ label: i18n.t('state.tryAgain'), onPress: () => location.reload() }}
      isProblem
    >
      <p>{isNewer ? i18n.t('unreadable.newerWhy') : i18n.t('unreadable.closedWhy')}</p>
      {BeginAnew && <BeginAnew now={Date.now()} />}
    </BlankList>
  )
}

/** It knows about backups, which is dear to load: who can read their data does without. */
async function loadBeginAnew() {
  const { BeginAnew } = await import('../data/begin-anew')
  return BeginAnew
}
