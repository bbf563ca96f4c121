import { useRef, useState } from 'preact/hooks'
import { hasPanel, openPanelHere } from '../../lib/browser/side-panel'
import { useDataTrouble } from '../../lib/hooks/data/use-backup-state'
import { useFindOverlay } from '../../lib/hooks/find/use-find-overlay'
import { isHidden } from '../../lib/hooks/list/use-hidden-rows'
import type { Selection } from '../../lib/hooks/list/use-selection'
import { useTabAddress } from '../../lib/hooks/tab/use-tab-address'
import { useFittingHeight } from '../../lib/hooks/use-fitting-height'
import { useKeyHint } from '../../lib/hooks/use-key-hint'
import { useNow } from '../../lib/hooks/use-now'
import { i18n, sortText } from '../../lib/i18n'
import { currentDay } from '../../lib/papers/day'
import type { DailyList } from '../../lib/queries/daily-list'
import type { FirstTab } from '../../lib/queries/this-page'
import { lazily } from '../controls/lazily'
import { ToastLine, useReporter } from '../controls/toast'
import { FollowingProvider } from '../paper/following'
import { ArrangeMenu } from './arrange-menu'
import { FilterChips } from './filter-chips'
import { KeyHints } from './key-hints'
import { ListHeader } from './list-header'
import { PopupList } from './popup-list'
import { type FindSite, TabOffer } from './tab-offer'
import { type Identify, TabPaper } from './tab-paper'
import { useListKeys } from './use-list-keys'
import { useListOnScreen } from './use-list-on-screen'
import './popup.css'

interface Props {
  /** A popup has a size of its own and goes away; a side panel fills what it is given and stays. */
  place: 'popup' | 'panel'
  /** The newest list, read before the page was there. */
  first: DailyList | undefined
  /** The current tab, read before the page was there. */
  tab: FirstTab | undefined
  identify: Identify
  findSite: FindSite
  /** Opens with the tags of the tab's paper. */
  isTagging: boolean
}

export function Popup({ place, first, tab, identify, findSite, isTagging }: Props) {
  useFittingHeight(place === 'popup')
  const today = currentDay(useNow())
  const list = useListOnScreen(today, first)
  const { shown, hidden, current, selection, actions, isRanked } = list
  const { rows, order, arranging } = shown
  const { report } = useReporter()
  const address = useTabAddress(tab?.address)
  const find = useFindOverlay(FindView.load)
  const trouble = useDataTrouble()
  const keyHint = useKeyHint(shown.hasSeenKeyHint, rows.length > 0)
  const [hasKeyList, setHasKeyList] = useState(false)
  const arrangePanel = useRef<HTMLDivElement>(null)

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
    list,
    onShowKeys: showKeys,
    onNextSort: () =>
      report({ text: i18n.t('arrange.sorted', [sortText(arranging.sortByNext(), isRanked)]) }),
    onOpenFilters: () => arrangePanel.current?.showPopover(),
    onFind: find.open,
    onKey: keyHint.pass,
    isAway: find.isOpen,
  })

  // Nothing that comes and goes pushes the list: above it stands only what the first frame has.
  const tabPaper = (
    <TabPaper
      address={address}
      identify={identify}
      first={tab?.page}
      isTagging={isTagging}
      actions={actions}
    />
  )
  const isFinding = find.isOpen && find.isLoaded
  const keyHints = (
    <KeyHints
      isFirst={keyHint.isShown}
      onClose={keyHint.pass}
      onShowAll={showKeys}
      onOpenPanel={place === 'popup' && hasPanel() ? openPanel : undefined}
    />
  )
  return (
    <FollowingProvider value={list.following}>
      <div class={classesOf(place, isFinding)}>
        <ListHeader list={list} today={today} onFind={find.open}>
          <ArrangeMenu
            arranging={arranging}
            rows={rows}
            isRanked={isRanked}
            panel={arrangePanel}
            onSelect={selection.start}
          />
        </ListHeader>
        {place === 'popup' && tabPaper}
        <FilterChips
          arranging={arranging}
          shown={order.rows.filter((row) => !isHidden(row)).length}
          total={rows.filter((row) => !isHidden(row)).length}
        />
        <PopupList list={list} today={today} />
        {trouble && <DataTrouble state={trouble} place="popup" />}
        <ToastLine class="popup-toast" />
        <TabOffer address={address} findSite={findSite} onDecline={actions.declineOffer} />
        {place === 'panel' && tabPaper}
        <div class="only-spoken" aria-live="polite">
          {selection.isOn && selectionText(selection)}
        </div>
        {selection.isOn && !find.isOpen ? (
          <SelectionBar
            selection={selection}
            text={selectionText(selection)}
            rows={hidden.rows}
            current={current}
            actions={actions}
            placeholder={keyHints}
          />
        ) : (
          keyHints
        )}
        {isFinding && (
          <FindView
            actions={actions}
            following={list.following}
            look={shown.look}
            onShowKeys={showKeys}
            takeTyped={find.takeTyped}
            onClose={find.close}
          />
        )}
        {hasKeyList && <KeyList onClose={() => setHasKeyList(false)} />}
      </div>
    </FollowingProvider>
  )
}

// What few need, or need later: the first frame does without.
const DataTrouble = lazily(async () => (await import('../data/data-trouble')).DataTrouble)
const FindView = lazily(async () => (await import('../find/find-view')).FindView)
const KeyList = lazily(async () => (await import('../list/key-list')).KeyList)
const SelectionBar = lazily(async () => (await import('../list/selection-bar')).SelectionBar)

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
