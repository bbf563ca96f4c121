import type { Worker } from '@playwright/test'
import { savePapers } from '../browser/annotated-page'
import { annotationText } from '../browser/closed-shadow'
import { expect, test } from '../browser/extension'
import { readStoredRow } from '../browser/stored-row'
import { openToolbarPopup } from '../browser/toolbar-popup'

interface Suggestion {
  readonly content: string
  readonly description: string
}

/** Types words behind the keyword in the address bar, which no test can reach: the browser's own event is fired. */
function suggestionsFor(worker: Worker, words: string): Promise<readonly Suggestion[]> {
  return worker.evaluate(
    (typed) =>
      new Promise<readonly Suggestion[]>((resolve) => {
        const { omnibox } = (globalThis as unknown as { chrome: OmniboxApi }).chrome
        omnibox.onInputStarted.dispatch()
        omnibox.onInputChanged.dispatch(typed, resolve)
      }),
    words,
  )
}

test('papers are found in the address bar and tagged by their shortcut', async ({ extension }) => {
  await test.step('words in the address bar find a listed paper and a saved one', async () => {
    const { standIn, worker, context } = extension
    const [item] = standIn.itemsOf(standIn.today())
    const title = item?.paper.title.replace(/\s+/g, ' ').trim() ?? ''
    const words = title.split(' ').slice(0, 4).join(' ').toLowerCase()
    await expect.poll(extension.badge, 'the list is there').toMatch(/\d/)
    const [first] = await suggestionsFor(worker, words)
    expect(first?.content).toBe(`https://arxiv.org/abs/${item?.paper.id}`)
    expect(await suggestionsFor(worker, 'zzzz qqqq'), 'nothing where nothing fits').toEqual([])

    const opened = context.waitForEvent('page')
    await worker.evaluate((typed) => {
      const { omnibox } = (globalThis as unknown as { chrome: OmniboxApi }).chrome
      omnibox.onInputEntered.dispatch(typed, 'newForegroundTab')
    }, words)
    await expect.poll(async () => (await opened).url()).toBe(first?.content)
  })

  await test.step('a tag finds a paper, and markup in it stays text', async () => {
    const { standIn, worker } = extension
    const [, item] = standIn.itemsOf(standIn.today())
    const popup = await extension.popup()
    await popup.evaluate(
      (paperId) =>
        (globalThis as unknown as { chrome: RuntimeApi }).chrome.runtime.sendMessage({
          name: 'editEntry',
          payload: { paperId, addTags: ['folds <b>&'] },
        }),
      `arxiv:${item?.paper.id}`,
    )
    const [found] = await suggestionsFor(worker, 'folds')
    expect(found?.content).toBe(`https://arxiv.org/abs/${item?.paper.id}`)
    expect(found?.description).toContain('folds &#60;b&#62;&#38;')
  })

  await test.step('the shortcut for tags goes to the bar of the page', async () => {
    const { standIn, worker } = extension
    const [, , item] = standIn.itemsOf(standIn.today())
    const page = await extension.context.newPage()
    await page.goto(`https://arxiv.org/abs/${item?.paper.id}`)
    await expect.poll(() => annotationText(page)).toContain('#3 on')
    await worker.evaluate(async (url) => {
      const { commands, tabs } = (globalThis as unknown as { chrome: CommandsApi }).chrome
      const [tab] = await tabs.query({ url })
      commands.onCommand.dispatch('tag-paper', tab)
    }, page.url())
    // The field is there as soon as the worker's word has come.
    await expect
      .poll(async () => {
        await page.keyboard.type('kv-cache,')
        return annotationText(page)
      })
      .toContain('1 tag')
  })

  await test.step('where there is no bar, the shortcut for tags opens the popup', async () => {
    const { standIn } = extension
    const [item] = standIn.itemsOf(standIn.today())
    const page = await extension.context.newPage()
    await page.goto(`https://arxiv.org/pdf/${item?.paper.id}`)
    await page.bringToFront()
    const popup = await openToolbarPopup(extension, {
      address: 'popup.html?edit=tags',
      open: (worker) =>
        worker.evaluate(async (url) => {
          const { commands, tabs } = (globalThis as unknown as { chrome: CommandsApi }).chrome
          const [tab] = await tabs.query({ active: true, lastFocusedWindow: true })
          commands.onCommand.dispatch('tag-paper', { ...tab, url })
        }, page.url()),
    })
    await expect
      .poll(() => popup.evaluate('document.activeElement?.getAttribute("aria-label")'))
      .toBe('New tag')
  })

  await test.step('a DOI is kept by its name, shows that it is fetched, and gets its title', async () => {
    const { standIn } = extension
    // Of a day that no list here has.
    const day = new Date(Date.parse(standIn.today()) - 200 * 86_400_000).toISOString().slice(0, 10)
    const item = standIn.itemsOf(day).find(({ paper }) => Number(paper.id.slice(-5)) % 3 === 0)
    const doi = `10.5555/standin.${item?.paper.id}`
    standIn.setFault(`/works/${encodeURIComponent(doi)}`, { kind: 'hold' })
    await savePapers(extension, [`doi:${doi}`])
    const popup = await extension.popup()
    const describe = () =>
      popup.evaluate(
        (paperId) =>
          (globalThis as unknown as { chrome: RuntimeApi }).chrome.runtime.sendMessage({
            name: 'describe',
            payload: { paperId },
          }),
        `doi:${doi}`,
      )
    await expect.poll(describe).toMatchObject({ value: { progress: 'Fetching the title…' } })
    standIn.clearFaults()
    await expect
      .poll(
        () => popup.evaluate(readStoredRow, { table: 'papers', key: `doi:${doi}` }),
        'as Crossref has it',
      )
      .toMatchObject({ title: item?.paper.title.replace(/\s+/g, ' ').trim() })
    await expect.poll(describe).not.toHaveProperty('value.progress')
  })
})

interface DispatchedEvent {
  dispatch(...details: readonly unknown[]): void
}

interface OmniboxApi {
  readonly omnibox: {
    readonly onInputStarted: DispatchedEvent
    readonly onInputChanged: DispatchedEvent
    readonly onInputEntered: DispatchedEvent
  }
}

interface CommandsApi {
  readonly commands: { readonly onCommand: DispatchedEvent }
  readonly tabs: { query(wanted: object): Promise<readonly object[]> }
}

interface RuntimeApi {
  readonly runtime: { sendMessage(message: unknown): Promise<unknown> }
}
