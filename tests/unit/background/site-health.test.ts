import { expect, test, vi } from 'vitest'
import { createSiteHealth } from '../../../entrypoints/background/site-health'
import { type DogearDatabase, openDatabase } from '../../../lib/db/database'
import { getSiteStates } from '../../../lib/db/states/site-states'
import { freshDatabase } from '../db/samples'

const minute = 60_000

function pageAt(address: string, isPrivate = false) {
  return { address, isPrivate }
}

async function statesOf(db: DogearDatabase) {
  // Nothing waits for what is noted; what is asked for later is answered later.
  await db.transaction('rw', db.siteStates, async () => {})
  return getSiteStates(db)
}

test('of each site the last time is noted and the last trouble, and nothing of the page', async () => {
  const db = freshDatabase()
  const health = createSiteHealth(db)
  vi.spyOn(Date, 'now').mockReturnValue(100 * minute)
  health.noteFound(pageAt('https://arxiv.org/abs/2607.00001'))
  health.noteTrouble(pageAt('https://openreview.net/forum?id=secret'), 'no-title')
  health.noteFound(pageAt('https://reading-group.example/secret'))
  health.noteUnregistered()
  expect(await statesOf(db)).toEqual([
    { site: 'added', foundAt: 100 * minute },
    { site: 'arxiv', foundAt: 100 * minute },
    { site: 'every', trouble: 'not-registered', troubleAt: 100 * minute },
    { site: 'openreview', trouble: 'no-title', troubleAt: 100 * minute },
  ])
})

test('nothing is noted of private windows, nor of pages of the extension', async () => {
  const db = freshDatabase()
  const health = createSiteHealth(db)
  health.noteFound(pageAt('https://arxiv.org/abs/2607.00001', true))
  health.noteTrouble(pageAt('https://arxiv.org/abs/2607.00001', true), 'failed')
  health.noteFound(undefined)
  expect(await statesOf(db)).toEqual([])
})

test('it is written once in ten minutes, also by one worker after the other', async () => {
  const db = freshDatabase()
  const clock = vi.spyOn(Date, 'now')
  const page = pageAt('https://arxiv.org/abs/2607.00001')
  const put = vi.fn()
  db.siteStates.hook('creating', put)
  db.siteStates.hook('updating', put)
  for (let at = 0; at < 25; at += 1) {
    clock.mockReturnValue((100 + at) * minute)
    createSiteHealth(at % 2 === 0 ? db : openDatabase(db.name)).noteFound(page)
    await statesOf(db)
  }
  expect(await statesOf(db)).toEqual([{ site: 'arxiv', foundAt: 120 * minute }])
  const health = createSiteHealth(db)
  const asked = vi.spyOn(db, 'transaction')
  for (let n = 0; n < 100; n += 1) health.noteFound(page)
  expect(asked).toHaveBeenCalledTimes(1)
})
