import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { watchLimits } from '../../../lib/papers/limits'
import {
  applyWatchChange,
  findWatch,
  followQuestion,
  type Watch,
  watchName,
} from '../../../lib/papers/watch'

const watch: Watch = {
  id: '1',
  question: '"early exit"',
  createdAt: 1,
  isEnabled: true,
  notifies: true,
}

describe('the name of a watch', () => {
  test.each([
    ['"early exit"', '"early exit"'],
    ['org:"Lakeside Lab"', 'Lakeside Lab'],
    ['author:lane', 'lane'],
    ['tag:kv-cache', 'kv-cache'],
    ['org:"Lakeside Lab" -survey', 'org:"Lakeside Lab" -survey'],
  ])('of %j is %j', (question, name) => {
    expect(watchName({ question })).toBe(name)
  })

  test('is what the user calls it, where they do', () => {
    expect(watchName({ question: 'cache', name: 'Caches' })).toBe('Caches')
    expect(watchName({ question: 'cache', name: '' })).toBe('cache')
  })
})

describe('following', () => {
  test('asks for the name as it stands, without its quotes', () => {
    expect(followQuestion('author', 'Yi “Bo”  Li')).toBe('author:"Yi Bo Li"')
  })

  test('is recognised by what it asks, whatever the case', () => {
    const watches = [watch, { ...watch, id: '2', question: 'org:"Lakeside Lab"' }]
    expect(findWatch(watches, followQuestion('org', 'LAKESIDE lab'))?.id).toBe('2')
    expect(findWatch(watches, followQuestion('author', 'Lakeside Lab'))).toBeUndefined()
  })

  test('a name gives a question that is no longer than it may be, and is closed', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 2 * watchLimits.question, size: 'max' }), (name) => {
        const question = followQuestion('author', name)
        expect(question.length).toBeLessThanOrEqual(watchLimits.question)
        expect(question).toMatch(/^author:"[^"]*"$/)
      }),
    )
  })
})

describe('a change', () => {
  test('leaves what it does not name', () => {
    expect(applyWatchChange(watch, { isEnabled: false })).toEqual({ ...watch, isEnabled: false })
  })

  test('an empty name takes the name away', () => {
    const named = applyWatchChange(watch, { name: '  Exits ' })
    expect(named.name).toBe('Exits')
    expect(applyWatchChange(named, { question: ' a   b ' })).toEqual({ ...named, question: 'a b' })
    expect(applyWatchChange(named, { name: '' })).toEqual(watch)
  })
})
