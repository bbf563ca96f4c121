import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { DogearDatabase } from '../../lib/db/database'
import { useFinder } from '../../lib/hooks/find/use-finder'
import { type FoundRow, useFoundRows } from '../../lib/hooks/find/use-found-rows'
import { useLastSearches } from '../../lib/hooks/find/use-last-searches'
import { usePaperSearch } from '../../lib/hooks/find/use-paper-search'
import { useCurrentRow } from '../../lib/hooks/list/use-current-row'
import { useKeys } from '../../lib/hooks/use-keys'
import { failureText, i18n } from '../../lib/i18n'
import { searchLimits } from '../../lib/messaging/limits'
import type { ToldPaper } from '../../lib/messaging/protocol'
import { send } from '../../lib/messaging/send'
import type { Status } from '../../lib/papers/entry'
import { statuses } from '../../lib/papers/entry'
import type { Paper } from '../../lib/papers/paper'
import { parseQuery } from '../../lib/search/parse-query'
import type { Look } from '../../lib/settings/look'
import { BlankList } from '../controls/blank-list'
import type { News } from '../controls/news'
import { Notice } from '../controls/notice'
import { statusText } from '../entry/status-picker'
import type { FoundCommandKey } from '../list/keys'
import type { Actions } from '../list/use-actions'
import { PaperRow } from '../paper/paper-row'
import { Marking } from '../paper/words'
import { subjectOf } from '../popup/popup-list'
import { type Commands, rowKeys } from '../popup/use-list-keys'
import { FindElsewhere } from './find-elsewhere'
import { FindField } from './find-field'
import { FindHelp, problemText } from './find-help'
import { LastSearches } from './last-searches'
import { FoundExcerpt, markText } from './marked'
import './find-view.css'

interface Props {
  db: DogearDatabase
  now: number
  look: Look
  actions: Actions
  news: News | undefined
  onShowKeys: () => void
  onFollow: (paper: Paper) => void
  /** What was typed before there was a field. */
  takeTyped: () => string
  onClose: () => void
}

/** How many papers are shown at first, and how many more with each press. */
const portion = 50
const noIds = [] as const
const noneTold: readonly ToldPaper[] = []

/** Finds papers among all that Dogear knows, over the list, which stays below as it was. */
export function FindView({
  db,
  now,
  look,
  actions: given,
  news,
  onShowKeys,
  onFollow,
  takeTyped,
  onClose,
}: Props) {
  const [typed, setTyped] = useState('')
  const [limit, setLimit] = useState(portion)
  const field = useRef<HTMLInputElement>(null)
  const results = useRef<HTMLDivElement>(null)
  const query = useMemo(() => parseQuery(typed, statusNames()), [typed])
  const isEmpty = query.terms.length === 0 && query.filters.length === 0
  const finding = useFinder(db, isEmpty ? undefined : query, typed, limit)
  const { found, failure } = finding
  const search = usePaperSearch()
  const lastSearches = useLastSearches(db)
  // What other words found says nothing about these.
  const isTold = search.now.state === 'done' && search.now.words === query.plain
  const told = search.now.state === 'done' && isTold ? search.now.papers : noneTold
  const read = useFoundRows(db, found?.paperIds ?? noIds, told)
  const isAnswered = found !== undefined && read !== undefined
  const local = isEmpty || !isAnswered ? [] : read.local
  const elsewhere = read?.told ?? []
  const rows = [...local, ...elsewhere]
  const current = useCurrentRow(rows)
  const actions = useMemo(() => keepingFirst(given, told, finding.noteChange), [given, told])

  // Before it is painted: no key is lost in between.
  useLayoutEffect(() => {
    const ahead = takeTyped()
    if (ahead !== '') write(ahead)
    field.current?.focus()
  }, [])

  function write(text: string): void {
    setTyped(text.slice(0, searchLimits.words))
    setLimit(portion)
    current.leave()
    results.current?.scrollTo({ top: 0 })
  }
  function toField(): void {
    field.current?.focus()
    field.current?.select()
  }
  function toFirst(): void {
    if (rows.length > 0) lastSearches.note(typed)
    const first = results.current?.querySelector<HTMLElement>(
      '.paper-title, .find-elsewhere button',
    )
    first?.focus()
    first?.scrollIntoView({ block: 'nearest' })
  }
  function askElsewhere(): void {
    if (query.plain === '') return
    lastSearches.note(typed)
    search.start(query.plain)
  }

  const up = () => (current.row === rows[0] ? toField() : current.move(-1))
  const keys: Commands<FoundCommandKey> = {
    ...rowKeys({
      current,
      actions,
      onChooseStatus: (row, status) => void actions.setStatus(subjectOf(row), status),
      onFollow,
    }),
    k: up,
    ArrowUp: up,
    '/': toField,
    '?': onShowKeys,
    Escape: onClose,
  }
  useKeys(keys)

  return (
    <div class="find">
      <FindField
        field={field}
        typed={typed}
        count={isAnswered && !isEmpty ? countText(found.total) : undefined}
        onWrite={write}
        onFirst={toFirst}
        onAskElsewhere={askElsewhere}
        onClose={onClose}
      />
      {query.problems.length > 0 && (
        <Notice>{[...new Set(query.problems.map(problemText))].join(' ')}</Notice>
      )}
      {finding.indexed < 1 && (
        <Notice>{i18n.t('find.incomplete', [Math.floor(finding.indexed * 100)])}</Notice>
      )}
      <main ref={results} class="find-results" aria-label={i18n.t('find.results')}>
        <Marking.Provider value={found && ((text, kind) => markText(found.query, text, kind))}>
          {isEmpty && (
            <>
              <FindHelp onInsert={insert} />
              <LastSearches
                searches={lastSearches.all}
                onSearch={searchAgain}
                onForget={lastSearches.forget}
              />
            </>
          )}
          {!isEmpty && failure !== undefined && (
            <BlankList
              title={failureText(failure, now)}
              action={{ label: i18n.t('state.tryAgain'), onPress: finding.tryAgain }}
              isProblem
            />
          )}
          {!isEmpty && failure === undefined && !isAnswered && (
            <BlankList title={i18n.t('find.opening')} isBusy />
          )}
          {local.length > 0 && <ol aria-label={i18n.t('find.results')}>{local.map(drawn)}</ol>}
          {isAnswered && local.length > 0 && found.total > found.paperIds.length && (
            <p class="find-more">
              {i18n.t('find.firstOf', [found.paperIds.length, found.total])}{' '}
              <button type="button" class="link" onClick={() => setLimit(limit + portion)}>
                {i18n.t('find.more')}
              </button>
            </p>
          )}
          {isAnswered && !isEmpty && failure === undefined && found.total === 0 && (
            <div class="find-nothing">
              <h2>{i18n.t('find.none')}</h2>
              <p>
                {query.filters.length > 0
                  ? i18n.t('find.noneFiltered', [query.typedFilters.join(' ')])
                  : i18n.t('find.noneWhy')}
              </p>
              <FindHelp onInsert={insert} />
            </div>
          )}
          <FindElsewhere words={query.plain} search={search} onAsk={askElsewhere} now={now} />
          {search.now.state === 'done' && isTold && (
            <section aria-labelledby="find-elsewhere">
              <h2 id="find-elsewhere" class="find-heading">
                {i18n.t('find.fromElsewhere', [search.now.words])}
              </h2>
              {elsewhere.length === 0 && <p class="find-more">{elsewhereText(told.length)}</p>}
              {elsewhere.length > 0 && (
                <ol aria-labelledby="find-elsewhere">{elsewhere.map(drawn)}</ol>
              )}
            </section>
          )}
        </Marking.Provider>
      </main>
      <div class="popup-news" aria-live="polite">
        {news !== undefined && (
          <Notice isProblem={news.isProblem === true} action={news.action}>
            {news.text}
          </Notice>
        )}
      </div>
      <footer class="key-hints">
        {hints().map(([key, meaning]) => (
          <span key={key}>
            <kbd>{key}</kbd> {meaning}
          </span>
        ))}
      </footer>
    </div>
  )

  function searchAgain(text: string): void {
    write(text)
    field.current?.focus()
  }

  function insert(text: string): void {
    searchAgain(typed === '' || typed.endsWith(' ') ? typed + text : `${typed} ${text}`)
  }

  function drawn(row: FoundRow) {
    const isExpanded = row.paper.id === current.expandedId
    return (
      <PaperRow
        key={row.paper.id}
        db={db}
        paper={row.paper}
        kind="trending"
        look={look}
        now={now}
        rank={undefined}
        entry={row.entry}
        watches={row.watches}
        freshness="seen"
        isCurrent={row === current.row}
        isExpanded={isExpanded}
        isFolding={false}
        focus={isExpanded ? current.focus : undefined}
        abstract={isExpanded ? row.abstract : undefined}
        excerpt={<FoundExcerpt row={row} query={found?.query ?? query} />}
        onExpand={() => current.toggleExpanded(row.paper.id)}
        onToggleSave={() => actions.toggleSave(subjectOf(row))}
        onChange={(change) => actions.change(subjectOf(row), change)}
        onCopy={(format) => actions.copy(row.paper, format)}
        onFocus={() => {
          lastSearches.note(typed)
          current.choose(row.paper.id)
        }}
        onFolded={() => {}}
        onChooseKeyword={(keyword) => insert(`keyword:"${keyword}"`)}
        onChooseOrganization={(organization) => insert(`org:"${organization}"`)}
      />
    )
  }
}

/**
 * The actions, which first have a paper stored that only Hugging Face told of. Both messages are on their way
 * before anything is awaited, so closing the popup stops neither.
 */
function keepingFirst(actions: Actions, told: readonly ToldPaper[], onChange: () => void): Actions {
  function keep(paperId: string): void {
    onChange()
    const one = told.find(({ paper }) => paper.id === paperId)
    // Where that fails, the worker still fetches what there is to know about a paper with an entry.
    if (one !== undefined) void send('keepPaper', one)
  }
  return {
    ...actions,
    change(subject, change) {
      keep(subject.paperId)
      return actions.change(subject, change)
    },
    setStatus(subject, status) {
      keep(subject.paperId)
      return actions.setStatus(subject, status)
    },
    toggleSave(subject) {
      keep(subject.paperId)
      return actions.toggleSave(subject)
    },
    undo() {
      onChange()
      return actions.undo()
    },
    redo() {
      onChange()
      return actions.redo()
    },
  }
}

function countText(total: number): string {
  return total === 0 ? i18n.t('find.none') : i18n.t('popup.paperCount', total)
}

function elsewhereText(told: number): string {
  return told === 0 ? i18n.t('find.noneElsewhere') : i18n.t('find.nothingNew')
}

function statusNames(): Record<Status, string> {
  return Object.fromEntries(statuses.map((status) => [status, statusText(status)])) as Record<
    Status,
    string
  >
}

function hints(): readonly (readonly [string, string])[] {
  return [
    ['↓', i18n.t('find.toResults')],
    ['/', i18n.t('find.toField')],
    ['Esc', i18n.t('find.back')],
  ]
}
