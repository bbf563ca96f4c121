import { browser } from 'wxt/browser'
import type { DogearDatabase } from '../lib/db/database'
import { useCurrentRow } from '../lib/hooks/use-current-row'
import type { DailyList, Row } from '../lib/hooks/use-daily-list'
import { useDay } from '../lib/hooks/use-day'
import { useFittingHeight } from '../lib/hooks/use-fitting-height'
import { useFound } from '../lib/hooks/use-found'
import { useKeys } from '../lib/hooks/use-keys'
import { useNow } from '../lib/hooks/use-now'
import { useTabAddress } from '../lib/hooks/use-tab-address'
import { useThisPage } from '../lib/hooks/use-this-page'
import { addDays, currentDay } from '../lib/papers/day'
import { linksOf } from '../lib/papers/links'
import type { PaperId } from '../lib/papers/paper-id'
import type { OfferedSite } from '../lib/settings/site-switches'
import { KeyHints } from './key-hints'
import { ListHeader } from './list-header'
import { useNews } from './news'
import { Notice } from './notice'
import { PopupList, subjectOf } from './popup-list'
import { ThisPage, titleOf } from './this-page'
import { useActions } from './use-actions'
import './popup.css'

interface Props {
  db: DogearDatabase
  source: string
  /** The newest list, read before the page was there. */
  first: DailyList | undefined
  /** The paper that an address is about. */
  identify: (address: string) => Promise<PaperId | undefined>
  /** The site that an address belongs to, if Dogear can be on it. */
  findSite: (address: string) => Promise<OfferedSite | undefined>
  /** Opens with the tags of the tab's paper. */
  isTagging: boolean
}

export function Popup({ db, source, first, identify, findSite, isTagging }: Props) {
  useFittingHeight()
  const now = useNow()
  const today = currentDay(now)
  const shown = useDay(db, source, today, first)
  const { day, rows, order } = shown
  const current = useCurrentRow(order.rows)
  const { news, report } = useNews()
  const actions = useActions(report)
  const address = useTabAddress()
  const page = useThisPage(db, address, identify)
  const site = useFound(address, findSite)
  const SiteOffer = useFound(site, loadSiteOffer)

  const goTo = (to: string) => {
    current.leave()
    shown.goTo(to)
  }
  const withCurrent = (act: (row: Row) => unknown) => () =>
    current.row === undefined ? false : void act(current.row)
  useKeys({
    j: () => current.move(1),
    k: () => current.move(-1),
    ArrowDown: () => current.move(1),
    ArrowUp: () => current.move(-1),
    s: withCurrent((row) => actions.toggleSave(subjectOf(row))),
    o: withCurrent(({ paper }) => {
      const [link] = linksOf(paper)
      if (link !== undefined) window.open(link.address, '_blank', 'noreferrer')
    }),
    y: withCurrent(({ paper }) => actions.copy(paper, 'bibtex')),
    z: actions.undo,
    '[': () => goTo(addDays(day, -1)),
    ']': () => day < today && goTo(addDays(day, 1)),
  })

  const subject = page && { paperId: page.paperId, title: titleOf(page), entry: page.entry }
  return (
    <div class="popup">
      <ListHeader
        day={shown.state === 'loading' && shown.isNewest ? undefined : day}
        today={today}
        now={now}
        counts={order.rows.length > 0 ? countsOf(rows) : undefined}
        fetchedAt={shown.list?.fetchedAt}
        isSyncing={shown.isSyncing}
        onPreviousDay={() => goTo(addDays(day, -1))}
        onNextDay={() => goTo(addDays(day, 1))}
        onRefresh={shown.refresh}
        onStop={shown.stop}
        onOpenOptions={() => browser.runtime.openOptionsPage()}
      />
      {page !== undefined && subject !== undefined && (
        <ThisPage
          page={page}
          isTagging={isTagging}
          onChange={(change) => actions.change(subject, change)}
          onSeparate={(name) => actions.separate(page.paperId, name)}
          onCopy={(format) => page.paper && actions.copy(page.paper, format)}
        />
      )}
      {SiteOffer && site && address !== undefined && (
        <SiteOffer
          db={db}
          site={site}
          address={address}
          report={report}
          onDecline={actions.declineOffer}
        />
      )}
      <PopupList
        db={db}
        today={today}
        now={now}
        shown={shown}
        current={current}
        actions={actions}
        onShowDay={goTo}
      />
      <div class="popup-news" aria-live="polite">
        {news !== undefined && (
          <Notice isProblem={news.isProblem === true} action={news.action}>
            {news.text}
          </Notice>
        )}
      </div>
      <KeyHints />
    </div>
  )
}

/** It knows about settings, which is dear to load: the first frame does without. */
async function loadSiteOffer() {
  const { SiteOffer } = await import('./site-offer')
  return SiteOffer
}

function countsOf(rows: readonly Row[]): { total: number; unseen: number } {
  return { total: rows.length, unseen: rows.filter(({ isSeen }) => !isSeen).length }
}
