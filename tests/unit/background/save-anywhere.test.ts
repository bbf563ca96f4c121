import { beforeEach, expect, test, vi } from 'vitest'
import type { Jobs } from '../../../entrypoints/background/jobs'
import { listenForSaves } from '../../../entrypoints/background/save-anywhere'
import { changeSettingInTurn } from '../../../lib/db/settings/change-setting-in-turn'
import { changeSettings, getSetting } from '../../../lib/db/settings/settings'
import { freshDatabase } from '../db/samples'
import { fakeLocks } from '../fake-locks'

const { browser, click } = vi.hoisted(() => {
  type Listener = (info: object, tab: object) => void
  const listeners: Listener[] = []
  const onClicked = { addListener: (listener: Listener) => void listeners.push(listener) }
  const browser = {
    contextMenus: { onClicked },
    commands: { onCommand: { addListener: () => {} } },
    permissions: { request: async () => true },
  }
  const click: Listener = (info, tab) => {
    for (const listener of listeners) listener(info, tab)
  }
  return { browser, click }
})

vi.mock('wxt/browser', () => ({ browser }))

beforeEach(() => vi.stubGlobal('navigator', { locks: fakeLocks() }))

test('a site that is switched on from the menu and one that a page switches off do not undo each other', async () => {
  const db = freshDatabase()
  await db.settings.put({ name: 'sitesOff', value: ['openreview', 'dblp'] })
  const updated = later()
  const siteAccess = { update: async () => updated.resolve() }
  listenForSaves({ db, siteAccess } as unknown as Jobs)

  const isFree = later()
  const paging = changeSettingInTurn(
    db,
    'sitesOff',
    (before) => [...before, 'github'],
    async (changes) => {
      await isFree.promise
      await changeSettings(db, changes)
    },
  )
  click({ menuItemId: 'mark-site' }, { url: 'https://dblp.org/rec/1' })
  // Time enough for the worker, if it did not wait for its turn.
  for (let turn = 0; turn < 20; turn += 1) await getSetting(db, 'sitesOff')
  isFree.resolve()
  await Promise.all([paging, updated.promise])
  expect(await getSetting(db, 'sitesOff')).toEqual(['openreview', 'github'])
})

test('a list that was not made in turn can not be stored', () => {
  const db = freshDatabase()
  // @ts-expect-error: the type is what keeps anybody from it
  const store = () => changeSettings(db, { sitesOff: ['dblp'] })
  expect(store).toBeTypeOf('function')
})

function later(): { promise: Promise<void>; resolve: () => void } {
  let resolve = () => {}
  const promise = new Promise<void>((done) => {
    resolve = done
  })
  return { promise, resolve }
}
