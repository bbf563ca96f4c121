import { getByRole, queryByText, waitFor } from '@testing-library/dom'
import { options, type VNode } from 'preact'
import { expect, onTestFinished, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { Popup } from '../../../../components/popup/popup'
import { storeList } from '../../../../lib/db/lists/lists'
import { i18n } from '../../../../lib/i18n'
import { currentDay } from '../../../../lib/papers/day'
import { readDailyList } from '../../../../lib/queries/daily-list'
import { freshDatabase, listed, nth } from '../../db/samples'
import { expectAccessible, show, toastIn } from '../render'

const nowhere = async () => undefined
/** The popup over a tab that is no paper's page. */
const onNoPage = { tab: undefined, identify: nowhere, findSite: nowhere, isTagging: false } as const

/** The popup with a list of so many papers. */
async function popupWith(count: number) {
  fakeBrowser.tabs.query = async () => []
  const db = freshDatabase()
  const now = Date.now()
  const day = currentDay(now)
  await storeList(db, {
    source: 'hf-daily',
    period: { kind: 'day', day },
    items: Array.from({ length: count }, (_, index) => listed(nth(index + 1))),
    skipped: 0,
    hash: 'of this reply',
    now,
  } as never)
  const first = await readDailyList(db, undefined, day, now)
  const screen = show(<Popup {...onNoPage} place="popup" first={first} />, db)
  const rows = () => [...screen.element.querySelectorAll<HTMLElement>('.paper-row')]
  const current = () => rows().findIndex((row) => row.getAttribute('aria-current') === 'true')
  await waitFor(() => expect(rows()).toHaveLength(count))
  await screen.user.click(document.body)
  return { ...screen, rows, current }
}

/** How often rows are drawn from now on: each has one corner. */
function countRows() {
  let drawn = 0
  const hooks = options as { diffed?: (node: VNode) => void }
  const before = hooks.diffed
  hooks.diffed = (node) => {
    if (typeof node.type === 'function' && node.type.name === 'FoldButton') drawn += 1
    before?.(node)
  }
  onTestFinished(() => {
    if (before === undefined) delete hooks.diffed
    else hooks.diffed = before
  })
  return () => drawn
}

test('keys go through the rows, and everyone can use the list', async () => {
  const { element, user, current } = await popupWith(3)
  await user.keyboard('jj')
  await waitFor(() => expect(current()).toBe(1))
  await user.keyboard('k')
  await waitFor(() => expect(current()).toBe(0))
  await expectAccessible(element)
})

test('a key that goes on by one draws two rows of a hundred again', async () => {
  const { user, current } = await popupWith(100)
  const drawn = countRows()
  const each: number[] = []
  for (let place = 0; place < 6; place += 1) {
    const before = drawn()
    await user.keyboard('j')
    await waitFor(() => expect(current()).toBe(place))
    each.push(drawn() - before)
  }
  // What is read after the first frame, and draws all rows, may come between the first presses.
  expect(Math.min(...each.slice(1))).toBe(2)
})

test('what is saved is told, stored, and undone again', async () => {
  const screen = await popupWith(2)
  const { user, db, current, rows } = screen
  await user.keyboard('j')
  await waitFor(() => expect(current()).toBe(0))
  await user.keyboard('s')
  await waitFor(() => expect(toastIn(screen)).not.toBe(''))
  await waitFor(() => expect(rows()[0]?.classList).toContain('saved'))
  expect(await db.entries.count()).toBe(1)
  await user.keyboard('z')
  await waitFor(() => expect(rows()[0]?.classList).not.toContain('saved'))
})

test('what is hidden goes once it has folded, and the keys go on below it', async () => {
  const { element, user, current, rows } = await popupWith(3)
  await user.keyboard('j')
  await waitFor(() => expect(current()).toBe(0))
  await user.keyboard('x')
  await waitFor(() => expect(rows()[0]?.classList).toContain('folding'))
  rows()[0]?.dispatchEvent(new Event('animationend'))
  await waitFor(() => expect(rows()).toHaveLength(2))
  expect(current()).toBe(0)
  expect(queryByText(element, i18n.t('popup.showHidden', 1))).not.toBeNull()
})

test('the row that is opened is the only one', async () => {
  const { element, user, rows } = await popupWith(3)
  await user.keyboard('j{ArrowRight}')
  await waitFor(() => expect(element.querySelectorAll('.paper-details')).toHaveLength(1))
  await user.click(getByRole(rows()[1] ?? element, 'button', { expanded: false, name: /2601/ }))
  await waitFor(() => expect(rows()[1]?.querySelector('.paper-details')).not.toBeNull())
  expect(element.querySelectorAll('.paper-details')).toHaveLength(1)
  await expectAccessible(element)
})

test('where the database can not be read the popup says so and offers another try', async () => {
  const reload = vi.spyOn(location, 'reload').mockImplementation(() => {})
  fakeBrowser.tabs.query = async () => []
  const db = freshDatabase()
  db.close()
  vi.spyOn(db, 'transaction').mockRejectedValue(new DOMException('closed', 'InvalidStateError'))
  const { element, user } = show(<Popup {...onNoPage} place="panel" first={undefined} />, db)
  await waitFor(() => getByRole(element, 'alert'))
  await user.click(getByRole(element, 'button', { name: i18n.t('state.tryAgain') }))
  expect(reload).toHaveBeenCalledOnce()
})
