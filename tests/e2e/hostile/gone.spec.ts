import { hosts } from '../../../scripts/browsers/annotation-hosts'
import { annotationText, clickAnnotation, hasClass, writtenIn } from '../browser/closed-shadow'
import { type Extension, expect, test } from '../browser/extension'

/** Disables the extension, as the user can on the browser's page of extensions. */
async function disable({ context, extensionId }: Extension): Promise<void> {
  const page = await context.newPage()
  await page.goto('chrome://extensions/strings.m.js')
  await page.evaluate(
    (id) => (globalThis as unknown as ManagementApi).chrome.management.setEnabled(id, false),
    extensionId,
  )
  await page.close()
}

interface ManagementApi {
  readonly chrome: {
    readonly management: { setEnabled(id: string, isEnabled: boolean): Promise<void> }
  }
}

test('after Dogear is gone a press says so, and what is typed can still be copied', async ({
  extension,
}) => {
  const [first, second] = extension.standIn.itemsOf(extension.standIn.today())
  const open = async (address: string) => {
    const page = await extension.context.newPage()
    await page.goto(address)
    await expect.poll(() => annotationText(page)).toContain('#1 on')
    return page
  }
  const pressed = await open(`https://arxiv.org/abs/${first?.paper.id}`)
  const list = await open('https://huggingface.co/papers')
  const typed = await extension.context.newPage()
  await typed.goto(`https://arxiv.org/abs/${second?.paper.id}`)
  await expect.poll(() => annotationText(typed)).toContain('#2 on')
  await clickAnnotation(typed, hasClass('saved'))
  await expect.poll(() => annotationText(typed)).toContain('Saved')
  await clickAnnotation(typed, ({ name, text }) => name === 'button' && text === '+ note')
  await expect.poll(() => writtenIn(typed)).toBeDefined()
  await typed.keyboard.type('kept')
  await expect.poll(() => annotationText(typed)).toMatch(/Note/)
  await disable(extension)
  await typed.bringToFront()
  await typed.keyboard.type(' and more')

  await test.step('in the bar', async () => {
    await clickAnnotation(pressed, hasClass('saved'))
    await expect.poll(() => annotationText(pressed)).toContain('Reload this page')
  })

  await test.step('at a mark', async () => {
    await list.bringToFront()
    await clickAnnotation(list, ({ host, name }) => host === 'mark' && name === 'button')
    await expect.poll(() => annotationText(list)).toContain('Reload this page')
  })

  await test.step('the note stays, also where the page changes', async () => {
    await expect.poll(() => annotationText(typed)).toContain('Reload this page')
    await typed.evaluate(() => document.body.append('Something else'))
    await expect.poll(() => typed.locator(hosts.bar).count()).toBe(1)
    expect(await writtenIn(typed)).toEqual({ tags: [], note: 'kept and more' })
  })
})
