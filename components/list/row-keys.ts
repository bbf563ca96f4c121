import type { CurrentRow } from '../../lib/hooks/list/use-current-row'
import type { Status } from '../../lib/papers/entry'
import type { PaperLink } from '../../lib/papers/links'
import type { Row } from '../../lib/queries/row'
import type { RowCommandKey } from './keys'
import { subjectOf } from './subject'
import type { Actions } from './use-actions'
import type { Following } from './use-following'

/** What is done by key; false where it is left to the browser. */
export type Commands<Key extends string> = Readonly<Record<Key, () => unknown>>

export interface RowKeysGiven {
  current: CurrentRow
  actions: Actions
  chooseStatus: (row: Row, status: Status) => void
  following: Pick<Following, 'toggleOrganization'>
}

/** What each key does to rows, in whatever list they stand. */
export function rowKeys(given: RowKeysGiven): Commands<RowCommandKey> {
  const { current, actions } = given
  const withCurrent = (act: (row: Row) => unknown) => () =>
    current.row === undefined ? false : void act(current.row)
  const setStatus = (status: Status) => withCurrent((row) => given.chooseStatus(row, status))
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
    w: withCurrent(({ paper }) => given.following.toggleOrganization(paper)),
    z: actions.undo,
    'Shift+z': actions.redo,
  }
}
