import { addDays } from '../../../scripts/stand-in/days'
import type { DailyItem } from '../../../scripts/stand-in/papers'
import { readLocale } from '../../unit/i18n/locale'
import { expect, test } from '../browser/extension'
import { layoutProblems } from '../browser/layout'
import { openToolbarPopup } from '../browser/toolbar-popup'
import { readerOf, sendFromPopup, soon } from '../browser/toolbar-reader'

const api = '/api/daily_papers'
const dayLength = 86_400_000
const english = readLocale('en')

/** The messages that say which state a list is in, and those that are said of it elsewhere. */
const states = [...english.keys()].filter((key) => /^(?:state|unreadable|failure)\./.test(key))
const saidElsewhere: Readonly<Record<string, string>> = {
  'failure.rateLimitedSoon': 'where no time is given to wait until',
  'failure.timeout': 'after 20 seconds: faults-replies.spec.ts',
  'failure.noBackup': 'by the options',
  'failure.cancelled': 'what the user stopped needs no words',
  'failure.refused': 'to pages: worker.spec.ts',
  'failure.orphaned': 'by bar and marks: annotations.spec.ts',
  'failure.unexpected': 'of a fault of our own',
}

/** Makes the popup's page take another time for now. Stands alone. */
function shiftClock(by: number): void {
  const Real = Date
  globalThis.Date = class extends Real {
    constructor(...given: readonly unknown[]) {
      super(...((given.length === 0 ? [Real.now() + by] : given) as [number]))
    }
    static override now() {
      return Real.now() + by
    }
  } as DateConstructor
}

/** Makes the database one that can't be opened. Stands alone. */
function breakDatabase(): void {
  IDBFactory.prototype.open = () => {
    throw new DOMException('Internal error opening backing store', 'UnknownError')
  }
}

/** Notes that the browser has lost what was backed up, as the worker does when it starts. Stands alone. */
function noteLoss(at: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('dogear')
    opening.onerror = () => reject(opening.error)
    opening.onsuccess = () => {
      const db = opening.result
      const writing = db.transaction('backupStates', 'readwrite')
      const rows = writing.objectStore('backupStates')
      const reading = rows.get('backup')
      reading.onsuccess = () =>
        rows.put({ ...reading.result, trouble: 'lost', entries: 2, backedUpAt: at })
      writing.onerror = () => reject(writing.error)
      writing.oncomplete = () => {
        db.close()
        resolve()
      }
    }
  })
}

/** Leaves the data as a newer version would. Stands alone. */
function upgradeDatabase(): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('dogear', 20)
    opening.onerror = () => reject(opening.error)
    opening.onsuccess = () => resolve(opening.result.close())
  })
}

/** A Wednesday of a month that has not begun, in the midst of it, and how far away that is in milliseconds. */
function comingWednesday(today: string) {
  const next = addDays(`${addDays(`${today.slice(0, 7)}-28`, 10).slice(0, 7)}-28`, 10)
  const middle = `${next.slice(0, 7)}-17`
  const day = addDays(middle, (10 - new Date(middle).getUTCDay()) % 7)
  return { day, away: Date.parse(day) - Date.parse(today) }
}

test.use({ prepare: { run: (standIn) => standIn.setFault(api, { kind: 'hold' }) } })

test('every state of a list says what it is and leads on, in the popup of the toolbar button', async ({
  extension,
}, testInfo) => {
  const { standIn, worker } = extension
  const today = standIn.today()
  const items = standIn.itemsOf(today)
  let popup = await openToolbarPopup(extension)
  let read = readerOf(popup)
  const open = async () => {
    await popup.close()
    popup = await openToolbarPopup(extension)
    read = readerOf(popup)
  }
  const rows = () => read.count('main > ol > .paper-row')
  const said = new Set<string>()
  /** Waits until the popup says a message, with these words at its places or with any. */
  const says = async (key: string, ...words: readonly string[]) => {
    const forms = (english.get(key) ?? []).map((form) =>
      form
        .split(/\$(\d)/)
        .map((part, index) =>
          index % 2 === 0 ? literally(part) : (words[Number(part) - 1] ?? '.+?'),
        )
        .join(''),
    )
    const form = new RegExp(forms.join('|'))
    await soon(read.around, key).toMatch(form)
    said.add(key)
  }
  const looksRight = async (name: string) => {
    expect(await layoutProblems((what, given) => popup.run(what, given)), name).toEqual([])
    for (const colorScheme of ['dark', 'light'] as const) {
      await popup.emulateColorScheme(colorScheme)
      const body = Buffer.from(await popup.picture(), 'base64')
      await testInfo.attach(`${name}-${colorScheme}`, { body, contentType: 'image/png' })
      // The colours are all that another scheme changes.
      const found = await read.violations(colorScheme === 'dark' ? ['color-contrast'] : undefined)
      expect(found, `${name}, ${colorScheme}`).toEqual([])
    }
  }
  const chooseDay = (day: string) =>
    popup.run((wanted) => {
      const picker = document.querySelector<HTMLInputElement>('input[type=date]')
      if (picker === null) throw new Error('There is no choice of days')
      picker.value = wanted
      picker.dispatchEvent(new Event('change', { bubbles: true }))
    }, day)
  const refresh = () => read.press('Check for new papers')

  await test.step('before the first list', async () => {
    await says('state.firstRun')
    await says('state.firstRunWhy')
    expect(await read.count('progress')).toBe(1)
    expect(await read.count('.first-key-hint'), 'there is nothing for keys yet').toBe(0)
    await looksRight('first-run')
    await read.press('Stop checking')
    await says('state.notFetched')
    standIn.setFault(api, { kind: 'status', status: 500 })
    await read.press('Try again')
    await says('failure.badReply')
    await says('state.notFetched')
    expect(await read.count('.blank-list[role=alert]')).toBe(1)
    await looksRight('error')
    standIn.clearFaults()
    await read.press('Try again')
    await soon(rows).toBe(items.length)
  })

  await test.step('the hint about the keys, until one is used or it is closed', async () => {
    const foot = () =>
      popup.run(() => JSON.stringify(document.querySelector('.key-hints')?.getBoundingClientRect()))
    const hint = () => read.count('.first-key-hint')
    await soon(hint).toBe(1)
    const before = await foot()
    await looksRight('hint')
    await open()
    await soon(hint, 'it comes again').toBe(1)
    await popup.press('q')
    expect(await hint(), 'a key that does nothing').toBe(1)
    await popup.press('j')
    await soon(hint).toBe(0)
    expect(await foot(), 'what comes after it is as high').toBe(before)
    await open()
    await soon(rows).toBe(items.length)
    expect(await hint()).toBe(0)
    await sendFromPopup(popup, 'changeSettings', { hasSeenKeyHint: false })
    await soon(hint).toBe(1)
    await read.press('Close the hint')
    await soon(hint).toBe(0)
  })

  await test.step('a list that grew, one with something unreadable, and a refresh that fails', async () => {
    const yesterday = standIn.itemsOf(addDays(today, -1))
    const [first] = items
    const broken = { ...first, paper: { ...first?.paper, id: 'no id' } } as DailyItem
    standIn.setDay(today, [...yesterday.slice(0, 3), ...items.slice(0, 5), broken])
    await refresh()
    await read.press('Show 3 new papers')
    await soon(rows, 'and one that shrank loses nothing').toBe(items.length + 3)
    expect((await read.papers())[0]).toBe(`arxiv:${yesterday[0]?.paper.id}`)
    await says('state.skipped', '1')
    standIn.setFault(api, { kind: 'drop' })
    await refresh()
    await says('failure.offline', 'Hugging Face')
    await says('failure.lastListKept')
    await says('state.tryAgain')
    expect(await rows()).toBe(items.length + 3)
    await looksRight('offline')
    standIn.clearFaults()
    await read.press('Try again')
    await soon(() => read.count('main [role=alert]')).toBe(0)
  })

  await test.step('other lists, on their way and not to be had', async () => {
    standIn.setFault(api, { kind: 'hold' })
    const old = addDays(today, -40)
    await chooseDay(old)
    await says('state.loadingDay')
    standIn.clearFaults()
    await soon(rows).toBe(standIn.itemsOf(old).length)
    standIn.setFault(api, { kind: 'hold' })
    await popup.press('4')
    await says('state.loadingTrending')
    await read.press('Stop checking')
    await says('state.notFetchedTrending')
    standIn.clearFaults()
    standIn.setFault(api, { kind: 'body', body: '[]' })
    await read.press('Try again')
    await says('state.noneTrending')
    standIn.clearFaults()
    await refresh()
    await soon(rows).toBeGreaterThan(0)
    await popup.press('1')
    await soon(() => read.text('.period-tabs [aria-current]')).toBe('Day')
    // What the worker is asked now it does after what the key has asked.
    await sendFromPopup(popup, 'changeSettings', { period: 'day' })
  })

  await test.step('a change that can not be stored', async () => {
    await worker.evaluate(() => {
      const { prototype } = IDBObjectStore
      const { add, put } = prototype
      const refuse = () => {
        throw new DOMException('The disk is full', 'QuotaExceededError')
      }
      Object.assign(prototype, { add: refuse, put: refuse })
      Object.assign(globalThis, { makeRoom: () => Object.assign(prototype, { add, put }) })
    })
    await soon(rows).toBeGreaterThan(1)
    await read.focus((await read.papers())[1] ?? '')
    await soon(read.focused, 'the key is for its row').toContain('title of')
    await popup.press('s')
    await says('failure.storage')
    expect(await read.count('.paper-row.saved'), 'nothing is shown as saved').toBe(0)
    await worker.evaluate(() => (globalThis as unknown as Room).makeRoom())
    await popup.press('s')
    await soon(read.news).toContain('Saved: ')
    await soon(() => read.count('.paper-row.saved')).toBe(1)
  })

  await test.step('periods without papers, and why', async () => {
    const { day, away } = comingWednesday(today)
    const clock = `(${shiftClock})(${away})`
    // The worker asks for no list of a day that is still to come.
    await worker.evaluate(clock)
    await popup.reload(clock)
    await soon(rows).toBeGreaterThan(0)
    await soon(() => read.text('.list-header-day p'), 'how old it is').toMatch(
      /updated \d+ days ago/,
    )
    await chooseDay(day)
    await says('state.notOpenYet', 'Wednesday')
    await says('state.lastList')
    await says('state.showLast')
    await looksRight('not-open-yet')
    await popup.press('[')
    await says('state.noPapersDay', 'Tuesday')
    await popup.press('[')
    await popup.press('[')
    await says('state.noPapersWeekend', 'Sunday')
    await looksRight('weekend')
    for (let press = 0; press < 3; press += 1) await popup.press(']')
    await says('state.notOpenYet', 'Wednesday')
    await popup.press('2')
    await says('state.weekBegun')
    await popup.press('[')
    await says('state.noPapersIn')
    await popup.press('3')
    await says('state.monthBegun')
    await popup.press('1')
    await read.press('Show ')
    await soon(rows).toBeGreaterThan(0)
    await popup.reload(clock)
    await says('state.notOpenYet', 'Wednesday')
    expect(await rows(), 'below the last list').toBeGreaterThan(0)
    await looksRight('last-list')
    await worker.evaluate(`(${shiftClock})(${-away})`)
  })

  await test.step('nothing new', async () => {
    await popup.reload('')
    await soon(rows).toBeGreaterThan(0)
    const listed = [...items, ...standIn.itemsOf(addDays(today, -1))]
    const paperIds = listed.map(({ paper }) => `arxiv:${paper.id}`)
    await sendFromPopup(popup, 'markSeen', { paperIds })
    await popup.press('0')
    await says('state.nothingNew')
    await says('state.nothingNewWhy')
    await popup.reload(`(${shiftClock})(${2 * dayLength})`)
    await says('state.nothingNewSince')
    await looksRight('nothing-new')
    await popup.press('1')
  })

  await test.step('trouble with the data', async () => {
    await popup.run(noteLoss, Date.now())
    await popup.reload('')
    await says('trouble.lost')
    await says('trouble.backup')
    await looksRight('lost')
    await popup.reload(`(${breakDatabase})()`)
    await says('unreadable.closed')
    await says('unreadable.closedWhy')
    await looksRight('closed')
    await read.press('Try again')
    await soon(rows, 'another try opens it').toBeGreaterThan(0)
    standIn.setFault(api, { kind: 'status', status: 429, headers: { 'retry-after': '600' } })
    await refresh()
    await says('failure.rateLimited', 'Hugging Face')
    await popup.run(upgradeDatabase)
    await popup.reload('')
    await says('unreadable.newer')
    await says('unreadable.newerWhy')
    await looksRight('newer')
  })

  const missing = states.filter((key) => !said.has(key) && !(key in saidElsewhere))
  expect(missing, 'states that this test does not reach').toEqual([])
})

function literally(text: string): string {
  return text.replace(/[.*+?^()[\]{}|\\]/g, '\\$&')
}

interface Room {
  makeRoom(): void
}
