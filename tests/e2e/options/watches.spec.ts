import { annotationNodes, hasClass } from '../browser/closed-shadow'
import { type Extension, expect, test } from '../browser/extension'
import { violations } from '../browser/violations'

const paperId = ({ id }: { readonly id: string }) => `arxiv:${id}`

/** The organisation that the first paper with one names, and today's papers of it. */
function followedIn({ standIn }: Extension) {
  const items = standIn.itemsOf(standIn.today())
  const name = items.find(({ organization }) => organization)?.organization?.fullname ?? ''
  const own = items.filter(({ organization }) => organization?.fullname === name)
  return { name, own: own.map(({ paper }) => paper), total: items.length }
}

test('an organisation is followed from a row, and its papers are marked in the list, by the filter, on their pages and until it is removed', async ({
  extension,
}) => {
  const { name, own, total } = followedIn(extension)
  const [first] = own
  if (first === undefined) throw new Error('No paper of today has an organisation')
  const popup = await extension.popup()
  const rows = popup.locator('.paper-row')
  const marks = popup.locator('.watch-mark')
  const rowOf = (id: string) => popup.locator(`[data-paper-id="${id}"]`)
  await expect(rows).toHaveCount(total)
  await expect(marks).toHaveCount(0)

  await rowOf(paperId(first)).locator('.paper-title').click()
  const follow = rowOf(paperId(first)).locator('.follow-button').first()
  await expect(follow).toHaveAttribute('aria-pressed', 'false')
  await follow.click()
  await expect(follow).toHaveAttribute('aria-pressed', 'true')
  await expect(marks).toHaveCount(own.length)
  await expect(rowOf(paperId(first)).locator('.watch-mark')).toContainText(name)
  expect(await violations(popup)).toEqual([])

  // The key takes it back, another undoes that.
  await popup.keyboard.press('w')
  await expect(marks).toHaveCount(0)
  await popup.keyboard.press('z')
  await expect(marks).toHaveCount(own.length)

  const author = rowOf(paperId(first)).locator('.paper-author .follow-button').first()
  await author.click()
  const named = rowOf(paperId(first)).locator('.watch-mark-name')
  await expect(named).toHaveText(first.authors[0]?.name ?? '')
  await author.click()
  await expect(named).toHaveCount(0)

  await popup.keyboard.press('f')
  await popup.locator('.arrange-panel input[type=checkbox]').last().check()
  await expect(rows).toHaveCount(own.length)
  await popup.close()
  const again = await extension.popup()
  await expect(again.locator('.paper-row'), 'it is remembered').toHaveCount(own.length)
  await expect(again.locator('.filter-chips p')).toContainText(`${own.length}`)

  await test.step('on its own page, and where it is listed', async () => {
    const page = await extension.context.newPage()
    await page.goto(`https://arxiv.org/abs/${first.id}`)
    await expect
      .poll(async () =>
        (await annotationNodes(page)).some(({ attributes }) => attributes.title?.includes(name)),
      )
      .toBe(true)
    await page.goto('https://huggingface.co/papers')
    await expect
      .poll(async () =>
        (await annotationNodes(page)).some(
          (node) => hasClass('mark')(node) && node.attributes['aria-label']?.includes(name),
        ),
      )
      .toBe(true)
    await page.close()
  })

  await test.step('the options have it, with its way out', async () => {
    const options = await extension.context.newPage()
    await options.goto(`chrome-extension://${extension.extensionId}/options.html#watches`)
    const watches = options.locator('.watch-row')
    await expect(watches).toHaveCount(1)
    await expect(watches).toContainText(name)

    const question = options.locator('#new-watch-question')
    await question.fill('-survey')
    await question.press('Enter')
    await expect(options.locator('#new-watch-problem')).not.toBeEmpty()
    await question.fill(`org:"${name}" -survey`)
    await expect(options.locator('#new-watch-preview')).toContainText(/\d/)
    await options.locator('#new-watch-name').fill('No surveys')
    await options.locator('#new-watch-name').press('Enter')
    await expect(watches).toHaveCount(2)
    expect(await violations(options.locator('#watches'))).toEqual([])

    await watches.first().getByRole('button').first().click()
    const form = options.locator('.watches-panel li .watch-form')
    await form.locator('input[type=text]').last().fill('Renamed')
    await form.locator('input[type=text]').last().press('Enter')
    await expect(watches.first().locator('.watch-row-name')).toHaveText('Renamed')

    await watches.first().getByRole('button').last().click()
    await expect(watches).toHaveCount(1)
    await options.locator('.page-toast button').click()
    await expect(watches.first().locator('.watch-row-name')).toHaveText('Renamed')
    await options.close()
  })
  await expect(again.locator('.watch-mark').first()).toContainText('Renamed')
})
