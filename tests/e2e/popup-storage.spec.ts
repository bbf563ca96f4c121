import { expect, test } from './extension'
import { violations } from './violations'

test('data of a newer version is left alone, and the popup says so', async ({ extension }, {
  outputDir,
}) => {
  const before = await extension.popup()
  await expect(before.locator('.paper-row').first()).toBeVisible()
  await before.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.open('dogear', 20)
        request.onerror = () => reject(request.error)
        request.onsuccess = () => resolve(request.result.close())
      }),
  )
  const popup = await extension.popup()
  await expect(popup.getByRole('alert').first()).toContainText('A newer version of Dogear')
  await expect(popup.getByRole('alert').first()).toContainText('Update Dogear')
  await expect(popup.getByRole('button', { name: 'Try again' })).toBeVisible()
  const picture = (colorScheme: string) =>
    popup.screenshot({ path: `${outputDir}/newer-${colorScheme}.png` })
  expect(await violations(popup, picture)).toEqual([])
})

test('a database that cannot be opened is told, and another try opens it', async ({
  extension,
}) => {
  const popup = await extension.popup()
  await expect(popup.locator('.paper-row').first()).toBeVisible()
  await popup.addInitScript(() => {
    const original = IDBFactory.prototype.open
    IDBFactory.prototype.open = function (...given) {
      if (sessionStorage.getItem('isBroken') === null) return original.apply(this, given)
      throw new DOMException('Internal error opening backing store', 'UnknownError')
    }
  })
  await popup.evaluate(() => sessionStorage.setItem('isBroken', 'yes'))
  await popup.reload()
  const told = popup.getByRole('alert').first()
  await expect(told).toContainText("Dogear can't open its data")
  await expect(told).toContainText('Nothing was deleted')
  expect(await violations(popup)).toEqual([])
  await popup.evaluate(() => sessionStorage.removeItem('isBroken'))
  await popup.getByRole('button', { name: 'Try again' }).click()
  await expect(popup.locator('.paper-row').first()).toBeVisible()
})

test('where the disk is full, a change is told as failed and nothing is shown as saved', async ({
  extension,
}) => {
  const popup = await extension.popup()
  const row = popup.locator('.paper-row').first()
  await expect(row).toBeVisible()
  await extension.worker.evaluate(() => {
    const { prototype } = IDBObjectStore
    const { add, put } = prototype
    const refuse = () => {
      throw new DOMException('The disk is full', 'QuotaExceededError')
    }
    Object.assign(prototype, { add: refuse, put: refuse })
    Object.assign(globalThis, { makeRoom: () => Object.assign(prototype, { add, put }) })
  })
  await popup.keyboard.press('j')
  await popup.keyboard.press('s')
  await expect(popup.getByRole('alert')).toContainText('The browser could not store it')
  await expect(row).not.toHaveClass(/\bsaved\b/)
  await popup.reload()
  await expect(row).toBeVisible()
  await expect(row).not.toHaveClass(/\bsaved\b/)

  await extension.worker.evaluate(() => (globalThis as unknown as Room).makeRoom())
  await popup.keyboard.press('j')
  await popup.keyboard.press('s')
  await expect(popup.getByText(/^Saved: /)).toBeVisible()
  await expect(row).toHaveClass(/\bsaved\b/)
})

interface Room {
  makeRoom(): void
}
