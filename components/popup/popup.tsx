import { useRef, useState } from 'preact/hooks'
import { browser } from 'wxt/browser'
import { hasPanel, openPanelHere } from '../../lib/browser/side-panel'
import type { DogearDatabase } from '../../lib/db/database'
import { useDataTrouble } from '../../lib/hooks/data/use-backup-state'
import { storedWatches } from '../../lib/hooks/edits/stored-watches'
import { useFinding } from '../../lib/hooks/find/use-finding'
import { useCurrentRow } from '../../lib/hooks/list/use-current-row'
import { useDay } from '../../lib/hooks/list/use-day'
import { isHidden, useHiddenRows } from '../../lib/hooks/list/use-hidden-rows'
import { type Selection, useSelection } from '../../lib/hooks/list/use-selection'
import { useTabAddress } from '../../lib/hooks/tab/use-tab-address'
import { type FirstTab, useThisPage } from '../../lib/hooks/tab/use-this-page'
import { useFittingHeight } from '../../lib/hooks/use-fitting-height'
import { useKeyHint } from '../../lib/hooks/use-key-hint'
import { useFound } from '../../lib/hooks/use-loaded'
import { useNow } from '../../lib/hooks/use-now'
import { i18n, sortText } from '../../lib/i18n'
import { currentDay } from '../../lib/papers/day'
import type { Status } from '../../lib/papers/entry'
import type { Paper } from '../../lib/papers/paper'
import type { PaperId } from '../../lib/papers/paper-id'
import { sourceFacts } from '../../lib/papers/source'
import type { Followable } from '../../lib/papers/watch'
import type { DailyList, Row } from '../../lib/queries/daily-list'
import type { OfferedSite } from '../../lib/settings/site-switches'
import { useNews } from '../controls/news'
import { Notice } from '../controls/notice'
import { useActions } from '../list/use-actions'
import { Following } from '../paper/following'
import { ArrangeMenu } from './arrange-menu'
import { FilterChips } from './filter-chips'
import { KeyHints } from './key-hints'
import { ListHeader } from './list-header'
import { PopupList, subjectOf } from './popup-list'
import { ThisPage, titleOf } from './this-page'
import { useListKeys } from './use-list-keys'
import './popup.css'

interface Props {
  /** A popup has a size of its own and goes away; a side panel fills what it is given and stays. */
  place: 'popup' | 'panel'
  db: DogearDatabase
  /** The newest list, read before the page was there. */
  first: DailyList | undefined
  /** The current tab, read before the page was there. */
  tab: FirstTab | undefined
  /** The paper that an address is about. */
  identify: (address: string) => Promise<PaperId | undefined>
  /** The site that an address belongs to, if Dogear can be on it. */
  findSite: (address: string) => Promise<OfferedSite | undefined>
  /** Opens with the tags of the tab's paper. */
  isTagging: boolean
}

export function Popup({ place, db, first, tab, identify, findSite, isTagging }: Props) {
  useFittingHeight(place === 'popup')
  const now = useNow()
  const today = currentDay(now)
  const shown = useDay(db, today, first)
  const { rows, order, arranging } = shown
  const isRanked = shown.period.kind === 'new' || sourceFacts(shown.source).isRanked
  const arrangePanel = useRef<HTMLDivElement>(null)
  const hidden = useHiddenRows(shown.list?.key, order.rows)
  const current = useCurrentRow(hidden.rows)
  const selection = useSelection(shown.list?.key, hidden.rows, current)
  const SelectionBar = useFound(selection.isOn || undefined, loadSelectionBar)
  const [hasKeyList, setHasKeyList] = useState(false)
  const KeyList = useFound(hasKeyList || undefined, loadKeyList)
  const { news, report } = useNews()
  const actions = useActions(report, (paperIds, hasWaited) => {
    hidden.unfold()
    // Who has gone on meanwhile stays where they are.
    if (!hasWaited) return
    // Where what was undone can be seen. Elsewhere the reader stays as well.
    const undone = order.rows.find((row) => paperIds.includes(row.paper.id))
    if (undone !== undefined) current.choose(undone.paper.id)
  })
  const address = useTabAddress(tab?.address)
  const page = useThisPage(db, address, identify, tab?.page)
  const site = useFound(address, findSite)
  const SiteOffer = useFound(site, loadSiteOffer)
  const finding = useFinding(loadFindView)
  const trouble = useDataTrouble(db)
  const DataTrouble = useFound(trouble && true, loadDataTrouble)

  const leaving =
    <Given extends unknown[]>(go: (...given: Given) => void) =>
    (...given: Given) => {
      current.leave()
      selection.clear()
      go(...given)
    }
  const goTo = leaving(shown.goTo)
  const step = leaving(shown.step)
  const choose = leaving(shown.choose)
  const chooseSource = leaving(shown.chooseSource)
  function chooseStatus(row: Row, status: Status): void {
    const subject = subjectOf(row)
    if (status !== 'hidden' || isHidden(row)) return void actions.setStatus(subject, status)
    current.moveOff(row.paper.id)
    void hidden.fold(row.paper.id, () => actions.setStatus(subject, status))
  }
  async function follow(field: Followable, name: string): Promise<void> {
    // What the list shows may be a moment behind what the search shows.
    await actions.toggleFollowed(field, name, await storedWatches(db, shown.watches))
  }
  const follows = {
    watches: shown.watches,
    toggle: (field: Followable, name: string) => void follow(field, name),
  }
  function followOrganization({ organization, title }: Paper): void {
    if (organization !== undefined) void follow('org', organization)
    else report({ text: i18n.t('watch.noOrganization', [title]) })
  }
  const keyHint = useKeyHint(shown.hasSeenKeyHint, rows.length > 0)
  function showKeys(): void {
    keyHint.pass()
    setHasKeyList(true)
  }
  function openPanel(): void {
    openPanelHere().then(
      () => close(),
      () => report({ text: i18n.t('panel.failed'), isProblem: true }),
    )
  }
  useListKeys({
    shown,
    current,
    selection,
    actions,
    onChooseStatus: chooseStatus,
    onFollow: followOrganization,
    onStep: step,
    onChoose: choose,
    onChooseSource: chooseSource,
    onShowKeys: showKeys,
    onNextSort: () =>
      report({
        text: i18n.t('arrange.sorted', [sortText(arranging.sortByNext(), isRanked)]),
      }),
    onOpenFilters: () => arrangePanel.current?.showPopover(),
    onFind: finding.open,
    onKey: keyHint.pass,
    isAway: finding.isOpen,
  })

  const subject = page && { paperId: page.paperId, title: titleOf(page), entry: page.entry }
  // Nothing that comes and goes pushes the list: above it stands only what the first frame has.
  const strip = page !== undefined && subject !== undefined && (
    <ThisPage
      key={page.paperId}
      page={page}
      isTagging={isTagging}
      onChange={(change) => actions.change(subject, change)}
      onSeparate={(name) => actions.separate(page.paperId, name)}
      onCopy={(format) => page.paper && actions.copy(page.paper, format)}
    />
  )
  return (
    <div class={classesOf(place, finding.isOpen && finding.View !== undefined)}>
      <ListHeader
        sources={shown.sources}
        source={shown.source}
        kinds={shown.kinds}
        kind={shown.period.kind}
        period={shown.state === 'loading' && shown.isNewest ? undefined : shown.period}
        day={shown.day}
        today={today}
        now={now}
        counts={rows.length > 0 ? countsOf(rows.filter((row) => !isHidden(row))) : undefined}
        fetchedAt={shown.list?.fetchedAt}
        isSyncing={shown.isSyncing}
        hasPrevious={shown.hasPrevious}
        hasNext={shown.hasNext}
        onStep={step}
        onGoTo={goTo}
        onChoose={choose}
        onChooseSource={chooseSource}
        onRefresh={shown.refresh}
        onStop={shown.stop}
        onFind={finding.open}
        onOpenOptions={() => browser.runtime.openOptionsPage()}
      >
        <ArrangeMenu
          arranging={arranging}
          rows={rows}
          isRanked={isRanked}
          panel={arrangePanel}
          onSelect={selection.start}
        />
      </ListHeader>
      {place === 'popup' && strip}
      <FilterChips
        arranging={arranging}
        shown={order.rows.filter((row) => !isHidden(row)).length}
        total={rows.filter((row) => !isHidden(row)).length}
      />
      <Following.Provider value={follows}>
        <PopupList
          db={db}
          today={today}
          now={now}
          shown={shown}
          current={current}
          hidden={hidden}
          selection={selection}
          actions={actions}
          onChooseStatus={chooseStatus}
          onShowDay={goTo}
          onChoose={choose}
        />
      </Following.Provider>
      {DataTrouble && trouble && (
        <DataTrouble state={trouble} now={now} place="popup" report={report} />
      )}
      <div class="popup-news" aria-live="polite">
        {news !== undefined && (
          <Notice isProblem={news.isProblem === true} action={news.action}>
            {news.text}
          </Notice>
        )}
      </div>
      {SiteOffer && site && address !== undefined && (
        <SiteOffer
          key={site.id}
          db={db}
          site={site}
          address={address}
          report={report}
          onDecline={actions.declineOffer}
        />
      )}
      {place === 'panel' && strip}
      <div class="only-spoken" aria-live="polite">
        {selection.isOn && selectionText(selection)}
      </div>
      {SelectionBar && selection.isOn && !finding.isOpen ? (
        <SelectionBar
          selection={selection}
          text={selectionText(selection)}
          rows={hidden.rows}
          current={current}
          actions={actions}
        />
      ) : (
        <KeyHints
          isFirst={keyHint.isShown}
          onClose={keyHint.pass}
          onShowAll={showKeys}
          onOpenPanel={place === 'popup' && hasPanel() ? openPanel : undefined}
        />
      )}
      {finding.isOpen && finding.View && (
        <Following.Provider value={follows}>
          <finding.View
            db={db}
            now={now}
            actions={actions}
            news={news}
            onShowKeys={showKeys}
            onFollow={followOrganization}
            look={shown.look}
            takeTyped={finding.takeTyped}
            onClose={finding.close}
          />
        </Following.Provider>
      )}
      {hasKeyList && KeyList && <KeyList onClose={() => setHasKeyList(false)} />}
    </div>
  )
}

/** It knows about settings, which is dear to load: the first frame does without. */
async function loadSiteOffer() {
  const { SiteOffer } = await import('../sites/site-offer')
  return SiteOffer
}

/** Hardly anybody ever sees it. */
async function loadDataTrouble() {
  const { DataTrouble } = await import('../data/data-trouble')
  return DataTrouble
}

/** All that searching takes, which is not in the first frame. */
async function loadFindView() {
  const { FindView } = await import('../find/find-view')
  return FindView
}

/** It is for those who ask: the first frame does without. */
async function loadKeyList() {
  const { KeyList } = await import('../list/key-list')
  return KeyList
}

/** Most users never select: the first frame does without what can be done then. */
async function loadSelectionBar() {
  const { SelectionBar } = await import('../list/selection-bar')
  return SelectionBar
}

function selectionText({ rows: { length } }: Selection): string {
  return length === 0 ? i18n.t('selection.none') : i18n.t('selection.count', length)
}

function classesOf(place: Props['place'], isFinding: boolean): string {
  return [
    'popup',
    ...(place === 'panel' ? ['in-panel'] : []),
    ...(isFinding ? ['finding'] : []),
  ].join(' ')
}

function countsOf(rows: readonly Row[]): { total: number; unseen: number } {
  return { total: rows.length, unseen: rows.filter(({ isSeen }) => !isSeen).length }
}
