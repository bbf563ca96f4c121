import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createDraft } from '../../../../lib/hooks/edits/draft'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A store that answers when it is told to. */
function setUp(stored = '') {
  const sent: string[] = []
  const answers: ((isStored: boolean) => void)[] = []
  const draft = createDraft(stored, (text) => {
    sent.push(text)
    return new Promise((resolve) => answers.push(resolve))
  })
  async function answer(isStored: boolean): Promise<void> {
    answers.shift()?.(isStored)
    await vi.advanceTimersByTimeAsync(0)
  }
  return { draft, sent, answer }
}

describe('a draft', () => {
  test('is stored after a pause, and once', () => {
    const { draft, sent } = setUp()
    draft.write('a')
    vi.advanceTimersByTime(300)
    draft.write('ab')
    vi.advanceTimersByTime(300)
    expect(sent).toEqual([])
    vi.advanceTimersByTime(100)
    draft.flush()
    expect(sent).toEqual(['ab'])
  })

  test('is stored at once when it is flushed, before anything is awaited', () => {
    const { draft, sent } = setUp()
    draft.write('half a thought')
    draft.flush()
    expect(sent).toEqual(['half a thought'])
    vi.advanceTimersByTime(1_000)
    expect(sent).toHaveLength(1)
  })

  test('that was not written to is not sent', () => {
    const { draft, sent } = setUp('kept')
    draft.flush()
    draft.write('kept')
    draft.flush()
    expect(sent).toEqual([])
  })

  test('is newer than what comes back from the database', async () => {
    const { draft, answer } = setUp()
    draft.write('a')
    draft.flush()
    draft.write('ab')
    draft.update('a')
    expect(draft.text, 'while it is written').toBe('ab')
    await answer(true)
    draft.flush()
    draft.update('a')
    expect(draft.text, 'and while it is stored').toBe('ab')
    await answer(true)
    draft.update('from another tab')
    expect(draft.text).toBe('from another tab')
  })

  test('that could not be stored is kept and sent again', async () => {
    const { draft, sent, answer } = setUp('old')
    draft.write('new')
    draft.flush()
    await answer(false)
    draft.update('other')
    expect(draft.text).toBe('new')
    draft.flush()
    expect(sent).toEqual(['new', 'new'])
    await answer(true)
    draft.flush()
    expect(sent).toHaveLength(2)
  })
})
