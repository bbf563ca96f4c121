import { getByRole, waitFor } from '@testing-library/dom'
import { expect, test, vi } from 'vitest'
import { type Reporter, useReporter } from '../../../../components/controls/toast'
import { expectAccessible, show, toastIn } from '../render'

function reporting() {
  let reporter: Reporter | undefined
  let drawn = 0
  function Page() {
    reporter = useReporter()
    drawn += 1
    return null
  }
  const screen = show(<Page />)
  if (reporter === undefined) throw new Error('Nothing was drawn')
  return { screen, reporter, drawn: () => drawn }
}

test('a toast goes by itself, and draws nothing again but its own line', async () => {
  vi.useFakeTimers()
  const { screen, reporter, drawn } = reporting()
  reporter.report({ text: 'Saved' })
  await vi.waitFor(() => expect(toastIn(screen)).toBe('Saved'))
  await vi.advanceTimersByTimeAsync(9_000)
  expect(toastIn(screen)).toBe('Saved')
  await vi.advanceTimersByTimeAsync(2_000)
  expect(toastIn(screen)).toBe('')
  expect(drawn()).toBe(1)
  vi.useRealTimers()
})

test('a problem is an alert, in words, and stays until there is another toast', async () => {
  vi.useFakeTimers()
  const { screen, reporter } = reporting()
  reporter.reportFailure({ code: 'storage', message: 'QuotaExceededError' })
  await vi.advanceTimersByTimeAsync(60_000)
  expect(getByRole(screen.element, 'alert').textContent).not.toContain('QuotaExceededError')
  expect(toastIn(screen)).not.toBe('')
  reporter.report({ text: 'Saved' })
  await vi.waitFor(() => expect(toastIn(screen)).toBe('Saved'))
  vi.useRealTimers()
})

test('what a toast offers is a button', async () => {
  const { screen, reporter } = reporting()
  const onPress = vi.fn()
  reporter.report({ text: 'Saved', action: { label: 'Undo', onPress } })
  await waitFor(() => getByRole(screen.element, 'button', { name: 'Undo' }))
  await screen.user.click(getByRole(screen.element, 'button', { name: 'Undo' }))
  expect(onPress).toHaveBeenCalledOnce()
  await expectAccessible(screen.element)
})
