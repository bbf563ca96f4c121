import { waitFor } from '@testing-library/dom'
import { expect, test } from 'vitest'
import { type BeginRequest, useLatestRequest } from '../../../lib/hooks/use-latest-request'
import { show } from './render'

function begun() {
  const given: BeginRequest[] = []
  function Asker() {
    given.push(useLatestRequest())
    return null
  }
  const { draw } = show(<Asker />)
  draw(<Asker />)
  const [begin] = given
  if (begin === undefined) throw new Error('Nothing was drawn')
  return { begin, given, draw }
}

test('of several requests the latest counts', () => {
  const { begin, given } = begun()
  const isFirstLatest = begin()
  expect(isFirstLatest()).toBe(true)
  const isSecondLatest = begin()
  expect([isFirstLatest(), isSecondLatest()]).toEqual([false, true])
  expect(new Set(given).size).toBe(1)
})

test('when the component has gone, none counts', async () => {
  const { begin, draw } = begun()
  const isLatest = begin()
  draw(null)
  await waitFor(() => expect(isLatest()).toBe(false))
})
