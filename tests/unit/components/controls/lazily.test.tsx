import { waitFor } from '@testing-library/dom'
import { expect, test } from 'vitest'
import { lazily } from '../../../../components/controls/lazily'
import { show } from '../render'

const Word = ({ word }: { word: string }) => <b>{word}</b>

test('the placeholder stands there until the code is loaded, and not again', async () => {
  const Later = lazily(async () => Word)
  const { element, draw } = show(<Later word="here" placeholder="soon" />)
  expect(element.textContent).toBe('soon')
  await waitFor(() => expect(element.textContent).toBe('here'))
  draw(null)
  draw(<Later word="again" placeholder="soon" />)
  expect(element.textContent).toBe('again')
})

test('what was loaded ahead is there at once', async () => {
  const Later = lazily(async () => Word)
  await Later.load()
  expect(show(<Later word="here" placeholder="soon" />).element.textContent).toBe('here')
})

test('what could not be loaded is tried again', async () => {
  let tries = 0
  const Later = lazily(async () => {
    tries += 1
    if (tries === 1) throw new Error('No connection')
    return Word
  })
  await expect(Later.load()).rejects.toThrow('No connection')
  const { element } = show(<Later word="here" />)
  await waitFor(() => expect(element.textContent).toBe('here'))
})
