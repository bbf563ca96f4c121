import { expect, test } from 'vitest'
import { until } from '../../../scripts/until'

test('gives what is found, as soon as it is', async () => {
  const answers = [undefined, undefined, 'there']
  expect(await until('it is there', 5, async () => answers.shift())).toBe('there')
  expect(answers).toEqual([])
})

test.each([
  ['finds nothing', async () => undefined],
  ['gets no answer', () => new Promise<undefined>(() => {})],
])('is over in time where it %s', async (_what, look) => {
  await expect(until('it is there', 0.1, look)).rejects.toThrow(
    'Waited 0.1 seconds in vain: it is there',
  )
})

test('throws what looking throws', async () => {
  const look = () => Promise.reject(new Error('broken'))
  await expect(until('it is there', 5, look)).rejects.toThrow('broken')
})
