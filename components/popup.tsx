import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import type { DogearDatabase } from '../lib/db/database'
import { cite } from '../lib/export/cite'
import { useAbstract } from '../lib/hooks/use-abstract'
import { type DailyList, type Row, useDailyList } from '../lib/hooks/use-daily-list'
import { useFittingHeight } from '../lib/hooks/use-fitting-height'
import { useKeys } from '../lib/hooks/use-keys'
import { useNow } from '../lib/hooks/use-now'
import { useShown } from '../lib/hooks/use-shown'
import { useStatus } from '../lib/hooks/use-status'
import { useSteadyOrder } from '../lib/hooks/use-steady-order'
import { useSync } from '../lib/hooks/use-sync'
import { useThisPage } from '../lib/hooks/use-this-page'
import { dayText, failureText, i18n } from '../lib/i18n'
import { send } from '../lib/messaging/send'
import type { CitationFormat } from '../lib/papers/citation-format'
import { addDays, currentDay } from '../lib/papers/day'
import type { Status } from '../lib/papers/entry'
import { linksOf } from '../lib/papers/links'
import { type PaperId, paperIdAddress } from '../lib/papers/paper-id'
import { DayState, emptyText, lastListText } from './day-state'
import { KeyHints } from './key-hints'
import { ListHeader } from './list-header'
import { Notice } from './notice'
import { PaperRow } from './paper-row'
import { ThisPage } from './this-page'
import './popup.css'

interface Props {
  db: DogearDatabase
  source: string
  /** The newest list, read before the page was there. */
  first: DailyList | undefined
  identify: (address: string) => Promise<PaperId | undefined>
}

const nothingRead: DailyList = {
  list: undefined,
  rows: [],
  latest: undefined,
  isTodayEmpty: false,
  sync: undefined,
}

/** How long a line of news stays, in milliseconds. Undoing by key works for longer. */
const newsDuration = 8_000

export function Popup({ db, source, first, identify }: Props) {
  useFittingHeight()
  const now = useNow()
  const today = currentDay(now)
  /** Undefined: the newest list that has papers in it. */
  const [chosenDay, setChosenDay] = useState<string>()
  const live = useDailyList(db, source, chosenDay, today, first)
  const {
    list,
    rows,
    latest,
    isTodayEmpty,
    sync: syncState,
  } = live.state === 'ready' ? live.value : nothingRead
  const day = chosenDay ?? (list?.period.kind === 'day' ? list.period.day : today)
  const sync = useSync()
  const order = useSteadyOrder(list?.key, rows, rowId)
  const status = useStatus()
  const thisPage = useThisPage(db, identify)

  const [current, setCurrent] = useState<PaperId>()
  const [expanded, setExpanded] = useState<PaperId>()
  const [shown, setShown] = useState<ReadonlySet<PaperId>>(new Set())
  const [news, setNews] = useState<{ text: string; canUndo: boolean }>()
  const abstract = useAbstract(db, expanded)
  const listElement = useRef<HTMLOListElement>(null)

  const { start } = sync
  useEffect(() => start({}), [start])
  useEffect(() => {
    const timer = setTimeout(() => setNews(undefined), newsDuration)
    return () => clearTimeout(timer)
  }, [news])

  const goTo = (to: string) => {
    setChosenDay(to)
    setCurrent(undefined)
    setExpanded(undefined)
    start({ period: { kind: 'day', day: to } })
  }
  const refresh = () =>
    start(chosenDay === undefined ? { force: true } : { period: { kind: 'day', day }, force: true })

  useShown(
    listElement,
    '.paper-title',
    useCallback((titles) => {
      const paperIds = titles.flatMap(
        (title) => title.closest<HTMLElement>('[data-paper-id]')?.dataset.paperId ?? [],
      ) as PaperId[]
      setShown((before) => new Set([...before, ...paperIds]))
      void send('markSeen', { paperIds })
    }, []),
    [order.rows.map(rowId).join()],
  )

  const report = (text: string, canUndo = false) => setNews({ text, canUndo })
  const toggle = async (paperId: PaperId, title: string, before: Status | null) => {
    const after = before === 'saved' ? null : 'saved'
    const answer = await status.set(paperId, before, after)
    if (!answer.ok) report(failureText(answer.error, Date.now()))
    else if (after === null) report(i18n.t('popup.unsavedNow', [title]), true)
    else report(i18n.t('popup.savedNow', [title]), true)
  }
  const toggleSave = ({ paper, entry }: Row) => toggle(paper.id, paper.title, entry?.status ?? null)
  const copy = ({ paper }: Row, format: CitationFormat) =>
    navigator.clipboard.writeText(cite(paper, format)).then(
      () => report(i18n.t('copy.done')),
      () => report(i18n.t('copy.failed')),
    )
  const undo = async () => {
    const answer = await status.undo()
    if (answer === undefined) return
    report(answer.ok ? i18n.t('popup.undone') : failureText(answer.error, Date.now()))
  }

  const index = order.rows.findIndex(({ paper }) => paper.id === current)
  const move = (step: number) => {
    const next = order.rows[index < 0 && step < 0 ? 0 : Math.max(0, index + step)]
    if (next !== undefined) setCurrent(next.paper.id)
  }
  const withCurrent = (act: (row: Row) => unknown) => () => {
    const row = order.rows[index]
    return row === undefined ? false : void act(row)
  }
  useKeys({
    j: () => move(1),
    k: () => move(-1),
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    s: withCurrent(toggleSave),
    o: withCurrent(({ paper }) => {
      const [page] = linksOf(paper)
      if (page !== undefined) window.open(page.address, '_blank', 'noreferrer')
    }),
    y: withCurrent((row) => copy(row, 'bibtex')),
    z: undo,
    '[': () => goTo(addDays(day, -1)),
    ']': () => day < today && goTo(addDays(day, 1)),
  })

  const failure = sync.failure ?? (sync.isSyncing ? undefined : syncState?.lastFailure)
  const hasRows = order.rows.length > 0
  return (
    <div class="popup">
      <ListHeader
        day={live.state === 'loading' && chosenDay === undefined ? undefined : day}
        today={today}
        now={now}
        counts={hasRows ? countsOf(rows) : undefined}
        fetchedAt={list?.fetchedAt}
        isSyncing={sync.isSyncing}
        onPreviousDay={() => goTo(addDays(day, -1))}
        onNextDay={() => goTo(addDays(day, 1))}
        onRefresh={refresh}
        onStop={sync.stop}
      />
      {thisPage !== undefined && (
        <ThisPage
          paperId={thisPage.paperId}
          title={thisPage.paper?.title}
          status={thisPage.entry?.status}
          onToggleSave={() =>
            toggle(
              thisPage.paperId,
              thisPage.paper?.title ?? paperIdAddress(thisPage.paperId),
              thisPage.entry?.status ?? null,
            )
          }
        />
      )}
      <main aria-busy={live.state === 'loading'}>
        {hasRows && failure !== undefined && failure.code !== 'cancelled' && (
          <Notice isProblem action={{ label: i18n.t('state.tryAgain'), onPress: refresh }}>
            {failureText(failure, now)} {i18n.t('failure.lastListKept')}
          </Notice>
        )}
        {order.waiting > 0 && (
          <button
            type="button"
            class="popup-new-papers"
            onClick={() => {
              order.reveal()
              listElement.current?.scrollTo({ top: 0 })
            }}
          >
            {i18n.t('popup.newPapers', order.waiting)}
          </button>
        )}
        {hasRows && chosenDay === undefined && day !== today && isTodayEmpty && (
          <Notice>
            {emptyText(today, today)} {lastListText(day, rows.length)}
          </Notice>
        )}
        {hasRows && list !== undefined && list.skipped > 0 && (
          <Notice>{i18n.t('state.skipped', list.skipped)}</Notice>
        )}
        {hasRows ? (
          <ol ref={listElement} aria-label={i18n.t('popup.list', [dayText(day, now)])}>
            {order.rows.map((row) => (
              <PaperRow
                key={row.paper.id}
                paper={row.paper}
                rank={row.rank}
                status={row.entry?.status}
                tags={row.entry?.tags ?? []}
                freshness={!row.isSeen ? 'unseen' : shown.has(row.paper.id) ? 'shown' : 'seen'}
                isCurrent={row.paper.id === current}
                isExpanded={row.paper.id === expanded}
                abstract={row.paper.id === expanded ? abstract : undefined}
                onExpand={() => setExpanded(row.paper.id === expanded ? undefined : row.paper.id)}
                onToggleSave={() => toggleSave(row)}
                onCopy={(format) => copy(row, format)}
                onFocus={() => setCurrent(row.paper.id)}
              />
            ))}
          </ol>
        ) : (
          live.state !== 'loading' && (
            <DayState
              day={day}
              today={today}
              now={now}
              isFetched={list !== undefined}
              isSyncing={sync.isSyncing}
              failure={live.state === 'failed' ? storageFailure : failure}
              latest={latest}
              onTryAgain={refresh}
              onShowDay={goTo}
            />
          )
        )}
      </main>
      <div class="popup-news" aria-live="polite">
        {news !== undefined && (
          <Notice
            action={news.canUndo ? { label: i18n.t('popup.undo'), onPress: undo } : undefined}
          >
            {news.text}
          </Notice>
        )}
      </div>
      <KeyHints />
    </div>
  )
}

const storageFailure = { code: 'storage', message: 'The database could not be read' } as const

function rowId({ paper }: Row): PaperId {
  return paper.id
}

function countsOf(rows: readonly Row[]): { total: number; unseen: number } {
  return { total: rows.length, unseen: rows.filter(({ isSeen }) => !isSeen).length }
}
