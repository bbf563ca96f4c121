import { annotationText, writtenIn } from '../browser/closed-shadow'
import { expect, test } from '../browser/extension'

/** Fields that are not where they seem to be. Each puts a field into the page and the cursor into the field. */
const fields = {
  'an open root': `const root = host.attachShadow({ mode: 'open' })
    const field = root.appendChild(document.createElement('input'))
    field.focus()
    return () => field.value`,
  'a closed root': `const root = host.attachShadow({ mode: 'closed' })
    const field = root.appendChild(document.createElement('input'))
    field.focus()
    return () => field.value`,
  'a text in a closed root that can be edited': `const root = host.attachShadow({ mode: 'closed' })
    const field = root.appendChild(document.createElement('p'))
    field.contentEditable = 'true'
    field.focus()
    return () => field.textContent`,
  'a class of the page': `customElements.define('page-field', class extends HTMLElement {})
    const field = host.appendChild(document.createElement('page-field'))
    field.tabIndex = 0
    let text = ''
    field.addEventListener('keydown', ({ key }) => { text += key })
    field.focus()
    return () => text`,
  'a frame': `const field = host.appendChild(document.createElement('iframe'))
    const input = field.contentDocument.body.appendChild(field.contentDocument.createElement('input'))
    input.focus()
    return () => input.value`,
  'what takes text without being a field': `const field = host.appendChild(document.createElement('canvas'))
    field.tabIndex = 0
    field.editContext = new EditContext()
    field.focus()
    return () => field.editContext.text`,
}

for (const [where, script] of Object.entries(fields)) {
  test(`letters typed into ${where} are left to the page`, async ({ extension }) => {
    const [item] = extension.standIn.itemsOf(extension.standIn.today())
    const page = await extension.context.newPage()
    await page.goto(`https://arxiv.org/abs/${item?.paper.id}`)
    await expect.poll(() => annotationText(page)).toContain('Save')
    await page.evaluate((body) => {
      const host = document.body.appendChild(document.createElement('div'))
      const read = new Function('host', body)(host)
      Object.assign(globalThis, { read })
    }, script)
    await page.keyboard.type('gits status')
    const text = await page.evaluate(() => (globalThis as unknown as { read(): string }).read())
    expect(text).toBe('gits status')
    expect(await annotationText(page)).not.toContain('Saved')
    expect(await writtenIn(page)).toBeUndefined()
    await page.close()
  })
}
