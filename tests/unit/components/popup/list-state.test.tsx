import { getByRole, queryByRole } from '@testing-library/dom'
import { expect, test, vi } from 'vitest'
import { ListState } from '../../../../components/popup/list-state'
import { NowProvider } from '../../../../lib/hooks/use-now'
import { failureText, i18n, periodText, weekdayText } from '../../../../lib/i18n'
import type { List } from '../../../../lib/papers/list'
import { expectAccessible, show } from '../render'
import { day, today } from '../samples'

const now = Date.parse(`${today}T12:00:00Z`)
const yesterday = '2026-07-21'
const friday = '2026-07-17'
const saturday = '2026-07-18'

function list(of: string, paperIds: List['paperIds'] = []) {
  return {
    key: `hf-daily/day/${of}`,
    source: 'hf-daily',
    period: { kind: 'day', day: of },
    paperIds,
    skipped: 0,
    fetchedAt: now,
  } as List
}

function stateOf(fields: Parameters<typeof day>[1]) {
  const onShowDay = vi.fn()
  const refresh = vi.fn()
  const screen = show(
    <NowProvider value={now}>
      <ListState shown={day([], { refresh, ...fields })} today={today} onShowDay={onShowDay} />
    </NowProvider>,
  )
  const words = screen.element.querySelector('.blank-list-title')?.textContent ?? ''
  return { ...screen, onShowDay, refresh, words }
}

const offline = { code: 'offline', message: 'Failed to fetch' } as const

test.each<[string, Parameters<typeof day>[1], () => string, (() => string)?]>([
  ['the very first list is being fetched', { isSyncing: true }, () => i18n.t('state.firstRun')],
  [
    'another list is being fetched',
    { isSyncing: true, latest: list(yesterday) },
    () => i18n.t('state.loadingDay', [periodText({ kind: 'day', day: today }, now)]),
  ],
  [
    'what is trending is being fetched',
    { isSyncing: true, period: { kind: 'trending' } },
    () => i18n.t('state.loadingTrending'),
  ],
  [
    'nobody could be asked',
    { failure: offline },
    () => failureText(offline, now),
    () => i18n.t('state.tryAgain'),
  ],
  [
    'nobody was asked',
    {},
    () => i18n.t('state.notFetched', [periodText({ kind: 'day', day: today }, now)]),
    () => i18n.t('state.tryAgain'),
  ],
  [
    'the source has no papers yet',
    { list: list(today) },
    () => i18n.t('state.notOpenYet', [weekdayText(today)]),
    () => i18n.t('state.tryAgain'),
  ],
  [
    'a weekend',
    {
      list: list(saturday),
      period: { kind: 'day', day: saturday },
      day: saturday,
      latest: list(friday),
    },
    () => i18n.t('state.noPapersWeekend', [weekdayText(saturday)]),
    () => i18n.t('state.showLast', [periodText({ kind: 'day', day: friday }, now)]),
  ],
  [
    'nothing new',
    { list: list(today), period: { kind: 'new', since: undefined } },
    () => i18n.t('state.nothingNew'),
  ],
])('%s', async (_name, fields, words, action) => {
  const state = stateOf(fields)
  expect(state.words).toBe(words())
  expect(queryByRole(state.element, 'button')?.textContent).toBe(action?.())
  expect(getByRole(state.element, fields?.failure === undefined ? 'status' : 'alert')).toBeTruthy()
  await expectAccessible(state.element)
})

test('a failure that the user asked for is none', () => {
  const { element } = stateOf({ failure: { code: 'cancelled', message: '' }, isSyncing: false })
  expect(queryByRole(element, 'alert')).toBeNull()
})

test('an empty day leads to the last one that has papers', async () => {
  const { element, user, onShowDay } = stateOf({ list: list(today), latest: list(friday) })
  await user.click(getByRole(element, 'button'))
  expect(onShowDay.mock.calls).toEqual([[friday]])
})

test('an empty week leads to the week before, as far as there are lists', async () => {
  const { element, user, onShowDay } = stateOf({
    list: list(today),
    period: { kind: 'week', week: '2026-W20' } as never,
  })
  await user.click(getByRole(element, 'button'))
  expect(onShowDay).toHaveBeenCalledOnce()
})

test('who could not be asked is asked again at a press', async () => {
  const { element, user, refresh } = stateOf({ failure: offline })
  await user.click(getByRole(element, 'button', { name: i18n.t('state.tryAgain') }))
  expect(refresh).toHaveBeenCalledOnce()
})
