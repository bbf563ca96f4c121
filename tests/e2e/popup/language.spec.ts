import { annotationNodes, annotationText } from '../browser/closed-shadow'
import { expect, test } from '../browser/extension'

/** Languages without messages; some have a calendar, digits or characters of their own. */
for (const tag of ['de', 'ja', 'fa', 'zh-TW']) {
  test.describe(`in a browser that speaks ${tag}`, () => {
    test.use({ locale: tag })

    test('every word and date is English, and is said to be', async ({ extension }) => {
      const today = extension.standIn.today()
      const day = inEnglish(today, { weekday: 'long', day: 'numeric', month: 'long' })
      const popup = await extension.popup()
      await expect(popup.locator('html')).toHaveAttribute('lang', 'en')
      await expect(popup.locator('.list-header')).toContainText(day)
      await expect(popup.locator('.list-header')).toContainText('updated this minute')
      await popup.keyboard.press('4')
      await expect(popup.locator('main')).toContainText(/listed (?:today|yesterday|\d+ days ago)/)
      await popup.close()

      const [item] = extension.standIn.itemsOf(today)
      const page = await extension.context.newPage()
      await page.goto(`https://arxiv.org/abs/${item?.paper.id}`)
      await expect.poll(() => annotationText(page)).toContain(`#1 on ${dayOfMonth(today)}`)
      const nodes = await annotationNodes(page)
      const languages = nodes.flatMap(({ attributes }) => attributes.lang ?? [])
      expect(languages).toEqual([expect.stringMatching(/^en\b/)])
    })
  })
}

function inEnglish(day: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat('en', { timeZone: 'UTC', ...options }).format(new Date(day))
}

function dayOfMonth(day: string): string {
  return inEnglish(day, { day: 'numeric', month: 'long' })
}
