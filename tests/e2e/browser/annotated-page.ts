import type { Extension } from './extension'

/** The text of what stands right before each of these elements. Runs in a page, so it stands alone. */
export function before(name: string): (string | undefined)[] {
  return [...document.querySelectorAll(name)].map((element) =>
    element.previousElementSibling?.textContent?.replace(/\s+/g, ' ').trim(),
  )
}

/** How often to look, in milliseconds: of many pages each has its annotations within a few hundred. */
export const intervals = [50]

/** Saves papers as a page of the extension does. */
export async function savePapers(extension: Extension, paperIds: readonly string[]): Promise<void> {
  if (paperIds.length === 0) return
  const page = await extension.popup()
  await page.evaluate(async (ids) => {
    const { runtime } = (globalThis as unknown as RuntimeApi).chrome
    for (const paperId of ids) {
      await runtime.sendMessage({ name: 'editEntry', payload: { paperId, status: 'saved' } })
    }
  }, paperIds)
  await page.close()
}

interface RuntimeApi {
  readonly chrome: { readonly runtime: { sendMessage(message: unknown): Promise<unknown> } }
}
