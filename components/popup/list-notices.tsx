import { useNow } from '../../lib/hooks/use-now'
import { failureText, hostText, i18n, sinceText } from '../../lib/i18n'
import type { UnseenLists } from '../../lib/queries/unseen-lists'
import { Notice } from '../controls/notice'
import { emptyText, lastListText } from './list-state'
import type { ListOnScreen } from './use-list-on-screen'

interface Props {
  list: ListOnScreen
  /** `YYYY-MM-DD` */
  today: string
}

/** What is to be known about a list that has rows, below them. */
export function ListNotices({ list: { shown, go }, today }: Props) {
  const { period, day, order, news, failure } = shown
  const { arrangement, toggle } = shown.arranging
  const now = useNow()
  const watchedNew =
    period.kind === 'new' && !arrangement.filters.includes('watched')
      ? order.rows.filter(({ watches }) => watches !== undefined).length
      : 0
  return (
    <>
      {day !== today && shown.isTodayEmpty && (
        <Notice>
          {emptyText({ kind: 'day', day: today }, today, now)}{' '}
          {lastListText(day, shown.rows.length)}
        </Notice>
      )}
      {news !== undefined && news.lists.length > 1 && (
        <Notice action={{ label: i18n.t('popup.showNew'), onPress: () => go.choose('new') }}>
          {newsText(news, now)}
        </Notice>
      )}
      {watchedNew > 0 && (
        <Notice action={{ label: i18n.t('watch.showOnly'), onPress: () => toggle('watched') }}>
          {i18n.t('watch.inNew', watchedNew)}
        </Notice>
      )}
      {shown.list !== undefined && shown.list.skipped > 0 && (
        <Notice>{i18n.t('state.skipped', shown.list.skipped)}</Notice>
      )}
      {failure !== undefined && failure.code !== 'cancelled' && (
        <Notice isProblem action={{ label: i18n.t('state.tryAgain'), onPress: shown.refresh }}>
          {failureText(failure, now, hostText(shown.source))} {i18n.t('failure.lastListKept')}
        </Notice>
      )}
    </>
  )
}

function newsText({ lists, since }: UnseenLists, now: number): string {
  const count = lists.reduce((sum, { papers }) => sum + papers.length, 0)
  return since === undefined
    ? i18n.t('popup.newIn', [count, lists.length])
    : i18n.t('popup.newInSince', [count, lists.length, sinceText(since, now)])
}
