import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { getChromium } from './browsers/chromium'
import { root } from './command'

/*
 * Draws public/icon/*.png from the drawings in scripts/icons. To be run by hand after a change to those:
 * npx tsx scripts/icons.ts
 */

/** In pixels. The small drawing is for a toolbar at the normal scale, the other for everything else. */
const drawings = [
  { file: 'icon-small.svg', sizes: [16] },
  { file: 'icon.svg', sizes: [32, 48, 96, 128] },
] as const

const folder = join(root, 'public', 'icon')
await mkdir(folder, { recursive: true })
const browser = await chromium.launch({ executablePath: await getChromium() })
const page = await browser.newPage()
for (const { file, sizes } of drawings) {
  const drawing = await readFile(join(root, 'scripts', 'icons', file))
  const address = `data:image/svg+xml;base64,${drawing.toString('base64')}`
  for (const size of sizes) {
    await page.setViewportSize({ width: size, height: size })
    await page.setContent(
      `<style>body{margin:0}img{display:block}</style><img src="${address}" width="${size}" height="${size}">`,
    )
    await page.locator('img').evaluate((image) => (image as HTMLImageElement).decode())
    await writeFile(join(folder, `${size}.png`), await page.screenshot({ omitBackground: true }))
  }
}
await browser.close()
console.log(`Icons written to ${folder}`)
