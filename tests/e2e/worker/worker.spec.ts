import { annotationText, clickAnnotation } from '../browser/closed-shadow'
import { expect, test } from '../browser/extension'
import { sendFrom } from '../browser/extension-page'
import { killWorker } from '../browser/kill-worker'

test('the worker starts as often as it has to, and does things once', async ({ extension }) => {
  await test.step('many that ask at once make one request, and a start of the worker leaves its alarm alone', async () => {
    const popup = await extension.popup()
    await expect(popup.locator('.paper-row').first()).toBeVisible()
    const asked = () =>
      extension.standIn.log.filter(({ path }) => path.startsWith('/api/daily_papers')).length
    expect(asked(), 'install and popup').toBe(1)
    const others = await Promise.all([extension.popup(), extension.popup(), extension.popup()])
    for (const other of others) await expect(other.locator('.paper-row').first()).toBeVisible()
    expect(asked(), 'a fresh list is not asked for again').toBe(1)

    const alarms = () =>
      popup.evaluate(async () => {
        const { alarms } = (globalThis as unknown as { chrome: AlarmsApi }).chrome
        return (await alarms.getAll()).map(({ name, scheduledTime }) => ({ name, scheduledTime }))
      })
    await expect.poll(async () => (await alarms()).length).toBe(1)
    const before = await alarms()
    await killWorker(extension.context)
    await sendFrom(popup, 'syncList', { source: 'hf-daily' })
    expect(await alarms()).toEqual(before)

    // They do not survive an update of the extension.
    await popup.evaluate(() => {
      const { alarms } = (globalThis as unknown as { chrome: AlarmsApi }).chrome
      return alarms.clearAll()
    })
    await killWorker(extension.context)
    await sendFrom(popup, 'syncList', { source: 'hf-daily' })
    await expect.poll(async () => (await alarms()).map(({ name }) => name)).toEqual(['sync'])
  })

  await test.step('a killed worker wakes for a save, and nothing is lost', async () => {
    const [item] = extension.standIn.itemsOf(extension.standIn.today())
    const page = await extension.context.newPage()
    await page.goto(`https://arxiv.org/abs/${item?.paper.id}`)
    await expect.poll(() => annotationText(page)).toContain('#1 on')
    await killWorker(extension.context)
    await clickAnnotation(page, ({ name }) => name === 'button')
    await expect.poll(() => annotationText(page)).toContain('Saved')
    await killWorker(extension.context)
    await page.reload()
    await expect.poll(() => annotationText(page)).toContain('Saved')
  })
})

interface AlarmsApi {
  readonly alarms: {
    getAll(): Promise<{ name: string; scheduledTime: number }[]>
    clearAll(): Promise<boolean>
  }
}
