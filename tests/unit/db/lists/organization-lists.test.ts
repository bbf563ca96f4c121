import { expect, test, vi } from 'vitest'
import type { DogearDatabase } from '../../../../lib/db/database'
import { getList, storeList } from '../../../../lib/db/lists/lists'
import { makeOrganizationLists } from '../../../../lib/db/lists/organization-lists'
import { getSyncState } from '../../../../lib/db/states/sync-states'
import { readUnseenLists } from '../../../../lib/queries/unseen-lists'
import { freshDatabase, listed, nth } from '../samples'

const source = 'hf-org:lakeside'
const key = 'hf-org:lakeside/latest'
const now = Date.UTC(2026, 6, 23, 9)

/** A daily list, of which the papers with even numbers are of the organisation. */
async function store(db: DogearDatabase, day: string, numbers: readonly number[]): Promise<void> {
  const items = numbers.map((number) =>
    listed(nth(number), {
      organization: 'The Lake',
      organizationHandle: number % 2 === 0 ? 'Lakeside' : 'other',
    }),
  )
  const period = { kind: 'day', day } as const
  await storeList(db, { source: 'hf-daily', period, items, skipped: 0, now: Date.parse(day) })
}

test('the list of an organisation has its papers of all daily lists, the newest first', async () => {
  const db = freshDatabase()
  await store(db, '2026-07-22', [4, 1, 2])
  await store(db, '2026-07-21', [3, 6])
  await makeOrganizationLists(db, ['hf-daily', source, 'hf-org:nobody'])
  expect(await getList(db, key)).toEqual({
    key,
    source,
    period: { kind: 'latest' },
    paperIds: [nth(4), nth(2), nth(6)],
    days: { [nth(4)]: '2026-07-22', [nth(2)]: '2026-07-22', [nth(6)]: '2026-07-21' },
    skipped: 0,
    fetchedAt: Date.parse('2026-07-22'),
  })
  expect(await getList(db, 'hf-org:nobody/latest')).toMatchObject({ paperIds: [] })
  expect(await getSyncState(db, source)).toMatchObject({ countFrom: '2026-07-22' })
})

test('where no daily list is at hand there is none', async () => {
  const db = freshDatabase()
  await makeOrganizationLists(db, [source])
  expect(await getList(db, key)).toBeUndefined()
  expect(await getSyncState(db, source)).toBeUndefined()
})

test('one that says the same is not written but for its time', async () => {
  const db = freshDatabase()
  await store(db, '2026-07-21', [2])
  await makeOrganizationLists(db, [source])
  await store(db, '2026-07-22', [1])
  const put = vi.spyOn(db.lists, 'put')
  await makeOrganizationLists(db, [source])
  expect(put).not.toHaveBeenCalled()
  expect((await getList(db, key))?.fetchedAt).toBe(Date.parse('2026-07-22'))
})

test('what is new of an organisation counts once, in the daily list where that is chosen too', async () => {
  const db = freshDatabase()
  await store(db, '2026-07-21', [2, 3])
  await makeOrganizationLists(db, [source])
  await store(db, '2026-07-22', [1, 4])
  await makeOrganizationLists(db, [source])
  const news = async (sources: readonly string[]) =>
    (await readUnseenLists(db, now, undefined, sources)).lists.map(
      ({ source: of, day, papers }) => [of, day, papers.map(({ id }) => id)],
    )
  expect(await news([source])).toEqual([
    [source, '2026-07-22', [nth(4)]],
    [source, '2026-07-21', [nth(2)]],
  ])
  expect(await news(['hf-daily', source])).toEqual([
    ['hf-daily', '2026-07-22', [nth(1), nth(4)]],
    ['hf-daily', '2026-07-21', [nth(2), nth(3)]],
  ])
})
