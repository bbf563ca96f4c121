import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { arxivPaperId } from '../../../lib/papers/paper-id'
import { type AnnotationNode, annotationText, clickAnnotation } from '../browser/closed-shadow'
import { type Extension, expect, test } from '../browser/extension'
import { openOptions, sendFrom } from '../browser/extension-page'
import { flawsOf, readStored } from '../browser/stored-tables'
import { Ledger } from './ledger'

/** Updates the extension below its open pages, as the store does it: another version in the same folder. */
async function update({ context }: Extension, folder: string, version: string): Promise<void> {
  const path = join(folder, 'manifest.json')
  const manifest = JSON.parse(await readFile(path, 'utf8'))
  await writeFile(path, JSON.stringify({ ...manifest, version }))
  const session = await context.browser()?.newBrowserCDPSession()
  const started = context.waitForEvent('serviceworker')
  // https://chromedevtools.github.io/devtools-protocol/tot/Extensions/#method-loadUnpacked
  await session?.send('Extensions.loadUnpacked' as never, { path: folder } as never)
  await started
  await writeFile(path, JSON.stringify(manifest))
}

const isButton =
  (status: string) =>
  ({ attributes }: AnnotationNode) =>
    attributes.class === status

test('what popups, a page and a sync write at once is all there, also after an update of the extension', async ({
  extension,
  build,
}) => {
  const { context, standIn } = extension
  const [own, ...ids] = standIn
    .itemsOf(standIn.today())
    .flatMap(({ paper }) => arxivPaperId(paper.id) ?? [])
    .slice(0, 5)
  const paper = await context.newPage()
  await paper.goto(`https://arxiv.org/abs/${own?.replace('arxiv:', '')}`)
  await expect.poll(() => annotationText(paper)).toContain('Save')
  const ledger = new Ledger()
  const [one, other] = [await extension.popup(), await extension.popup()]
  await paper.bringToFront()
  await Promise.all([
    ...ids.flatMap((id) => [one, other, one].map((popup) => ledger.save(popup, id))),
    clickAnnotation(paper, isButton('saved')),
    sendFrom(other, 'syncList', { source: 'hf-daily', force: true }),
  ])
  await expect.poll(() => annotationText(paper)).toContain('Saved')
  expect(ledger.acknowledged).toBe(12)
  const stored = await readStored(other)
  expect(ledger.lossesIn(stored)).toEqual([])
  expect(flawsOf(stored)).toEqual([])
  expect(stored.entries.get(own ?? '')?.status).toBe('saved')

  await update(extension, build.folder, '9.9.9')

  const page = await openOptions(extension)
  const found = await page.evaluate(async () => {
    const { runtime } = (globalThis as unknown as { chrome: ManifestApi }).chrome
    return runtime.getManifest().version
  })
  expect(found).toBe('9.9.9')
  expect(ledger.lossesIn(await readStored(page))).toEqual([])
  await expect
    .poll(() =>
      page.evaluate(async () => {
        const { alarms } = (globalThis as unknown as { chrome: AlarmsApi }).chrome
        return (await alarms.getAll()).map(({ name }) => name)
      }),
    )
    .toContain('sync')

  await paper.bringToFront()
  const isRead = async () => (await readStored(page)).entries.get(own ?? '')?.status === 'read'
  await expect(async () => {
    if (await isRead()) return
    await clickAnnotation(paper, isButton('saved'))
    await clickAnnotation(paper, isButton('read'))
    await expect.poll(isRead, { timeout: 2_000 }).toBe(true)
  }, 'the new script takes over in the open page').toPass()
  // The bar hears of it a moment after it is stored.
  await expect.poll(() => annotationText(paper), 'one bar').toMatch(/^Read [^\n]*$/)
  await paper.reload()
  await expect.poll(() => annotationText(paper)).toContain('Read')
})

interface ManifestApi {
  readonly runtime: { getManifest(): { version: string } }
}

interface AlarmsApi {
  readonly alarms: { getAll(): Promise<{ name: string }[]> }
}
