import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import { useFinder } from '../../lib/hooks/find/use-finder'
import { useFoundRows } from '../../lib/hooks/find/use-found-rows'
import { useLastSearches } from '../../lib/hooks/find/use-last-searches'
import { usePaperSearch } from '../../lib/hooks/find/use-paper-search'
import { useCurrentRow } from '../../lib/hooks/list/use-current-row'
import { useKeys } from '../../lib/hooks/use-keys'
import { useNow } from '../../lib/hooks/use-now'
import { failureText, i18n } from '../../lib/i18n'
import { statusTexts } from '../../lib/i18n/status-text'
import { searchLimits } from '../../lib/messaging/limits'
import type { ToldPaper } from '../../lib/messaging/protocol'
import { send } from '../../lib/messaging/send'
import type { FoundRow } from '../../lib/queries/found-rows'
import { parseQuery } from '../../lib/search/parse-query'
import type { Look } from '../../lib/settings/look'
import { BlankList } from '../controls/blank-list'
import { Notice } from '../controls/notice'
import { ToastLine } from '../controls/toast'
import type { FoundCommandKey } from '../list/keys'
import { rowHandlers } from '../list/row-handlers'
import { type Commands, rowKeys } from '../list/row-keys'
import { subjectOf } from '../list/subject'
import type { Actions } from '../list/use-actions'
import type { Following } from '../list/use-following'
import { PaperRow } from '../paper/paper-row'
import { RowListProvider, useRowListOf } from '../paper/row-list'
import { Marking, type TextKind } from '../paper/words'
import { FindElsewhere } from './find-elsewhere'
import { FindField } from './find-field'
import { FindHelp, problemText } from './find-help'
import { LastSearches } from './last-searches'
import { FoundExcerpt, markText } from './marked'
import './find-view.css'

interface Props {
  look: Look
  actions: Actions
  following: Following
  onShowKeys: () => void
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
  look,
  actions: given,
  following,
  onShowKeys,
  takeTyped,
  onClose,
}: Props) {
  const now = useNow()
  const [typed, setTyped] = useState('')
  const [limit, setLimit] = useState(portion)
  const field = useRef<HTMLInputElement>(null)
  const results = useRef<HTMLDivElement>(null)
  const query = useMemo(() => parseQuery(typed, statusTexts()), [typed])
  const isEmpty = query.terms.length === 0 && query.filters.length === 0
  const finder = useFinder(isEmpty ? undefined : query, typed, limit)
  const { found, failure } = finder
  const search = usePaperSearch()
  const lastSearches = useLastSearches()
  // Ignore Hugging Face's results for another query.
  const isTold = search.now.state === 'done' && search.now.words === query.plain
  const told = search.now.state === 'done' && isTold ? search.now.papers : noneTold
  const read = useFoundRows(found?.paperIds ?? noIds, told)
  const isAnswered = found !== undefined && read !== undefined
  const local = isEmpty || !isAnswered ? [] : read.local
  const elsewhere = read?.told ?? []
  const rows = [...local, ...elsewhere]
  const current = useCurrentRow(rows)
  const actions = useMemo(() => keepingFirst(given, told, finder.noteChange), [given, told])

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

  const marking = useMemo(
    () => found && ((text: string, kind: TextKind) => markText(found.query, text, kind)),
    [found],
  )
  const excerpts = useMemo(
    () =>
      new Map(
        [...(read?.local ?? []), ...(read?.told ?? [])].map((row) => [
          row.paper.id,
          <FoundExcerpt key="excerpt" row={row} query={found?.query ?? query} />,
        ]),
      ),
    [read, found],
  )
  const handlers = rowHandlers(current, actions)
  const rowList = useRowListOf({
    look,
    handlers: {
      ...handlers,
      choose(row) {
        lastSearches.note(typed)
        handlers.choose(row)
      },
      chooseKeyword: (keyword) => insert(`keyword:"${keyword}"`),
      chooseOrganization: (organization) => insert(`org:"${organization}"`),
    },
  })

  const up = () => (current.row === rows[0] ? toField() : current.move(-1))
  const keys: Commands<FoundCommandKey> = {
    ...rowKeys({
      current,
      actions,
      following,
      chooseStatus: (row, status) => void actions.setStatus(subjectOf(row), status),
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
      {finder.indexed < 1 && (
        <Notice>{i18n.t('find.incomplete', [Math.floor(finder.indexed * 100)])}</Notice>
      )}
      <main ref={results} class="find-results" aria-label={i18n.t('find.results')}>
        <Marking.Provider value={marking}>
          <RowListProvider value={rowList}>
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
                action={{ label: i18n.t('state.tryAgain'), onPress: finder.tryAgain }}
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
            <FindElsewhere words={query.plain} search={search} onAsk={askElsewhere} />
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
          </RowListProvider>
        </Marking.Provider>
      </main>
      <ToastLine class="popup-toast" />
      <footer class="key-hints">
        <div class="key-hints-line">
          {hints().map(([key, meaning]) => (
            <span key={key}>
              <kbd>{key}</kbd> {meaning}
            </span>
          ))}
        </div>
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
    return (
      <PaperRow
        key={row.paper.id}
        row={row}
        isCurrent={row === current.row}
        isOpen={row.paper.id === current.expandedId}
        focus={row.paper.id === current.expandedId ? current.focus : undefined}
        excerpt={excerpts.get(row.paper.id)}
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

function hints(): readonly (readonly [string, string])[] {
  return [
    ['↓', i18n.t('find.toResults')],
    ['/', i18n.t('find.toField')],
    ['Esc', i18n.t('find.back')],
  ]
}
