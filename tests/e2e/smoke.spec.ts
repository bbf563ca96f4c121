import { expect, test } from './browser/extension'

test('what the other tests stand on is there', async ({ extension }) => {
  await test.step('the extension loads and its popup opens', async () => {
    expect(extension.worker.url()).toMatch(/^chrome-extension:\/\/[a-p]{32}\/background\.js$/)
    const popup = await extension.popup()
    await expect(popup).toHaveTitle('Dogear')
    await expect(popup.locator('#root')).not.toBeEmpty()
  })

  await test.step('a page of the stand-in is reached under its real address', async () => {
    const { context, standIn } = extension
    const [first] = standIn.itemsOf(standIn.today())
    const page = await context.newPage()
    await page.goto('https://huggingface.co/papers')
    await expect(page.getByRole('article')).toHaveCount(standIn.itemsOf(standIn.today()).length)
    await page.goto(`https://arxiv.org/abs/${first?.paper.id}`)
    await expect(page.locator('#abs h1.title')).toContainText(first?.title ?? '')
  })
})
