import { type AnnotationNode, annotationText, clickAnnotation } from './browser/closed-shadow'
import { expect, test } from './browser/extension'
import { oneLine, rowsOf, saveButton } from './browser/popup-page'
import { readStoredRow } from './browser/stored-row'

test('a day is synced, shown, saved from everywhere, and still there after a restart', async ({
  extension,
}) => {
  const { standIn } = extension
  const papers = standIn.itemsOf(standIn.today()).map(({ paper }) => ({
    id: paper.id,
    title: oneLine(paper.title),
  }))
  const [first, second, third] = papers
  if (!first || !second || !third) throw new Error('The stand-in has too few papers')

  await expect.poll(extension.badge, 'the badge counts every paper').toBe(String(papers.length))

  const popup = await extension.popup()
  await expect(rowsOf(popup)).toHaveCount(papers.length)
  const shown = await rowsOf(popup).evaluateAll((rows) => rows.map((row) => row.dataset.paperId))
  expect(shown, 'in rank order').toEqual(papers.map(({ id }) => `arxiv:${id}`))

  const arxiv = await extension.context.newPage()
  await arxiv.goto(`https://arxiv.org/abs/${first.id}`)
  const huggingFace = await extension.context.newPage()
  await huggingFace.goto(`https://huggingface.co/papers/${second.id}`)
  const list = await extension.context.newPage()
  await list.goto('https://huggingface.co/papers')
  for (const page of [arxiv, huggingFace]) {
    await expect.poll(() => annotationText(page), 'quiet until saved').toContain('Save')
  }

  await saveButton(popup, first.title).click()
  await expect(saveButton(popup, first.title)).toHaveAttribute('aria-pressed', 'true')
  await expect.poll(() => annotationText(arxiv), 'saved with the mouse').toContain('Saved')

  await popup.bringToFront()
  await saveButton(popup, first.title).focus()
  await popup.keyboard.press('j')
  await expect(rowsOf(popup).nth(1)).toHaveAttribute('aria-current', 'true')
  await popup.keyboard.press('s')
  await expect(saveButton(popup, second.title)).toHaveAttribute('aria-pressed', 'true')
  await expect.poll(() => annotationText(huggingFace), 'saved by key').toContain('Saved')
  await list.bringToFront()
  await expect
    .poll(async () => (await annotationText(list)).match(/saved/g)?.length, 'on the list page')
    .toBe(2)

  const other = await extension.context.newPage()
  await other.goto(`https://arxiv.org/abs/${third.id}`)
  await expect.poll(() => annotationText(other)).toContain('Save')
  await clickAnnotation(other, ({ name }) => name === 'button')
  await expect.poll(() => annotationText(other), 'saved on its arXiv page').toContain('Saved')
  await expect(saveButton(popup, third.title)).toHaveAttribute('aria-pressed', 'true')

  await extension.restart()
  const again = await extension.popup()
  for (const { title } of [first, second, third]) {
    await expect(saveButton(again, title)).toHaveAttribute('aria-pressed', 'true')
  }
  const arxivAgain = await extension.context.newPage()
  await arxivAgain.goto(`https://arxiv.org/abs/${first.id}`)
  await expect.poll(() => annotationText(arxivAgain)).toContain('Saved')
})

test('papers that were on screen leave the badge, and only those', async ({ extension }) => {
  const { standIn } = extension
  const count = standIn.itemsOf(standIn.today()).length
  await expect.poll(extension.badge).toBe(String(count))
  const popup = await extension.popup()
  await expect(popup.locator('.paper-row.shown').first()).toBeVisible()
  await expect.poll(extension.badge).not.toBe(String(count))
  await expect
    .poll(async () => Number(await extension.badge()))
    .toBe(await popup.locator('.paper-row.unseen').count())

  for (const row of await rowsOf(popup).all()) {
    await row.scrollIntoViewIfNeeded()
    await expect(row).toHaveClass(/shown/)
  }
  await expect.poll(extension.badge, 'nothing is left').toBe('')
  await expect(popup.getByText(`${count} papers`)).toBeVisible()

  await extension.restart()
  const again = await extension.popup()
  await expect(again.locator('.paper-row.seen')).toHaveCount(count)
  await expect.poll(extension.badge).toBe('')
})

test('papers are read, saved and removed one by one', async ({ extension }) => {
  await test.step('a paper that no list holds can be saved on its own page, with what the page says', async () => {
    const { standIn } = extension
    const [item] = standIn.itemsOf(daysBefore(standIn.today(), 200))
    if (!item) throw new Error('The stand-in has no paper on that day')
    const page = await extension.context.newPage()
    await page.goto(`https://arxiv.org/abs/${item.paper.id}`)
    await expect.poll(() => annotationText(page), 'nothing but a way to save').toBe('Save')
    await clickAnnotation(page, ({ name }) => name === 'button')
    await expect.poll(() => annotationText(page)).toContain('Saved')
    const stored = await extension.worker.evaluate(readStoredRow, {
      table: 'papers',
      key: `arxiv:${item.paper.id}`,
    })
    expect(stored).toMatchObject({ title: oneLine(item.paper.title), origin: 'page' })

    const saved = (node: AnnotationNode) => node.attributes.class === 'saved'
    await clickAnnotation(page, saved)
    await clickAnnotation(page, saved)
    await expect.poll(() => annotationText(page), 'and taken back').toBe('Save Undo')
  })

  await test.step('a row opens to abstract and links by key, and closes again', async () => {
    const popup = await extension.popup()
    await expect(rowsOf(popup).first()).toBeVisible()
    await popup.keyboard.press('j')
    const title = rowsOf(popup).first().locator('.paper-title')
    await expect(title).toBeFocused()
    await popup.keyboard.press('Space')
    await expect(title).toHaveAttribute('aria-expanded', 'true')
    const [item] = extension.standIn.itemsOf(extension.standIn.today())
    await expect(rowsOf(popup).first().locator('.paper-abstract')).toHaveText(
      oneLine(item?.paper.summary ?? ''),
    )
    await expect(popup.getByRole('link', { name: 'Paper' })).toHaveAttribute(
      'href',
      `https://arxiv.org/abs/${item?.paper.id}`,
    )
    await expect(popup.getByRole('link', { name: 'Vote' })).toHaveAttribute(
      'href',
      `https://huggingface.co/papers/${item?.paper.id}`,
    )
    await popup.keyboard.press('Space')
    await expect(title).toHaveAttribute('aria-expanded', 'false')
  })

  await test.step('a removal can be undone, with the mouse and by key', async () => {
    const [item] = extension.standIn.itemsOf(extension.standIn.today())
    if (!item) throw new Error('The stand-in has no papers')
    const save = saveButton(await extension.popup(), oneLine(item.paper.title))
    await save.click()
    await expect(save).toHaveAttribute('aria-pressed', 'true')
    await save.click()
    await expect(save).toHaveAttribute('aria-pressed', 'false')
    await save.page().getByRole('button', { name: 'Undo' }).click()
    await expect(save).toHaveAttribute('aria-pressed', 'true')
    await save.page().keyboard.press('z')
    await expect(save, 'the saving itself').toHaveAttribute('aria-pressed', 'false')
  })
})

function daysBefore(day: string, count: number): string {
  return new Date(Date.parse(day) - count * 86_400_000).toISOString().slice(0, 10)
}
