import { existsSync } from 'node:fs'
import { appendFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Page } from '@playwright/test'
import { arxivPaperId, type PaperId } from '../../../lib/papers/paper-id'
import { addDays } from '../../../scripts/stand-in/days'
import type { DailyItem } from '../../../scripts/stand-in/papers'
import { between, oneOf, type Random, shuffled } from '../../../scripts/stand-in/random'
import { type Extension, expect, test } from '../browser/extension'
import { badgeFrom, openOptions, sendFrom } from '../browser/extension-page'
import { killWorker } from '../browser/kill-worker'
import { countUnseen, flawsOf, readStored, type Stored } from '../browser/stored-tables'
import { roundsOf } from './fault-rounds'
import { Ledger } from './ledger'

/*
 * Worker and browser are killed at random moments, while papers are saved and shown and lists are fetched. What
 * was acknowledged is there afterwards, and nothing is there by half.
 */

const lists = '/api/daily_papers'

/** A day's list that changes all the time, and now and then grows. */
class GrowingList {
  readonly day: string
  /** Every version of it, as it may be stored. */
  private readonly versions = new Set<string>()
  private items: readonly DailyItem[]
  private readonly others: DailyItem[]

  constructor(
    private readonly standIn: Extension['standIn'],
    private readonly random: Random,
  ) {
    this.day = standIn.today()
    this.items = standIn.itemsOf(this.day)
    this.others = [1, 2, 3].flatMap((back) => standIn.itemsOf(addDays(this.day, -back)))
    this.versions.add(versionOf(this.paperIds))
  }

  get paperIds(): readonly PaperId[] {
    return idsOf(this.items)
  }

  change(): void {
    const more = this.random() < 0.5 ? this.others.splice(0, 1) : []
    this.items = shuffled(this.random, [...this.items, ...more]).map((item) => {
      const upvotes = item.paper.upvotes + between(this.random, 0, 3)
      return { ...item, paper: { ...item.paper, upvotes } }
    })
    this.standIn.setDay(this.day, this.items)
    this.versions.add(versionOf(this.paperIds))
  }

  /** Whether what is stored is one of its versions, and not something between two. */
  isWhole({ lists }: Stored): boolean {
    const stored = lists.get(`hf-daily/day/${this.day}`)
    return stored !== undefined && this.versions.has(versionOf(stored.paperIds))
  }
}

function idsOf(items: readonly DailyItem[]): PaperId[] {
  return items.flatMap(({ paper }) => arxivPaperId(paper.id) ?? [])
}

function versionOf(paperIds: readonly PaperId[]): string {
  return [...paperIds].sort().join(' ')
}

/** What the worker finds in the database, now that it has started again. */
async function expectNothingLost(page: Page, list: GrowingList, ledger: Ledger): Promise<void> {
  const stored = await readStored(page)
  expect(ledger.lossesIn(stored), 'lost').toEqual([])
  expect(flawsOf(stored), 'flaws of the lists').toEqual([])
  expect(list.isWhole(stored), 'a list as it once was').toBe(true)
  await sendFrom(page, 'listTags', {})
  await expect
    .poll(async () => {
      const counted = countUnseen(await readStored(page), list.day)
      return Number(await badgeFrom(page)) - counted
    }, 'the badge, apart from what there is to count')
    .toBe(0)
}

test('a worker that is killed at random moments loses nothing', async ({ extension }) => {
  const { context, standIn } = extension
  const rounds = roundsOf('Worker killed', { few: 3, many: 200, secondsOfRound: 6 })
  const { random } = rounds
  const list = new GrowingList(standIn, random)
  const ledger = new Ledger()
  const page = await openOptions(extension)
  await expect.poll(async () => list.isWhole(await readStored(page))).toBe(true)

  /** How long a sync takes when nothing comes between, in milliseconds: within that time the blow falls. */
  let duration = 1_000
  const sync = async () => {
    const start = performance.now()
    const isSynced =
      (await sendFrom(page, 'syncList', { source: 'hf-daily', force: true }))?.ok === true
    if (isSynced) duration = performance.now() - start
    return isSynced
  }

  standIn.setFault(lists, { kind: 'hold' })
  const before = countAsked(standIn)
  const held = sync()
  await expect.poll(() => countAsked(standIn), 'a sync is under way').toBeGreaterThan(before)
  await killWorker(context)
  standIn.clearFaults()
  expect(await held).toBe(false)
  await expectNothingLost(page, list, ledger)

  const hits = { 'before the request': 0, 'before the answer': 0, 'after it': 0 }
  for (let round = 0; round < rounds.count; round += 1) {
    const asked = countAsked(standIn)
    list.change()
    const some = shuffled(random, list.paperIds)
    const begun = [
      ledger.save(page, oneOf(random, some)),
      ledger.markSeen(page, some.slice(0, between(random, 0, 2))),
      sync(),
    ] as const
    // Half of the blows are for what comes after the request: a small part of the whole, and the one that writes.
    if (round % 2 === 1) await untilAsked(standIn, asked)
    await wait(random() * (round % 2 === 1 ? 150 : duration))
    await killWorker(context)
    const isRequested = countAsked(standIn) > asked
    const [, , isSynced] = await Promise.all(begun)
    hits[isSynced ? 'after it' : isRequested ? 'before the answer' : 'before the request'] += 1
    await expectNothingLost(page, list, ledger)
  }
  rounds.report({ acknowledged: ledger.acknowledged, lost: 0, ...hits })
})

async function untilAsked(standIn: Extension['standIn'], before: number): Promise<void> {
  const start = performance.now()
  while (countAsked(standIn) === before && performance.now() - start < 5_000) await wait(5)
}

/** How often a list was asked for. */
function countAsked({ log }: Extension['standIn']): number {
  return log.filter(({ path }) => path.startsWith(lists)).length
}

/**
 * Leaves half a record at the end of the log of Chromium's database, as a kill between its two writes does: the
 * header of a record, without the record.
 *
 * @param profile of a browser that does not run
 * @returns the path of the log
 */
async function tearLog(profile: string): Promise<string> {
  const folder = join(profile, 'Default', 'IndexedDB')
  const paths = await readdir(folder, { recursive: true })
  const log = paths
    .filter((path) => path.endsWith('.log'))
    .sort()
    .at(-1)
  if (log === undefined) throw new Error('The database has no log')
  const path = join(folder, log)
  // https://github.com/google/leveldb/blob/main/doc/log_format.md: checksum, length, type.
  await appendFile(path, Buffer.from([1, 2, 3, 4, 120, 0, 1]))
  return path
}

test('a browser that is killed at random moments loses nothing', async ({ extension }) => {
  const rounds = roundsOf('Browser killed', { few: 2, many: 30, secondsOfRound: 30 })
  const { random } = rounds
  const list = new GrowingList(extension.standIn, random)
  const ledger = new Ledger()
  let page = await openOptions(extension)
  await expect.poll(async () => list.isWhole(await readStored(page))).toBe(true)

  for (let round = 0; round < rounds.count; round += 1) {
    const running = page
    const goOn = async (work: () => Promise<unknown>) => {
      while (!running.isClosed()) await work()
    }
    const begun = [
      goOn(() => ledger.save(running, oneOf(random, list.paperIds))),
      goOn(() => ledger.markSeen(running, [oneOf(random, list.paperIds)])),
      goOn(async () => {
        list.change()
        await sendFrom(running, 'syncList', { source: 'hf-daily', force: true })
      }),
    ]
    // They go on until there is no page any more.
    const ended = Promise.allSettled(begun)
    await wait(between(random, 50, 2_000))
    let torn = ''
    await extension.crash(async (profile) => {
      torn = await tearLog(profile)
    })
    await ended
    page = await openOptions(extension)
    await expectNothingLost(page, list, ledger)
    await expect.poll(() => existsSync(torn), 'the torn log is there').toBe(false)
  }
  rounds.report({ acknowledged: ledger.acknowledged, lost: 0 })
})
