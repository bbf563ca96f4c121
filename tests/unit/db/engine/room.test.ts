import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { editEntries, editEntry } from '../../../../lib/db/entries/entries'
import { getEntries } from '../../../../lib/db/entries/stored-entries'
import { storeAbstracts } from '../../../../lib/db/papers/abstracts'
import { changeSettings } from '../../../../lib/db/settings/settings'
import { recordRequest } from '../../../../lib/db/states/host-states'
import { failureOf } from '../../../../lib/errors/failure'
import { freshDatabase, nth } from '../samples'

const estimate = vi.fn<() => Promise<StorageEstimate>>()
const full = { quota: 1_000_000, usage: 999_000 }
const roomy = { quota: 1_000_000_000, usage: 999_000 }

beforeEach(() => {
  vi.stubGlobal('navigator', { storage: { estimate } })
  estimate.mockReset().mockResolvedValue(roomy)
})

const save = (db: ReturnType<typeof freshDatabase>) =>
  editEntry(db, { paperId: nth(1), status: 'saved' }, 9)

describe('on a full disk', () => {
  beforeEach(() => void estimate.mockResolvedValue(full))

  test('no write begins, and reads go on', async () => {
    const db = freshDatabase()
    const writes = [
      save(db),
      editEntries(db, [{ paperId: nth(1), status: 'saved' }], 9),
      recordRequest(db, 'example.com', 9),
      changeSettings(db, { keepDays: 30 }),
    ]
    for (const write of writes) {
      const error = await write.catch((reason: unknown) => reason)
      expect(failureOf(error)).toEqual({ code: 'storage', message: 'The disk has 1000 bytes left' })
    }
    expect((await getEntries(db, [nth(1)])).size).toBe(0)
  })

  test('the next write finds it when there is room again', async () => {
    const db = freshDatabase()
    await expect(save(db)).rejects.toThrow()
    estimate.mockResolvedValue(roomy)
    expect(await save(db)).toMatchObject({ status: 'saved' })
  })
})

describe('where there is room', () => {
  test('a transaction looks once, and one within it no more', async () => {
    const db = freshDatabase()
    await editEntries(
      db,
      [nth(1), nth(2)].map((paperId) => ({ paperId, status: 'saved' })),
      9,
    )
    expect(estimate).toHaveBeenCalledTimes(1)
  })

  test.each([
    ['knows no quota', () => estimate.mockResolvedValue({})],
    ['does not tell', () => estimate.mockRejectedValue(new TypeError('Not here'))],
    ['has no such question', () => vi.stubGlobal('navigator', undefined)],
  ])('a browser that %s is believed to have it', async (_what, arrange) => {
    arrange()
    expect(await save(freshDatabase())).toMatchObject({ status: 'saved' })
  })
})

test('a write of ours outside of a transaction, which would not look, fails in tests', async () => {
  const db = freshDatabase()
  const writing = storeAbstracts(db, [{ id: nth(1), text: 'About examples.' }])
  await expect(writing).rejects.toThrow('outside of db.transaction')
})
