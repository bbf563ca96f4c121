import { useKeys } from '../../lib/hooks/use-keys'
import type { ViewKind } from '../../lib/papers/list'
import type { CommandKey, SelectionCommandKey } from '../list/keys'
import { type Commands, rowKeys } from '../list/row-keys'
import type { ListOnScreen } from './use-list-on-screen'

interface Given {
  list: ListOnScreen
  onShowKeys: () => void
  onNextSort: () => void
  onOpenFilters: () => void
  onFind: () => void
  /** A key has done something. */
  onKey: () => void
  /** Something else is on the screen, with keys of its own. */
  isAway: boolean
}

/** What each key does in the list. */
export function useListKeys(given: Given): void {
  const { shown, go } = given.list
  const choose = (kind: ViewKind) => shown.kinds.includes(kind) && go.choose(kind)
  const keys: Commands<CommandKey> = {
    ...rowKeys(given.list),
    ...selectionKeys(given.list),
    '[': () => shown.hasPrevious && go.step(-1),
    ']': () => shown.hasNext && go.step(1),
    '{': () => stepSource(given.list, -1),
    '}': () => stepSource(given.list, 1),
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
function stepSource({ shown, go }: ListOnScreen, count: 1 | -1): unknown {
  const { sources, source } = shown
  const next = sources.at((sources.indexOf(source) + count) % sources.length)
  return next !== undefined && sources.length > 1 && go.chooseSource(next)
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

function selectionKeys({ current, selection }: ListOnScreen): Commands<SelectionCommandKey> {
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
