import { describe, expect, it } from 'vitest'
import { addSearch, maxSearches } from '../../../lib/settings/last-searches'

describe('addSearch', () => {
  it('puts the newest first, and none twice', () => {
    expect(addSearch(['b', 'a'], 'A ')).toEqual(['A', 'b'])
  })

  it('forgets what was searched for on the way', () => {
    expect(addSearch(['atten', 'att'], 'attention')).toEqual(['attention', 'att'])
  })

  it('takes no empty one, and keeps a few', () => {
    const full = Array.from({ length: maxSearches }, (_, index) => `search ${index}`)
    expect(addSearch(full, '  ')).toBe(full)
    expect(addSearch(full, 'search 0')).toBe(full)
    expect(addSearch(full, 'new')).toEqual(['new', ...full.slice(0, -1)])
  })
})
