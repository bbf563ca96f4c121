import { setTimeout as wait } from 'node:timers/promises'
import { expect, processOf, test } from '../browser/extension'
import { openOptions } from '../browser/extension-page'
import { killWorker } from '../browser/kill-worker'
import { clearTables } from '../browser/stored-tables'

/* `sync-planned.test.ts` and `month.test.ts` have days and holidays pass; here the browser itself stands still. */

test('a browser that slept through its alarm asks once when it wakes, and has an alarm again', async ({
  extension,
}) => {
  test.skip(process.platform === 'win32', 'No process can be stopped there')
  const { context, standIn } = extension
  const page = await openOptions(extension)
  const asked = () =>
    standIn.log.flatMap(({ path }) => (path.startsWith('/api/daily_papers') ? [path] : []))
  await expect.poll(() => asked().length).toBe(1)
  const browserProcess = await processOf(context)
  await killWorker(context)
  await page.evaluate(clearTables, ['lists', 'listStates', 'syncStates', 'hostStates'])
  const before = asked().length
  const due = await page.evaluate(async () => {
    const { alarms } = (globalThis as unknown as { chrome: AlarmsApi }).chrome
    await alarms.create('sync', { when: Date.now() + 2_000, periodInMinutes: 30 })
    return Date.now() + 2_000
  })

  process.kill(browserProcess, 'SIGSTOP')
  try {
    // It is the time that passes which is wanted here.
    await wait(due - Date.now() + 1_000)
    expect(asked().length, 'asleep').toBe(before)
  } finally {
    process.kill(browserProcess, 'SIGCONT')
  }
  await expect.poll(() => asked().length, 'awake').toBeGreaterThan(before)
  const next = () =>
    page.evaluate(async () => {
      const { alarms } = (globalThis as unknown as { chrome: AlarmsApi }).chrome
      return (await alarms.getAll()).find(({ name }) => name === 'sync')?.scheduledTime
    })
  await expect.poll(next).toBeGreaterThan(Date.now())
  expect(await next()).toBeLessThanOrEqual(Date.now() + 30 * 60_000)
  const news = asked().slice(before)
  expect(news, 'each list once').toEqual([...new Set(news)])
})

interface AlarmsApi {
  readonly alarms: {
    create(name: string, when: { when: number; periodInMinutes: number }): Promise<void>
    getAll(): Promise<{ name: string; scheduledTime: number }[]>
  }
}
