import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createBadge } from '../../../entrypoints/background/badge'
import { freshDatabase } from '../db/samples'

const { action } = vi.hoisted(() => ({
  action: { setBadgeText: vi.fn(), setBadgeBackgroundColor: vi.fn() },
}))

vi.mock('wxt/browser', () => ({ browser: { action } }))

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout'] })
  vi.resetAllMocks()
})
afterEach(() => vi.useRealTimers())

test('an answer stands for its time, also when the badge is counted meanwhile', async () => {
  const badge = createBadge(freshDatabase())
  await badge.flash('✓')
  await badge.update()
  expect(action.setBadgeText.mock.calls).toEqual([[{ text: '✓' }]])

  await badge.flash('?')
  vi.runAllTimers()
  await vi.waitFor(() => expect(action.setBadgeText).toHaveBeenLastCalledWith({ text: '' }))
  expect(action.setBadgeText.mock.calls, 'once, when the last answer ends').toHaveLength(3)
})
