import { addDays } from '../../../scripts/stand-in/days'
import { shuffled } from '../../../scripts/stand-in/random'
import { expect, test } from '../browser/extension'
import { openOptions, sendFrom } from '../browser/extension-page'
import { readStored } from '../browser/stored-tables'
import { workerHeap } from '../browser/worker-heap'
import { roundsOf } from './fault-rounds'

/* `month.test.ts` and `sync-planned.test.ts` have the clock run; here it is the memory of a real worker. */

test('a worker that syncs again and again keeps neither memory nor rows', async ({ extension }) => {
  const rounds = roundsOf('Synced again', { few: 10, many: 1_000, secondsOfRound: 1 })
  const { context, standIn } = extension
  const page = await openOptions(extension)
  const day = standIn.today()
  const items = [day, addDays(day, -1)].flatMap((each) => standIn.itemsOf(each))
  const sync = async () => {
    standIn.setDay(day, shuffled(rounds.random, items))
    const result = await sendFrom(page, 'syncList', { source: 'hf-daily', force: true })
    expect(result).toMatchObject({ ok: true })
  }
  const measure = async () => ({
    bytes: await workerHeap(context),
    rows: (await readStored(page)).rows,
  })

  // Compiled code and caches come with the first ones.
  for (let round = 0; round < 10; round += 1) await sync()
  const before = await measure()
  for (let round = 0; round < rounds.count; round += 1) await sync()
  const after = await measure()
  rounds.report({
    'kB before': Math.round(before.bytes / 1_000),
    'kB after': Math.round(after.bytes / 1_000),
    'rows before': before.rows,
    'rows after': after.rows,
  })
  expect(after.bytes - before.bytes, 'growth in bytes').toBeLessThan(1_000_000)
  // The index of the search has pieces, which it puts together now and then.
  expect(Math.abs(after.rows - before.rows), 'more rows').toBeLessThan(20)
})
