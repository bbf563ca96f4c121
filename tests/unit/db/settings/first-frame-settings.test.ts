import { expect, test } from 'vitest'
import type { DogearDatabase } from '../../../../lib/db/database'
import { getFirstFrameSettings } from '../../../../lib/db/settings/first-frame-settings'
import { getSettings } from '../../../../lib/db/settings/settings'
import { settings } from '../../../../lib/settings/settings'
import { freshDatabase } from '../samples'

/** The same settings as the schemas read them; of the sources, the ids. */
async function readBySchemas(db: DogearDatabase, names: readonly string[]): Promise<unknown> {
  const all = await getSettings(db)
  const wanted = Object.entries(all).filter(([name]) => names.includes(name))
  return { ...Object.fromEntries(wanted), sources: all.sources.map(({ id }) => id) }
}

test.each([
  ['nothing', []],
  [
    'what a user chose',
    [
      { name: 'sources', value: [{ id: 'arxiv:cs.CL', isCounted: false }] },
      { name: 'shownSource', value: 'arxiv:cs.CL' },
      { name: 'showsReplacements', value: true },
      { name: 'period', value: 'week' },
      { name: 'listSort', value: 'stars' },
      { name: 'listFilters', value: ['saved', 'watched'] },
      { name: 'density', value: 'compact' },
      { name: 'hasThumbnails', value: true },
      { name: 'hasSeenKeyHint', value: true },
    ],
  ],
  ['what no setting can be', Object.keys(settings).map((name) => ({ name, value: { odd: 1 } }))],
])('the first frame reads what the schemas read, where %s is stored', async (_what, rows) => {
  const db = freshDatabase()
  await db.settings.bulkPut(rows)
  const first = await getFirstFrameSettings(db)
  expect(first).toEqual(await readBySchemas(db, Object.keys(first)))
})

test('the source that is shown is one of those that the user has', async () => {
  const db = freshDatabase()
  await db.settings.bulkPut([
    { name: 'sources', value: [{ id: 'arxiv:cs.CL', isCounted: true }] },
    { name: 'shownSource', value: 'hf-daily' },
  ])
  expect((await getFirstFrameSettings(db)).shownSource).toBe('arxiv:cs.CL')
})
