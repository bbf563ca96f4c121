import { arxivPaperId } from '../../../lib/papers/paper-id'
import { isRoot } from '../../../scripts/browsers/find'
import { expect, test } from '../browser/extension'
import { openOptions } from '../browser/extension-page'
import { makeSmallDisk, type SmallDisk } from '../browser/full-disk'
import { readStored } from '../browser/stored-tables'
import { isFull, roundsOf } from './fault-rounds'
import { Ledger } from './ledger'

/*
 * A disk that is full in earnest: the browser closes the database below the worker and does not open it again until
 * there is room. `popup-states.spec.ts` has what the user sees of it.
 */

test.describe('a disk that fills up again and again', () => {
  test.skip(!isFull || process.platform !== 'linux' || !isRoot(), 'Needs a disk of its own')
  let disk: SmallDisk | undefined

  test.beforeAll(() => {
    disk = makeSmallDisk()
  })
  test.afterAll(() => disk?.remove())
  test.use({
    // Playwright wants a pattern here, and every pattern to name a fixture.
    disk: async ({ browserName: _browserName }, use) => use(disk?.folder ?? ''),
  })

  test('loses nothing, and saves go on when there is room', async ({ extension }) => {
    const rounds = roundsOf('Disk full', { few: 0, many: 20, secondsOfRound: 10 })
    const { standIn } = extension
    const ids = standIn
      .itemsOf(standIn.today())
      .flatMap(({ paper }) => arxivPaperId(paper.id) ?? [])
    const ledger = new Ledger()
    let page = await openOptions(extension)
    let refused = 0
    for (let round = 0; round < rounds.count; round += 1) {
      for (const id of ids.slice(0, 5)) expect(await ledger.save(page, id)).toBe(true)
      disk?.fill()
      for (const id of ids) if (!(await ledger.save(page, id))) refused += 1
      disk?.makeRoom()
      await expect.poll(() => ledger.save(page, ids[0] as never), 'there is room again').toBe(true)
      expect(ledger.lossesIn(await readStored(page))).toEqual([])
    }
    await extension.restart()
    page = await openOptions(extension)
    expect(ledger.lossesIn(await readStored(page)), 'after a restart').toEqual([])
    rounds.report({ acknowledged: ledger.acknowledged, refused, lost: 0 })
  })
})
