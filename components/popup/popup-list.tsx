import { useRef } from 'preact/hooks'
import { i18n } from '../../lib/i18n'
import { lazily } from '../controls/lazily'
import { ListNotices } from './list-notices'
import { ListRows } from './list-rows'
import { NoRows } from './no-rows'
import type { ListOnScreen } from './use-list-on-screen'

interface Props {
  list: ListOnScreen
  /** `YYYY-MM-DD` */
  today: string
}

/** A list's papers, or why there are none, and below them what is to be known about the list. */
export function PopupList({ list, today }: Props) {
  const { shown } = list
  const { order, period } = shown
  const hasRows = order.rows.length > 0
  const element = useRef<HTMLOListElement>(null)
  return (
    <main aria-busy={shown.state === 'loading'}>
      {order.waiting > 0 && (
        <button
          type="button"
          class="popup-new-papers"
          onClick={() => {
            order.reveal()
            element.current?.scrollTo({ top: 0 })
          }}
        >
          {i18n.t('popup.newPapers', order.waiting)}
        </button>
      )}
      {hasRows ? <ListRows list={list} element={element} /> : <NoRows list={list} today={today} />}
      {period.kind === 'latest' && shown.state !== 'loading' && <LatestState shown={shown} />}
      {hasRows && <ListNotices list={list} today={today} />}
    </main>
  )
}

/** Most users follow no account: the first frame does without. */
const LatestState = lazily(async () => (await import('./latest-state')).LatestState)
