import type { Day } from '../../lib/hooks/list/use-day'
import { useNow } from '../../lib/hooks/use-now'
import { failureText, hostText, i18n, sourceText } from '../../lib/i18n'
import { askedSource } from '../../lib/papers/source'
import { BlankList } from '../controls/blank-list'
import { Notice } from '../controls/notice'

/** What is to be known of a list of the latest: where an organisation's comes from, or why there is none. */
export function LatestState({ shown }: { shown: Day }) {
  const now = useNow()
  const { source, list, rows, isSyncing, failure, readFailure } = shown
  const name = sourceText(source)
  const isDerived = askedSource(source) !== source
  const fetchMore = {
    label: i18n.t('latest.fetchMore'),
    onPress: () => void window.open('/options.html#sync', '_blank', 'noopener'),
  }
  const tryAgain = { label: i18n.t('state.tryAgain'), onPress: shown.refresh }
  if (rows.length > 0) {
    return isDerived ? <Notice action={fetchMore}>{i18n.t('latest.derived')}</Notice> : null
  }
  if (readFailure !== undefined) return null
  if (list === undefined && isSyncing) {
    return <BlankList title={i18n.t('latest.loading', [name])} isBusy />
  }
  if (failure !== undefined && failure.code !== 'cancelled') {
    const title = failureText(failure, now, hostText(source))
    return (
      <BlankList title={title} action={tryAgain} isProblem>
        {!isDerived && <p>{i18n.t('latest.checkName')}</p>}
      </BlankList>
    )
  }
  if (list === undefined) {
    return <BlankList title={i18n.t('latest.notFetched', [name])} action={tryAgain} />
  }
  return isDerived ? (
    <BlankList title={i18n.t('latest.noneOfOrg', [name])} action={fetchMore}>
      <p>{i18n.t('latest.derived')}</p>
    </BlankList>
  ) : (
    <BlankList title={i18n.t('latest.noneSubmitted', [name])} action={tryAgain}>
      <p>{i18n.t('latest.checkName')}</p>
    </BlankList>
  )
}
