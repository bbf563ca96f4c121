import { describe, expect, test } from 'vitest'
import type { Request } from '../../../lib/messaging/protocol'
import { pageSettingChanges, settings } from '../../../lib/settings/settings'

describe('the changes that a page may ask for', () => {
  const schema = pageSettingChanges()
  const isFine = (changes: unknown) => schema.safeParse(changes).success

  test('are of every setting but those of the worker', () => {
    const refused = Object.entries(settings).filter(
      ([name, { initial }]) => !isFine({ [name]: initial }),
    )
    expect(refused.map(([name]) => name)).toEqual(['isWelcomed', 'lastSearches'])
  })

  test('are checked', () => {
    expect(isFine({})).toBe(true)
    expect(isFine({ density: 'loose' })).toBe(false)
    expect(isFine({ density: undefined })).toBe(false)
    expect(isFine({ color: 'red' })).toBe(false)
  })

  test('of a list setting are made from what is stored', () => {
    // @ts-expect-error: it may be made from a stale copy
    const stale: Request<'changeSettings'> = { sitesOff: ['ieee'] }
    expect(isFine(stale)).toBe(true)
  })
})
