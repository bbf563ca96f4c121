import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changeEntry } from '../../../lib/papers/change-entry'
import { type Entry, isSameTag, normalizeTag, statuses } from '../../../lib/papers/entry'
import { putBack, recordOf } from '../../../lib/papers/entry-record'
import { nth } from '../db/samples'

const noted: Entry = {
  paperId: nth(1),
  tags: ['kv-cache'],
  note: 'Read section 3 again',
  createdAt: 1,
  updatedAt: 2,
}

describe('an entry', () => {
  test('begins with the first status', () => {
    expect(changeEntry(undefined, nth(1), { status: 'saved' }, 5)).toEqual({
      paperId: nth(1),
      status: 'saved',
      statusAt: 5,
      tags: [],
      note: '',
      createdAt: 5,
      updatedAt: 5,
    })
  })

  test('keeps tags, note and its beginning when the status changes', () => {
    const saved = changeEntry(noted, nth(1), { status: 'saved' }, 5)
    expect(saved).toEqual({ ...noted, status: 'saved', statusAt: 5, updatedAt: 5 })
    expect(changeEntry(saved, nth(1), { status: 'read' }, 6)).toEqual({
      ...noted,
      status: 'read',
      statusAt: 6,
      updatedAt: 6,
    })
  })

  test('has neither status nor its time once the status is taken back', () => {
    const saved = changeEntry(noted, nth(1), { status: 'saved' }, 5)
    expect(changeEntry(saved, nth(1), { status: null }, 7)).toStrictEqual({
      ...noted,
      updatedAt: 7,
    })
  })

  test('gets and loses tags one by one, each once, whatever its case', () => {
    const tagged = changeEntry(noted, nth(1), { addTags: ['KV-Cache', ' #to  cite ', ''] }, 5)
    expect(tagged.tags).toEqual(['kv-cache', 'to cite'])
    expect(changeEntry(tagged, nth(1), { removeTags: ['TO CITE'] }, 6).tags).toEqual(['kv-cache'])
    expect(changeEntry(noted, nth(1), { note: 'x' }, 6).tags).toBe(noted.tags)
  })

  test('keeps status and tags when the note changes', () => {
    const saved = changeEntry(noted, nth(1), { status: 'saved' }, 5)
    expect(changeEntry(saved, nth(1), { note: 'x' }, 6)).toEqual({
      ...saved,
      note: 'x',
      updatedAt: 6,
    })
  })

  test('is as before once a change is put back, but for the time of the edit', () => {
    const change = fc.record(
      {
        status: fc.option(fc.constantFrom(...statuses)),
        addTags: fc.array(fc.constantFrom('a', 'b', 'c')),
        removeTags: fc.array(fc.constantFrom('a', 'b', 'c')),
        note: fc.string(),
      },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(fc.array(change), change, (history, last) => {
        const before = history.reduce<Entry | undefined>(
          (entry, step) => changeEntry(entry, nth(1), step, 1),
          undefined,
        )
        const after = changeEntry(before, nth(1), last, 1)
        const record = recordOf(before, after)
        if (record === undefined) return
        const { entry } = putBack(record, after, 'before', 2)
        expect(entry).toEqual(before === undefined ? undefined : { ...before, updatedAt: 2 })
      }),
    )
  })
})

describe('a tag', () => {
  test.each([
    ['  kv-cache ', 'kv-cache'],
    ['#to-cite', 'to-cite'],
    ['two  words\n', 'two words'],
    [' # ', ''],
    ['x'.repeat(100), 'x'.repeat(60)],
  ])('%j is kept as %j', (text, tag) => {
    expect(normalizeTag(text)).toBe(tag)
  })

  test('is the same in any case', () => {
    expect(isSameTag('LLM', 'llm')).toBe(true)
    expect(isSameTag('LLM', 'llms')).toBe(false)
  })
})
