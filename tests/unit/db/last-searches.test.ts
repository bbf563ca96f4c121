import { expect, test } from 'vitest'
import { forgetSearches, noteSearch } from '../../../lib/db/last-searches'
import { getSetting } from '../../../lib/db/settings'
import { freshDatabase } from './samples'

test('searches that come together are all remembered, and forgotten', async () => {
  const db = freshDatabase()
  await Promise.all(['caches', 'heads', ' caches '].map((search) => noteSearch(db, search)))
  expect(await getSetting(db, 'lastSearches')).toEqual(['caches', 'heads'])
  await forgetSearches(db)
  expect(await getSetting(db, 'lastSearches')).toEqual([])
})
