import { annotationText, clickAnnotation } from './closed-shadow'
import { expect, test } from './extension'
import { killWorker } from './kill-worker'

test('a killed worker wakes for a save, and nothing is lost', async ({ extension }) => {
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

test.describe('killed in the middle of a sync', () => {
  test.use({
    prepare: { run: (standIn) => standIn.setFault('/api/daily_papers', { kind: 'hold' }) },
  })

  test('the next one brings the whole list', async ({ extension }) => {
    await expect
      .poll(() => extension.standIn.log.some(({ path }) => path.startsWith('/api/daily_papers')))
      .toBe(true)
    await killWorker(extension.context)
    extension.standIn.clearFaults()
    const popup = await extension.popup()
    const { length } = extension.standIn.itemsOf(extension.standIn.today())
    await expect(popup.locator('.paper-row')).toHaveCount(length)
  })
})

test('many that ask at once make one request', async ({ extension }) => {
  const popup = await extension.popup()
  await expect(popup.locator('.paper-row').first()).toBeVisible()
  const asked = () =>
    extension.standIn.log.filter(({ path }) => path.startsWith('/api/daily_papers')).length
  expect(asked(), 'install and popup').toBe(1)
  await Promise.all([extension.popup(), extension.popup(), extension.popup()])
  await expect(popup.locator('.paper-row').first()).toBeVisible()
  expect(asked(), 'a fresh list is not asked for again').toBe(1)
})

test('there is one alarm, and it is left alone when the worker starts again', async ({
  extension,
}) => {
  const alarms = () =>
    extension.worker.evaluate(async () => {
      const { alarms } = (globalThis as unknown as { chrome: AlarmsApi }).chrome
      return (await alarms.getAll()).map(({ name, scheduledTime }) => ({ name, scheduledTime }))
    })
  await expect.poll(async () => (await alarms()).length).toBe(1)
  const before = await alarms()
  await killWorker(extension.context)
  const popup = await extension.popup()
  await expect(popup.locator('.paper-row').first()).toBeVisible()
  const after = await popup.evaluate(async () => {
    const { alarms } = (globalThis as unknown as { chrome: AlarmsApi }).chrome
    return (await alarms.getAll()).map(({ name, scheduledTime }) => ({ name, scheduledTime }))
  })
  expect(after).toEqual(before)
})

interface AlarmsApi {
  readonly alarms: { getAll(): Promise<{ name: string; scheduledTime: number }[]> }
}
