import { expect, test, vi } from 'vitest'
import { forgetSearches, noteSearch } from '../../../../lib/db/settings/last-searches'
import { getSetting } from '../../../../lib/db/settings/settings'
import { fakeLocks } from '../../fake-locks'
import { freshDatabase } from '../samples'

test('searches that come together are all remembered, and forgotten', async () => {
  vi.stubGlobal('navigator', { locks: fakeLocks() })
  const db = freshDatabase()
  await Promise.all(['caches', 'heads', ' caches '].map((search) => noteSearch(db, search)))
  expect(await getSetting(db, 'lastSearches')).toEqual(['caches', 'heads'])
  await forgetSearches(db)
  expect(await getSetting(db, 'lastSearches')).toEqual([])
})
