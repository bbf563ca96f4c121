import { getByRole, queryByRole } from '@testing-library/dom'
import { expect, test, vi } from 'vitest'
import { ListHeader } from '../../../../components/popup/list-header'
import { NowProvider } from '../../../../lib/hooks/use-now'
import { i18n } from '../../../../lib/i18n'
import { expectAccessible, show } from '../render'
import { day, entry, row, today } from '../samples'

const now = Date.parse(`${today}T12:00:00Z`)

function header(
  fields: Parameters<typeof day>[1] = {},
  rows = [row(1), row(2, { isSeen: false })],
) {
  const go = { step: vi.fn(), goTo: vi.fn(), choose: vi.fn(), chooseSource: vi.fn() }
  const shown = day(rows, { refresh: vi.fn(), stop: vi.fn(), ...fields })
  const screen = show(
    <NowProvider value={now}>
      <ListHeader list={{ shown, go }} today={today} onFind={() => {}} />
    </NowProvider>,
  )
  const button = (name: string) => getByRole<HTMLButtonElement>(screen.element, 'button', { name })
  return { ...screen, go, shown, button }
}

test.each<[string, Parameters<typeof day>[1]]>([
  ['of a day', {}],
  ['while it is not known which day', { state: 'loading' }],
  ['while a list is fetched', { isSyncing: true }],
  ['of what is trending', { period: { kind: 'trending' } }],
  ['with several sources', { sources: ['hf-daily', 'arxiv:cs.CL'] }],
])('%s: everyone can use it', async (_name, fields) => {
  await expectAccessible(header(fields).element)
})

test('hidden papers are counted neither among all nor among the unseen', () => {
  const hidden = row(3, { isSeen: false, entry: entry({ status: 'hidden' }) })
  const { element } = header({}, [row(1), row(2, { isSeen: false }), hidden])
  expect(element.querySelector('.list-header-day p')?.textContent).toContain(
    i18n.t('popup.unseenOf', [1, 2]),
  )
})

test('there is no way beyond the first and the last list', async () => {
  const { user, go, button } = header({ hasPrevious: true, hasNext: false })
  expect(button(i18n.t('popup.nextDay')).disabled).toBe(true)
  await user.click(button(i18n.t('popup.previousDay')))
  expect(go.step.mock.calls).toEqual([[-1]])
})

test('a sync can be stopped, and the button is the same place', async () => {
  const { user, shown, button, element } = header({ isSyncing: true })
  expect(queryByRole(element, 'button', { name: i18n.t('popup.refresh') })).toBeNull()
  await user.click(button(i18n.t('popup.stop')))
  expect(shown.stop).toHaveBeenCalledOnce()
})

test('another source and another kind are a choice away', async () => {
  const { user, go, element, button } = header({ sources: ['hf-daily', 'arxiv:cs.CL'] })
  await user.selectOptions(getByRole(element, 'combobox'), 'arxiv:cs.CL')
  await user.click(button(i18n.t('popup.week')))
  expect(go.chooseSource.mock.calls).toEqual([['arxiv:cs.CL']])
  expect(go.choose.mock.calls).toEqual([['week']])
})
