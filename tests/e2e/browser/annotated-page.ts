import type { Extension } from './extension'

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
