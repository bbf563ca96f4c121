import 'fake-indexeddb/auto'
import { expect, test, vi } from 'vitest'
import background from '../../../entrypoints/background'
import { readSources } from '../../architecture/source-files'

const { added, browser } = vi.hoisted(() => {
  const added: string[] = []
  /** A browser that notes who listens to what, and never answers. */
  const part = (path: string): unknown =>
    new Proxy(() => new Promise(() => {}), {
      get: (_target, name) => {
        if (name === 'addListener') return () => void added.push(path)
        return part(path === '' ? String(name) : `${path}.${String(name)}`)
      },
    })
  return { added, browser: part('') }
})

vi.mock('wxt/browser', () => ({ browser }))

test('all listeners of the worker are there after its first turn', async () => {
  const locks = { request: () => new Promise(() => {}) }
  vi.stubGlobal('navigator', { onLine: false, locks })
  const worker = readSources(['entrypoints/background', 'lib/messaging'])
    // That one is for pages.
    .filter(({ path }) => path !== 'lib/messaging/listen.ts')
  const written = worker.flatMap(({ text }) =>
    [...text.matchAll(/browser\.([\w.?]+)\.addListener\(/g)].map(([, event]) =>
      event?.replaceAll('?', ''),
    ),
  )
  expect(written.length).toBeGreaterThan(10)

  background.main()
  expect([...added].sort()).toEqual([...written].sort())

  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(added, 'none comes later').toHaveLength(written.length)
})
