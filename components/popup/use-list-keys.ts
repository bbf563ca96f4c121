import type { CurrentRow } from '../../lib/hooks/list/use-current-row'
import type { Day } from '../../lib/hooks/list/use-day'
import type { Selection } from '../../lib/hooks/list/use-selection'
import { useKeys } from '../../lib/hooks/use-keys'
import type { Status } from '../../lib/papers/entry'
import type { PaperLink } from '../../lib/papers/links'
import type { ViewKind } from '../../lib/papers/list'
import type { Paper } from '../../lib/papers/paper'
import type { SourceId } from '../../lib/papers/source'
import type { Row } from '../../lib/queries/daily-list'
import type { CommandKey, RowCommandKey, SelectionCommandKey } from '../list/keys'
import type { Actions } from '../list/use-actions'
import { subjectOf } from './popup-list'

interface Given {
  shown: Day
  current: CurrentRow
  selection: Selection
  actions: Actions
  onChooseStatus: (row: Row, status: Status) => void
  /** Follows the paper's organisation, or no longer does. */
  onFollow: (paper: Paper) => void
  onStep: (count: number) => void
  onChoose: (kind: ViewKind) => void
  onChooseSource: (source: SourceId) => void
  onShowKeys: () => void
  onNextSort: () => void
  onOpenFilters: () => void
  onFind: () => void
  /** A key has done something. */
  onKey: () => void
  /** Something else is on the screen, with keys of its own. */
  isAway: boolean
}

/** What is done by key; false where it is left to the browser. */
export type Commands<Key extends string> = Readonly<Record<Key, () => unknown>>

/** What each key does in the list. */
export function useListKeys(given: Given): void {
  const { shown } = given
  const choose = (kind: ViewKind) => shown.kinds.includes(kind) && given.onChoose(kind)
  const keys: Commands<CommandKey> = {
    ...rowKeys(given),
    ...selectionKeys(given),
    '[': () => shown.hasPrevious && given.onStep(-1),
    ']': () => shown.hasNext && given.onStep(1),
    '{': () => stepSource(given, -1),
    '}': () => stepSource(given, 1),
    0: () => choose('new'),
    // The day, or what is latest.
    1: () => choose(shown.kinds[1] ?? 'day'),
    2: () => choose('week'),
    3: () => choose('month'),
    4: () => choose('trending'),
    g: given.onNextSort,
    f: given.onOpenFilters,
    '/': given.onFind,
    '?': given.onShowKeys,
  }
  useKeys(given.isAway ? {} : followed(keys, given.onKey))
}

/** The source before or after the one that is shown, round and round. */
function stepSource({ shown, onChooseSource }: Given, count: 1 | -1): unknown {
  const { sources, source } = shown
  const next = sources.at((sources.indexOf(source) + count) % sources.length)
  return next !== undefined && sources.length > 1 && onChooseSource(next)
}

/** The same commands, with something done after each that takes its key. */
function followed(keys: Commands<string>, onKey: () => void): Commands<string> {
  return Object.fromEntries(
    Object.entries(keys).map(([key, command]) => [
      key,
      () => {
        const isTaken = command() !== false
        if (isTaken) onKey()
        return isTaken
      },
    ]),
  )
}

function selectionKeys({
  current,
  selection,
}: Pick<Given, 'current' | 'selection'>): Commands<SelectionCommandKey> {
  const down = () => selection.extendBy(1)
  const up = () => selection.extendBy(-1)
  const leave = () => false
  return {
    v: () => (current.row === undefined ? false : selection.select(current.row.paper.id, 'toggle')),
    'Shift+j': down,
    'Shift+k': up,
    'Shift+ArrowDown': down,
    'Shift+ArrowUp': up,
    'Ctrl+a': selection.selectAll,
    Escape: () => (selection.isOn ? selection.clear() : false),
    // The bar has these while papers are selected.
    ...(selection.rows.length > 0 && { s: leave, r: leave, e: leave, x: leave, t: leave }),
  }
}

/** What each key does to rows, in whatever list they stand. */
export function rowKeys(
  given: Pick<Given, 'current' | 'actions' | 'onChooseStatus' | 'onFollow'>,
): Commands<RowCommandKey> {
  const { current, actions } = given
  const withCurrent = (act: (row: Row) => unknown) => () =>
    current.row === undefined ? false : void act(current.row)
  const setStatus = (status: Status) => withCurrent((row) => given.onChooseStatus(row, status))
  const open = (kind: PaperLink['kind']) => withCurrent(({ paper }) => actions.open(paper, kind))
  const expandAt = (field?: 'tags' | 'note') =>
    withCurrent(({ paper }) => current.expand(paper.id, field))
  const expand = withCurrent(({ paper }) => current.toggleExpanded(paper.id))

  return {
    j: () => current.move(1),
    k: () => current.move(-1),
    ArrowDown: () => current.move(1),
    ArrowUp: () => current.move(-1),
    Home: () => current.moveTo('first'),
    End: () => current.moveTo('last'),
    // A control that has the focus is pressed by it, and a row's title is one.
    ' ': () => (document.activeElement?.matches('button, a, input') ? false : expand()),
    ArrowRight: expandAt(),
    ArrowLeft: current.collapse,
    s: withCurrent((row) => actions.toggleSave(subjectOf(row))),
    r: setStatus('reading'),
    e: setStatus('read'),
    x: setStatus('hidden'),
    t: expandAt('tags'),
    n: expandAt('note'),
    o: open('page'),
    p: open('pdf'),
    c: open('code'),
    u: open('vote'),
    y: withCurrent(({ paper }) => actions.copy(paper, 'bibtex')),
    w: withCurrent(({ paper }) => given.onFollow(paper)),
    z: actions.undo,
    'Shift+z': actions.redo,
  }
}
